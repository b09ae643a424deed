/** A plugin process from its start to the end of its server. */
import type {
  Environment,
  ListenMode,
  PluginServer,
  ServeOptions,
} from '../../wire/goplugin/index.ts';
import { servePlugin } from '../../wire/goplugin/index.ts';
import { apiLossGraceMs } from './limits.ts';
import { PluginRuntime } from './plugin_runtime.ts';
import type { PluginRuntimeOptions } from './plugin_runtime.ts';

/** What a plugin is run with. Nothing else is read from the process or written to it. */
export interface RunPluginOptions extends PluginRuntimeOptions {
  readonly env: Environment;
  /** The process's standard output: gets the handshake line and nothing else, ever. */
  readonly stdout: ServeOptions['stdout'];
  /** Where the socket's directory is made, unless the server says otherwise. */
  readonly temporaryDirectory: string;
  /** Who connects: the server that started the process, unless given. */
  readonly mode?: ListenMode;
}

/**
 * Why a plugin has ended.
 *
 * - `host_left`: the server hung up or asked for the end; the process exits with success.
 * - `host_lost`: the connection broke or could not be understood.
 * - `api_lost`: the API stream ended on its own. The server never offers another and its health check does not
 *   notice, so only a process that exits gets restarted.
 */
export type PluginEnd =
  | { readonly reason: 'host_left' }
  | { readonly reason: 'host_lost'; readonly error: Error }
  | { readonly reason: 'api_lost'; readonly error: Error | undefined };

/** A plugin that runs. */
export interface RunningPlugin {
  /** Settles when the process should exit. Never rejects. */
  readonly ended: Promise<PluginEnd>;
  /** Ends everything and removes the socket. May be called twice. */
  stop(): Promise<void>;
}

/** Mattermost's proof that it started the process, and its protocol. Source: plugin/supervisor.go. */
const mattermost = {
  cookie: { name: 'MATTERMOST_PLUGIN', value: 'Securely message teams, anywhere.' },
  appVersion: 1,
} as const;

/** The one thing Mattermost asks a plugin for by name. */
const hooksName = 'hooks';

/**
 * Runs a plugin. Resolves once the server can connect, for which it gives 3 seconds from the start of the process.
 *
 * @throws {GoPluginError} as a rejection, `cookie` for example, when the process was not started by a server.
 */
export async function runPlugin(options: RunPluginOptions): Promise<RunningPlugin> {
  const { env, stdout, temporaryDirectory, log, clock, mode = 'launch' } = options;
  const runtime = new PluginRuntime(options);
  const server = await servePlugin({
    ...mattermost,
    env,
    stdout,
    temporaryDirectory,
    log,
    clock,
    mode,
    dispense: (name, broker) => (name === hooksName ? runtime.handlers(broker) : undefined),
  });
  const ended = Promise.race([hostEnd(server), apiEnd(runtime, server, options)]).then(
    async (end) => {
      runtime.end();
      await server.stop();
      return end;
    },
  );
  return { ended, stop: () => server.stop() };
}

async function hostEnd(server: PluginServer): Promise<PluginEnd> {
  const error = await server.closed;
  return error === undefined ? { reason: 'host_left' } : { reason: 'host_lost', error };
}

/** The loss of the API, unless the host turns out to be going as well. */
async function apiEnd(
  runtime: PluginRuntime,
  server: PluginServer,
  { clock }: RunPluginOptions,
): Promise<PluginEnd> {
  const error = await runtime.apiLost;
  const host = hostEnd(server);
  const hostIsGone = new AbortController();
  void host.then(() => hostIsGone.abort());
  await clock.sleep(apiLossGraceMs, hostIsGone.signal);
  return hostIsGone.signal.aborted ? host : { reason: 'api_lost', error };
}
