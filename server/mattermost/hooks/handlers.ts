/** The plugin's side of the hooks: what the server calls, made into calls of a `Hooks` object. */
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Infer, Input, Schema } from '../../wire/gob/index.ts';
import { rpcHandler } from '../../wire/netrpc/index.ts';
import type { RpcHandler } from '../../wire/netrpc/index.ts';
import { httpHandler } from '../http/index.ts';
import type { HttpBridgeOptions } from '../http/index.ts';
import type { AppErrorInput, GoErrorInput } from '../model/index.ts';
import type { Hooks } from './hooks.ts';
import { hookMethods, implementedMethod } from './methods.ts';

/** Broker ids under which the server serves what a plugin may call. */
export type ActivationIds = Infer<typeof hookMethods.onActivate.args>;

/** What the hooks are served with. */
export interface HookServerOptions extends HttpBridgeOptions {
  /** Connects to the server, then activates. What it rejects with is why the plugin failed to start. */
  readonly activate: (ids: ActivationIds) => Promise<void>;
}

/** The RPC methods that call `hooks`, by full name. Hooks that the object lacks are neither announced nor served. */
export function hookHandlers(
  hooks: Hooks,
  options: HookServerOptions,
): ReadonlyMap<string, RpcHandler> {
  const served = allHandlers(hooks, options).filter(
    ([key]) => key === 'onActivate' || hooks[key] !== undefined,
  );
  const names = served.map(([key]) => hookMethods[key].name);
  const implemented = rpcHandler(implementedMethod.args, implementedMethod.reply, () => names);
  return new Map([
    [`Plugin.${implementedMethod.name}`, implemented],
    ...served.map(([key, handler]): [string, RpcHandler] => [
      `Plugin.${hookMethods[key].name}`,
      handler,
    ]),
  ]);
}

/** A handler for every hook. Those of hooks that the object lacks do nothing. */
function allHandlers(
  hooks: Hooks,
  options: HookServerOptions,
): readonly (readonly [keyof Hooks, RpcHandler])[] {
  const methods = hookMethods;
  const { log, activate } = options;
  return [
    ['onActivate', failable(methods.onActivate, log, activate)],
    ['onDeactivate', failable(methods.onDeactivate, log, () => hooks.onDeactivate?.())],
    [
      'onConfigurationChange',
      failable(methods.onConfigurationChange, log, () => hooks.onConfigurationChange?.()),
    ],
    [
      'serveHttp',
      httpHandler(async (...call) => (await hooks.serveHttp?.(...call)) ?? notFound(), options),
    ],
    [
      'serveMetrics',
      httpHandler(async (...call) => (await hooks.serveMetrics?.(...call)) ?? notFound(), options),
    ],
    ['executeCommand', commandHandler(hooks, log)],
    [
      'userHasBeenDeactivated',
      event(methods.userHasBeenDeactivated, log, ({ a, b }) =>
        hooks.userHasBeenDeactivated?.(a, b),
      ),
    ],
    [
      'userHasLeftChannel',
      event(methods.userHasLeftChannel, log, ({ a, b, c }) => hooks.userHasLeftChannel?.(a, b, c)),
    ],
    [
      'userHasLeftTeam',
      event(methods.userHasLeftTeam, log, ({ a, b, c }) => hooks.userHasLeftTeam?.(a, b, c)),
    ],
    [
      'channelHasBeenCreated',
      event(methods.channelHasBeenCreated, log, ({ a, b }) => hooks.channelHasBeenCreated?.(a, b)),
    ],
    [
      'onPluginClusterEvent',
      event(methods.onPluginClusterEvent, log, ({ a, b }) => hooks.onPluginClusterEvent?.(a, b)),
    ],
    ['generateSupportData', supportHandler(hooks, log)],
  ];
}

/** The wire form of a hook. */
interface HookMethod<A extends Schema, R extends Schema> {
  readonly name: string;
  readonly args: A;
  readonly reply: R;
}

/** A hook whose only result is an error. */
function failable<A extends Schema>(
  { name, args, reply }: HookMethod<A, typeof hookMethods.onActivate.reply>,
  log: Log,
  run: (args: Infer<A>) => Promise<void> | undefined,
): RpcHandler {
  return rpcHandler(args, reply, async (values) => {
    try {
      await run(values);
      return {};
    } catch (thrown) {
      return { a: toGoError(name, thrown, log) };
    }
  });
}

/** A hook without results: the server does not care whether it worked. */
function event<A extends Schema>(
  { name, args, reply }: HookMethod<A, Schema<unknown, Record<string, never>>>,
  log: Log,
  run: (args: Infer<A>) => Promise<void> | undefined,
): RpcHandler {
  return rpcHandler(args, reply, async (values) => {
    try {
      await run(values);
    } catch (thrown) {
      log.error('a hook failed', { hook: name, error: toError(thrown) });
    }
    return {};
  });
}

function commandHandler(hooks: Hooks, log: Log): RpcHandler {
  const { name, args, reply } = hookMethods.executeCommand;
  return rpcHandler(args, reply, async ({ a, b }): Promise<Input<typeof reply>> => {
    try {
      return { a: (await hooks.executeCommand?.(a, b)) ?? {} };
    } catch (thrown) {
      log.error('a hook failed', { hook: name, error: toError(thrown) });
      return { b: commandFailure };
    }
  });
}

/** What the sender of a command reads when the plugin has no better answer. Nothing of the cause gets out. */
const commandFailure: AppErrorInput = {
  id: 'plugin.command.failed',
  message: 'The command failed because of a fault in the plugin.',
  statusCode: 500,
  where: 'ExecuteCommand',
  skipTranslation: true,
};

function supportHandler(hooks: Hooks, log: Log): RpcHandler {
  const { name, args, reply } = hookMethods.generateSupportData;
  return rpcHandler(args, reply, async ({ a }): Promise<Input<typeof reply>> => {
    try {
      return { a: (await hooks.generateSupportData?.(a)) ?? [] };
    } catch (thrown) {
      return { b: toGoError(name, thrown, log) };
    }
  });
}

/** The error as the server gets it: its message only. The causes stay in the log. */
function toGoError(hook: string, thrown: unknown, log: Log): GoErrorInput {
  const error = toError(thrown);
  log.error('a hook failed', { hook, error });
  const err = error.message === '' ? error.name : error.message;
  return { type: '*plugin.ErrorString', value: { err } };
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
