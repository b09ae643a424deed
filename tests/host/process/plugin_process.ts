/** One running plugin process and the session with it: the host's side of hashicorp/go-plugin and of Mattermost's hooks. */
import type { Socket } from 'node:net';
import type { Clock } from '../../../server/clock.ts';
import { toError } from '../../../server/errors.ts';
import type { Log } from '../../../server/log.ts';
import type { ByteStream } from '../../../server/wire/bytes/index.ts';
import type { Infer, Input, Schema } from '../../../server/wire/gob/index.ts';
import {
  Broker,
  dispense,
  ping,
  quit,
  type Handshake,
} from '../../../server/wire/goplugin/index.ts';
import { Empty, RpcClient, RpcServer, type RpcHandler } from '../../../server/wire/netrpc/index.ts';
import { YamuxSession, socketTransport } from '../../../server/wire/yamux/index.ts';
import type { HostLog } from '../host_log.ts';
import { PluginProcessError } from './errors.ts';
import { dial, logStream, stayOpen } from './host_streams.ts';
import { implemented, onActivate, onDeactivate, type HookCall } from './hook_calls.ts';
import { launch, type Launched } from './launch.ts';
import { serveHttp, type PluginRequest, type ResponseSink } from './serve_http.ts';
import { StderrLog } from './stderr_log.ts';

/** How long a process has to exit after `Control.Quit`, in milliseconds, before it is killed. */
const quitTimeoutMs = 2_000;
/** What a process is started with. */
export interface PluginProcessOptions {
  readonly executable: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** How long the process has for its handshake line, in milliseconds. */
  readonly startTimeoutMs: number;
  /** Pause between the server's pings of the session, in milliseconds; 0 sends none. */
  readonly keepAliveMs: number;
  readonly node: number;
  readonly log: HostLog;
  readonly clock: Clock;
  /** Told when the plugin did what would have ended a real server. */
  readonly crashed: (error: Error) => void;
}

/** What a process and the session with it consist of. */
interface Parts {
  readonly launched: Launched;
  readonly socket: Socket;
  readonly session: YamuxSession;
  readonly broker: Broker;
  readonly control: RpcClient;
  readonly hooks: RpcClient;
  readonly names: readonly string[];
  readonly outputs: readonly ByteStream[];
  readonly log: Log;
  readonly clock: Clock;
}

/** A plugin process after its handshake. */
export class PluginProcess {
  readonly handshake: Handshake;
  /** From start to handshake line, in milliseconds. */
  readonly startMs: number;
  /** Settles when the process is gone. */
  readonly exited: Promise<void>;
  /** Settles when the connection is gone. Never rejects. */
  readonly disconnected: Promise<Error | undefined>;
  readonly #launched: Launched;
  readonly #socket: Socket;
  readonly #session: YamuxSession;
  readonly #broker: Broker;
  readonly #control: RpcClient;
  readonly #hooks: RpcClient;
  readonly #implemented: ReadonlySet<string>;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #outputs: readonly ByteStream[];
  #api: RpcServer | undefined;
  #stopping: Promise<void> | undefined;

  /**
   * Starts the executable and gets it to name its hooks.
   *
   * @throws {PluginProcessError} when it does not start or speaks another protocol; it is gone then.
   */
  static async start(options: PluginProcessOptions): Promise<PluginProcess> {
    const stderr = new StderrLog((entry) =>
      options.log.write({ node: options.node, source: 'plugin_stderr', ...entry }),
    );
    const launched = await launch({
      executable: options.executable,
      env: options.env,
      startTimeoutMs: options.startTimeoutMs,
      stderr: (chunk) => {
        try {
          stderr.push(chunk);
        } catch (error) {
          options.crashed(toError(error));
        }
      },
    });
    try {
      return await PluginProcess.#connect(launched, options);
    } catch (error) {
      launched.kill();
      throw error;
    }
  }

  static async #connect(launched: Launched, options: PluginProcessOptions): Promise<PluginProcess> {
    const { clock } = options;
    const log = options.log.server(options.node);
    const socket = await dial(launched.handshake);
    const session = new YamuxSession(socketTransport(socket), {
      role: 'client',
      log,
      clock,
      config: { keepAliveIntervalMs: options.keepAliveMs },
    });
    const broker = new Broker(session, { clock, log });
    session.onStream((stream) => broker.offer(stream));
    const control = new RpcClient(await session.open(), { clock, log, timeoutMs: Infinity });
    const stdout = await session.open();
    const stderr = await session.open();
    const write = (source: 'plugin_stdout' | 'plugin_stderr', message: string): void =>
      options.log.write({ node: options.node, source, level: 'info', message, fields: {} });
    logStream(stdout, (line) => write('plugin_stdout', line));
    logStream(stderr, (line) => write('plugin_stderr', line));
    const id = await control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
    const hooks = new RpcClient(await broker.dial(id), { clock, log, timeoutMs: Infinity });
    const names = await hooks.call(implemented.method, Empty, {}, implemented.reply);
    const parts = { launched, socket, session, broker, control, hooks, names, log, clock };
    return new PluginProcess({ ...parts, outputs: [stdout, stderr] });
  }

  private constructor(parts: Parts) {
    const { launched, socket, session, broker, control, hooks, names, outputs, log, clock } = parts;
    this.#launched = launched;
    this.#socket = socket;
    this.#session = session;
    this.#broker = broker;
    this.#control = control;
    this.#hooks = hooks;
    this.#implemented = new Set(names);
    this.#outputs = outputs;
    this.#log = log;
    this.#clock = clock;
    this.handshake = launched.handshake;
    this.startMs = launched.startMs;
    this.exited = launched.exited;
    this.disconnected = session.closed;
    void session.closed.then(() => broker.close());
  }

  get pid(): number {
    return this.#launched.pid;
  }

  /** The hooks that the plugin says it has. */
  get hookNames(): ReadonlySet<string> {
    return this.#implemented;
  }

  /**
   * `OnActivate`: offers the API and the database driver, and waits for the plugin, however long it takes.
   *
   * @throws {PluginProcessError} `activate` with the plugin's own words. A call that fails below that is only logged,
   * as the server does.
   */
  async activate(api: ReadonlyMap<string, RpcHandler>): Promise<void> {
    const apiMuxId = this.#broker.nextId();
    const driverMuxId = this.#broker.nextId();
    this.#broker.accept(apiMuxId).then(
      (stream) => (this.#api = new RpcServer(stream, api, { log: this.#log })),
      (error: unknown) =>
        this.#log.warn('plugin: api: timeout waiting for accept', { error: toError(error) }),
    );
    this.#broker.accept(driverMuxId).then(
      (stream) => stayOpen(stream),
      (error: unknown) =>
        this.#log.warn('plugin acceptAndServe error: timeout waiting for accept', {
          error: toError(error),
        }),
    );
    let result: Infer<typeof onActivate.reply> | undefined;
    try {
      result = await this.call(onActivate, { apiMuxId, driverMuxId });
    } catch (error) {
      this.#log.error('RPC call to OnActivate plugin failed.', { error: toError(error) });
    }
    const failure = result?.a;
    if (failure === undefined) return;
    const text = failure.type === '*plugin.ErrorString' ? failure.value.err : failure.type;
    throw new PluginProcessError('activate', text);
  }

  /** Calls a hook. @throws {RpcError} as a rejection. */
  call<A extends Schema, R extends Schema>(
    { method, args, reply }: HookCall<A, R>,
    value: Input<A>,
  ): Promise<Infer<R>> {
    return this.#hooks.call(method, args, value, reply);
  }

  /** Hands a request to `ServeHTTP` or `ServeMetrics`. @throws {RpcError} as a rejection. */
  serveHttp(
    hook: 'ServeHTTP' | 'ServeMetrics',
    request: PluginRequest,
    sink: ResponseSink,
  ): Promise<void> {
    return serveHttp(
      hook,
      { hooks: this.#hooks, broker: this.#broker, log: this.#log },
      request,
      sink,
    );
  }

  /** `Control.Ping`. Waits as long as the connection lives. @throws {RpcError} as a rejection when it is dead. */
  async ping(): Promise<void> {
    await this.#control.call(ping.method, ping.args, true, ping.reply);
  }

  /**
   * Ends the process: `OnDeactivate`, `Control.Quit`, the connection, and after 2 seconds the process itself.
   * `deactivateMs` bounds `OnDeactivate`. May be called twice.
   */
  stop(deactivateMs = Infinity): Promise<void> {
    this.#stopping ??= this.#stop(deactivateMs);
    return this.#stopping;
  }

  kill(): void {
    this.#launched.kill();
  }

  /** Whether the process has ended. */
  get gone(): boolean {
    return this.#launched.gone;
  }

  /** Whether the process stands still, by `pause`. */
  get paused(): boolean {
    return this.#launched.paused;
  }

  /** Stops the process in its tracks, until `resume`. */
  pause(): void {
    this.#launched.pause();
  }

  resume(): void {
    this.#launched.resume();
  }

  /** Drops the connection, as if the network had. */
  disconnect(): void {
    this.#socket.destroy();
  }

  async #stop(deactivateMs: number): Promise<void> {
    if (this.#implemented.has('OnDeactivate')) await this.#deactivate(deactivateMs);
    // go-plugin waits for this answer as long as the connection lives; here a paused process does not hold up a test.
    await this.#control
      .call(quit.method, quit.args, true, quit.reply, { timeoutMs: quitTimeoutMs })
      .catch(() => undefined);
    this.#control.close();
    for (const stream of this.#outputs) stream.end();
    this.#api?.close();
    this.#hooks.close();
    this.#broker.close();
    await this.#session.close();
    const alarm = new AbortController();
    const inTime = await Promise.race([
      this.exited.then(() => true),
      this.#clock.sleep(quitTimeoutMs, alarm.signal).then(() => false),
    ]);
    alarm.abort();
    if (!inTime) {
      this.#log.warn('plugin failed to exit gracefully');
      this.kill();
    }
    await this.exited;
    this.#socket.destroy();
  }

  async #deactivate(timeoutMs: number): Promise<void> {
    const alarm = new AbortController();
    const call = this.call(onDeactivate, {}).then(
      () => undefined,
      (error: unknown) =>
        this.#log.error('RPC call to OnDeactivate plugin failed.', { error: toError(error) }),
    );
    const late = timeoutMs === Infinity ? [] : [this.#clock.sleep(timeoutMs, alarm.signal)];
    await Promise.race([call, ...late]);
    alarm.abort();
  }
}
