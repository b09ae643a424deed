/** Who was welcomed: one value a user, which only one node of a cluster gets to write. */
import * as z from 'zod';
import { Instant } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { welcomeKey } from './keys.ts';
import type { KeyValueStore } from './kv.ts';
import type { Randomness } from './randomness.ts';

const WelcomeRecord = z.object({ at: Instant, nonce: z.string() });

/** See the head of the file. All methods throw `StoreError`. */
export class WelcomeStore {
  readonly #kv: KeyValueStore;
  readonly #clock: Clock;
  readonly #random: Randomness;

  constructor(kv: KeyValueStore, clock: Clock, random: Randomness) {
    this.#kv = kv;
    this.#clock = clock;
    this.#random = random;
  }

  /** True for the first who asks, and nobody after. */
  async claim(userId: string): Promise<boolean> {
    const key = welcomeKey(userId);
    // Most have been welcomed long ago: a read is cheaper than a write that fails.
    if ((await this.#kv.get(key, WelcomeRecord)) !== undefined) return false;
    const record = { at: this.#clock.now(), nonce: this.#random.id() };
    return (await this.#kv.insert(key, record)) !== undefined;
  }

  /** Lets the next one try: the welcome did not arrive. */
  async release(userId: string): Promise<void> {
    await this.#kv.drop(welcomeKey(userId));
  }
}
