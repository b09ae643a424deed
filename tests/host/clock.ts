/** Time on one node of the stand-in: the machine's time, moved by a shift that tests may change at any moment. */
import { systemClock, type Clock } from '../../server/clock.ts';

/** A clock whose wall time runs beside another's, a settable number of milliseconds off. */
export class ShiftedClock implements Clock {
  readonly #base: Clock;
  #shiftMs = 0;

  constructor(base: Clock = systemClock) {
    this.#base = base;
  }

  /** How far this clock is ahead of its base, in milliseconds; negative is behind. */
  get shiftMs(): number {
    return this.#shiftMs;
  }

  /** Sets how far this clock is ahead of its base, in milliseconds. */
  shiftTo(ms: number): void {
    this.#shiftMs = ms;
  }

  now(): number {
    return this.#base.now() + this.#shiftMs;
  }

  monotonic(): number {
    return this.#base.monotonic();
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#base.sleep(ms, signal);
  }
}
