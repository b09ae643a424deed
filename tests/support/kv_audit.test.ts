/** The audit's own eyes: what it must not overlook. */
import { describe, expect, test } from '@jest/globals';

import { dueEntryKey, runRowKey, scheduleKey, userKey } from '../../server/store/keys.ts';
import { recordFormat } from '../../server/store/record.ts';
import type { ScheduleRecord } from '../../server/store/record.ts';
import { orphans } from './kv_audit.ts';
import { storedSchedule } from './stored_schedule.ts';

const id = 's'.repeat(26);
const userId = 'u'.repeat(26);
const due = { at: 5000, version: 3 };

/** A record of which three runs are in rows of their own. */
function record(changes: Partial<ScheduleRecord> = {}): ScheduleRecord {
  return {
    format: recordFormat,
    version: 3,
    nonce: 'n',
    fence: 0,
    due,
    schedule: storedSchedule({ id, user_id: userId, next_run_at: due.at }),
    active: null,
    sequence: 3,
    recent: [],
    notice_at: null,
    deleted_at: null,
    ...changes,
  };
}

const rows: Readonly<Record<string, unknown>> = {
  [dueEntryKey({ ...due, scheduleId: id })]: 1,
  [scheduleKey(id)]: record(),
  [userKey(userId)]: { format: 1, nonce: 'n', schedules: [{ id, added_at: 1 }] },
  ...Object.fromEntries([1, 2, 3].map((sequence) => [runRowKey(id, sequence), 1])),
  fencetick: {},
  sweep: {},
  nodes: {},
  mmi_botid: 'b',
};

function audit(changes: Readonly<Record<string, unknown>>): string[] {
  const all = { ...rows, ...changes };
  const keys = Object.keys(all).filter((key) => all[key] !== undefined);
  return orphans({ keys: () => keys, json: (key) => all[key] });
}

describe('an audit of the store', () => {
  test('finds nothing where all is as it should be', () => {
    expect(audit({})).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    [
      'a due entry of an older version',
      { [dueEntryKey({ ...due, version: 2, scheduleId: id })]: 1 },
      /named by no record/,
    ],
    [
      'a due entry without a record',
      { [dueEntryKey({ ...due, scheduleId: 't'.repeat(26) })]: 1 },
      /named by no record/,
    ],
    [
      'a record whose due entry is gone',
      { [dueEntryKey({ ...due, scheduleId: id })]: undefined },
      /has no due entry/,
    ],
    [
      'a record that waits for nothing',
      {
        [dueEntryKey({ ...due, scheduleId: id })]: undefined,
        [scheduleKey(id)]: record({ due: null }),
      },
      /waits for nothing/,
    ],
    ['a record on no list', { [userKey(userId)]: undefined }, /not on its list/],
    ['a deleted record on its list', { [scheduleKey(id)]: record({ deleted_at: 1 }) }, /on a list/],
    [
      'a list entry without a record',
      {
        [userKey('v'.repeat(26))]: {
          format: 1,
          nonce: 'n',
          schedules: [{ id: 't'.repeat(26), added_at: 1 }],
        },
      },
      /has no record/,
    ],
    [
      'a schedule on two lists',
      { [userKey('v'.repeat(26))]: { format: 1, nonce: 'n', schedules: [{ id, added_at: 1 }] } },
      /on two lists/,
    ],
    ['a run row of no schedule', { [runRowKey('t'.repeat(26), 1)]: 1 }, /belongs to no history/],
    ['a run row that is ahead of its schedule', { [runRowKey(id, 4)]: 1 }, /belongs to no history/],
    ['a run that is nowhere', { [runRowKey(id, 2)]: undefined }, /run 2 .* is nowhere/],
    ['a mutex that is held', { locktick: {} }, /is held/],
    ['a key of no known kind', { xyz: 1 }, /no known kind/],
  ])('finds %s', (_, changes, complaint) => {
    const found = audit(changes);
    expect(found.join('\n')).toMatch(complaint);
  });
});
