/** The plugin API over an RPC connection to the server. */
import type { GobValue } from '../../wire/gob/index.ts';
import { apiMethods } from './api.ts';
import type { Api } from './api.ts';
import { invoke } from './call.ts';
import type { Caller } from './call.ts';
import { ApiError } from './errors.ts';
import type { LogPairs } from './logs.ts';
import type { Arguments, Method } from './method.ts';
import { pluginHttp } from './plugin_http.ts';

/** A table of methods as functions that call them. */
type Bound<Methods> = {
  [K in keyof Methods]: Methods[K] extends Method<infer Parameters, infer Value>
    ? (...values: Arguments<Parameters>) => Promise<Value>
    : never;
};

/**
 * The plugin API over `caller`.
 *
 * Go handlers dereference some arguments without a check, and a panic there ends the whole server. In the method
 * tables all of those are plain structs or maps, never optional ones, so no call can leave one out.
 */
export function createApi(caller: Caller): Api {
  const wire = bindAll(caller, apiMethods);
  return {
    ...wire,

    kvSet: async (key, value) => wire.kvSet(key, filled('KVSet', value)),
    kvSetWithExpiry: async (key, value, seconds) =>
      wire.kvSetWithExpiry(key, filled('KVSetWithExpiry', value), seconds),
    kvSetWithOptions: async (key, value, options) => {
      filled('KVSetWithOptions', options.oldValue);
      return wire.kvSetWithOptions(key, filled('KVSetWithOptions', value), options);
    },
    kvCompareAndSet: async (key, oldValue, newValue) => {
      filled('KVCompareAndSet', oldValue);
      return wire.kvCompareAndSet(key, oldValue, filled('KVCompareAndSet', newValue));
    },
    kvCompareAndDelete: async (key, oldValue) =>
      wire.kvCompareAndDelete(key, filled('KVCompareAndDelete', oldValue)),

    hasPermissionTo: (userId, id) => wire.hasPermissionTo(userId, { id }),
    hasPermissionToTeam: (userId, teamId, id) => wire.hasPermissionToTeam(userId, teamId, { id }),
    hasPermissionToChannel: (userId, channelId, id) =>
      wire.hasPermissionToChannel(userId, channelId, { id }),

    loadPluginConfiguration: async () =>
      parseJson('LoadPluginConfiguration', await wire.loadPluginConfiguration()),
    savePluginConfig: (config) => wire.savePluginConfig(toMap(config)),
    publishWebSocketEvent: (event, payload, broadcast) =>
      wire.publishWebSocketEvent(event, toMap(payload), broadcast),

    logDebug: (message, pairs) => wire.logDebug(message, flatten(pairs)),
    logInfo: (message, pairs) => wire.logInfo(message, flatten(pairs)),
    logWarn: (message, pairs) => wire.logWarn(message, flatten(pairs)),
    logError: (message, pairs) => wire.logError(message, flatten(pairs)),

    pluginHttp: (request) => pluginHttp(caller, request),
  };
}

function bindAll<Methods extends Readonly<Record<string, Method>>>(
  caller: Caller,
  methods: Methods,
): Bound<Methods> {
  const bound = Object.entries(methods).map(([key, method]: [string, Method]) => [
    key,
    (...values: readonly unknown[]) => invoke(caller, method, values),
  ]);
  // The one cast: `fromEntries` forgets which key had which method.
  return Object.fromEntries(bound) as Bound<Methods>;
}

/** Refuses an empty value: the server would take it for none, and delete or insert where it should compare. */
function filled<V extends Uint8Array | undefined>(method: string, value: V): V {
  if (value?.length !== 0) return value;
  throw new ApiError('invalid', method, 'an empty value cannot be stored or compared');
}

function toMap(object: Readonly<Record<string, GobValue>>): ReadonlyMap<string, GobValue> {
  return new Map(Object.entries(object));
}

function flatten(pairs: LogPairs): readonly string[] {
  return pairs.flat();
}

function parseJson(method: string, bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return value ?? undefined;
  } catch (cause) {
    throw new ApiError('failed', method, 'the server sent no valid JSON', { cause });
  }
}
