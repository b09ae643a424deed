import { describe, expect, test } from '@jest/globals';
import type { HttpCaller } from '../../../../server/mattermost/index.ts';
import { echo, run } from './bridge.ts';

describe('a request', () => {
  test('becomes a Request, and what the server says of its sender becomes facts', async () => {
    let seen: { request: Request; caller: HttpCaller } | undefined;
    const header = new Map([
      ['Mattermost-User-Id', ['user-1']],
      ['Mattermost-Plugin-Id', ['other.plugin']],
      ['mattermost-user-id', ['forged']],
      ['MATTERMOST-PLUGIN-ID', ['forged']],
      ['X-Token', ['abc']],
    ]);
    await run(
      (request, caller) => {
        seen = { request, caller };
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/api/v1/schedules?limit=5', header, host: 'evil.example' },
    );
    expect(seen?.request.method).toBe('GET');
    const url = new URL(seen?.request.url ?? '');
    expect(url.pathname + url.search).toBe('/api/v1/schedules?limit=5');
    expect(url.host).not.toBe('evil.example');
    expect([...(seen?.request.headers ?? [])]).toEqual([['x-token', 'abc']]);
    expect(seen?.caller).toMatchObject({
      userId: 'user-1',
      sourcePluginId: 'other.plugin',
      context: { requestId: 'request-1', ipAddress: '127.0.0.1' },
    });
  });

  test.each([
    [new Map<string, string[]>()],
    [new Map([['Mattermost-User-Id', ['']]])],
    [new Map([['Mattermost-User-Id', []]])],
    [new Map([['mattermost-user-id', ['forged']]])],
  ])('is anonymous unless the server names a user: %#', async (header) => {
    let caller: HttpCaller | undefined;
    await run(
      (_, given) => {
        caller = given;
        return Promise.resolve(new Response());
      },
      { method: 'GET', url: '/', header },
    );
    expect(caller).toMatchObject({ userId: undefined, sourcePluginId: undefined });
  });

  test.each([
    ['//evil.example/path', '//evil.example/path'],
    ['http://evil.example/path?q', '/path?q'],
    ['', '/'],
    ['*', '/'],
    ['/%2e%2e/x', '/x'],
    ['/ü', '/%C3%BC'],
  ])('to %j has the path %j', async (url, path) => {
    let seen: URL | undefined;
    await run(
      (request) => {
        seen = new URL(request.url);
        return Promise.resolve(new Response());
      },
      { method: 'GET', url },
    );
    expect(seen && seen.pathname + seen.search).toBe(path);
  });

  test('with a method the platform lacks is refused', async () => {
    const seen = await run(echo, { method: 'TRACE', url: '/' });
    expect(seen).toMatchObject({ status: 400, error: undefined });
  });
});
