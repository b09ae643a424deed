/** Looks through the product's part of the key-value store for what nobody will ever use or remove: orphans. */
import { pluginId } from '../../server/contract/index.ts';
import { ScheduleRecord, UserRecord } from '../../server/store/record.ts';
import {
  dueEntryKey,
  parseDueEntryKey,
  runRowKey,
  scheduleKey,
  userKey,
} from '../../server/store/keys.ts';
import type { KeyValueStore } from '../host/index.ts';

/**
 * Keys that belong to no schedule: the server's own row with the bot's id, the counter of the mutex's holders, the
 * places of the sweep and of the nodes' words, and what is kept of users and of their messages.
 */
const standing = /^(?:mmi_botid|fence[a-z]+|sweep|nodes|[qwc][a-z0-9]{26})$/;

/** Whether a key stays when all schedules are gone. */
export function isStanding(key: string): boolean {
  return standing.test(key);
}

/** The rows that are truly there; reads that lag must have caught up. */
export interface Rows {
  keys(): readonly string[];
  /** The JSON under a key. */
  json(key: string): unknown;
}

/** The product's rows in a host's store, as a node sees them whose clock says `now`. */
export function hostRows(kv: KeyValueStore, now: number): Rows {
  return {
    keys: () => kv.list(pluginId, 0, Number.MAX_SAFE_INTEGER, now),
    json: (key): unknown => {
      const bytes = kv.get(pluginId, key, now);
      return bytes === undefined
        ? undefined
        : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
    },
  };
}

/** The record of a schedule; undefined when there is none. */
export function recordOf(rows: Rows, scheduleId: string): ScheduleRecord | undefined {
  const found = rows.json(scheduleKey(scheduleId));
  return found === undefined ? undefined : ScheduleRecord.parse(found);
}

/**
 * One line for each orphan, for a product that has nothing to do: due entries that no record names and records whose
 * entry is missing, list entries without a record and records on no list, run rows that no history leads to, locks,
 * runs that are not over, and keys of no known kind.
 */
export function orphans(rows: Rows): string[] {
  const found: string[] = [];
  const keys = new Set(rows.keys());
  const records = new Map<string, ScheduleRecord>();
  const listed = new Map<string, string>();
  for (const key of keys) {
    if (/^s[a-z0-9]{26}$/.test(key)) {
      records.set(key.slice(1), ScheduleRecord.parse(rows.json(key)));
    } else if (/^u[a-z0-9]{26}$/.test(key)) {
      for (const { id } of UserRecord.parse(rows.json(key)).schedules) {
        if (listed.has(id)) found.push(`schedule ${id} is on two lists`);
        listed.set(id, key);
      }
    }
  }
  for (const key of keys) {
    const entry = parseDueEntryKey(key);
    if (entry !== undefined) {
      const due = records.get(entry.scheduleId)?.due;
      if (due?.at !== entry.at || due.version !== entry.version) {
        found.push(`due entry ${key} is named by no record`);
      }
    } else if (/^r[a-z0-9]{36}$/.test(key)) {
      const record = records.get(key.slice(1, 27));
      const newest = record === undefined ? 0 : record.sequence;
      if (Number(key.slice(27)) < 1 || Number(key.slice(27)) > newest) {
        found.push(`run row ${key} belongs to no history`);
      }
    } else if (key.startsWith('lock')) {
      found.push(`${key} is held`);
    } else if (!/^[su][a-z0-9]{26}$/.test(key) && !standing.test(key)) {
      found.push(`${key} is a key of no known kind`);
    }
  }
  for (const [id, record] of records) found.push(...faultsOf(id, record, keys, listed));
  for (const [id, list] of listed) {
    if (!records.has(id)) found.push(`${list} lists ${id}, which has no record`);
  }
  return found;
}

function faultsOf(
  id: string,
  record: ScheduleRecord,
  keys: ReadonlySet<string>,
  listed: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  const { due, schedule, active, sequence, recent, deleted_at: deletedAt } = record;
  if (due === null && schedule.next_run_at !== null) found.push(`schedule ${id} waits for nothing`);
  if (due !== null && !keys.has(dueEntryKey({ ...due, scheduleId: id }))) {
    found.push(`schedule ${id} has no due entry`);
  }
  if (active !== null) found.push(`run ${active.run.run_key} is not over`);
  // The schedule behind a user's instant recaps has the user's id and is on no list.
  const isListed = deletedAt === null && id !== schedule.user_id;
  const list = isListed ? userKey(schedule.user_id) : undefined;
  if (listed.get(id) !== list) {
    found.push(`schedule ${id} is ${isListed ? 'not on its list' : 'on a list'}`);
  }
  const oldest = recent.at(-1)?.sequence ?? sequence + 1;
  for (let older = oldest - 1; older > 0; older -= 1) {
    if (!keys.has(runRowKey(id, older))) found.push(`run ${older} of schedule ${id} is nowhere`);
  }
  return found;
}
