/** One plugin between its activation and the loss of its connection to the server. */
import type { Clock } from '../../clock.ts';
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Broker } from '../../wire/goplugin/index.ts';
import { RpcClient } from '../../wire/netrpc/index.ts';
import type { RpcHandler } from '../../wire/netrpc/index.ts';
import { createApi } from '../api/index.ts';
import type { Api } from '../api/index.ts';
import { hookHandlers } from '../hooks/index.ts';
import type { ActivationIds, Hooks } from '../hooks/index.ts';
import { apiLog, SwitchedLog } from '../log/index.ts';
import { ApiConnection } from './api_connection.ts';
import { defaultApiTimeoutMs } from './limits.ts';

/** What a plugin's hooks are made with. */
export interface PluginContext {
  /** Works from `onConfigurationChange` on; before that every call fails with `unavailable`. */
  readonly api: Api;
  /** Goes to standard error until the API works, then to the server's log. */
  readonly log: Log;
  /** Aborts when the connection to the server is lost: nothing can be done any more. */
  readonly signal: AbortSignal;
}

/** What a runtime is made with. */
export interface PluginRuntimeOptions {
  /** Makes the hooks. Called once, before the server asks which ones there are. */
  readonly hooks: (context: PluginContext) => Hooks;
  /** For the wire, and for everything until the API works. */
  readonly log: Log;
  readonly clock: Clock;
  /** How long a call of the API waits, in milliseconds; 30 seconds unless given. */
  readonly apiTimeoutMs?: number | undefined;
  /** Bytes a request's body may have; 32 MiB unless given. */
  readonly maxBodyBytes?: number | undefined;
}

/**
 * The plugin's state: made → activated (once) → over. Source of the order of activation:
 * hooksRPCServer.OnActivate in plugin/client_rpc.go.
 */
export class PluginRuntime {
  /** Settles when the API stream is gone: the server never offers it again. */
  readonly apiLost: Promise<Error | undefined>;
  readonly #options: PluginRuntimeOptions;
  readonly #connection = new ApiConnection();
  readonly #over = new AbortController();
  readonly #log: SwitchedLog;
  readonly #api: Api;
  readonly #hooks: Hooks;
  readonly #loseApi: (error: Error | undefined) => void;
  #activated = false;

  constructor(options: PluginRuntimeOptions) {
    this.#options = options;
    this.#log = new SwitchedLog(options.log);
    this.#api = createApi(this.#connection);
    const { promise, resolve } = Promise.withResolvers<Error | undefined>();
    this.apiLost = promise;
    this.#loseApi = resolve;
    const { signal } = this.#over;
    this.#hooks = options.hooks({ api: this.#api, log: this.#log, signal });
  }

  /** What the server may call, over streams that `broker` finds. */
  handlers(broker: Broker): ReadonlyMap<string, RpcHandler> {
    const { clock, maxBodyBytes } = this.#options;
    return hookHandlers(this.#hooks, {
      broker,
      clock,
      maxBodyBytes,
      log: this.#log,
      activate: (ids) => this.#activate(ids, broker),
    });
  }

  /** Ends it: the server is gone. May be called twice. */
  end(): void {
    this.#log.switchTo(this.#options.log);
    this.#over.abort();
  }

  async #activate({ apiMuxId, driverMuxId }: ActivationIds, broker: Broker): Promise<void> {
    if (this.#activated) throw new Error('the plugin has been activated already');
    this.#activated = true;
    this.#silenceDriver(driverMuxId, broker);
    await this.#connectApi(apiMuxId, broker);
    try {
      await this.#hooks.onConfigurationChange?.();
    } catch (thrown) {
      const fields = { hook: 'OnConfigurationChange', error: toError(thrown) };
      this.#log.error('a hook failed before activation', fields);
    }
    await this.#hooks.onActivate?.();
  }

  async #connectApi(id: number, broker: Broker): Promise<void> {
    const { clock, log, apiTimeoutMs = defaultApiTimeoutMs } = this.#options;
    const client = new RpcClient(await broker.dial(id), { clock, log, timeoutMs: apiTimeoutMs });
    this.#connection.attach(client);
    this.#log.switchTo(apiLog(this.#api));
    void client.closed.then((error) => {
      this.#log.switchTo(log);
      this.#loseApi(error);
    });
  }

  /**
   * Dials the server's database driver, which is not used here: left alone, the server would wait for 5 seconds
   * and then log a warning.
   */
  #silenceDriver(id: number, broker: Broker): void {
    broker.dial(id).then(
      (stream) => {
        stream.receive({
          data: (chunk) => stream.consumed(chunk.length),
          end: () => stream.end(),
          error: () => undefined,
        });
      },
      (error: unknown) => {
        this.#options.log.debug('the database driver did not answer', { error: toError(error) });
      },
    );
  }
}
