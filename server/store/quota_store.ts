/** How often each user has asked for a run by hand lately: one counter a user, which only compare-and-set moves. */
import * as z from 'zod';
import { Instant } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { quotaKey } from './keys.ts';
import type { KeyValueStore } from './kv.ts';
import { quotaMs } from './limits.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';

const QuotaRecord = z.object({
  /** When the first of the counted runs was asked for. */
  since: Instant,
  count: z.int().min(1),
  nonce: z.string(),
});

/** Counters that nobody adds to vanish by themselves. */
const expiry = { expireInSeconds: quotaMs / 1000 } as const;

/** See the head of the file. All methods throw `StoreError`. */
export class QuotaStore {
  readonly #kv: KeyValueStore;
  readonly #clock: Clock;
  readonly #random: Randomness;

  constructor(kv: KeyValueStore, clock: Clock, random: Randomness) {
    this.#kv = kv;
    this.#clock = clock;
    this.#random = random;
  }

  /**
   * Counts one more run, if fewer than `limit` were counted in the day that began with the first of them. Answers
   * after how many milliseconds the next will be allowed: 0 when this one is. Of two that come at once the second
   * sees the first.
   */
  async take(userId: string, limit: number): Promise<number> {
    const patience = new Patience(this.#clock, this.#random);
    const key = quotaKey(userId);
    for (;;) {
      const entry = await this.#kv.get(key, QuotaRecord);
      const now = this.#clock.now();
      // One from the future is of a clock that was wrong.
      const age = entry === undefined ? quotaMs : now - entry.value.since;
      const counted = entry !== undefined && age >= 0 && age < quotaMs ? entry.value : undefined;
      if (entry !== undefined && counted !== undefined && counted.count >= limit) {
        // What a stale read shows as spent may have been given back.
        if (await this.#kv.confirm(key, entry, expiry)) return counted.since + quotaMs - now;
      } else {
        const since = counted?.since ?? now;
        const record = { since, count: (counted?.count ?? 0) + 1, nonce: this.#random.id() };
        const written =
          entry === undefined
            ? await this.#kv.insert(key, record, expiry)
            : await this.#kv.swap(key, entry, record, expiry);
        if (written !== undefined) return 0;
      }
      await patience.wait();
    }
  }

  /** Takes back one that was counted, for a run that did not come about. */
  async giveBack(userId: string): Promise<void> {
    const patience = new Patience(this.#clock, this.#random);
    const key = quotaKey(userId);
    for (;;) {
      const entry = await this.#kv.get(key, QuotaRecord);
      if (entry === undefined) return;
      const { since, count } = entry.value;
      const record = { since, count: count - 1, nonce: this.#random.id() };
      const done =
        count === 1
          ? await this.#kv.remove(key, entry)
          : await this.#kv.swap(key, entry, record, expiry);
      if (done !== undefined && done !== false) return;
      await patience.wait();
    }
  }
}
