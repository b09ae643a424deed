/**
 * The plugin's key-value store with typed JSON values.
 *
 * What `get` and `list` answer may come from a replica and be stale; only `insert`, `swap` and `remove` see the
 * truth. So every decision that matters is one of these three, and each of them gives a definite answer even when
 * a call fails after it took effect: see `#settle`.
 */
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Api } from '../mattermost/index.ts';
import { StoreError } from './errors.ts';
import { callRetryMs, callTries, maxValueBytes } from './limits.ts';

/** The calls of Mattermost's plugin API that the store is made of. */
export type KvApi = Pick<Api, 'kvGet' | 'kvList' | 'kvSetWithOptions'>;

/** A stored value, with the bytes that a compare-and-set is to compare. */
export interface Entry<T> {
  readonly value: T;
  readonly bytes: Uint8Array;
}

/** How a value is stored. */
export interface SetOptions {
  /** The value vanishes after this many seconds; absent or 0: never. */
  readonly expireInSeconds?: number;
  /** Ends the pauses between tries. */
  readonly signal?: AbortSignal;
}

/** Typed access to the key-value store. Every method throws `StoreError` with `unavailable` after its last try. */
export class KeyValueStore {
  readonly #api: KvApi;
  readonly #clock: Clock;

  constructor(api: KvApi, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /** @throws {StoreError} `corrupt` when the stored bytes do not fit the schema. */
  async get<T>(key: string, schema: z.ZodType<T>): Promise<Entry<T> | undefined> {
    const bytes = await this.#retry(() => this.#api.kvGet(key));
    if (bytes === undefined || bytes.length === 0) return undefined;
    return { value: decode(key, bytes, schema), bytes };
  }

  /** Up to `perPage` keys in key order. */
  list(page: number, perPage: number): Promise<string[]> {
    return this.#retry(() => this.#api.kvList(page, perPage));
  }

  /** Writes whatever is there. For values that are the same whoever writes them. */
  async put(key: string, value: unknown, options: SetOptions = {}): Promise<void> {
    const bytes = encode(key, value);
    await this.#retry(
      () => this.#api.kvSetWithOptions(key, bytes, expiry(options)),
      options.signal,
    );
  }

  /** Deletes whatever is there. */
  async drop(key: string): Promise<void> {
    await this.#retry(() => this.#api.kvSetWithOptions(key, undefined, {}));
  }

  /**
   * Writes if nothing is there; undefined when something was. The value's bytes must be unlike any that another
   * writer would write, or a failed call could take theirs for ours: carry a nonce.
   */
  insert<T>(key: string, value: T, options: SetOptions = {}): Promise<Entry<T> | undefined> {
    return this.#settle(key, undefined, value, options);
  }

  /** Replaces the value that was read; undefined when it is no longer there. The nonce rule of `insert` holds. */
  swap<T>(
    key: string,
    current: Entry<unknown>,
    value: T,
    options: SetOptions = {},
  ): Promise<Entry<T> | undefined> {
    return this.#settle(key, current.bytes, value, options);
  }

  /**
   * True when the value that was read is the one that is there: for verdicts that must not rest on a stale read.
   * A value that expires lasts from now on as the options say: without them for good.
   */
  confirm(key: string, read: Entry<unknown>, options: SetOptions = {}): Promise<boolean> {
    const { bytes } = read;
    const asRead = { atomic: true, oldValue: bytes, ...expiry(options) } as const;
    return this.#retry(() => this.#api.kvSetWithOptions(key, bytes, asRead), options.signal);
  }

  /**
   * Deletes the value that was read. False when another value, or none, was there; after a call that failed,
   * also when it is gone by our own doing.
   */
  remove(key: string, current: Entry<unknown>): Promise<boolean> {
    return this.#retry(() =>
      this.#api.kvSetWithOptions(key, undefined, { atomic: true, oldValue: current.bytes }),
    );
  }

  /** An atomic set whose failed calls are settled by setting the new value over itself: that works if it is there. */
  async #settle<T>(
    key: string,
    oldValue: Uint8Array | undefined,
    value: T,
    options: SetOptions,
  ): Promise<Entry<T> | undefined> {
    const bytes = encode(key, value);
    const set = (over: Uint8Array | undefined): Promise<boolean> =>
      this.#api.kvSetWithOptions(key, bytes, {
        atomic: true,
        ...(over === undefined ? {} : { oldValue: over }),
        ...expiry(options),
      });
    let doubtful = false;
    const done = await this.#retry(async () => {
      if (doubtful && (await set(bytes))) return true;
      doubtful = true;
      return set(oldValue);
    }, options.signal);
    return done ? { value, bytes } : undefined;
  }

  async #retry<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    for (let tried = 1; ; tried += 1) {
      if (signal?.aborted === true)
        throw new StoreError('aborted', 'stopped', { cause: signal.reason });
      try {
        return await call();
      } catch (cause) {
        if (tried >= callTries) {
          throw new StoreError('unavailable', 'the key-value store does not answer', { cause });
        }
        await this.#clock.sleep(callRetryMs * 2 ** (tried - 1), signal);
      }
    }
  }
}

function expiry(options: SetOptions): { expireInSeconds?: number } {
  return options.expireInSeconds === undefined ? {} : { expireInSeconds: options.expireInSeconds };
}

function encode(key: string, value: unknown): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  if (bytes.length > maxValueBytes) {
    const text = `the value of ${key} has ${bytes.length} bytes, at most ${maxValueBytes} are allowed`;
    throw new StoreError('too_large', text);
  }
  return bytes;
}

function decode<T>(key: string, bytes: Uint8Array, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(key, bytes));
  if (parsed.success) return parsed.data;
  const { error: cause } = parsed;
  throw new StoreError('corrupt', `the value of ${key} is not what it should be`, { cause });
}

function parseJson(key: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Without the cause: it quotes what users wrote, and causes are logged.
    throw new StoreError('corrupt', `the value of ${key} is no JSON`);
  }
}
