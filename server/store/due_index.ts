/**
 * The due index: one key per waking instant of a schedule, in key order, so that a listing's first page is what
 * is due soonest, however many schedules there are.
 *
 * The index is derived and holds hints. The record says which one entry of a schedule counts; its entry is always
 * written before the record that names it. Each carries the version of the record it was written for, and versions
 * only rise: an entry that the record does not name and whose version the record has reached is a leftover that
 * will never count again, so it can be deleted even on the word of a stale replica.
 */
import type { ScheduleRecord } from './record.ts';
import type { KeyValueStore } from './kv.ts';
import { dueEntryKey, parseDueEntryKey } from './keys.ts';
import type { DueEntry } from './keys.ts';
import { countedBacklog, leftoverMs, listPage } from './limits.ts';

/** What an entry is worth, given the record it points to. */
export type DueVerdict =
  /** The record names it. */
  | 'current'
  /** A leftover: delete it. */
  | 'dead'
  /** Its record is about to be written, or the read was stale: leave it for now. */
  | 'pending'
  /** It was pending for longer than any write takes: rewrite the record, which makes the entry dead. */
  | 'stuck';

/** What is due and not dealt with. */
export interface Backlog {
  readonly count: number;
  /** There is more than was counted. */
  readonly more: boolean;
  /** What is due for the longest time; null when nothing is. Milliseconds since 1970 UTC. */
  readonly oldestAt: number | null;
}

/** The entries of the due index. */
export class DueIndex {
  readonly #kv: KeyValueStore;

  constructor(kv: KeyValueStore) {
    this.#kv = kv;
  }

  /** Adds an entry; adding it twice is the same as once. */
  add(entry: DueEntry): Promise<void> {
    // The value says nothing: but an empty one would delete the key.
    return this.#kv.put(dueEntryKey(entry), 1);
  }

  /** Deletes an entry, if it is there. */
  remove(entry: DueEntry): Promise<void> {
    return this.#kv.drop(dueEntryKey(entry));
  }

  /** How much is due at `now`. Counting ends at `countedBacklog`. */
  async backlog(now: number): Promise<Backlog> {
    const found = await this.due(now, countedBacklog + 1, new Set());
    return {
      count: Math.min(found.length, countedBacklog),
      more: found.length > countedBacklog,
      oldestAt: found[0]?.at ?? null,
    };
  }

  /** Up to `count` entries due at `now`, soonest first, without those whose keys are in `skip`. */
  async due(now: number, count: number, skip: ReadonlySet<string>): Promise<DueEntry[]> {
    const found: DueEntry[] = [];
    for (let page = 0; ; page += 1) {
      const keys = await this.#kv.list(page, listPage);
      for (const key of keys) {
        const entry = parseDueEntryKey(key);
        if (entry === undefined || entry.at > now || found.length >= count) return found;
        if (!skip.has(key)) found.push(entry);
      }
      if (keys.length < listPage) return found;
    }
  }
}

/** Judges an entry that is due at `now` by the record it points to, undefined when there is none. */
export function judge(
  entry: DueEntry,
  record: ScheduleRecord | undefined,
  now: number,
): DueVerdict {
  const old = entry.at + leftoverMs < now;
  if (record === undefined) return old ? 'dead' : 'pending';
  if (record.due?.at === entry.at && record.due.version === entry.version) return 'current';
  if (entry.version <= record.version) return 'dead';
  return old ? 'stuck' : 'pending';
}
