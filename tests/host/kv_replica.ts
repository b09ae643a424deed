/** A read replica that lags behind: what `KVGet` and `KVList` may see while atomic sets see the truth. */
import type { Clock } from '../../server/clock.ts';
import { KeyValueTable, type Collation, type KeyValueRow } from './kv_table.ts';

/** How far the replica is behind: by a number of writes, or by a time. */
export type ReplicaLag = { readonly writes: number } | { readonly ms: number };

/** One change that happened on the master. No row is a deletion. */
interface Change {
  readonly pluginId: string;
  readonly key: string;
  readonly row: KeyValueRow | undefined;
  readonly at: number;
}

/** A copy of all tables to which changes arrive late, in order. */
export class KeyValueReplica {
  readonly #lag: ReplicaLag;
  readonly #clock: Clock;
  readonly #collation: Collation;
  readonly #tables: Map<string, KeyValueTable>;
  readonly #pending: Change[] = [];

  /** Starts as a copy of `master`. Time lag is measured on the monotonic side of `clock`. */
  constructor(
    master: ReadonlyMap<string, KeyValueTable>,
    lag: ReplicaLag,
    clock: Clock,
    collation: Collation,
  ) {
    this.#lag = lag;
    this.#clock = clock;
    this.#collation = collation;
    this.#tables = new Map([...master].map(([pluginId, table]) => [pluginId, table.copy()]));
  }

  /** Takes note of a change on the master. */
  record(pluginId: string, key: string, row: KeyValueRow | undefined): void {
    this.#pending.push({ pluginId, key, row, at: this.#clock.monotonic() });
  }

  /** The plugin's rows as the replica has them now. */
  table(pluginId: string): KeyValueTable {
    this.#catchUp();
    return this.#tableOf(pluginId);
  }

  #catchUp(): void {
    const now = this.#clock.monotonic();
    for (;;) {
      const change = this.#pending[0];
      if (change === undefined) return;
      const arrived =
        'ms' in this.#lag
          ? now - change.at >= this.#lag.ms
          : this.#pending.length > this.#lag.writes;
      if (!arrived) return;
      this.#pending.shift();
      const table = this.#tableOf(change.pluginId);
      if (change.row === undefined) table.delete(change.key);
      else table.put(change.key, change.row);
    }
  }

  #tableOf(pluginId: string): KeyValueTable {
    let table = this.#tables.get(pluginId);
    if (table === undefined) {
      table = new KeyValueTable(this.#collation);
      this.#tables.set(pluginId, table);
    }
    return table;
  }
}
