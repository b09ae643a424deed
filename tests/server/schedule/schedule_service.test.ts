import { describe, expect, test } from '@jest/globals';
import { ScheduleInput } from '../../../server/contract/index.ts';
import type { ScheduleReplacement } from '../../../server/contract/index.ts';
import { ScheduleError, scheduleWordsFor } from '../../../server/schedule/index.ts';
import { SchedulerWorld, input } from '../../support/scheduler_world.ts';
import type { Node, NodeOptions } from '../../support/scheduler_world.ts';
import { restorableMs } from '../../../server/store/index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);
const other = { userId: 'o'.repeat(26), timezone: 'UTC' };

function start(): {
  world: SchedulerWorld;
  node: Node;
  service: Node['scheduler']['service'];
  runs: Node['scheduler']['runs'];
} {
  const world = new SchedulerWorld();
  const node = world.start('node');
  return { world, node, service: node.scheduler.service, runs: node.scheduler.runs };
}

async function soon<T>(world: SchedulerWorld, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await world.clock.advance(2000);
  return promise;
}

async function refusal(world: SchedulerWorld, promise: Promise<unknown>): Promise<object> {
  try {
    await soon(world, promise);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(ScheduleError);
    const { code, field, limit, retryAfterSeconds } = thrown as ScheduleError;
    return { code, field, limit, retryAfterSeconds };
  }
  throw new Error('it was granted');
}

async function list(
  world: SchedulerWorld,
  service: Node['scheduler']['service'],
): Promise<string[]> {
  const { schedules } = await soon(world, service.list(world.owner.userId, 0, 20));
  return schedules.map(({ id }) => id);
}

function replacement(revision: number, changes: Partial<ScheduleInput> = {}): ScheduleReplacement {
  return { ...input(changes), revision };
}

describe('creating', () => {
  test('fills in what the input leaves out, from the profile and the clock', async () => {
    const { world, service } = start();
    const bare = ScheduleInput.parse({
      title: ' Mornings ',
      recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['09:00'] },
      channel_ids: ['c'.repeat(26)],
    });
    const owner = { ...world.owner, timezone: 'Europe/Berlin' };
    const schedule = await soon(world, service.create(owner, bare));
    expect(schedule).toMatchObject({
      title: 'Mornings',
      timezone: 'Europe/Berlin',
      user_id: owner.userId,
      enabled: true,
      revision: 1,
      next_run_at: Date.UTC(2026, 0, 6, 8),
      window_start: Date.UTC(2026, 0, 5, 8),
      recurrence: { anchor_date: '2026-01-06' },
      running: false,
    });
    expect(service.describe(schedule, scheduleWordsFor('en'))).toMatchObject({
      description: 'Every weekday at 9:00 AM (Europe/Berlin)',
      next_runs: [6, 7, 8].map((date) => Date.UTC(2026, 0, date, 8)),
    });
    await world.stop();
  });

  test('a paused schedule has no next run', async () => {
    const { world, service } = start();
    const schedule = await soon(world, service.create(world.owner, input({ enabled: false })));
    expect(schedule.next_run_at).toBeNull();
    expect(service.describe(schedule, scheduleWordsFor('en')).next_runs).toEqual([]);
    await world.clock.advance(day);
    expect(world.messages).toEqual([]);
    await world.stop();
  });

  test('refuses a time that has passed', async () => {
    const { world, service } = start();
    const at = { date: '2026-01-05', time_of_day: '08:59' };
    const late = input({ recurrence: { type: 'once', at } });
    expect(await refusal(world, service.create(world.owner, late))).toEqual({
      code: 'invalid',
      field: 'recurrence.at',
      limit: undefined,
    });
    await world.stop();
  });

  test('refuses more channels than are allowed', async () => {
    const { world, service } = start();
    const ids = Array.from({ length: 21 }, (_, index) => String(index).padStart(26, 'c'));
    const many = service.create(world.owner, input({ channel_ids: ids }));
    expect(await refusal(world, many)).toEqual({
      code: 'invalid',
      field: 'channel_ids',
      limit: 20,
    });
    await world.stop();
  });

  test('refuses the eleventh, also when they come at once, and lets one in when one goes', async () => {
    const { world, service } = start();
    const wanted = Array.from({ length: 12 }, () => service.create(world.owner, input()));
    const results = Promise.allSettled(wanted);
    await world.clock.advance(10_000);
    const settled = await results;
    const granted = settled.filter(({ status }) => status === 'fulfilled');
    expect(granted).toHaveLength(10);
    expect(await refusal(world, service.create(world.owner, input()))).toEqual({
      code: 'limit',
      field: undefined,
      limit: 10,
    });
    const { schedules, total } = await soon(world, service.list(world.owner.userId, 0, 4));
    expect(schedules).toHaveLength(4);
    expect(total).toBe(10);
    await soon(world, service.delete(world.owner.userId, schedules[0]!.id));
    await soon(world, service.create(world.owner, input()));
    expect((await soon(world, service.list(world.owner.userId, 2, 4))).schedules).toHaveLength(2);
    await world.stop();
  });

  test('finished one-offs do not count, and only the newest twenty stay', async () => {
    const { world, service } = start();
    const now = input({ recurrence: { type: 'once', at: 'now' } });
    for (let made = 0; made < 25; made += 1) await soon(world, service.create(world.owner, now));
    expect(world.messages).toHaveLength(25);
    const { total } = await soon(world, service.list(world.owner.userId, 0, 100));
    expect(total).toBe(21);
    expect(world.keys().filter((key) => key.startsWith('s'))).toHaveLength(21);
    await world.stop();
  });
});

describe('owners', () => {
  test('see and touch only their own', async () => {
    const { world, service, runs } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    const not = { code: 'not_found' };
    expect(await refusal(world, service.read(other.userId, id))).toMatchObject(not);
    expect(await refusal(world, service.delete(other.userId, id))).toMatchObject(not);
    expect(await refusal(world, runs.runNow(other.userId, id))).toMatchObject(not);
    expect(await refusal(world, runs.history(other.userId, id, null, 5))).toMatchObject(not);
    expect(await refusal(world, service.replace(other, id, replacement(1)))).toMatchObject(not);
    expect(await refusal(world, service.read(world.owner.userId, 'x'.repeat(26)))).toMatchObject(
      not,
    );
    expect(await soon(world, service.list(other.userId, 0, 5))).toEqual({
      schedules: [],
      total: 0,
    });
    await world.stop();
  });
});

describe('replacing', () => {
  test('needs the current revision', async () => {
    const { world, service } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    const changed = await soon(
      world,
      service.replace(world.owner, id, replacement(1, { title: 'Evening' })),
    );
    expect(changed).toMatchObject({ title: 'Evening', revision: 2 });
    expect(await refusal(world, service.replace(world.owner, id, replacement(1)))).toMatchObject({
      code: 'conflict',
      field: 'revision',
    });
    await world.stop();
  });

  test('of the title alone does not lose an occurrence that is due this moment', async () => {
    const { world, node, service } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    await soon(world, node.scheduler.stop());
    await world.clock.advance(minute);
    const title = replacement(1, { title: 'Evening' });
    await soon(world, service.replace(world.owner, id, title));
    world.start('later');
    await world.clock.advance(minute);
    expect(world.messages).toMatchObject([{ runKey: `${id}-${nine}` }]);
    await world.stop();
  });

  test('of the times computes the next run from now, and keeps the zone when none is given', async () => {
    const { world, service } = start();
    const { id } = await soon(
      world,
      service.create(world.owner, input({ timezone: 'Asia/Tokyo' })),
    );
    const recurrence = {
      type: 'weekly',
      days_of_week: 127,
      every_weeks: 1,
      times_of_day: ['20:00'],
      anchor_date: null,
    } as const;
    const wanted = replacement(1, { recurrence: { ...recurrence, times_of_day: ['20:00'] } });
    delete wanted.timezone;
    const changed = await soon(world, service.replace(world.owner, id, wanted));
    expect(changed).toMatchObject({
      timezone: 'Asia/Tokyo',
      next_run_at: Date.UTC(2026, 0, 5, 11),
    });
    await world.stop();
  });

  test('pauses and resumes without a burst; the window reaches back over the pause', async () => {
    const { world, service } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    await world.clock.advance(minute);
    await soon(world, service.replace(world.owner, id, replacement(1, { enabled: false })));
    await world.clock.advance(3 * day);
    expect(world.messages).toHaveLength(1);
    const resumed = await soon(world, service.replace(world.owner, id, replacement(2)));
    expect(resumed.next_run_at).toBe(nine + 4 * day);
    await world.clock.advance(day);
    expect(world.messages).toHaveLength(2);
    expect(world.messages[1]?.windowStart).toBe(world.messages[0]?.windowEnd);
    await world.stop();
  });

  test('makes a finished one-off run again, if the limit allows', async () => {
    const { world, service } = start();
    const now = input({ recurrence: { type: 'once', at: 'now' } });
    const { id } = await soon(world, service.create(world.owner, now));
    for (let made = 0; made < 10; made += 1)
      await soon(world, service.create(world.owner, input()));
    const again = { ...now, revision: 1 };
    expect(await refusal(world, service.replace(world.owner, id, again))).toMatchObject({
      code: 'limit',
    });
    const { schedules } = await soon(world, service.list(world.owner.userId, 0, 20));
    await soon(world, service.delete(world.owner.userId, schedules[3]!.id));
    await soon(world, service.replace(world.owner, id, again));
    expect(world.messages.filter(({ runKey }) => runKey.startsWith(id))).toHaveLength(2);
    await world.stop();
  });
});

describe('running now', () => {
  test('delivers at once, moves the window and leaves the next run alone', async () => {
    const { world, service, runs } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    const run = await soon(world, runs.runNow(world.owner.userId, id));
    expect(run).toMatchObject({ trigger: 'manual', attempts: 1 });
    expect(world.messages).toHaveLength(1);
    await world.clock.advance(minute);
    expect(world.messages).toHaveLength(2);
    expect(world.messages[1]?.windowStart).toBe(world.messages[0]?.windowEnd);
    expect(await soon(world, service.read(world.owner.userId, id))).toMatchObject({
      run_count: 2,
      next_run_at: nine + day,
    });
    await world.stop();
  });

  test('covers the last day of a one-off that is far ahead, whose own window stays', async () => {
    const { world, service, runs } = start();
    const at = { date: '2026-01-08', time_of_day: '09:00' };
    const once = input({ recurrence: { type: 'once', at } });
    const { id, next_run_at: due } = await soon(world, service.create(world.owner, once));
    await soon(world, runs.runNow(world.owner.userId, id));
    expect(world.messages[0]!.windowEnd - world.messages[0]!.windowStart).toBe(day);
    await world.clock.advance(3 * day + hour);
    expect(world.messages[1]).toMatchObject({ windowStart: due! - day });
    await world.stop();
  });

  test('is refused while a run is busy', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node', { run: () => new Promise(() => undefined) });
    const { service, runs } = node.scheduler;
    const { id } = await soon(world, service.create(world.owner, input()));
    await soon(world, runs.runNow(world.owner.userId, id));
    const again = runs.runNow(world.owner.userId, id);
    expect(await refusal(world, again)).toMatchObject({ code: 'busy' });
    expect(await soon(world, service.read(world.owner.userId, id))).toMatchObject({
      running: true,
    });
    await world.stop();
  });

  test('counts none that is refused while another begins', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node', {
      run: () => new Promise(() => undefined),
      runsByHandPerDay: 10,
    });
    const { service, runs } = node.scheduler;
    const { userId } = world.owner;
    const ids = [await soon(world, service.create(world.owner, input()))];
    ids.push(await soon(world, service.create(world.owner, input())));
    const presses = Array.from({ length: 10 }, () => runs.runNow(userId, ids[0]!.id));
    const settled = Promise.allSettled(presses);
    await world.clock.advance(20_000);
    expect((await settled).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { id } = ids[1]!;
    for (let run = 2; run <= 10; run += 1) {
      await soon(world, runs.runNow(userId, id));
      await soon(world, runs.cancel(userId, id));
    }
    expect(await refusal(world, runs.runNow(userId, id))).toMatchObject({ code: 'limit' });
    await world.stop();
  });
});

describe('a recap at once', () => {
  const wanted = { title: 'Dev: the last day', channel_ids: ['d'.repeat(26)] };

  test('is begun at once, of the last day, and is on no list', async () => {
    const { world, service, runs } = start();
    const run = await soon(world, runs.recapNow(world.owner, wanted));
    expect(run).toMatchObject({ trigger: 'manual', attempts: 1 });
    const [message] = world.messages;
    expect(message!.windowEnd - message!.windowStart).toBe(day);
    expect(await soon(world, service.list(world.owner.userId, 0, 10))).toMatchObject({ total: 0 });
    await world.stop();
  });

  test('counts towards no limit, in either direction', async () => {
    const { world, service, runs } = start();
    for (let made = 0; made < 10; made += 1)
      await soon(world, service.create(world.owner, input()));
    await soon(world, runs.recapNow(world.owner, wanted));
    expect(world.messages).toHaveLength(1);
    await soon(world, service.delete(world.owner.userId, (await list(world, service))[0]!));
    await soon(world, service.create(world.owner, input()));
    await world.stop();
  });

  test('takes one record however often it is asked for, which goes in time', async () => {
    const { world, runs } = start();
    for (let asked = 0; asked < 3; asked += 1)
      await soon(world, runs.recapNow(world.owner, wanted));
    expect(new Set(world.messages.map(({ runKey }) => runKey)).size).toBe(3);
    expect(world.keys().filter((key) => key.startsWith('s'))).toHaveLength(1);
    await world.clock.advance(day);
    expect(world.messages).toHaveLength(3);
    world.clock.jumpTo(nine + 31 * day);
    await world.clock.advance(2 * minute);
    expect(world.keys()).toEqual([]);
    await world.stop();
  });

  test('is refused while the last one is at work, for nobody else', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node', { run: () => new Promise(() => undefined) });
    const { runs } = node.scheduler;
    await soon(world, runs.recapNow(world.owner, wanted));
    const again = runs.recapNow(world.owner, wanted);
    expect(await refusal(world, again)).toMatchObject({ code: 'busy' });
    await soon(world, runs.recapNow(other, wanted));
    await world.stop();
  });

  test('is refused for too many channels', async () => {
    const { world, runs } = start();
    const ids = Array.from({ length: 21 }, (_, index) => String(index).padStart(26, 'c'));
    const asking = runs.recapNow(world.owner, { ...wanted, channel_ids: ids });
    expect(await refusal(world, asking)).toMatchObject({ code: 'invalid', limit: 20 });
    await world.stop();
  });

  test('cannot be turned into a schedule of its own', async () => {
    const { world, service, runs } = start();
    await soon(world, runs.recapNow(world.owner, wanted));
    const { userId } = world.owner;
    const replacing = service.replace(world.owner, userId, replacement(2));
    expect(await refusal(world, replacing)).toMatchObject({ code: 'not_found' });
    expect(await refusal(world, service.read(userId, userId))).toMatchObject({ code: 'not_found' });
    await world.stop();
  });

  test('is taken over where its node died', async () => {
    const world = new SchedulerWorld();
    const dying = world.start('dying', {
      fault: (_, name) => (name === 'createPost' ? 'die_before' : 'none'),
    });
    world.start('heir');
    await soon(world, dying.scheduler.runs.recapNow(world.owner, wanted));
    await world.clock.advance(3 * minute);
    expect(world.messages.map(({ node }) => node)).toEqual(['heir']);
    await world.stop();
  });
});

describe('pausing all', () => {
  test('pauses what could run, once', async () => {
    const { world, service } = start();
    await soon(world, service.create(world.owner, input()));
    await soon(world, service.create(world.owner, input({ enabled: false })));
    await soon(world, service.pauseAll(world.owner.userId));
    await soon(world, service.pauseAll(world.owner.userId));
    const { schedules } = await soon(world, service.list(world.owner.userId, 0, 10));
    expect(schedules).toMatchObject([
      { enabled: false, next_run_at: null, revision: 2 },
      { enabled: false, next_run_at: null, revision: 1 },
    ]);
    await world.clock.advance(day);
    expect(world.messages).toEqual([]);
    await world.stop();
  });
});

/** A handler that works until it is told to stop, and then tries to deliver all the same. */
function stubborn(): { run: NonNullable<NodeOptions['run']>; refused: Promise<unknown> } {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  return {
    refused: promise,
    run: async (claim, signal) => {
      await new Promise((wake) => signal.addEventListener('abort', wake));
      await claim.beginDelivery().catch(resolve);
      throw new Error('lost');
    },
  };
}

describe('deleting', () => {
  test('takes everything along when it cannot be undone any more, and a busy run at once', async () => {
    const world = new SchedulerWorld();
    const { run, refused } = stubborn();
    const node = world.start('node', { run });
    const { service, runs } = node.scheduler;
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    await world.clock.advance(minute);
    await soon(world, service.delete(userId, id));
    expect(await refused).toMatchObject({ code: 'claim_lost' });
    for (const gone of [service.read(userId, id), runs.runNow(userId, id)]) {
      expect(await refusal(world, gone)).toMatchObject({ code: 'not_found' });
    }
    expect((await soon(world, service.list(userId, 0, 10))).total).toBe(0);
    await world.clock.advance(restorableMs + minute);
    expect(world.keys()).toEqual([]);
    await world.clock.advance(day);
    expect(world.keys()).toEqual([]);
    expect(node.errors).toEqual([]);
    expect(world.messages).toEqual([]);
    await world.stop();
  });

  test('can be undone: the schedule goes on as it was, with its history', async () => {
    const { world, service, runs } = start();
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    await world.clock.advance(hour);
    await soon(world, service.delete(userId, id));
    const restored = await soon(world, service.restore(userId, id));
    expect(restored).toMatchObject({ id, enabled: true, next_run_at: nine + day, run_count: 1 });
    expect((await soon(world, runs.history(userId, id, null, 5))).runs).toHaveLength(1);
    await world.clock.advance(day);
    expect(world.messages).toHaveLength(2);
    expect(world.messages[1]?.windowStart).toBe(world.messages[0]?.windowEnd);
    await world.stop();
  });

  test('can be undone for some minutes, by its owner, within the limit', async () => {
    const { world, service } = start();
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    await soon(world, service.delete(userId, id));
    const byOther = service.restore(other.userId, id);
    expect(await refusal(world, byOther)).toMatchObject({ code: 'not_found' });
    for (let count = 0; count < 10; count += 1) {
      await soon(world, service.create(world.owner, input()));
    }
    expect(await refusal(world, service.restore(userId, id))).toMatchObject({ code: 'limit' });
    await world.clock.advance(restorableMs + minute);
    expect(await refusal(world, service.restore(userId, id))).toMatchObject({ code: 'not_found' });
    await world.stop();
  });

  test("a one-off that is done with takes nobody's place when it comes back", async () => {
    const { world, service } = start();
    const { userId } = world.owner;
    const recurrence = { type: 'once', at: 'now' } as const;
    const { id } = await soon(world, service.create(world.owner, input({ recurrence })));
    await world.clock.advance(2 * minute);
    await soon(world, service.delete(userId, id));
    for (let count = 0; count < 9; count += 1) {
      await soon(world, service.create(world.owner, input()));
    }
    expect((await soon(world, service.restore(userId, id))).finished_at).not.toBeNull();
    await soon(world, service.create(world.owner, input()));
    expect(await refusal(world, service.create(world.owner, input()))).toMatchObject({
      code: 'limit',
    });
    expect(await list(world, service)).toContain(id);
    await world.stop();
  });

  test('a one-off whose time passed meanwhile comes back as done with', async () => {
    const { world, service } = start();
    const recurrence = { type: 'once', at: { date: '2026-01-05', time_of_day: '09:00' } } as const;
    const { id } = await soon(world, service.create(world.owner, input({ recurrence })));
    await soon(world, service.delete(world.owner.userId, id));
    await world.clock.advance(2 * minute);
    const restored = await soon(world, service.restore(world.owner.userId, id));
    expect(restored).toMatchObject({ enabled: false, next_run_at: null });
    expect(restored.finished_at).not.toBeNull();
    expect(world.messages).toEqual([]);
    await world.stop();
  });
});

describe('asking for runs', () => {
  test('is limited by day, on all ways together, and says how long to wait', async () => {
    const world = new SchedulerWorld();
    const { service, runs } = world.start('node', { runsByHandPerDay: 3 }).scheduler;
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    const firstAt = world.clock.now();
    await soon(world, runs.runNow(userId, id));
    const wanted = { title: 'Now', channel_ids: ['c'.repeat(26)] };
    await soon(world, runs.recapNow(world.owner, wanted));
    await soon(world, runs.runNow(userId, id));
    for (const more of [() => runs.runNow(userId, id), () => runs.recapNow(world.owner, wanted)]) {
      const asked = world.clock.now();
      const refused = await refusal(world, more());
      const left = (firstAt + day - asked) / 1000;
      expect(refused).toMatchObject({ code: 'limit', limit: 3, retryAfterSeconds: left });
    }
    await world.clock.advance(day);
    expect(await soon(world, runs.runNow(userId, id))).toMatchObject({ status: 'claimed' });
    await world.stop();
  });
});

describe('cancelling a run', () => {
  test('ends it at once, unsent, and its window joins the next', async () => {
    const world = new SchedulerWorld();
    const { run, refused } = stubborn();
    const node = world.start('node', { run });
    const { service, runs } = node.scheduler;
    const { userId } = world.owner;
    const { id, window_start: joint } = await soon(world, service.create(world.owner, input()));
    await world.clock.advance(minute);
    expect(await soon(world, runs.cancel(userId, id))).toMatchObject({ status: 'cancelled' });
    expect(await refused).toMatchObject({ code: 'claim_lost' });
    expect(await soon(world, service.read(userId, id))).toMatchObject({
      running: false,
      last_status: 'cancelled',
      failures: 0,
      window_start: joint,
      next_run_at: nine + day,
    });
    expect(world.told.at(-1)).toMatchObject({ status: 'cancelled' });
    expect(world.messages).toEqual([]);
    await world.stop();
  });

  test('is refused when none is at work, or the message is leaving', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node', {
      run: async (claim) => {
        await claim.beginDelivery();
        return new Promise(() => undefined);
      },
    });
    const { service, runs } = node.scheduler;
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    expect(await refusal(world, runs.cancel(userId, id))).toMatchObject({ code: 'not_running' });
    await world.clock.advance(minute);
    expect(await refusal(world, runs.cancel(userId, id))).toMatchObject({ code: 'not_running' });
    await world.stop();
  });
});

describe('a preview', () => {
  test('is made of the last period, for a schedule that is not stored', async () => {
    const { world, node } = start();
    const [message] = await soon(world, node.scheduler.previews.make(world.owner, input()));
    const end = world.clock.now() - 2000 - 1000;
    expect(message).toBe(`Morning: ${nine - day} to ${end}`);
    expect(world.keys()).toEqual([]);
    await world.stop();
  });

  test('of a schedule that is there begins where its last recap ended, as a run would', async () => {
    const { world, node, service, runs } = start();
    const { previews } = node.scheduler;
    const { userId } = world.owner;
    const { id } = await soon(world, service.create(world.owner, input()));
    const windowNow = async (changes = {}): Promise<string | undefined> =>
      (await soon(world, previews.makeChanged(world.owner, id, input(changes))))[0];
    // Before its first run it is as for a form that is not saved.
    expect(await windowNow()).toBe(`Morning: ${nine - day} to ${world.clock.now() - 3000}`);
    await soon(world, runs.runNow(userId, id));
    const { window_start: joint } = await soon(world, service.read(userId, id));
    expect(joint).toBeGreaterThan(nine - day);
    const changes = { title: 'Evening', recurrence: { ...input().recurrence, days_of_week: 1 } };
    const end = world.clock.now() - 1000;
    expect(await windowNow(changes)).toBe(`Evening: ${joint} to ${end}`);
    // What is looked at changes nothing.
    expect(await soon(world, service.read(userId, id))).toMatchObject({ title: 'Morning' });
    await world.stop();
  });

  test('of a schedule of somebody else is none', async () => {
    const { world, node, service } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    const stranger = { ...world.owner, userId: 'x'.repeat(26) };
    const asked = node.scheduler.previews.makeChanged(stranger, id, input());
    expect(await refusal(world, asked)).toMatchObject({ code: 'not_found' });
    await world.stop();
  });

  test('is refused when too many are asked for, and again allowed later', async () => {
    const { world, node } = start();
    const make = (): Promise<readonly string[]> =>
      node.scheduler.previews.make(world.owner, input());
    for (let count = 0; count < 10; count += 1) await soon(world, make());
    expect(await refusal(world, make())).toMatchObject({ code: 'limit', limit: 10 });
    await world.clock.advance(10 * minute);
    expect(await soon(world, make())).toHaveLength(1);
    await world.stop();
  });
});

describe('history', () => {
  test('is paged, newest first, and forgotten after 90 days', async () => {
    const { world, service, runs } = start();
    const { id } = await soon(world, service.create(world.owner, input()));
    for (let made = 0; made < 9; made += 1) {
      await soon(world, runs.runNow(world.owner.userId, id));
    }
    const owner = world.owner.userId;
    const first = await soon(world, runs.history(owner, id, null, 5));
    expect(first.runs.map(({ sequence }) => sequence)).toEqual([9, 8, 7, 6, 5]);
    expect(first.next_before).toBe(5);
    const next = await soon(world, runs.history(owner, id, first.next_before, 5));
    expect(next.runs.map(({ sequence }) => sequence)).toEqual([4, 3, 2, 1]);
    expect(next.next_before).toBeNull();
    await soon(world, service.replace(world.owner, id, replacement(1, { enabled: false })));
    world.clock.jumpTo(nine + 91 * day);
    const later = await soon(world, runs.history(owner, id, null, 20));
    expect(later).toEqual({ runs: [], next_before: null });
    await world.stop();
  });
});

describe('creating with a nonce', () => {
  const nonce = 'n'.repeat(26);

  test('makes one schedule, however often it is asked for', async () => {
    const { world, service } = start();
    const both = Promise.allSettled([
      service.create(world.owner, input(), nonce),
      service.create(world.owner, input(), nonce),
    ]);
    const made = await soon(world, both);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusal(world, service.create(world.owner, input(), nonce))).toMatchObject({
      code: 'conflict',
    });
    expect(await list(world, service)).toHaveLength(1);
  });

  test('stays done after the schedule was deleted', async () => {
    const { world, service } = start();
    const { id } = await soon(world, service.create(world.owner, input(), nonce));
    await soon(world, service.delete(world.owner.userId, id));
    expect(await refusal(world, service.create(world.owner, input(), nonce))).toMatchObject({
      code: 'conflict',
    });
    expect(await list(world, service)).toEqual([]);
  });

  test('is nothing to other users, and names no id that there is', async () => {
    const { world, service } = start();
    const made = await soon(world, service.create(world.owner, input(), nonce));
    const others = await soon(world, service.create(other, input(), nonce));
    const named = await soon(world, service.create(other, input(), made.id));
    const own = await soon(world, service.create(other, input(), world.owner.userId));
    const ids = [made, others, named, own].map(({ id }) => id);
    expect(new Set([...ids, world.owner.userId])).toHaveProperty('size', 5);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]{26}$/);
  });

  test('checks without storing', async () => {
    const { world, service } = start();
    const past = input({
      recurrence: { type: 'once', at: { date: '2020-01-01', time_of_day: '09:00' } },
    });
    expect(await refusal(world, service.check(world.owner, past))).toMatchObject({
      field: 'recurrence.at',
    });
    await soon(world, service.check(world.owner, input()));
    expect(await list(world, service)).toEqual([]);
  });
});
