import { expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import { DueIndex } from '../../../server/store/due_index.ts';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { RunStore } from '../../../server/store/run_store.ts';
import type { HeldRun } from '../../../server/store/run_store.ts';
import { ScheduleStore } from '../../../server/store/schedule_store.ts';
import { claim, discard, takeOver } from '../../../server/store/transitions.ts';
import { UserStore } from '../../../server/store/user_store.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { summary } from '../../support/scheduler_world.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const leaseMs = 30_000;
const nine = Date.UTC(2026, 0, 5, 9);
const { id } = storedSchedule();

/** A store with one schedule whose run `node` holds. */
async function start(): Promise<{
  schedules: ScheduleStore;
  held: HeldRun;
  /** The error of a step on a run that is not ours, for which the store tries for a while. */
  failure: (step: Promise<unknown>) => Promise<unknown>;
  /** Somebody takes the run over, and holds it. */
  takenOver: (owner: string) => Promise<HeldRun>;
}> {
  const clock = new ManualClock();
  const kv = new KeyValueStore(
    new MemoryKv(clock).client((_name, _key, effect) => Promise.resolve(effect())),
    clock,
  );
  const random = seededRandomness(1);
  const schedules = new ScheduleStore(kv, new DueIndex(kv), new UserStore(kv, clock, random), {
    clock,
    random,
    log: silentLog,
    historyDays: () => 90,
  });
  const runs = new RunStore(kv, schedules, { clock, leaseMs });
  const lease = { now: clock.now(), leaseMs };
  await schedules.create(storedSchedule({ next_run_at: nine }), 10);
  const hold = async (change: Parameters<ScheduleStore['change']>[1]): Promise<HeldRun> => {
    const changed = await schedules.change(id, change);
    if (changed.status !== 'written') throw new Error('the run could not be claimed');
    return runs.hold(changed.entry, clock.monotonic());
  };
  const held = await hold((state) =>
    claim(state, {
      ...lease,
      owner: 'node',
      trigger: 'schedule',
      occurrenceAt: nine,
      window: { start: 0, end: nine },
      nextRunAt: nine + 1,
    }),
  );
  const takenOver = (owner: string): Promise<HeldRun> =>
    hold((state) => takeOver(state, state.active!, { ...lease, owner }));
  const failure = async (step: Promise<unknown>): Promise<unknown> => {
    const failed = step.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    await clock.advance(leaseMs / 10);
    return failed;
  };
  return { schedules, held, takenOver, failure };
}

const lost = { code: 'lock_lost' };

test.each(['other', 'node'])(
  'a run that %s has taken over is no longer ours in any of its steps',
  async (owner) => {
    const { held, takenOver, failure } = await start();
    const theirs = await takenOver(owner);
    expect(await failure(held.beginDelivery())).toMatchObject(lost);
    expect(await failure(held.postpone(nine, false))).toMatchObject(lost);
    const ending = { status: 'empty', summary } as const;
    expect(await failure(held.end(ending))).toMatchObject(lost);
    expect((await theirs.end(ending)).run).toMatchObject({ status: 'empty', attempts: 2 });
    await held.release();
  },
);

test('the run of a deleted schedule is no longer ours', async () => {
  const { schedules, held, failure } = await start();
  await schedules.change(id, (state) => discard(state, nine));
  expect(await failure(held.beginDelivery())).toMatchObject(lost);
  await held.release();
});

test('a run that has ended shows how, and whether its owner is to be told', async () => {
  const { held } = await start();
  expect(await held.end({ status: 'failed', reason: 'internal' })).toMatchObject({
    run: { status: 'failed', reason: 'internal' },
    noticeDue: true,
  });
});
