/**
 * A mutex over all nodes of the cluster.
 *
 * It keeps nodes out of each other's way; it is not what makes things happen once (compare-and-set is). Unlike the
 * mutex of Mattermost's Go library it names its owner, numbers its holders, is released only by its holder, and
 * tells a holder that has lost it.
 */
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { KeepAlive } from './keep_alive.ts';
import { fenceKey, lockKey } from './keys.ts';
import type { Entry, KeyValueStore } from './kv.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';

/** What lies under the lock's key. It is only ever compared, never read. */
interface LockRecord {
  readonly token: string;
  readonly refreshed: number;
}

const FenceRecord = z.object({ count: z.int(), nonce: z.string() });
type FenceRecord = z.infer<typeof FenceRecord>;

/** The first and the longest pause of a node that waits for the mutex, in milliseconds. */
const waitPauseMs = { first: 50, longest: 500 } as const;

/** What a holder is given. */
export interface Held {
  /** Higher than that of every holder before. */
  readonly fence: number;
  /** Aborts when the lease is lost, with a `StoreError` `lock_lost`, or the caller's own signal aborts. */
  readonly signal: AbortSignal;
}

/** What a mutex needs. */
export interface MutexOptions {
  /** Lower-case letters. */
  readonly name: string;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** After this long without a refresh the mutex is free again, in whole seconds. */
  readonly leaseSeconds?: number;
}

const defaultLeaseSeconds = 15;

/** See the head of the file. */
export class Mutex {
  readonly #kv: KeyValueStore;
  readonly #options: MutexOptions;
  readonly #leaseSeconds: number;
  #fence: Entry<FenceRecord> | undefined;

  constructor(kv: KeyValueStore, options: MutexOptions) {
    this.#kv = kv;
    this.#options = options;
    this.#leaseSeconds = options.leaseSeconds ?? defaultLeaseSeconds;
  }

  /**
   * Runs `work` while holding the mutex. Answers undefined, without running it, when others held the mutex for
   * all of `waitMs` or the signal aborted.
   *
   * @throws {StoreError} when the key-value store does not answer; whatever `work` throws.
   */
  async run<T>(
    work: (held: Held) => Promise<T>,
    options: { readonly waitMs: number; readonly signal: AbortSignal },
  ): Promise<{ readonly result: T } | undefined> {
    const taken = await this.#take(options.waitMs, options.signal);
    if (taken === undefined) return undefined;
    let { entry } = taken;
    const lease = new KeepAlive({
      clock: this.#options.clock,
      leaseMs: this.#leaseSeconds * 1000,
      since: taken.at,
      renew: async () => {
        const next = await this.#refresh(entry);
        entry = next ?? entry;
        return next !== undefined;
      },
    });
    const signal = AbortSignal.any([options.signal, lease.signal]);
    try {
      const fence = await this.#number(signal);
      return { result: await work({ fence, signal }) };
    } finally {
      await lease.stop();
      if (!lease.signal.aborted) await this.#release(entry);
    }
  }

  #refresh(entry: Entry<LockRecord>): Promise<Entry<LockRecord> | undefined> {
    const { token, refreshed } = entry.value;
    return this.#kv.swap(
      lockKey(this.#options.name),
      entry,
      { token, refreshed: refreshed + 1 },
      { expireInSeconds: this.#leaseSeconds },
    );
  }

  /** Frees the mutex if it is still ours. Never throws: a mutex that cannot be freed expires. */
  async #release(entry: Entry<LockRecord>): Promise<void> {
    const { name, log } = this.#options;
    try {
      await this.#kv.remove(lockKey(name), entry);
    } catch (thrown) {
      log.warn('a mutex could not be released and will expire', {
        mutex: name,
        error: toError(thrown),
      });
    }
  }

  async #take(waitMs: number, signal: AbortSignal): Promise<Taken | undefined> {
    const { clock, random, name } = this.#options;
    const end = clock.monotonic() + waitMs;
    let pause: number = waitPauseMs.first;
    while (!signal.aborted) {
      const at = clock.monotonic();
      const entry = await this.#kv.insert(
        lockKey(name),
        { token: random.id(), refreshed: 0 },
        { expireInSeconds: this.#leaseSeconds },
      );
      if (entry !== undefined) return { entry, at };
      if (clock.monotonic() >= end) return undefined;
      await clock.sleep(Math.round(pause * (0.5 + random.fraction())), signal);
      pause = Math.min(pause * 2, waitPauseMs.longest);
    }
    return undefined;
  }

  /** Counts the holder. The counter never expires, so numbers rise across crashes too. */
  async #number(signal: AbortSignal): Promise<number> {
    const { clock, random, name } = this.#options;
    const key = fenceKey(name);
    const patience = new Patience(clock, random);
    let entry = this.#fence ?? (await this.#kv.get(key, FenceRecord));
    for (;;) {
      const next = { count: (entry?.value.count ?? 0) + 1, nonce: random.id() };
      const written =
        entry === undefined
          ? await this.#kv.insert(key, next)
          : await this.#kv.swap(key, entry, next);
      if (written !== undefined) {
        this.#fence = written;
        return next.count;
      }
      await patience.wait(signal);
      entry = await this.#kv.get(key, FenceRecord);
    }
  }
}

/** The lock's record as it was written, and the monotonic time before that. */
interface Taken {
  readonly entry: Entry<LockRecord>;
  readonly at: number;
}
