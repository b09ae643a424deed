/** Pauses between the tries of a change that others got in the way of. */
import type { Clock } from '../clock.ts';
import { StoreError } from './errors.ts';
import { contentionMs, contentionPauseMs, maxContentionPauseMs } from './limits.ts';
import type { Randomness } from './randomness.ts';

/** Growing pauses, drawn at random so that nodes do not keep step, until there have been enough. */
export class Patience {
  readonly #clock: Clock;
  readonly #random: Randomness;
  readonly #end: number;
  #pause = contentionPauseMs;

  /** `ms`: how long in all. */
  constructor(clock: Clock, random: Randomness, ms = contentionMs) {
    this.#clock = clock;
    this.#random = random;
    this.#end = clock.monotonic() + ms;
  }

  /**
   * Waits before the next try.
   *
   * @throws {StoreError} `contended` when the waiting has been long enough, `aborted` at the signal's abort.
   */
  async wait(signal?: AbortSignal): Promise<void> {
    if (this.#clock.monotonic() >= this.#end) {
      throw new StoreError(
        'contended',
        'the stored value kept changing, or a replica stayed behind',
      );
    }
    await this.#clock.sleep(Math.round(this.#pause * (0.5 + this.#random.fraction())), signal);
    if (signal?.aborted === true)
      throw new StoreError('aborted', 'stopped', { cause: signal.reason });
    this.#pause = Math.min(this.#pause * 2, maxContentionPauseMs);
  }
}
