/** Every method of the API through Mattermost's own RPC server: every field there and back, nothing, and errors. */
import { expect, test } from '@jest/globals';

import { apiMethods } from '../../server/mattermost/index.ts';
import type { Schema } from '../../server/wire/gob/schema.ts';
import { toJson } from './probe_plugin/json.ts';
import { asGo, knownTo, Samples } from './samples.ts';
import { describeInterop, probeId, startProbe } from './suite.ts';
import type { Suite } from './suite.ts';

type MethodKey = keyof typeof apiMethods;

/** Methods whose TypeScript parameters differ from the wire's: what to pass for the wire's values. */
const adapted: Partial<Record<MethodKey, (values: readonly unknown[]) => readonly unknown[]>> = {
  hasPermissionTo: ([user]) => [user, 'read_channel'],
  hasPermissionToTeam: ([user, team]) => [user, team, 'read_channel'],
  hasPermissionToChannel: ([user, channel]) => [user, channel, 'read_channel'],
  savePluginConfig: ([config]) => [fromMap(config)],
  publishWebSocketEvent: ([event, payload, broadcast]) => [event, fromMap(payload), broadcast],
  logDebug: () => ['message', [['key', 'value']]],
  logInfo: () => ['message', [['key', 'value']]],
  logWarn: () => ['message', [['key', 'value']]],
  logError: () => ['message', [['key', 'value']]],
};

/** Methods whose recorded arguments are checked by a test of their own. */
const ownTest: ReadonlySet<string> = new Set([
  'hasPermissionTo',
  'hasPermissionToTeam',
  'hasPermissionToChannel',
  'logDebug',
  'logInfo',
  'logWarn',
  'logError',
  'loadPluginConfiguration',
]);

/** Methods whose reply the host makes from its own state, or that have none. */
const noFill: ReadonlySet<string> = new Set(['loadPluginConfiguration']);

function fromMap(value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value as Map<string, unknown>) : value;
}

/** What the probe's `fromJson` reads back as bytes and maps. */
function forProbe(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Map) {
    return {
      $map: Object.fromEntries(
        [...(value as Map<string, unknown>)].map(([key, inner]) => [key, forProbe(inner)]),
      ),
    };
  }
  if (Array.isArray(value)) return value.map(forProbe);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, forProbe(inner)]));
  }
  return value;
}

interface ProbeAnswer {
  readonly value?: unknown;
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly statusCode?: number;
  };
}

async function call(suite: Suite, method: string, args: readonly unknown[]): Promise<ProbeAnswer> {
  const response = await fetch(`${suite.host.url}/plugins/${probeId}/api`, {
    method: 'POST',
    body: toJson({ method, args: args.map(forProbe) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as ProbeAnswer;
}

/** The last recorded call of the Go method. */
async function recorded(suite: Suite, name: string): Promise<readonly unknown[]> {
  const calls = (await suite.host.takeCalls()).filter((seen) => seen.method === name);
  expect(calls).toHaveLength(1);
  return calls[0]?.args ?? [];
}

/** The first result field of a reply's schema: what the call resolves to. */
function resultSchema(reply: Schema): Schema | undefined {
  return (reply as unknown as { fields: Readonly<Record<string, Schema>> }).fields['a'];
}

const methods = Object.entries(apiMethods) as [MethodKey, (typeof apiMethods)[MethodKey]][];

describeInterop('API through Mattermost’s own RPC server', startProbe, (suite) => {
  test.each(methods)('%s: every field of arguments and results', async (key, method) => {
    const values = method.parameters.map((schema: Schema) => new Samples().fill(schema));
    const filled = noFill.has(key) ? undefined : await suite.host.fill(method.name);
    await suite.host.takeCalls();
    const answer = await call(suite, key, adapted[key]?.(values) ?? values);
    expect(answer.error).toBeUndefined();
    if (!ownTest.has(key)) {
      const seen = await recorded(suite, method.name);
      expect(seen).toEqual(
        method.parameters.map((schema: Schema, index: number) => asGo(schema, values[index])),
      );
    }
    const schema = resultSchema(method.result.reply);
    const errorOnly = (filled?.length ?? 0) === 1 && filled?.[0] === null;
    if (filled !== undefined && filled.length > 0 && schema !== undefined && !errorOnly) {
      expect(asGo(schema, answer.value)).toEqual(knownTo(schema, filled[0]));
    }
    await suite.host.reply(method.name, null);
  });

  test.each(methods)('%s: empty arguments do not end the server', async (key, method) => {
    const values = method.parameters.map((schema: Schema) => minimal(schema));
    await call(suite, key, adapted[key]?.(values) ?? values);
    expect(suite.host.ended).toBe(false);
  });

  const failing = methods.filter(([, method]) => errorIndex(method.result.reply) !== undefined);
  test.each(failing)('%s: an error arrives with its text', async (key, method) => {
    const index = errorIndex(method.result.reply) ?? 0;
    const goError = isAppError(method.result.reply)
      ? { id: 'app.test', message: 'the reason', status_code: 404, where: method.name }
      : 'the reason';
    await suite.host.reply(
      method.name,
      Array.from({ length: index + 1 }, (_, i) => (i === index ? goError : null)),
    );
    const values = method.parameters.map((schema: Schema) => new Samples().fill(schema));
    const answer = await call(suite, key, adapted[key]?.(values) ?? values);
    await suite.host.reply(method.name, null);
    expect(answer.error?.message).toContain('the reason');
  });

  test('permissions travel as a struct with an id', async () => {
    await suite.host.takeCalls();
    await call(suite, 'hasPermissionToChannel', ['user', 'channel', 'read_channel']);
    expect(await recorded(suite, 'HasPermissionToChannel')).toEqual([
      'user',
      'channel',
      { Id: 'read_channel' },
    ]);
  });

  test('log fields travel as texts', async () => {
    await suite.host.takeCalls();
    await call(suite, 'logWarn', ['message', [['key', 'value']]]);
    expect(await recorded(suite, 'LogWarn')).toEqual(['message', ['key', 'value']]);
  });

  test('the configuration keeps explicit false and 0', async () => {
    await suite.host.reply('LoadPluginConfiguration', [
      { enabled: false, limit: 0, text: '', deep: { on: true } },
    ]);
    const { value } = await call(suite, 'loadPluginConfiguration', []);
    expect(value).toEqual({ enabled: false, limit: 0, text: '', deep: { on: true } });
  });

  test('a server configuration with false booleans decodes', async () => {
    await suite.host.reply('GetConfig', [
      {
        ServiceSettings: { SiteURL: 'https://chat.example', EnableDeveloper: false },
        PluginSettings: {
          Enable: false,
          Plugins: { other: { flag: false, list: [1, 'two', { three: 3 }], none: null } },
          PluginStates: { other: { Enable: false } },
        },
      },
    ]);
    const { value, error } = await call(suite, 'getConfig', []);
    expect(error).toBeUndefined();
    expect(value).toMatchObject({ serviceSettings: { siteURL: 'https://chat.example' } });
    await suite.host.reply('GetConfig', null);
  });

  test('a post with nested props and attachments there and back', async () => {
    const props = {
      nested: { list: [1, 'two', { three: [true, null] }] },
      attachments: [
        {
          text: 'choose',
          fields: [{ title: 'Field', value: 7, short: true }],
          actions: [{ name: 'Go', integration: { url: '/go', context: { id: 'x', n: 1 } } }],
        },
      ],
    };
    await suite.host.takeCalls();
    const created = await call(suite, 'createPost', [
      { channelId: 'channel', message: 'text', props: new Map(Object.entries(props)) },
    ]);
    expect((created.value as { props: unknown }).props).toMatchObject({ nested: props.nested });
    const [post] = await recorded(suite, 'CreatePost');
    expect((post as { Props: unknown }).Props).toEqual(props);
  });

  test('a post whose attachments Go holds as structs decodes', async () => {
    await suite.host.reply('GetPost', [
      {
        id: 'post',
        message: 'from Go',
        props: { attachments: [{ id: 1, text: 'card', actions: [{ id: 'a', name: 'Go' }] }] },
      },
    ]);
    const { value } = await call(suite, 'getPost', ['post']);
    expect(value).toMatchObject({ message: 'from Go', props: { attachments: [{ text: 'card' }] } });
    await suite.host.reply('GetPost', null);
  });

  test('another plugin answers over PluginHTTP', async () => {
    await suite.host.reply('PluginHTTP', [
      { status: 201, header: { 'X-Answer': ['yes'] }, body: 'made' },
    ]);
    const { value, error } = await call(suite, 'pluginHttp', [
      { method: 'POST', path: '/other/path?q=1', headers: { 'x-ask': 'why' } },
    ]);
    expect(error).toBeUndefined();
    expect(value).toMatchObject({ status: 201, body: Buffer.from('made').toString('base64') });
    await suite.host.takeCalls();
  });
});

function errorIndex(reply: Schema): number | undefined {
  const keys = Object.keys((reply as unknown as { fields: object }).fields);
  const last = keys.at(-1);
  if (last === undefined) return undefined;
  const schema = (reply as unknown as { fields: Readonly<Record<string, Schema>> }).fields[last];
  const isError =
    schema?.kind === 'interface' || (schema?.kind === 'optional' && isAppError(reply));
  return isError ? keys.length - 1 : undefined;
}

function isAppError(reply: Schema): boolean {
  const fields = Object.values(
    (reply as unknown as { fields: Readonly<Record<string, { schema?: { name?: string } }>> })
      .fields,
  );
  return fields.at(-1)?.schema?.name === 'AppError';
}

/** The least that a parameter's type lets a caller pass. */
function minimal(schema: Schema): unknown {
  switch (schema.kind) {
    case 'string':
      return '';
    case 'int':
    case 'uint':
    case 'float':
      return 0;
    case 'bool':
      return false;
    case 'bytes':
      return new Uint8Array([1]);
    case 'slice':
      return [];
    case 'map':
      return new Map();
    case 'optional':
    case 'any':
    case 'interface':
      return undefined;
    default:
      return {};
  }
}
