/** Patience and restraint towards a service: so many calls at once, so long, so often, and none while it is down. */
import type { Clock } from '../../../clock.ts';
import { AiError } from './errors.ts';
import { Breaker } from './breaker.ts';
import { Gate } from './gate.ts';

/** Tries after the first. */
const maxRetries = 2;
/** The first pause is up to this long, in ms; each further one up to twice as long. */
const firstPauseMs = 1000;
/** Longest pause, in ms, also where the service asks for a longer one. */
const maxPauseMs = 60_000;

/** What a guard works with. */
export interface GuardOptions {
  readonly clock: Clock;
  /** A number from 0, inclusive, to 1, exclusive. */
  readonly fraction: () => number;
  /** How long one try may take, in ms. */
  readonly timeoutMs: number;
  /** Calls at once. */
  readonly concurrency: number;
}

/** Stands before one service. */
export class Guard {
  readonly #options: GuardOptions;
  readonly #gate: Gate;
  readonly #breaker: Breaker;

  constructor(options: GuardOptions) {
    this.#options = options;
    this.#gate = new Gate(options.concurrency);
    this.#breaker = new Breaker(options.clock);
  }

  /**
   * Makes a call, and makes it again where that may help.
   *
   * @throws {AiError} of the last try, or whatever the signal was aborted with.
   */
  async run<T>(call: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const leave = await this.#gate.enter(signal);
    try {
      for (let retries = 0; ; retries += 1) {
        try {
          return await this.#breaker.run(() => this.#timed(call, signal), signal);
        } catch (thrown) {
          signal.throwIfAborted();
          if (!(thrown instanceof AiError) || !thrown.retryable || retries >= maxRetries)
            throw thrown;
          await this.#options.clock.sleep(this.#pause(thrown, retries), signal);
          signal.throwIfAborted();
        }
      }
    } finally {
      leave();
    }
  }

  /** Full jitter, unless the service says itself when to come back. */
  #pause({ retryAfterMs }: AiError, retries: number): number {
    if (retryAfterMs !== undefined) return Math.min(retryAfterMs, maxPauseMs);
    return Math.min(firstPauseMs * 2 ** retries, maxPauseMs) * this.#options.fraction();
  }

  /** Does not wait for a call that does not heed its signal. */
  async #timed<T>(call: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const { clock, timeoutMs } = this.#options;
    const late = new AbortController();
    const done = new AbortController();
    const either = AbortSignal.any([signal, late.signal]);
    const timeUp = clock
      .sleep(timeoutMs, AbortSignal.any([done.signal, signal]))
      .then((): never => {
        signal.throwIfAborted();
        late.abort();
        throw new AiError('timed_out', `no answer within ${timeoutMs} ms`);
      });
    timeUp.catch(() => undefined);
    try {
      return await Promise.race([call(either), timeUp]);
    } catch (thrown) {
      signal.throwIfAborted();
      if (late.signal.aborted) return await timeUp;
      throw thrown;
    } finally {
      done.abort();
    }
  }
}
