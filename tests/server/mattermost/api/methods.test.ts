import { describe, expect, test } from '@jest/globals';
import { apiMethods, ApiError } from '../../../../server/mattermost/index.ts';
import type { Api, Method } from '../../../../server/mattermost/index.ts';
import { create, type Schema, type StructSchema } from '../../../../server/wire/gob/index.ts';
import { fieldsOf, full, minimal } from '../sample.ts';
import { kindOf, surface, withoutPointers } from '../surface.ts';
import { serve } from './fake_server.ts';

const methods: [string, Method][] = Object.entries(apiMethods);

function replyOf(method: Method): StructSchema {
  return method.result.reply as StructSchema;
}

describe('each method has the parameters and results of its Go method', () => {
  test.each(methods)('%s', (key, method) => {
    const go = surface.api[method.name];
    expect(method.name.toLowerCase()).toBe(key.toLowerCase());
    expect(fieldsOf(method.args).map(([name]) => name)).toEqual(
      method.parameters.map((_, index) => 'abcd'.charAt(index)),
    );
    const results = fieldsOf(replyOf(method)).map(([, schema]) => kindOf(schema));
    // Its Go glue turns the settings, which the Go method fills in place, into JSON.
    if (method.name === 'LoadPluginConfiguration') {
      expect(results).toEqual(['bytes']);
      return;
    }
    expect(method.parameters.map(kindOf)).toEqual(go?.in.map(withoutPointers));
    expect(results).toEqual(go?.out.map(withoutPointers));
  });

  test('and each parameter that Go dereferences is always sent', () => {
    const nullable = methods.flatMap(([key, { parameters }]) =>
      parameters.filter(({ kind }) => kind === 'optional').map((schema) => [key, kindOf(schema)]),
    );
    // The values of the store may be nil; nothing else may.
    expect(nullable).toEqual([
      ['kvSetWithOptions', 'bytes'],
      ['kvCompareAndSet', 'bytes'],
    ]);
  });
});

/** Methods whose TypeScript form differs from the wire's; see client.test.ts. */
const shaped = new Set<string>([
  'hasPermissionTo',
  'hasPermissionToTeam',
  'hasPermissionToChannel',
  'loadPluginConfiguration',
  'savePluginConfig',
  'publishWebSocketEvent',
  'logDebug',
  'logInfo',
  'logWarn',
  'logError',
] satisfies (keyof Api)[]);

/** Methods that refuse the least there could be: an empty value. */
const refusing = new Set<string>([
  'kvSet',
  'kvSetWithExpiry',
  'kvCompareAndSet',
  'kvCompareAndDelete',
] satisfies (keyof Api)[]);

/** Calls a method of the API by name, the way no product code does. */
function call(api: Api, key: string, args: readonly unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(api, key);
  if (typeof method !== 'function') throw new Error(`no method ${key}`);
  return Reflect.apply(method, api, args) as Promise<unknown>;
}

/** Calls `method` with `args` and answers with `reply`; tells what the server got and the caller got back. */
async function exchange(key: string, method: Method, args: readonly unknown[], reply: unknown) {
  let received: unknown;
  const { api, close } = serve({
    name: method.name,
    args: method.args,
    reply: method.result.reply,
    answer: (values) => {
      received = values;
      return reply;
    },
  });
  try {
    return { result: await call(api, key, args), received };
  } catch (error) {
    return { error, received };
  } finally {
    close();
  }
}

/** What the server should get for `args`. */
function sent(method: Method, args: readonly unknown[]): unknown {
  const values = Object.fromEntries(args.map((value, index) => ['abcd'.charAt(index), value]));
  return create(method.args, values as Readonly<Record<string, never>>);
}

const isError = (schema: Schema): boolean =>
  kindOf(schema) === 'AppError' || kindOf(schema) === 'error';

const plain = methods.filter(([key]) => !shaped.has(key));

describe('each method carries everything there and back', () => {
  test.each(plain)('%s', async (key, method) => {
    const args = method.parameters.map((schema) => full(schema));
    const results = fieldsOf(replyOf(method)).filter(([, schema]) => !isError(schema));
    const reply = Object.fromEntries(results.map(([name, schema]) => [name, full(schema)]));
    const { result, received, error } = await exchange(key, method, args, reply);
    expect(error).toBeUndefined();
    expect(received).toEqual(sent(method, args));
    const [first] = results;
    expect(result).toEqual(first && create(first[1], reply['a'] as never));
  });
});

describe('each method carries the least there can be', () => {
  test.each(plain.filter(([key]) => !refusing.has(key)))('%s', async (key, method) => {
    const args = method.parameters.map(minimal);
    const { result, received, error } = await exchange(key, method, args, {});
    expect(received).toEqual(sent(method, args));
    const results = fieldsOf(replyOf(method)).filter(([, schema]) => !isError(schema));
    const [first] = results;
    // Where Go's pointer is never nil without an error, an empty reply is one.
    if (first !== undefined && presence(first[1])) expect(error).toBeInstanceOf(ApiError);
    else expect({ result, error }).toEqual({ result: first && create(first[1]), error: undefined });
  });

  /** Whether the result is a struct that must be there. */
  function presence(schema: Schema): boolean {
    return schema.kind === 'optional' && !['bytes', 'License'].includes(kindOf(schema));
  }
});

describe('each method that can fail says why', () => {
  const failing = plain.filter(([, method]) =>
    fieldsOf(replyOf(method)).some(([, schema]) => isError(schema)),
  );

  test.each(failing)('%s', async (key, method) => {
    const field = fieldsOf(replyOf(method)).find(([, schema]) => isError(schema));
    if (field === undefined) throw new Error('no field for the error');
    const appError = {
      id: 'app.some.error',
      message: 'No such thing.',
      detailedError: 'sql: no rows',
      statusCode: 404,
      where: 'App.Some',
    };
    const value =
      kindOf(field[1]) === 'error' ? { type: '*model.AppError', value: appError } : appError;
    const args = method.parameters.map((schema) => full(schema));
    const { error } = await exchange(key, method, args, { [field[0]]: value });
    expect(error).toMatchObject({
      code: 'not_found',
      method: method.name,
      message: `${method.name}: No such thing.`,
      statusCode: 404,
      id: 'app.some.error',
      where: 'App.Some',
      detail: 'sql: no rows',
    });
  });
});

describe('every method', () => {
  test.each(plain)('%s is unsupported where the server lacks it', async (key, method) => {
    const { api, close } = serve();
    await expect(
      call(
        api,
        key,
        method.parameters.map((schema) => full(schema)),
      ),
    ).rejects.toMatchObject({ code: 'unsupported', method: method.name });
    close();
  });
});
