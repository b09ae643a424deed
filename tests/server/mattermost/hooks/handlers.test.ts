import { afterEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../../server/clock.ts';
import { createLog, silentLog } from '../../../../server/log.ts';
import { hookHandlers } from '../../../../server/mattermost/hooks/index.ts';
import { hookMethods, implementedMethod } from '../../../../server/mattermost/index.ts';
import type { Hooks } from '../../../../server/mattermost/index.ts';
import { create, type Schema, type StructSchema } from '../../../../server/wire/gob/index.ts';
import { RpcClient, RpcServer } from '../../../../server/wire/netrpc/index.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';
import { fieldsOf, full, minimal } from '../sample.ts';
import { kindOf, surface, withoutPointers } from '../surface.ts';

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The server's end of `hooks`, and what was logged. */
function connect(hooks: Hooks, activate: () => Promise<void> = () => Promise.resolve()) {
  const [near, far] = memoryStreamPair();
  const logged: string[] = [];
  const log = createLog((_, message, fields) =>
    logged.push([message, ...fields.map(([key, value]) => `${key}=${value}`)].join(' ')),
  );
  const handlers = hookHandlers(hooks, {
    log,
    clock: systemClock,
    broker: { dial: () => Promise.reject(new Error('nothing to dial here')) },
    activate,
  });
  const server = new RpcServer(far, handlers, { log: silentLog });
  const client = new RpcClient(near, { clock: systemClock, log: silentLog });
  closers.push(() => {
    client.close();
    server.close();
  });
  const call = <R extends Schema>(
    { name, args, reply }: { name: string; args: Schema; reply: R },
    value: unknown,
  ) => client.call(`Plugin.${name}`, args, value, reply);
  return { call, logged, server };
}

type Key = keyof typeof hookMethods;
const keys = Object.keys(hookMethods) as Key[];
/** Hooks that are plain calls: no activation, no streams. */
const plain = keys.filter((key) => !['onActivate', 'serveHttp', 'serveMetrics'].includes(key));

/** Hooks of which every plain one remembers its arguments and gives `result`, or throws. */
function recording(result: () => unknown) {
  const calls: [Key, unknown[]][] = [];
  const hooks = Object.fromEntries(
    plain.map((key) => [
      key,
      async (...args: unknown[]) => {
        await Promise.resolve();
        calls.push([key, args]);
        return result();
      },
    ]),
  ) as Hooks;
  return { hooks, calls };
}

describe('each hook has the parameters and results of its Go method', () => {
  const withContext = keys.filter((key) => key !== 'serveHttp' && key !== 'serveMetrics');

  test.each(withContext)('%s', (key) => {
    const { name, args, reply } = hookMethods[key];
    const go = surface.hooks[name];
    const kinds = (struct: StructSchema): string[] =>
      fieldsOf(struct).map(([, schema]) => kindOf(schema));
    expect(name.toLowerCase()).toBe(key.toLowerCase());
    expect(kinds(reply as StructSchema)).toEqual(go?.out.map(withoutPointers));
    if (key === 'onActivate') return;
    expect(kinds(args as StructSchema)).toEqual(go?.in.map(withoutPointers));
    expect(fieldsOf(args as StructSchema).map(([field]) => field)).toEqual(
      ['a', 'b', 'c'].slice(0, go?.in.length),
    );
  });

  test.each([
    ['Z_OnActivateArgs', hookMethods.onActivate.args],
    ['Z_ServeHTTPArgs', hookMethods.serveHttp.args],
  ])('%s has the fields of Go', (name, { fields }: StructSchema) => {
    const wireNames = Object.entries(fields).map(([key, field]) =>
      'wireName' in field ? field.wireName : key.charAt(0).toUpperCase() + key.slice(1),
    );
    expect(wireNames.sort()).toEqual(surface.structs[name]?.map(([field]) => field).sort());
  });
});

describe('Implemented', () => {
  test('names what the object has, and OnActivate', async () => {
    class Plugin implements Hooks {
      onDeactivate(): Promise<void> {
        return Promise.resolve();
      }

      serveHttp(): Promise<Response> {
        return Promise.resolve(new Response());
      }
    }
    const { call } = connect(new Plugin());
    const names = await call(implementedMethod, {});
    expect(names.sort()).toEqual(['OnActivate', 'OnDeactivate', 'ServeHTTP']);
  });

  test('names nothing else of an empty object', async () => {
    expect(await connect({}).call(implementedMethod, {})).toEqual(['OnActivate']);
  });

  test('names only hooks that the server knows', async () => {
    const { hooks } = recording(() => undefined);
    const names = await connect(hooks).call(implementedMethod, {});
    for (const name of names) expect(Object.keys(surface.hooks)).toContain(name);
    expect(names).toHaveLength(plain.length + 1);
  });

  test('what is not announced is not served', async () => {
    await expect(connect({}).call(hookMethods.onDeactivate, {})).rejects.toMatchObject({
      code: 'remote',
      message: "rpc: can't find method Plugin.OnDeactivate",
    });
  });
});

/** What a hook of the given name is expected to be called with for the arguments of the wire. */
function parameters(key: Key, value: unknown): unknown[] {
  const struct = hookMethods[key].args as StructSchema;
  const filled = create(struct, value as never) as Record<string, unknown>;
  return fieldsOf(struct).map(([name]) => filled[name]);
}

describe.each(plain)('%s', (key) => {
  const method: { name: string; args: Schema; reply: Schema } = hookMethods[key];

  test('gets everything there is', async () => {
    const { hooks, calls } = recording(() => undefined);
    const value = full(method.args);
    await connect(hooks).call(method, value);
    expect(calls).toEqual([[key, parameters(key, value)]]);
  });

  test('gets the least there can be', async () => {
    const { hooks, calls } = recording(() => undefined);
    await connect(hooks).call(method, minimal(method.args));
    expect(calls).toEqual([[key, parameters(key, {})]]);
  });

  test('that throws is logged and answered, and the stream lives on', async () => {
    const { hooks } = recording(() => {
      throw new Error('outer', { cause: new Error('inner secret') });
    });
    const { call, logged } = connect(hooks);
    const reply = await call(method, {});
    expect(logged).toEqual([`a hook failed hook=${method.name} error=outer: inner secret`]);
    expect(JSON.stringify(reply)).not.toContain('secret');
    await expect(call(implementedMethod, {})).resolves.toContain(method.name);
  });
});

describe('results', () => {
  test.each(['onDeactivate', 'onConfigurationChange'] as const)('%s: an error', async (key) => {
    const { call } = connect({ [key]: () => Promise.reject(new Error('no')) });
    expect(await call(hookMethods[key], {})).toEqual({
      a: { type: '*plugin.ErrorString', value: { code: 0, err: 'no' } },
    });
  });

  test('onActivate: no error, then an error', async () => {
    const ids = { apiMuxId: 1, driverMuxId: 2 };
    expect(await connect({}).call(hookMethods.onActivate, ids)).toEqual({ a: undefined });
    const failing = connect({}, () => Promise.reject(new Error('')));
    expect(await failing.call(hookMethods.onActivate, ids)).toEqual({
      a: { type: '*plugin.ErrorString', value: { code: 0, err: 'Error' } },
    });
  });

  test('executeCommand: every field of a response', async () => {
    const response = full(hookMethods.executeCommand.reply.fields.a.schema) as object;
    const { call } = connect({ executeCommand: () => Promise.resolve(response) });
    const reply = await call(hookMethods.executeCommand, {});
    expect(reply).toEqual(create(hookMethods.executeCommand.reply, { a: response }));
  });

  test('executeCommand: a failure that says nothing of its cause', async () => {
    const { call } = connect({ executeCommand: () => Promise.reject(new Error('secret')) });
    const reply = await call(hookMethods.executeCommand, {});
    expect(reply).toMatchObject({
      a: undefined,
      b: { statusCode: 500, id: 'plugin.command.failed' },
    });
  });

  test('executeCommand: a response that cannot be sent is an error, and the stream lives on', async () => {
    const props = new Map<string, unknown>([['f', () => undefined]]);
    const { call } = connect({ executeCommand: () => Promise.resolve({ props: props as never }) });
    await expect(call(hookMethods.executeCommand, {})).rejects.toMatchObject({ code: 'remote' });
    await expect(call(implementedMethod, {})).resolves.toContain('ExecuteCommand');
  });

  test('generateSupportData: files', async () => {
    const files = [{ filename: 'state.json', body: Uint8Array.of(1) }, { filename: 'empty' }];
    const { call } = connect({ generateSupportData: () => Promise.resolve(files) });
    expect(await call(hookMethods.generateSupportData, {})).toEqual({
      a: [files[0], { filename: 'empty', body: new Uint8Array() }],
      b: undefined,
    });
  });

  test('serveHttp: an error when the server offers no stream to answer on', async () => {
    const { call } = connect({ serveHttp: () => Promise.resolve(new Response()) });
    await expect(
      call(hookMethods.serveHttp, {
        responseWriterStream: 1,
        request: { method: 'GET', url: '/' },
      }),
    ).rejects.toMatchObject({ code: 'remote', message: 'nothing to dial here' });
  });
});
