import { describe, expect, test } from '@jest/globals';

import { createTransport } from '../../../webapp/client/index.ts';
import type { Transport } from '../../../webapp/client/index.ts';

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** What jsdom has no word for: the part of an answer that is read. */
function answer(status: number, body: unknown): Response {
  return {
    status,
    ok: status < 400,
    json: () =>
      body === undefined ? Promise.reject(new SyntaxError('no JSON')) : Promise.resolve(body),
  } as Response;
}

function transportTo(
  respond: () => Response | Promise<Response>,
  token = 'token',
): { readonly sent: Sent[]; readonly transport: Transport } {
  const sent: Sent[] = [];
  const transport = createTransport({
    fetch: async (url, init) => {
      sent.push({ url, init });
      return respond();
    },
    basePath: () => '/chat',
    csrfToken: () => token,
  });
  return { sent, transport };
}

test('asks below the path of the site, with the session and the mark of a script', async () => {
  const { sent, transport } = transportTo(() => answer(200, { total: 0 }));
  expect(await transport('/plugins/x')).toEqual({ total: 0 });
  expect(sent).toEqual([
    {
      url: '/chat/plugins/x',
      init: {
        method: 'GET',
        credentials: 'same-origin',
        headers: { 'X-Requested-With': 'XMLHttpRequest' },
      },
    },
  ]);
});

test.each(['POST', 'PUT', 'DELETE'] as const)('%s carries the CSRF token', async (method) => {
  const { sent, transport } = transportTo(() => answer(204, undefined));
  expect(await transport('/x', { method })).toBeUndefined();
  expect(sent[0]?.init.headers).toMatchObject({ 'X-CSRF-Token': 'token' });
});

test('a body goes as JSON', async () => {
  const { sent, transport } = transportTo(() => answer(201, {}), '');
  await transport('/x', { method: 'POST', body: { title: 'é' } });
  expect(sent[0]?.init).toMatchObject({
    body: '{"title":"é"}',
    headers: { 'X-Requested-With': 'XMLHttpRequest', 'Content-Type': 'application/json' },
  });
});

describe('failures', () => {
  const error = { code: 'invalid', message: 'must be a title', field: 'title', limit: 100 };

  test.each<[string, Response, object]>([
    ['of the plugin', answer(400, { error }), error],
    [
      'of a limit',
      answer(429, { error: { code: 'limit', message: 'm', limit: 10 } }),
      { code: 'limit', limit: 10 },
    ],
    ['of the host, signed out', answer(401, { id: 'api.context' }), { code: 'unauthorized' }],
    ['of a proxy', answer(502, undefined), { code: 'unavailable' }],
    ['of anything else', answer(404, { id: 'page' }), { code: 'unexpected' }],
  ])('%s', async (_name, response, expected) => {
    const { transport } = transportTo(() => response);
    await expect(transport('/x')).rejects.toMatchObject(expected);
  });

  test('no answer at all', async () => {
    const cause = new TypeError('failed to fetch');
    const { transport } = transportTo(() => Promise.reject(cause));
    await expect(transport('/x')).rejects.toMatchObject({ code: 'unreachable', cause });
  });

  test('an answer that nobody wants any more', async () => {
    const controller = new AbortController();
    const { transport } = transportTo(() => {
      controller.abort();
      return Promise.reject(new TypeError('aborted'));
    });
    await expect(transport('/x', { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
