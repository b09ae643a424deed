import { beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import {
  dueEntryKey,
  quotaKey,
  welcomeKey,
  runRowKey,
  scheduleKey,
  userKey,
} from '../../../server/store/keys.ts';
import {
  DueIndex,
  KeyValueStore,
  RunStore,
  ScheduleStore,
  Sweep,
  UserStore,
} from '../../../server/store/index.ts';
import { forgottenUsers, leftoverMs, sweepEveryMs } from '../../../server/store/limits.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';
import { storedRun } from '../../support/stored_run.ts';
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
let historyDays: number;
/** Users that are gone for good, and those who were asked about. */
let gone: string[];
let asked: string[];

beforeEach(() => {
  clock = new ManualClock();
  memory = new MemoryKv(clock);
  kv = new KeyValueStore(memory.client(), clock);
  due = new DueIndex(kv);
  nodes = 0;
  historyDays = 90;
  [gone, asked] = [[], []];
  const random = seededRandomness(1);
  users = new UserStore(kv, clock, random);
  schedules = new ScheduleStore(kv, due, users, {
    clock,
    random,
    log: silentLog,
    historyDays: () => historyDays,
  });
  sweeps = [node()];
});

function node(): Sweep {
  nodes += 1;
  const random = seededRandomness(nodes + 1);
  return new Sweep({
    kv,
    due,
    schedules,
    users,
    clock,
    random,
    log: silentLog,
    gone: (ids) => {
      asked.push(...ids);
      return Promise.resolve(ids.filter((each) => gone.includes(each)));
    },
  });
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

describe('what nobody else looks after', () => {
  const day = 24 * 60 * 60 * 1000;

  /** An ended run, one a day, of which the record keeps the newest. */
  async function endRuns(count: number): Promise<void> {
    for (let number = 1; number <= count; number += 1) {
      const at = clock.now();
      const ended = storedRun({
        schedule_id: id,
        sequence: number,
        started_at: at,
        finished_at: at,
      });
      await schedules.change(id, (state) => ({
        ...state,
        sequence: number,
        recent: [ended, ...state.recent],
      }));
      await clock.advance(day);
    }
  }

  const kept = async (): Promise<number[]> =>
    ((await schedules.get(id))?.value.recent ?? []).map(({ sequence }) => sequence);

  test('ended runs leave the record when they are older than the history', async () => {
    await create();
    await endRuns(4);
    expect(await kept()).toEqual([4, 3, 2, 1]);
    historyDays = 2;
    await pass(0);
    expect(await kept()).toEqual([4]);
    await clock.advance(2 * day);
    await pass(0);
    expect(await kept()).toEqual([]);
    expect(entries()).toHaveLength(1);
  });

  test('they are not shown even before that', async () => {
    await create();
    await endRuns(6);
    const runs = new RunStore(kv, schedules, { clock, leaseMs: 30_000 });
    expect((await runs.history(id, null, 10)).runs).toHaveLength(6);
    historyDays = 3;
    const page = await runs.history(id, null, 10);
    expect(page.runs.map(({ sequence }) => sequence)).toEqual([6, 5]);
    expect(page.nextBefore).toBeNull();
  });

  test('schedules are counted, round by round', async () => {
    const [sweep] = sweeps;
    expect(await sweep!.counted()).toBeUndefined();
    const ids = Array.from({ length: 3 }, (_, index) => String(index).padStart(26, 'x'));
    for (const each of ids) {
      await schedules.create(storedSchedule({ id: each, user_id: user, next_run_at: far }), 10);
    }
    for (let number = 0; number < 300; number += 1) {
      await kv.put(`r${String(number).padStart(3, '0')}`, 1);
    }
    await pass(0);
    expect(await sweep!.counted()).toBeUndefined();
    await pass(0);
    expect(await sweep!.counted()).toEqual({ schedules: 3, at: clock.now() });
    await schedules.remove(ids[0]!);
    await pass(sweepEveryMs);
    expect(await sweep!.counted()).toEqual({ schedules: 2, at: clock.now() });
  });

  test('all that belongs to users who are gone is deleted, and nothing of others', async () => {
    const other = 'v'.repeat(26);
    await create();
    await endRuns(6);
    const kept = 'y'.repeat(26);
    const welcomed = 'x'.repeat(26);
    await schedules.create(storedSchedule({ id: kept, user_id: other, next_run_at: far }), 10);
    // What lies behind a recap that was asked for is on no list.
    await schedules.createUnlisted(storedSchedule({ id: user, user_id: user }));
    await kv.put(quotaKey(user), { since: clock.now(), count: 1, nonce: 'n' });
    // Welcomed, and without a schedule since.
    await kv.put(welcomeKey(user), { at: clock.now(), nonce: 'n' });
    await kv.put(welcomeKey(welcomed), { at: clock.now(), nonce: 'n' });
    expect(memory.keys()).toContain(runRowKey(id, 1));
    await pass(0);
    expect(asked.toSorted()).toEqual([user, other, welcomed].toSorted());
    gone = [user, welcomed];
    await pass(0);
    expect(memory.keys().filter((key) => key !== 'sweep')).toEqual([
      dueEntryKey({ at: far, scheduleId: kept, version: 1 }),
      scheduleKey(kept),
      userKey(other),
    ]);
  });

  test('users that are gone are dealt with a few at a time', async () => {
    gone = Array.from({ length: forgottenUsers + 2 }, (_, index) =>
      String(index).padStart(26, 'u'),
    );
    for (const [index, each] of gone.entries()) {
      const listed = storedSchedule({ id: String(index).padStart(26, 'x'), user_id: each });
      await schedules.create(listed, 10);
    }
    await pass(0);
    expect(memory.keys().filter((key) => key.startsWith('u'))).toHaveLength(2);
    await pass(0);
    expect(memory.keys()).toEqual(['sweep']);
  });
});
