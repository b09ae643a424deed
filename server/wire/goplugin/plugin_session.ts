/** A plugin's side of one session with its host: who gets which stream, and how it ends. */
import type { Clock } from '../../clock.ts';
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import { RpcError, RpcServer, type RpcHandler } from '../netrpc/index.ts';
import type { YamuxSession } from '../yamux/index.ts';
import { Broker } from './broker.ts';
import { controlHandlers } from './control.ts';
import { GoPluginError } from './errors.ts';
import { leaveGraceMs } from './limits.ts';
import type { OutputStream } from './output_stream.ts';

/** What the host may ask for by name, and what serves it; undefined for a name that is not known. */
export type Dispense = (
  name: string,
  broker: Broker,
) => ReadonlyMap<string, RpcHandler> | undefined;

/** What a session is served with. */
export interface PluginSessionOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly dispense: Dispense;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** The host asked for the end and has its answer. The session then ends by itself. */
  readonly onQuit?: (() => void) | undefined;
}

type State =
  | { readonly kind: 'serving' }
  | {
      readonly kind: 'leaving';
      /** Whether the host asked for it. */
      readonly asked: boolean;
      readonly alarm: AbortController;
    }
  | { readonly kind: 'over' };

/**
 * Serves one session. The host's first three streams are control, standard output and standard error; every
 * further one is brokered.
 *
 * States: serving → (Quit, or a served stream ends) leaving → over. While leaving, the host has a moment to
 * close the session itself, as it does on every orderly end.
 */
export class PluginSession {
  /**
   * Settles when the plugin has no host any more and should exit: with undefined when the host left or asked
   * for the end, with the error when something broke. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
  readonly broker: Broker;
  readonly #session: YamuxSession;
  readonly #options: PluginSessionOptions;
  readonly #servers = new Set<RpcServer>();
  #streams = 0;
  #state: State = { kind: 'serving' };
  #settleClosed: (error: Error | undefined) => void = () => undefined;

  constructor(session: YamuxSession, options: PluginSessionOptions) {
    this.#session = session;
    this.#options = options;
    this.broker = new Broker(session, options);
    this.closed = new Promise((resolve) => (this.#settleClosed = resolve));
    void session.closed.then((error) => this.#over(error));
    session.onStream((stream) => this.#take(stream));
  }

  /** Ends the session. May be called twice. */
  async close(): Promise<void> {
    this.#over(undefined);
    await this.#session.close();
  }

  #take(stream: ByteStream): void {
    const index = this.#streams;
    this.#streams += 1;
    switch (index) {
      case 0:
        this.#serve('control', stream, this.#control());
        break;
      case 1:
        this.#options.stdout.attach(stream);
        break;
      case 2:
        this.#options.stderr.attach(stream);
        break;
      default:
        this.broker.offer(stream);
    }
  }

  #control(): ReadonlyMap<string, RpcHandler> {
    return controlHandlers({
      onQuit: () => {
        this.#options.onQuit?.();
        this.#leave(undefined);
      },
      onDispense: (name) => this.#dispense(name),
    });
  }

  #dispense(name: string): number {
    const handlers = this.#options.dispense(name, this.broker);
    if (handlers === undefined) {
      throw new GoPluginError('unknown_plugin', `unknown plugin type: ${name}`);
    }
    const id = this.broker.nextId();
    this.broker.accept(id).then(
      (stream) => this.#serve(name, stream, handlers),
      (error: unknown) => {
        this.#options.log.warn('the host asked for a plugin and did not connect to it', {
          plugin: name,
          error: toError(error),
        });
      },
    );
    return id;
  }

  /** Serves a stream that the plugin cannot live without: the host never opens it again. */
  #serve(name: string, stream: ByteStream, handlers: ReadonlyMap<string, RpcHandler>): void {
    const server = new RpcServer(stream, handlers, this.#options);
    this.#servers.add(server);
    void server.closed.then((cause) => {
      this.#servers.delete(server);
      const error = new GoPluginError('closed', `the ${name} stream has ended`, { cause });
      if (cause instanceof RpcError && cause.code === 'protocol') this.#over(error);
      else this.#leave(error);
    });
  }

  /** Gives the host a moment to close the session; if it does not, `error` is why it ends here. */
  #leave(error: GoPluginError | undefined): void {
    if (this.#state.kind !== 'serving') return;
    const alarm = new AbortController();
    this.#state = { kind: 'leaving', asked: error === undefined, alarm };
    void this.#options.clock.sleep(leaveGraceMs, alarm.signal).then(() => this.#over(error));
  }

  #over(error: Error | undefined): void {
    const state = this.#state;
    if (state.kind === 'over') return;
    this.#state = { kind: 'over' };
    if (state.kind === 'leaving') state.alarm.abort();
    this.broker.close();
    for (const server of this.#servers) server.close();
    void this.#session.close();
    // A host that has asked for the end may tear the connection down as it likes.
    this.#settleClosed(state.kind === 'leaving' && state.asked ? undefined : error);
  }
}
