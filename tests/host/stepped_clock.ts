/** Time that goes on as usual and that a test moves ahead at will, for the host and all plugin processes at once. */
import { systemClock, type Clock } from '../../server/clock.ts';

interface Sleeper {
  /** By this clock's monotonic time. */
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A clock that can be moved ahead, its monotonic side too: to whoever reads it, that much time has passed. Sleeps
 * that have lasted long enough by then are over.
 */
export class SteppedClock implements Clock {
  #aheadMs: number;
  readonly #sleepers = new Set<Sleeper>();
  readonly #followers = new Set<(aheadMs: number) => void>();

  /** Begins at `now`, milliseconds since 1970 UTC, which must lie ahead of the machine's own time. */
  constructor(now: number) {
    this.#aheadMs = Math.round(now - systemClock.now());
  }

  /** How far this clock is ahead of the machine's own, in whole milliseconds. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  now(): number {
    return systemClock.now() + this.#aheadMs;
  }

  monotonic(): number {
    return systemClock.monotonic() + this.#aheadMs;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const over = new AbortController();
    const sleeper = { at: this.monotonic() + ms, wake: () => over.abort() };
    this.#sleepers.add(sleeper);
    const signals = signal === undefined ? [over.signal] : [over.signal, signal];
    return systemClock
      .sleep(ms, AbortSignal.any(signals))
      .finally(() => this.#sleepers.delete(sleeper));
  }

  /** Moves ahead by whole milliseconds. Followers are told before any sleeper wakes. */
  advance(ms: number): void {
    this.#aheadMs += ms;
    for (const follower of this.#followers) follower(this.#aheadMs);
    const now = this.monotonic();
    for (const sleeper of this.#sleepers) {
      if (sleeper.at <= now) sleeper.wake();
    }
  }

  /** Tells `follower` of `aheadMs`, now and whenever it changes; the returned function ends it. */
  follow(follower: (aheadMs: number) => void): () => void {
    this.#followers.add(follower);
    follower(this.#aheadMs);
    return () => void this.#followers.delete(follower);
  }
}
