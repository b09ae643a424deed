/** A key-value store in memory with the semantics of Mattermost's, that can be told to lag, fail and die. */
import type { Clock } from '../../server/clock.ts';
import type { KvApi } from '../../server/store/index.ts';
import { SortedKeys } from '../host/sorted_keys.ts';

interface Row {
  readonly value: Uint8Array;
  /** Milliseconds since 1970 UTC; 0: never. */
  readonly expireAt: number;
}

/** What a client may be told to do with one of its calls. `effect` carries it out. */
export type Intercept = <T>(name: keyof KvApi, key: string, effect: () => T) => Promise<T>;

/** The rows that all nodes share. */
export class MemoryKv {
  readonly #clock: Clock;
  readonly #rows = new Map<string, Row>();
  readonly #order = new SortedKeys();
  /** Keys of rows that expire, behind the instant at which they do: soonest first. */
  readonly #expiring = new SortedKeys();
  #replica: { readonly rows: ReadonlyMap<string, Row>; readonly order: SortedKeys } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** From now on reads see what is there now; atomic sets see the truth. */
  holdReplica(): void {
    const order = new SortedKeys();
    for (const key of this.#order.from(0)) order.add(key);
    this.#replica = { rows: new Map(this.#rows), order };
  }

  /** Reads see the truth again. */
  releaseReplica(): void {
    this.#replica = undefined;
  }

  /** The keys that are truly there, in order. */
  keys(): string[] {
    return [...this.#alive(this.#rows, this.#order)];
  }

  /** The first of the keys that are truly there. */
  firstKey(): string | undefined {
    for (const key of this.#alive(this.#rows, this.#order)) return key;
    return undefined;
  }

  /** The JSON that is truly under a key. */
  json(key: string): unknown {
    const row = this.#rows.get(key);
    return row === undefined ? undefined : JSON.parse(new TextDecoder().decode(row.value));
  }

  /** The expiry of a key, milliseconds since 1970 UTC; 0: never. */
  expiry(key: string): number | undefined {
    return this.#rows.get(key)?.expireAt;
  }

  /** One node's way to the store. */
  client(intercept: Intercept = (_name, _key, effect) => Promise.resolve().then(effect)): KvApi {
    return {
      kvGet: (key) => intercept('kvGet', key, () => this.#get(key)),
      kvList: (page, perPage) => intercept('kvList', String(page), () => this.#list(page, perPage)),
      kvSetWithOptions: (key, value, options) =>
        intercept('kvSetWithOptions', key, () => this.#set(key, value, options)),
    };
  }

  #get(key: string): Uint8Array | undefined {
    const row = (this.#replica?.rows ?? this.#rows).get(key);
    return row !== undefined && this.#isAlive(row) ? row.value.slice() : undefined;
  }

  #list(page: number, perPage: number): string[] {
    const size = perPage > 0 ? perPage : 10;
    const from = page * size;
    // Where nothing has expired, nobody walks through all pages before the one that is wanted.
    if (this.#replica === undefined && !this.#hasExpired()) {
      return [...this.#order.from(from).take(size)];
    }
    const { rows, order } = this.#replica ?? { rows: this.#rows, order: this.#order };
    return [...this.#alive(rows, order).drop(from).take(size)];
  }

  #set(
    key: string,
    given: Uint8Array | undefined,
    options: Parameters<KvApi['kvSetWithOptions']>[2],
  ): boolean {
    const value = given?.length === 0 ? undefined : given;
    const oldValue = options.oldValue?.length === 0 ? undefined : options.oldValue;
    if (options.atomic === true) {
      const row = this.#rows.get(key);
      const current = row !== undefined && this.#isAlive(row) ? row.value : undefined;
      if (
        oldValue === undefined
          ? current !== undefined || value === undefined
          : !same(current, oldValue)
      ) {
        return false;
      }
    } else if (oldValue !== undefined) {
      throw new Error('an old value needs an atomic set');
    }
    const before = this.#rows.get(key);
    if (before !== undefined) this.#expiring.delete(expiryEntry(key, before.expireAt));
    if (value === undefined) {
      this.#rows.delete(key);
      this.#order.delete(key);
    } else {
      const seconds = options.expireInSeconds ?? 0;
      const expireAt = seconds === 0 ? 0 : this.#clock.now() + seconds * 1000;
      this.#rows.set(key, { value: value.slice(), expireAt });
      this.#order.add(key);
      if (expireAt !== 0) this.#expiring.add(expiryEntry(key, expireAt));
    }
    return true;
  }

  /** The keys of rows that have not expired, in order. */
  *#alive(rows: ReadonlyMap<string, Row>, order: SortedKeys): Generator<string, void, undefined> {
    for (const key of order.from(0)) {
      const row = rows.get(key);
      if (row !== undefined && this.#isAlive(row)) yield key;
    }
  }

  #hasExpired(): boolean {
    for (const entry of this.#expiring.from(0))
      return entry < expiryEntry('', this.#clock.now() + 1);
    return false;
  }

  #isAlive(row: Row): boolean {
    return row.expireAt === 0 || row.expireAt > this.#clock.now();
  }
}

/** Sorts by instant, and no instant of a test has more digits. */
function expiryEntry(key: string, at: number): string {
  return String(at).padStart(16, '0') + key;
}

function same(a: Uint8Array | undefined, b: Uint8Array): boolean {
  return a !== undefined && Buffer.compare(a, b) === 0;
}
