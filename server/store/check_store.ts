/** What readers have checked off in their recaps. */
import { limits, Checks } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { checksKey, isMattermostId } from './keys.ts';
import type { KeyValueStore } from './kv.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';
import * as z from 'zod';

const ChecksRecord = z.object({ ...Checks.shape, nonce: z.string() });

/** What the store needs. */
export interface CheckStoreOptions {
  readonly clock: Clock;
  readonly random: Randomness;
  /** How long a recap's checks are remembered after the last change, in days. */
  historyDays(): number;
}

const daySeconds = 24 * 60 * 60;

/** See the head of the file. All methods throw `StoreError`. */
export class CheckStore {
  readonly #kv: KeyValueStore;
  readonly #options: CheckStoreOptions;

  constructor(kv: KeyValueStore, options: CheckStoreOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  /** The items that are checked off in a recap; may be a little stale. */
  async read(postId: string): Promise<Checks> {
    if (!isMattermostId(postId)) return { checked: [] };
    const entry = await this.#kv.get(checksKey(postId), ChecksRecord);
    return { checked: entry?.value.checked ?? [] };
  }

  /** Checks an item off, or not any more, and answers what is checked then. The oldest go beyond the limit. */
  async set(postId: string, itemId: string, checked: boolean): Promise<Checks> {
    const { clock, random } = this.#options;
    const patience = new Patience(clock, random);
    const key = checksKey(postId);
    for (;;) {
      const entry = await this.#kv.get(key, ChecksRecord);
      const others = (entry?.value.checked ?? []).filter((id) => id !== itemId);
      const wanted = checked ? [...others, itemId].slice(-limits.checksPerRecap) : others;
      const record = { checked: wanted, nonce: random.id() };
      const options = { expireInSeconds: this.#options.historyDays() * daySeconds };
      const written =
        entry === undefined
          ? await this.#kv.insert(key, record, options)
          : await this.#kv.swap(key, entry, record, options);
      if (written !== undefined) return { checked: wanted };
      await patience.wait();
    }
  }
}
