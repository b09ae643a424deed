import { describe, expect, test } from '@jest/globals';
import { apiMethods, createApi, isApiError } from '../../../../server/mattermost/index.ts';
import type { Api, Caller } from '../../../../server/mattermost/index.ts';
import { ErrorString } from '../../../../server/mattermost/model/index.ts';
import { bytes, interfaceOf, string, struct } from '../../../../server/wire/gob/index.ts';
import { RpcError } from '../../../../server/wire/netrpc/index.ts';
import { serve } from './fake_server.ts';

/** Calls one method of an API whose server answers it with `reply`; gives the result and what the server got. */
async function call<R>(
  key: keyof typeof apiMethods,
  reply: unknown,
  run: (api: Api) => Promise<R>,
): Promise<{ result: R; received: unknown }> {
  const { name, args, result } = apiMethods[key];
  let received: unknown;
  const { api, close } = serve({
    name,
    args,
    reply: result.reply,
    answer: (values) => {
      received = values;
      return reply;
    },
  });
  try {
    return { result: await run(api), received };
  } finally {
    close();
  }
}

/** An API whose calls fail with what `fail` makes, and which remembers whether anything was sent. */
function failing(fail: () => Error): { api: Api; sent: string[] } {
  const sent: string[] = [];
  const caller: Caller = {
    call: (method) => {
      sent.push(method);
      return Promise.reject(fail());
    },
  };
  return { api: createApi(caller), sent };
}

describe('methods with a form of their own', () => {
  test.each([
    ['hasPermissionTo', (api: Api) => api.hasPermissionTo('u', 'p'), { a: 'u', b: { id: 'p' } }],
    [
      'hasPermissionToTeam',
      (api: Api) => api.hasPermissionToTeam('u', 't', 'p'),
      { a: 'u', b: 't', c: { id: 'p' } },
    ],
    [
      'hasPermissionToChannel',
      (api: Api) => api.hasPermissionToChannel('u', 'c', 'p'),
      { a: 'u', b: 'c', c: { id: 'p' } },
    ],
  ] as const)('%s sends the permission as a struct', async (key, run, expected) => {
    const { result, received } = await call(key, { a: true }, run);
    expect(result).toBe(true);
    expect(received).toMatchObject(expected);
  });

  test.each([
    [
      'logDebug',
      (api: Api) =>
        api.logDebug('m', [
          ['k', 'v'],
          ['n', '1'],
        ]),
    ],
    [
      'logInfo',
      (api: Api) =>
        api.logInfo('m', [
          ['k', 'v'],
          ['n', '1'],
        ]),
    ],
    [
      'logWarn',
      (api: Api) =>
        api.logWarn('m', [
          ['k', 'v'],
          ['n', '1'],
        ]),
    ],
    [
      'logError',
      (api: Api) =>
        api.logError('m', [
          ['k', 'v'],
          ['n', '1'],
        ]),
    ],
  ] as const)('%s sends a flat list of texts', async (key, run) => {
    const { received } = await call(key, {}, run);
    expect(received).toEqual({ a: 'm', b: ['k', 'v', 'n', '1'] });
  });

  test('publishWebSocketEvent sends payload and audience even when both are empty', async () => {
    const empty = await call('publishWebSocketEvent', {}, (api) =>
      api.publishWebSocketEvent('run', {}, {}),
    );
    expect(empty.received).toMatchObject({ a: 'run', b: new Map(), c: { userId: '' } });
    const filled = await call('publishWebSocketEvent', {}, (api) =>
      api.publishWebSocketEvent('run', { id: 'x', list: [1, null] }, { userId: 'u' }),
    );
    expect(filled.received).toMatchObject({
      b: new Map<string, unknown>([
        ['id', 'x'],
        ['list', [1, null]],
      ]),
      c: { userId: 'u' },
    });
  });

  test('savePluginConfig sends a map', async () => {
    const { received } = await call('savePluginConfig', {}, (api) =>
      api.savePluginConfig({ limit: 10, on: false }),
    );
    expect(received).toEqual({
      a: new Map<string, unknown>([
        ['limit', 10],
        ['on', false],
      ]),
    });
  });

  test.each([
    ['{"limit":5}', { limit: 5 }],
    ['null', undefined],
    ['', undefined],
  ])('loadPluginConfiguration reads %j', async (text, expected) => {
    const reply = { a: new TextEncoder().encode(text) };
    const { result } = await call('loadPluginConfiguration', reply, (api) =>
      api.loadPluginConfiguration(),
    );
    expect(result).toEqual(expected);
  });

  test('loadPluginConfiguration refuses what is no JSON', async () => {
    const reply = { a: Uint8Array.of(0x7b) };
    await expect(
      call('loadPluginConfiguration', reply, (api) => api.loadPluginConfiguration()),
    ).rejects.toMatchObject({ code: 'failed' });
  });
});

describe('empty values never reach the store, where they would delete', () => {
  const nothing = new Uint8Array();
  const one = Uint8Array.of(1);
  test.each<[string, (api: Api) => Promise<unknown>]>([
    ['kvSet', (api) => api.kvSet('k', nothing)],
    ['kvSetWithExpiry', (api) => api.kvSetWithExpiry('k', nothing, 5)],
    ['kvSetWithOptions', (api) => api.kvSetWithOptions('k', nothing, {})],
    [
      'kvSetWithOptions, old',
      (api) => api.kvSetWithOptions('k', one, { atomic: true, oldValue: nothing }),
    ],
    ['kvCompareAndSet', (api) => api.kvCompareAndSet('k', undefined, nothing)],
    ['kvCompareAndSet, old', (api) => api.kvCompareAndSet('k', nothing, one)],
    ['kvCompareAndDelete', (api) => api.kvCompareAndDelete('k', nothing)],
  ])('%s', async (_, run) => {
    const { api, sent } = failing(() => new Error('sent'));
    await expect(run(api)).rejects.toMatchObject({ code: 'invalid' });
    expect(sent).toEqual([]);
  });

  test('a missing value is undefined, and deleting takes undefined', async () => {
    const got = await call('kvGet', {}, (api) => api.kvGet('k'));
    expect(got.result).toBeUndefined();
    const deleted = await call('kvSetWithOptions', { a: true }, (api) =>
      api.kvSetWithOptions('k', undefined, { atomic: true, oldValue: one }),
    );
    expect(deleted).toMatchObject({
      result: true,
      received: { a: 'k', b: undefined, c: { atomic: true, oldValue: one, expireInSeconds: 0 } },
    });
  });
});

describe('errors', () => {
  test.each([
    [new RpcError('remote', "rpc: can't find method Plugin.GetUser"), 'unsupported'],
    [new RpcError('remote', "rpc: can't find service Plugin.GetUser"), 'unsupported'],
    [new RpcError('remote', 'API GetUser called but not implemented.'), 'unsupported'],
    [new RpcError('remote', 'gob: wrong type'), 'failed'],
    [new RpcError('timeout', 'late'), 'unavailable'],
    [new RpcError('aborted', 'aborted'), 'unavailable'],
    [new RpcError('closed', 'closed'), 'unavailable'],
    [new RpcError('protocol', 'nonsense'), 'unavailable'],
    [new RpcError('busy', 'busy'), 'limited'],
    [new RpcError('encode', 'bad'), 'invalid'],
    [new Error('something else'), 'failed'],
  ])('%s is %s', async (cause, code) => {
    const { api } = failing(() => cause);
    const error: unknown = await api.getUser('u').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ApiError', code, method: 'GetUser', cause });
    expect(isApiError(error)).toBe(true);
    expect(isApiError(error, 'not_found')).toBe(false);
  });

  test.each([
    [400, 'invalid'],
    [401, 'denied'],
    [403, 'denied'],
    [404, 'not_found'],
    [409, 'conflict'],
    [413, 'invalid'],
    [429, 'limited'],
    [500, 'failed'],
    [501, 'unsupported'],
    [503, 'unavailable'],
    [0, 'failed'],
  ])('status %d is %s', async (statusCode, code) => {
    await expect(
      call('getUser', { b: { id: 'id', statusCode } }, (api) => api.getUser('u')),
    ).rejects.toMatchObject({ code, statusCode, id: 'id', message: 'GetUser: id' });
  });

  test('a Go error without a type of its own keeps its text', async () => {
    const error = { type: '*plugin.ErrorString', value: { err: 'no bot for you' } };
    await expect(
      call('ensureBotUser', { b: error }, (api) => api.ensureBotUser({ username: 'recaps' })),
    ).rejects.toMatchObject({ code: 'failed', message: 'EnsureBotUser: no bot for you' });
  });

  test('a Go error of an unknown type is an error all the same', async () => {
    const Pq = struct('Error', { message: string });
    const { name, args } = apiMethods.registerCommand;
    const reply = struct('Returns', { a: interfaceOf({ '*pq.Error': Pq, e: ErrorString }) });
    const answer = (): unknown => ({ a: { type: '*pq.Error', value: { message: 'deadlock' } } });
    const { api, close } = serve({ name, args, reply, answer });
    await expect(api.registerCommand({ trigger: 'recap' })).rejects.toMatchObject({
      code: 'failed',
      message: 'RegisterCommand: the server reported a *pq.Error',
    });
    close();
  });

  test('a reply of another type ends the connection and is an error', async () => {
    const { name, args } = apiMethods.kvGet;
    const reply = struct('Returns', { a: string, b: bytes });
    const { api, close } = serve({
      name,
      args,
      reply,
      answer: () => ({ a: 'text', b: Uint8Array.of(1) }),
    });
    await expect(api.kvGet('k')).rejects.toMatchObject({ code: 'unavailable' });
    close();
  });
});
