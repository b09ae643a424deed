/**
 * Mattermost's key-value store for plugins, shared by all nodes of a host.
 *
 * Semantics of `SqlPluginStore` and `App.SetPluginKeyWithOptions`: times are computed on the node that asks (so
 * every operation takes its `now`), reads go to a replica that may lag, writes and atomic sets to the master.
 */
import { systemClock, type Clock } from '../../server/clock.ts';
import { AppFailure } from './app_failure.ts';
import { KeyValueReplica, type ReplicaLag } from './kv_replica.ts';
import { KeyValueTable, collations, isVisible, type Collation } from './kv_table.ts';

/** How many characters (runes) a key may have. */
const maxKeyRunes = 150;
/** How many characters (runes) a plugin id may have. */
const maxPluginIdRunes = 190;
/** Keys on a page when the caller asks for none or fewer. */
const defaultPerPage = 10;

/** `model.PluginKVSetOptions`. */
export interface KeyValueSetOptions {
  readonly atomic?: boolean;
  readonly oldValue?: Uint8Array | undefined;
  readonly expireInSeconds?: number;
}

/** What the store counts. */
export type KeyValueOperation =
  'get' | 'list' | 'set' | 'compareAndSet' | 'compareAndDelete' | 'delete' | 'deleteAll';

/** The table `PluginKeyValueStore`. */
export class KeyValueStore {
  readonly #clock: Clock;
  readonly #collation: Collation;
  readonly #tables = new Map<string, KeyValueTable>();
  readonly #counts = new Map<KeyValueOperation, number>();
  #replica: KeyValueReplica | undefined;

  /** `clock` measures the replica's lag only. */
  constructor(options: { clock?: Clock; collation?: keyof typeof collations } = {}) {
    this.#clock = options.clock ?? systemClock;
    this.#collation = collations[options.collation ?? 'C'];
  }

  /** Makes reads lag from now on; undefined lets them see the truth again. */
  lag(by: ReplicaLag | undefined): void {
    this.#replica =
      by === undefined
        ? undefined
        : new KeyValueReplica(this.#tables, by, this.#clock, this.#collation);
  }

  /** How often each operation was asked for since the start or `resetCounts`. */
  counts(): Readonly<Partial<Record<KeyValueOperation, number>>> {
    return Object.fromEntries(this.#counts);
  }

  resetCounts(): void {
    this.#counts.clear();
  }

  /** The value, or undefined when there is none, from the replica. */
  get(pluginId: string, key: string, now: number): Uint8Array | undefined {
    this.#count('get');
    const row = this.#readable(pluginId).row(key);
    return row !== undefined && isVisible(row, now) ? row.value : undefined;
  }

  /** One page of keys in the collation's order, from the replica. */
  list(pluginId: string, page: number, perPage: number, now: number): string[] {
    this.#count('list');
    const offset = Math.max(0, page * perPage);
    return this.#readable(pluginId).list(offset, perPage > 0 ? perPage : defaultPerPage, now);
  }

  /**
   * Sets, compares and sets, or deletes, as the options and an empty value say.
   *
   * @throws {AppFailure} 400 for an old value without `atomic`, and for a key or plugin id out of bounds.
   */
  set(
    pluginId: string,
    key: string,
    value: Uint8Array | undefined,
    options: KeyValueSetOptions,
    now: number,
  ): boolean {
    const given = present(value);
    const old = present(options.oldValue);
    if (options.atomic !== true && old !== undefined)
      throw invalid('plugin_kvset_options.is_valid.old_value');
    checkNames(pluginId, key);
    if (options.atomic === true) {
      return given === undefined
        ? this.#compareAndDelete(pluginId, key, old, now)
        : this.#compareAndSet(pluginId, key, given, old, expiry(options, now), now);
    }
    if (given === undefined) {
      this.delete(pluginId, key);
      return true;
    }
    this.#count('set');
    this.#put(pluginId, key, given, expiry(options, now));
    return true;
  }

  /** Deletes a key; nothing happens when it is not there. */
  delete(pluginId: string, key: string): void {
    this.#count('delete');
    this.#remove(pluginId, key);
  }

  /** Deletes all rows of a plugin, the bot's id and locks included. */
  deleteAll(pluginId: string): void {
    this.#count('deleteAll');
    for (const key of [...this.#master(pluginId).list(0, Infinity, -Infinity)]) {
      this.#remove(pluginId, key);
    }
  }

  /** Drops expired rows of all plugins, as the server's daily job does. Returns how many. */
  sweep(now: number): number {
    let dropped = 0;
    for (const table of this.#tables.values()) dropped += table.sweep(now);
    return dropped;
  }

  #compareAndSet(
    pluginId: string,
    key: string,
    value: Uint8Array,
    old: Uint8Array | undefined,
    expireAt: number,
    now: number,
  ): boolean {
    this.#count('compareAndSet');
    const row = this.#master(pluginId).row(key);
    if (old === undefined) {
      // The server deletes a row that expired before now, then inserts: a row expiring this very millisecond is in the way.
      const inTheWay = row !== undefined && (row.expireAt === 0 || row.expireAt >= now);
      if (inTheWay) return false;
    } else if (row === undefined || !isVisible(row, now) || !sameBytes(row.value, old)) {
      return false;
    }
    this.#put(pluginId, key, value, expireAt);
    return true;
  }

  #compareAndDelete(
    pluginId: string,
    key: string,
    old: Uint8Array | undefined,
    now: number,
  ): boolean {
    this.#count('compareAndDelete');
    const row = this.#master(pluginId).row(key);
    if (old === undefined || row === undefined) return false;
    if (!isVisible(row, now) || !sameBytes(row.value, old)) return false;
    this.#remove(pluginId, key);
    return true;
  }

  #put(pluginId: string, key: string, value: Uint8Array, expireAt: number): void {
    const row = { value, expireAt };
    this.#master(pluginId).put(key, row);
    this.#replica?.record(pluginId, key, row);
  }

  #remove(pluginId: string, key: string): void {
    this.#master(pluginId).delete(key);
    this.#replica?.record(pluginId, key, undefined);
  }

  #readable(pluginId: string): KeyValueTable {
    return this.#replica?.table(pluginId) ?? this.#master(pluginId);
  }

  #master(pluginId: string): KeyValueTable {
    let table = this.#tables.get(pluginId);
    if (table === undefined) {
      table = new KeyValueTable(this.#collation);
      this.#tables.set(pluginId, table);
    }
    return table;
  }

  #count(operation: KeyValueOperation): void {
    this.#counts.set(operation, (this.#counts.get(operation) ?? 0) + 1);
  }
}

/** gob cannot tell an empty `[]byte` from nil, so the server never sees an empty value. */
function present(value: Uint8Array | undefined): Uint8Array | undefined {
  return value === undefined || value.length === 0 ? undefined : value;
}

function expiry(options: KeyValueSetOptions, now: number): number {
  const seconds = options.expireInSeconds ?? 0;
  return seconds === 0 ? 0 : now + seconds * 1000;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function checkNames(pluginId: string, key: string): void {
  if (pluginId === '' || runes(pluginId) > maxPluginIdRunes) {
    throw invalid('plugin_key_value.is_valid.plugin_id');
  }
  if (key === '' || runes(key) > maxKeyRunes) throw invalid('plugin_key_value.is_valid.key');
}

function runes(text: string): number {
  return Array.from(text).length;
}

function invalid(what: string): AppFailure {
  return new AppFailure('PluginKeyValue.IsValid', `model.${what}.app_error`, 400);
}
