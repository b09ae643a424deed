import { beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import { dueEntryKey, scheduleKey, userKey } from '../../../server/store/keys.ts';
import {
  DueIndex,
  KeyValueStore,
  ScheduleStore,
  Sweep,
  UserStore,
} from '../../../server/store/index.ts';
import { leftoverMs, sweepEveryMs } from '../../../server/store/limits.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const id = 'x'.repeat(26);
const user = 'u'.repeat(26);
const far = 5e12;

let clock: ManualClock;
let memory: MemoryKv;
let kv: KeyValueStore;
let due: DueIndex;
let users: UserStore;
let schedules: ScheduleStore;
let sweeps: Sweep[];
let nodes: number;

beforeEach(() => {
  clock = new ManualClock();
  memory = new MemoryKv(clock);
  kv = new KeyValueStore(memory.client(), clock);
  due = new DueIndex(kv);
  nodes = 0;
  const random = seededRandomness(1);
  users = new UserStore(kv, clock, random);
  schedules = new ScheduleStore(kv, due, users, {
    clock,
    random,
    log: silentLog,
    historyDays: () => 90,
  });
  sweeps = [node()];
});

function node(): Sweep {
  nodes += 1;
  const random = seededRandomness(nodes + 1);
  return new Sweep({ kv, due, schedules, users, clock, random, log: silentLog });
}

/** Lets as many pages be looked at as there is time for. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left >= 0; left -= sweepEveryMs) {
    await clock.advance(sweepEveryMs);
    for (const sweep of sweeps) sweep.kick();
    await clock.advance(0);
  }
}

async function create(): Promise<void> {
  await schedules.create(storedSchedule({ id, user_id: user, next_run_at: far }), 10);
}

function entries(): string[] {
  return memory.keys().filter((key) => /^[0-9]/.test(key));
}

describe('what a crash left behind', () => {
  test('an entry that its record has outlived goes at the next look', async () => {
    await create();
    await due.add({ at: far - 1, scheduleId: id, version: 1 });
    await pass(0);
    expect(entries()).toEqual([dueEntryKey({ at: far, scheduleId: id, version: 1 })]);
  });

  test('an entry without a record goes, but not before a record can still come', async () => {
    await due.add({ at: far, scheduleId: id, version: 1 });
    await pass(leftoverMs - 2 * sweepEveryMs);
    expect(entries()).toHaveLength(1);
    await pass(2 * sweepEveryMs);
    expect(entries()).toEqual([]);
  });

  test('an entry that was written for a change which never came goes the same way', async () => {
    await create();
    const orphan = { at: far + 1, scheduleId: id, version: 2 };
    await due.add(orphan);
    await pass(leftoverMs);
    const [left, ...others] = entries();
    expect(others).toEqual([]);
    const record = (await schedules.get(id))?.value;
    expect(left).toBe(dueEntryKey({ ...record!.due!, scheduleId: id }));
    expect(record?.version).toBe(2);
  });

  test('an entry whose record comes late is left alone', async () => {
    await due.add({ at: far, scheduleId: id, version: 1 });
    await pass(leftoverMs - 2 * sweepEveryMs);
    await create();
    await pass(2 * leftoverMs);
    expect(entries()).toHaveLength(1);
  });

  test('a record whose entry is gone gets it back', async () => {
    await create();
    const [entry] = entries();
    await kv.drop(entry!);
    await pass(0);
    expect(entries()).toEqual([entry]);
  });

  test('a record that is on no list is listed, whatever the limit', async () => {
    await create();
    await kv.drop(userKey(user));
    await pass(0);
    expect(await users.ids(user)).toEqual([id]);
  });

  test("the record of a user's instant recaps stays off the list", async () => {
    await schedules.createUnlisted(storedSchedule({ id: user, user_id: user, next_run_at: far }));
    await pass(0);
    expect(await users.ids(user)).toEqual([]);
  });

  test('a listed schedule without a record goes off the list, but not while it may be created', async () => {
    await users.enlist(user, id, 10, () => Promise.resolve(undefined));
    await pass(0);
    expect(await users.ids(user)).toEqual([id]);
    await pass(leftoverMs);
    expect(await users.ids(user)).toEqual([]);
  });

  test('a record that cannot be read keeps the walk from nothing else', async () => {
    await kv.put(scheduleKey('a'.repeat(26)), { format: 99 });
    await create();
    await kv.drop(userKey(user));
    await pass(0);
    expect(await users.ids(user)).toEqual([id]);
  });
});

describe('the walk', () => {
  test('goes page by page, begins again at the end, and counts for the whole cluster', async () => {
    for (let number = 0; number < 450; number += 1) {
      await kv.put(`z${String(number).padStart(3, '0')}`, 1);
    }
    sweeps.push(node());
    const pages: unknown[] = [];
    for (let step = 0; step < 4; step += 1) {
      await pass(0);
      pages.push(memory.json('sweep'));
    }
    expect(pages).toMatchObject([{ page: 1 }, { page: 2 }, { page: 0 }, { page: 1 }]);
  });

  test('is not held up by the claim of a clock that was wrong', async () => {
    await kv.put('sweep', { page: 0, at: clock.now() + 10 * sweepEveryMs, nonce: 'n' });
    await due.add({ at: 1, scheduleId: id, version: 1 });
    await pass(0);
    expect(entries()).toEqual([]);
  });

  test('stops, twice, and then looks at nothing more', async () => {
    await Promise.all([sweeps[0]!.stop(), sweeps[0]!.stop()]);
    await due.add({ at: 1, scheduleId: id, version: 1 });
    await pass(sweepEveryMs);
    expect(entries()).toHaveLength(1);
  });
});
