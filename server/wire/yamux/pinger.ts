/** Our own pings, and the keep-alive made of them. */
import type { Clock } from '../../clock.ts';
import type { YamuxConfig } from './config.ts';
import { YamuxError } from './errors.ts';
import { MAX_UINT32 } from './frame.ts';

/** Sends pings and matches the answers. */
export class Pinger {
  readonly #clock: Clock;
  readonly #config: YamuxConfig;
  readonly #send: (value: number) => void;
  readonly #waiting = new Map<number, () => void>();
  #next = 0;

  /** `send` puts a ping with the given value on its way. */
  constructor(clock: Clock, config: YamuxConfig, send: (value: number) => void) {
    this.#clock = clock;
    this.#config = config;
    this.#send = send;
  }

  /**
   * Asks the peer for an answer and measures it, in milliseconds.
   *
   * @throws {YamuxError} `ping_timeout`, or `session_closed` when `signal` aborts first.
   */
  async ping(signal: AbortSignal): Promise<number> {
    requireRunning(signal);
    const value = this.#next;
    this.#next = value === MAX_UINT32 ? 0 : value + 1;
    const sleep = new AbortController();
    const started = this.#clock.monotonic();
    this.#waiting.set(value, () => sleep.abort());
    this.#send(value);
    await this.#clock.sleep(this.#config.pingTimeoutMs, AbortSignal.any([signal, sleep.signal]));
    const isAnswered = !this.#waiting.delete(value);
    if (isAnswered) return this.#clock.monotonic() - started;
    requireRunning(signal);
    const limit = this.#config.pingTimeoutMs;
    throw new YamuxError('ping_timeout', `no answer to a ping within ${limit} ms`);
  }

  /** An answer arrived. One that nobody waits for is ignored. */
  answered(value: number): void {
    const wake = this.#waiting.get(value);
    this.#waiting.delete(value);
    wake?.();
  }

  /**
   * Pings again and again, until `signal` aborts.
   *
   * @throws {YamuxError} `ping_timeout` when an answer stays away.
   */
  async keepAlive(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#clock.sleep(this.#config.keepAliveIntervalMs, signal);
      try {
        await this.ping(signal);
      } catch (thrown) {
        if (thrown instanceof YamuxError && thrown.code === 'session_closed') return;
        throw thrown;
      }
    }
  }
}

function requireRunning(signal: AbortSignal): void {
  if (signal.aborted)
    throw new YamuxError('session_closed', 'no ping is answered: the session ended');
}
