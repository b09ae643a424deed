/** Long computations cut into slices, so that the event loop gets its turn. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../clock.ts';

/** How long one slice of work may take before the event loop gets its turn, in ms. */
const sliceMs = 5;

/** Called between small steps of a long computation; hands the event loop its turn when a slice is used up. */
export interface Pacer {
  /**
   * Waits for the next turn of the event loop if the slice is used up.
   *
   * @throws whatever the signal was aborted with.
   */
  step(): Promise<void>;
  /** True when `step` would wait; lets a hot loop skip the await. */
  due(): boolean;
}

/** A pacer on `clock` that stops the work when `signal` aborts. */
export function createPacer(clock: Pick<Clock, 'monotonic'>, signal: AbortSignal): Pacer {
  let started = clock.monotonic();
  const due = (): boolean => signal.aborted || clock.monotonic() - started >= sliceMs;
  return {
    due,
    step: async () => {
      signal.throwIfAborted();
      if (!due()) return;
      await nextTurn();
      started = clock.monotonic();
      signal.throwIfAborted();
    },
  };
}
