/** The rows of one plugin in `PluginKeyValueStore`: values by key, in the order of the database's collation. */
import { SortedKeys } from './sorted_keys.ts';

/** One row. `expireAt` is in milliseconds since 1970; 0 is never. */
export interface KeyValueRow {
  readonly value: Uint8Array;
  readonly expireAt: number;
}

/** Orders strings as one kind of database would. */
export type Collation = (a: string, b: string) => number;

const byCodeUnit: Collation = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const english = new Intl.Collator('en');

/** The collations on offer: `C` compares code units, `en` compares as a dictionary does. */
export const collations = {
  C: byCodeUnit,
  en: (a, b) => english.compare(a, b) || byCodeUnit(a, b),
} as const satisfies Record<string, Collation>;

/** Whether a row is there for a reader whose clock says `now`. */
export function isVisible(row: KeyValueRow, now: number): boolean {
  return row.expireAt === 0 || row.expireAt > now;
}

/** One plugin's rows, expired ones included until something deletes them. */
export class KeyValueTable {
  readonly #collation: Collation;
  readonly #rows = new Map<string, KeyValueRow>();
  readonly #order: SortedKeys;
  readonly #expiring = new Set<string>();

  constructor(collation: Collation) {
    this.#collation = collation;
    this.#order = new SortedKeys(collation);
  }

  /** A table of its own with the same rows. */
  copy(): KeyValueTable {
    const copy = new KeyValueTable(this.#collation);
    for (const [key, row] of this.#rows) copy.put(key, row);
    return copy;
  }

  row(key: string): KeyValueRow | undefined {
    return this.#rows.get(key);
  }

  put(key: string, row: KeyValueRow): void {
    this.#rows.set(key, row);
    this.#order.add(key);
    if (row.expireAt === 0) this.#expiring.delete(key);
    else this.#expiring.add(key);
  }

  delete(key: string): void {
    if (!this.#rows.delete(key)) return;
    this.#order.delete(key);
    this.#expiring.delete(key);
  }

  /** Up to `limit` visible keys from position `offset` among the visible ones. */
  list(offset: number, limit: number, now: number): string[] {
    const expired = new Set<string>();
    for (const key of this.#expiring) {
      const row = this.#rows.get(key);
      if (row !== undefined && !isVisible(row, now)) expired.add(key);
    }
    const keys: string[] = [];
    for (const key of this.#order.from(this.#positionOf(offset, expired))) {
      if (keys.length === limit) break;
      if (!expired.has(key)) keys.push(key);
    }
    return keys;
  }

  /** Drops expired rows, as the server's daily job does. Returns how many. */
  sweep(now: number): number {
    let dropped = 0;
    for (const key of [...this.#expiring]) {
      const row = this.#rows.get(key);
      if (row === undefined || isVisible(row, now)) continue;
      this.delete(key);
      dropped += 1;
    }
    return dropped;
  }

  /** Where the visible key number `offset` stands among all keys. */
  #positionOf(offset: number, expired: ReadonlySet<string>): number {
    let position = offset;
    for (const key of [...expired].sort(this.#collation)) {
      if (this.#order.rank(key) > position) break;
      position += 1;
    }
    return position;
  }
}
