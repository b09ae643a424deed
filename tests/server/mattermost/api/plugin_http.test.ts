import { describe, expect, test } from '@jest/globals';
import { pluginHttpMethod } from '../../../../server/mattermost/index.ts';
import type { Api } from '../../../../server/mattermost/index.ts';
import { serve } from './fake_server.ts';

/** Sends one request to a server that answers with `reply`; gives the answer and what the server got. */
async function send(
  request: Parameters<Api['pluginHttp']>[0],
  reply: unknown = { response: { statusCode: 204 } },
) {
  let received: unknown;
  const { api, close } = serve({
    ...pluginHttpMethod,
    answer: (args) => {
      received = args;
      return reply;
    },
  });
  try {
    return { response: await api.pluginHttp(request), received };
  } finally {
    close();
  }
}

describe('pluginHttp', () => {
  test('sends everything and reads status, headers and body', async () => {
    const { response, received } = await send(
      {
        method: 'post',
        path: '/mattermost-ai/api/v1/run?a=b%20c',
        headers: { 'content-type': 'application/json' },
        body: Uint8Array.of(1, 2, 3),
      },
      {
        response: { statusCode: 418, header: new Map([['X-Tea', ['green', 'black']]]) },
        responseBody: Uint8Array.of(9),
      },
    );
    expect(received).toMatchObject({
      request: {
        method: 'POST',
        url: '/mattermost-ai/api/v1/run?a=b%20c',
        header: new Map([['Content-Type', ['application/json']]]),
      },
      requestBody: Uint8Array.of(1, 2, 3),
    });
    expect(response.status).toBe(418);
    expect(response.headers.get('x-tea')).toBe('green, black');
    expect(response.body).toEqual(Uint8Array.of(9));
  });

  test('sends the least with a header map that is there, though empty', async () => {
    const { response, received } = await send({ path: '/other/' });
    expect(received).toMatchObject({
      request: { method: 'GET', url: '/other/', header: new Map() },
    });
    expect(response).toMatchObject({ status: 204, body: new Uint8Array() });
  });

  test.each([
    [''],
    ['other/path'],
    ['/other'],
    ['//x/y'],
    ['/other//x'],
    ['/other/%zz'],
    ['/other/%25zz'],
    ['/other/a b'],
    ['/other/a\nb'],
    ['/other/é'],
    ['/other/x#y'],
    ['/other/x?a b'],
    ['http://example.org/other/x'],
  ])('refuses %j, which could crash the server', async (path) => {
    await expect(send({ path })).rejects.toMatchObject({ code: 'invalid', method: 'PluginHTTP' });
  });

  test('fails when there is no response', async () => {
    await expect(send({ path: '/a/b' }, {})).rejects.toMatchObject({ code: 'failed' });
  });

  test('stops waiting when told to', async () => {
    const { api, close } = serve({
      ...pluginHttpMethod,
      answer: () => new Promise(() => undefined),
    });
    const { signal } = { signal: AbortSignal.abort(new Error('enough')) };
    await expect(api.pluginHttp({ path: '/a/b', signal })).rejects.toMatchObject({
      code: 'unavailable',
    });
    await expect(api.pluginHttp({ path: '/a/b', timeoutMs: 1 })).rejects.toMatchObject({
      code: 'unavailable',
    });
    close();
  });
});
