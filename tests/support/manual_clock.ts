/** A clock that stands still until a test moves it. */
import type { Clock } from '../../server/clock.ts';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Wall clock and monotonic time, moved by hand; sleepers wake in the order of their times. */
export class ManualClock implements Clock {
  #wall: number;
  #elapsed = 0;
  readonly #sleepers = new Set<Sleeper>();

  /** Starts at `now`, milliseconds since 1970 UTC. */
  constructor(now = Date.UTC(2026, 0, 5, 8)) {
    this.#wall = now;
  }

  /** How many sleeps are running. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  now(): number {
    return this.#wall;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        at: this.#elapsed + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  /**
   * Lets `ms` milliseconds pass. Between two wakings, and after the last, everything that can run without time
   * passing runs.
   */
  async advance(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    await settle();
    for (;;) {
      const next = this.#earliest();
      if (next === undefined || next.at > end) break;
      this.#pass(Math.max(next.at, this.#elapsed));
      next.wake();
      await settle();
    }
    this.#pass(end);
    await settle();
  }

  /** Sets the wall clock to another time, as an administrator or a time server would; nobody wakes. */
  jumpTo(now: number): void {
    this.#wall = now;
  }

  #earliest(): Sleeper | undefined {
    let earliest: Sleeper | undefined;
    for (const sleeper of this.#sleepers) {
      if (earliest === undefined || sleeper.at < earliest.at) earliest = sleeper;
    }
    return earliest;
  }

  #pass(elapsed: number): void {
    this.#wall += elapsed - this.#elapsed;
    this.#elapsed = elapsed;
  }
}

/** Resolves after every promise reaction and every I/O event that is due now. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
