/** A plugin process from the handshake to the end of its host. */
import type { Socket } from 'node:net';
import type { Clock } from '../../clock.ts';
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { socketTransport, YamuxSession } from '../yamux/index.ts';
import { checkEnvironment, type Environment, type MagicCookie } from './environment.ts';
import { formatHandshake, type Handshake } from './handshake.ts';
import { fallbackSocketDirectory } from './limits.ts';
import { listen, type Listener, type ListenMode } from './listener.ts';
import { OutputStream } from './output_stream.ts';
import { PluginSession, type Dispense } from './plugin_session.ts';

/** What a plugin is served with. Nothing else is read from the process or written to it. */
export interface ServeOptions {
  readonly env: Environment;
  readonly cookie: MagicCookie;
  /** Version of the application's protocol that `dispense` serves. */
  readonly appVersion: number;
  /** The process's standard output: gets the handshake line and nothing else, ever. */
  readonly stdout: { write(line: string): unknown };
  /** Where the socket's directory is made, unless the host says otherwise. */
  readonly temporaryDirectory: string;
  readonly log: Log;
  readonly clock: Clock;
  readonly dispense: Dispense;
  /** `launch` unless given; see `ListenMode`. */
  readonly mode?: ListenMode;
  /** The host asked for the end and has its answer; `closed` settles soon after. */
  readonly onQuit?: () => void;
}

/** A plugin that is being served. */
export interface PluginServer {
  readonly handshake: Handshake;
  /**
   * Settles when there is no host any more and the process should exit: with undefined when it left, asked for
   * the end, or `stop` was called; with the error when something broke. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
  /** Text for the host's log, marked there as the plugin's standard output. */
  readonly stdout: OutputStream;
  /** Text for the host's log, marked there as the plugin's standard error. */
  readonly stderr: OutputStream;
  /** Ends everything and removes the socket. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Checks the environment, listens, and prints the handshake line: from then on the host may connect, and it is
 * served until it leaves. Resolves once the line is printed; a host waits 3 seconds for it.
 *
 * @throws {GoPluginError} `cookie`, `environment` or `listen`, as a rejection; nothing was printed then.
 */
export async function servePlugin(options: ServeOptions): Promise<PluginServer> {
  const environment = checkEnvironment(options.env, options.cookie);
  const offered = environment.protocolVersions;
  if (offered.length > 0 && !offered.includes(options.appVersion)) {
    // Not an error here: the host knows what it can do with the version and says so.
    options.log.warn('the host offers no protocol version that is served here', {
      offered: offered.join(', '),
      served: options.appVersion,
    });
  }
  const preferred = environment.socketDirectory ?? options.temporaryDirectory;
  const listener = await listen(
    [preferred, fallbackSocketDirectory],
    options.mode ?? 'launch',
    options.clock,
  );
  return new ListeningPlugin(listener, options);
}

class ListeningPlugin implements PluginServer {
  readonly handshake: Handshake;
  readonly closed: Promise<Error | undefined>;
  readonly stdout = new OutputStream();
  readonly stderr = new OutputStream();
  readonly #listener: Listener;
  readonly #options: ServeOptions;
  #session: PluginSession | undefined;
  #stopping = false;

  constructor(listener: Listener, options: ServeOptions) {
    this.#listener = listener;
    this.#options = options;
    this.handshake = { appVersion: options.appVersion, network: 'unix', address: listener.path };
    options.stdout.write(formatHandshake(this.handshake));
    this.closed = this.#serve();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#listener.close();
    await this.#session?.close();
  }

  async #serve(): Promise<Error | undefined> {
    let socket: Socket;
    try {
      socket = await this.#listener.host;
    } catch (error) {
      return this.#stopping ? undefined : toError(error);
    }
    const { clock, log, dispense, onQuit } = this.#options;
    const mux = new YamuxSession(socketTransport(socket), { role: 'server', log, clock });
    const { stdout, stderr } = this;
    this.#session = new PluginSession(mux, { clock, log, dispense, onQuit, stdout, stderr });
    return this.#session.closed;
  }
}
