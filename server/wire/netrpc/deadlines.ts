/** Many deadlines on one sleep, so that a call that is answered in time costs no timer of its own. */
import type { Clock } from '../../clock.ts';

/** Something that expires unless it is cancelled. */
export interface Deadline {
  /** When, on the clock's monotonic scale. */
  readonly at: number;
  readonly expire: () => void;
}

/** The longest single sleep: Node's timers overflow beyond 2^31 - 1 milliseconds. */
const longestSleepMs = 2 ** 31 - 1;

/** Given to every abort: without a reason each would make an error with a stack of its own, once a request. */
const needless = 'the sleep is not needed any more';

/**
 * A set of deadlines over one clock.
 *
 * A sleep runs until the earliest deadline known when it began. Cancelling does not touch it: it wakes in vain
 * at most once, and sleeps again only if something is left. Sleeping never keeps the process alive.
 */
export class Deadlines {
  readonly #clock: Clock;
  readonly #waiting = new Set<Deadline>();
  /** The running sleep, and the moment it ends. */
  #sleep: { readonly until: number; readonly alarm: AbortController } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `expire` once, in `ms` milliseconds, unless cancelled before. Infinity never expires. */
  start(ms: number, expire: () => void): Deadline {
    const deadline: Deadline = { at: this.#clock.monotonic() + ms, expire };
    if (deadline.at === Infinity) return deadline;
    this.#waiting.add(deadline);
    this.#sleepUntil(deadline.at);
    return deadline;
  }

  /** Forgets a deadline. Does nothing when it has expired or was cancelled before. */
  cancel(deadline: Deadline): void {
    this.#waiting.delete(deadline);
  }

  /** Forgets every deadline and ends the sleep. Deadlines may be started again afterwards. */
  stop(): void {
    this.#waiting.clear();
    this.#sleep?.alarm.abort(needless);
    this.#sleep = undefined;
  }

  /** Makes sure that the sleep ends by then. */
  #sleepUntil(until: number): void {
    if (this.#sleep !== undefined && this.#sleep.until <= until) return;
    this.#sleep?.alarm.abort(needless);
    const sleep = { until, alarm: new AbortController() };
    this.#sleep = sleep;
    const ms = Math.min(Math.max(until - this.#clock.monotonic(), 0), longestSleepMs);
    void this.#clock.sleep(ms, sleep.alarm.signal).then(() => {
      if (this.#sleep === sleep) this.#wake();
    });
  }

  #wake(): void {
    this.#sleep = undefined;
    const now = this.#clock.monotonic();
    for (const deadline of this.#waiting) {
      if (deadline.at > now) continue;
      this.#waiting.delete(deadline);
      deadline.expire();
    }
    let earliest = Infinity;
    for (const deadline of this.#waiting) earliest = Math.min(earliest, deadline.at);
    if (earliest !== Infinity) this.#sleepUntil(earliest);
  }
}
