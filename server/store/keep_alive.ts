/** Keeps a lease alive, and tells its holder when it is lost. */
import type { Clock } from '../clock.ts';
import { StoreError } from './errors.ts';

/** What a lease needs to be kept alive. */
export interface KeepAliveOptions {
  readonly clock: Clock;
  /** How long the lease holds from the moment its renewal was begun. */
  readonly leaseMs: number;
  /** Monotonic time before the lease was first written. */
  readonly since: number;
  /**
   * Renews the lease: true when it is ours for another `leaseMs`, false when others have it. A rejection means
   * that nobody knows; it is tried again while the lease lasts.
   */
  readonly renew: () => Promise<boolean>;
}

/**
 * Renews a lease each third of its length. When others have it, or it ran out with no word from the store, the
 * signal aborts. It measures by the monotonic clock from before each write, so it never believes in a lease for
 * longer than others respect it, whatever happens to the wall clock.
 */
export class KeepAlive {
  /** Aborts with a `StoreError` `lock_lost` when the lease is lost. */
  readonly signal: AbortSignal;
  readonly #options: KeepAliveOptions;
  readonly #lost = new AbortController();
  readonly #stopped = new AbortController();
  readonly #loop: Promise<void>;
  #since: number;

  constructor(options: KeepAliveOptions) {
    this.#options = options;
    this.#since = options.since;
    this.signal = this.#lost.signal;
    this.#loop = this.#keep();
  }

  /** True while the lease is certain, and nobody has let go of it by `stop`. */
  get held(): boolean {
    return !this.#hasStopped() && !this.#lost.signal.aborted && this.#left() > 0;
  }

  /** True while the lease is certain and at least a third of it is left: less only where renewals fail. */
  get ample(): boolean {
    return this.held && this.#left() >= this.#options.leaseMs / 3;
  }

  /** Says that the lease was renewed in passing, by a write begun at this monotonic time. */
  renewed(since: number): void {
    this.#since = Math.max(this.#since, since);
  }

  /** Lets go of the lease at once, on the word of somebody who knows that it is not ours any more. */
  lose(): void {
    this.#lost.abort(new StoreError('lock_lost', 'a lease was taken away'));
    this.#stopped.abort();
  }

  /** Ends the renewals and waits for the last of them. A second call waits as well. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#loop;
  }

  #hasStopped(): boolean {
    return this.#stopped.signal.aborted;
  }

  #left(): number {
    return this.#since + this.#options.leaseMs - this.#options.clock.monotonic();
  }

  async #keep(): Promise<void> {
    const { clock, leaseMs } = this.#options;
    const third = Math.round(leaseMs / 3);
    let pause = third;
    for (;;) {
      await clock.sleep(pause, this.#stopped.signal);
      if (this.#hasStopped()) return;
      if (this.#left() > 2 * third) {
        pause = this.#left() - 2 * third;
        continue;
      }
      const outcome = await this.#renewInTime();
      if (this.#hasStopped()) return;
      if (outcome === 'taken' || this.#left() <= 0) {
        this.#lost.abort(new StoreError('lock_lost', 'a lease was lost'));
        return;
      }
      pause = outcome === 'renewed' ? third : Math.min(Math.round(third / 3), this.#left());
    }
  }

  /** One renewal, given up when the lease has run out: a call that hangs must not keep the holder believing. */
  async #renewInTime(): Promise<'renewed' | 'taken' | 'unknown'> {
    const { clock, renew } = this.#options;
    const at = clock.monotonic();
    const late = new AbortController();
    const outcome = await Promise.race([
      renew().then(
        (ours) => (ours ? 'renewed' : 'taken'),
        () => 'unknown' as const,
      ),
      clock
        .sleep(Math.max(0, this.#left()), AbortSignal.any([late.signal, this.#stopped.signal]))
        .then(() => 'unknown' as const),
    ]);
    late.abort();
    if (outcome === 'renewed') this.renewed(at);
    return outcome;
  }
}
