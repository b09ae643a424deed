/** One plugin on one node: activation, health pings, restarts, deactivation, as Mattermost's plugin environment does it. */
import type { Clock } from '../../../server/clock.ts';
import { describeError, type Log } from '../../../server/log.ts';
import { pluginStates } from '../../../server/mattermost/model/index.ts';
import type { RpcHandler } from '../../../server/wire/netrpc/index.ts';
import type { HostLog } from '../host_log.ts';
import { PluginProcess, PluginProcessError } from '../process/index.ts';
import { executableOf, type Bundle } from './bundle.ts';

/** Pings that must fail one after another before a plugin counts as failed. */
const pingTries = 3;
/** Failures within the window after which the plugin stays down. */
const maxFailures = 3;
/** How long a failure counts, in milliseconds. */
const failureWindowMs = 60 * 60 * 1000;

/** What a supervisor is made with. */
export interface SupervisorOptions {
  readonly node: number;
  readonly bundle: Bundle;
  readonly log: HostLog;
  readonly clock: Clock;
  /** Pause between health checks, in milliseconds. */
  readonly healthCheckMs: number;
  /** How long a process has for its handshake line, in milliseconds. */
  readonly startTimeoutMs: number;
  /** Pause between pings of the session, in milliseconds; 0 sends none. */
  readonly keepAliveMs: number;
  readonly env: () => Readonly<Record<string, string>>;
  /** The API for a process that is about to be activated. */
  readonly api: (process: PluginProcess) => ReadonlyMap<string, RpcHandler>;
  /** The plugin is down: what it had registered on the node goes. */
  readonly deactivated: () => void;
  readonly crashed: (error: Error) => void;
}

type PluginState = (typeof pluginStates)[keyof typeof pluginStates];

/**
 * Runs one plugin. Starts and stops come one after another, in the order they were asked for.
 *
 * States, as `model.PluginState…` has them: not running → starting → running → stopping → not running; starting
 * → failed to start; running → failed to stay running.
 */
export class PluginSupervisor {
  readonly #options: SupervisorOptions;
  readonly #log: Log;
  readonly #failures: number[] = [];
  #state: PluginState = pluginStates.notRunning;
  #error = '';
  #process: PluginProcess | undefined;
  #health: AbortController | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #starts = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.#log = options.log.server(options.node);
  }

  get bundle(): Bundle {
    return this.#options.bundle;
  }

  get state(): PluginState {
    return this.#state;
  }

  /** Why the plugin is not running; empty when nothing went wrong. */
  get error(): string {
    return this.#error;
  }

  /** How often a process has been started here. */
  get starts(): number {
    return this.#starts;
  }

  /** The process, also while it is being activated. */
  get process(): PluginProcess | undefined {
    return this.#process;
  }

  /** The process when it takes calls: running, not merely being activated. */
  get active(): PluginProcess | undefined {
    return this.#state === pluginStates.running ? this.#process : undefined;
  }

  /** @throws {PluginProcessError | InstallError} as a rejection; the state tells the rest. */
  activate(): Promise<void> {
    return this.#enqueue(() => this.#activate());
  }

  /** `deactivateMs` bounds the plugin's own part of it. */
  deactivate(deactivateMs = Infinity): Promise<void> {
    return this.#enqueue(() => this.#deactivate(pluginStates.notRunning, deactivateMs));
  }

  /** One health check, now; a plugin that fails it is restarted or given up, and that is waited for. */
  async checkHealth(): Promise<void> {
    const process = this.active;
    if (process === undefined || (await responds(process)) || process !== this.active) return;
    await this.#enqueue(() => this.#restart());
  }

  async #activate(): Promise<void> {
    if (this.#process !== undefined) return;
    const { bundle, env, api } = this.#options;
    this.#state = pluginStates.starting;
    this.#error = '';
    try {
      const executable = await executableOf(bundle);
      this.#starts += 1;
      const process = await PluginProcess.start({ ...this.#options, executable, env: env() });
      this.#process = process;
      await process.activate(api(process));
      this.#state = pluginStates.running;
      this.#watchHealth();
    } catch (error) {
      this.#log.error('Unable to activate plugin', {
        plugin: bundle.manifest.id,
        error: asError(error),
      });
      await this.#deactivate(pluginStates.failedToStart);
      this.#error = describeError(error);
      throw error;
    }
  }

  async #deactivate(then: PluginState, deactivateMs = Infinity): Promise<void> {
    this.#health?.abort();
    const process = this.#process;
    if (process !== undefined) {
      this.#state = pluginStates.stopping;
      await process.stop(deactivateMs);
      this.#process = undefined;
      this.#options.deactivated();
    }
    this.#state = then;
  }

  /** After a failed health check: the third failure within an hour is the last. */
  async #restart(): Promise<void> {
    const { clock, bundle } = this.#options;
    const now = clock.monotonic();
    this.#failures.push(now);
    const counted = this.#failures.slice(-maxFailures);
    this.#log.error('Health check failed for plugin', { plugin: bundle.manifest.id });
    if (counted.length === maxFailures && now - (counted[0] ?? 0) <= failureWindowMs) {
      await this.#deactivate(pluginStates.failedToStayRunning);
      return;
    }
    await this.#deactivate(pluginStates.notRunning);
    await this.#activate().catch(() => undefined);
  }

  #watchHealth(): void {
    const { clock, healthCheckMs } = this.#options;
    const alarm = new AbortController();
    this.#health = alarm;
    const watch = async (): Promise<void> => {
      for (;;) {
        await clock.sleep(healthCheckMs, alarm.signal);
        if (alarm.signal.aborted) return;
        await this.checkHealth();
      }
    };
    void watch();
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** Pings as the health check does: three tries back to back, waiting as long as the connection lives. */
async function responds(process: PluginProcess): Promise<boolean> {
  for (let tries = 0; tries < pingTries; tries += 1) {
    try {
      await process.ping();
      return true;
    } catch {
      // The next try is the answer.
    }
  }
  return false;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new PluginProcessError('activate', String(error));
}
