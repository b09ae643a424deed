import { describe, expect, test } from '@jest/globals';
import { RunFailure } from '../../../server/schedule/index.ts';
import type { RunOutcome } from '../../../server/schedule/index.ts';
import { SchedulerWorld, input, summary } from '../../support/scheduler_world.ts';
import type { Node } from '../../support/scheduler_world.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);

/** Lets time pass until a promise of the world has settled. */
async function soon<T>(world: SchedulerWorld, promise: Promise<T>): Promise<T> {
  const [result] = await Promise.all([promise, world.clock.advance(second)]);
  return result;
}

async function create(
  world: SchedulerWorld,
  node: Node,
  changes: Parameters<typeof input>[0] = {},
): Promise<string> {
  const schedule = await soon(world, node.scheduler.service.create(world.owner, input(changes)));
  return schedule.id;
}

async function history(
  world: SchedulerWorld,
  node: Node,
  id: string,
): Promise<{ status: string; reason: string | null; occurrences: number; attempts: number }[]> {
  const page = await soon(world, node.scheduler.runs.history(world.owner.userId, id, null, 20));
  return page.runs.map(({ status, reason, occurrences, attempts }) => ({
    status,
    reason,
    occurrences,
    attempts,
  }));
}

describe('a schedule', () => {
  test('that is due the moment its pause ends runs in that minute', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node');
    const id = await create(world, node, {
      recurrence: {
        type: 'weekly',
        days_of_week: 127,
        every_weeks: 1,
        times_of_day: ['00:00'],
        anchor_date: null,
      },
    });
    const { service } = node.scheduler;
    await soon(world, service.pause(world.owner.userId, id, { pause_until: '2026-01-08' }));
    const midnight = Date.UTC(2026, 0, 8);
    await world.clock.advance(midnight + 10 * second - world.clock.now());
    expect(world.messages.map(({ runKey }) => runKey)).toEqual([`${id}-${midnight}`]);
    await world.stop();
  });

  test('runs when it is due, again and again, and its windows join', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node');
    const id = await create(world, node);
    await world.clock.advance(2 * day);
    expect(world.messages.map(({ runKey }) => runKey)).toEqual([
      `${id}-${nine}`,
      `${id}-${nine + day}`,
    ]);
    expect(world.messages[1]?.windowStart).toBe(world.messages[0]?.windowEnd);
    const schedule = await soon(world, node.scheduler.service.read(world.owner.userId, id));
    expect(schedule).toMatchObject({
      next_run_at: nine + 2 * day,
      last_status: 'delivered',
      run_count: 2,
      running: false,
    });
    expect(world.told.map(({ status }) => status).slice(0, 3)).toEqual([
      'claimed',
      'delivering',
      'delivered',
    ]);
    await world.stop();
  });

  test('that runs once, now, is begun at once and finished after, and gone in 30 days', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node');
    const id = await create(world, node, { recurrence: { type: 'once', at: 'now' } });
    expect(world.messages).toHaveLength(1);
    const schedule = await soon(world, node.scheduler.service.read(world.owner.userId, id));
    expect(schedule).toMatchObject({ enabled: false, next_run_at: null, run_count: 1 });
    expect(schedule.finished_at).not.toBeNull();
    await world.clock.advance(30 * day + minute);
    expect(world.messages).toHaveLength(1);
    expect(world.keys()).toEqual([]);
    await world.stop();
  }, 30_000);

  test('that is due while nothing runs is run late, and the occurrences before it are recorded', async () => {
    const world = new SchedulerWorld();
    const before = world.start('before');
    const id = await create(world, before);
    await soon(world, before.scheduler.stop());
    await world.clock.advance(2 * day + hour);
    const after = world.start('after');
    await world.clock.advance(second);
    expect(world.messages.map(({ runKey }) => runKey)).toEqual([`${id}-${nine + 2 * day}`]);
    // The window reaches back over what was missed.
    expect(world.messages[0]?.windowStart).toBe(nine - day);
    expect(await history(world, after, id)).toEqual([
      { status: 'delivered', reason: null, occurrences: 1, attempts: 1 },
      { status: 'missed', reason: 'superseded', occurrences: 2, attempts: 0 },
    ]);
    await world.stop();
  });

  test('that is far too late is recorded as missed, and the next window reaches back', async () => {
    const world = new SchedulerWorld();
    const before = world.start('before');
    const id = await create(world, before);
    await soon(world, before.scheduler.stop());
    await world.clock.advance(14 * hour);
    const after = world.start('after');
    await world.clock.advance(second);
    expect(world.messages).toEqual([]);
    expect(await history(world, after, id)).toEqual([
      { status: 'missed', reason: 'too_late', occurrences: 1, attempts: 0 },
    ]);
    await world.clock.advance(11 * hour);
    expect(world.messages).toMatchObject([{ windowStart: nine - day }]);
    await world.stop();
  });

  test('whose run is still busy skips an occurrence, whose window joins the next', async () => {
    const world = new SchedulerWorld();
    const hold = Promise.withResolvers<RunOutcome>();
    let runs = 0;
    const node = world.start('node', {
      run: () => {
        runs += 1;
        return runs === 1 ? hold.promise : Promise.resolve({ status: 'empty', summary });
      },
    });
    const times = ['09:00', '09:05', '09:10'];
    const id = await create(world, node, {
      recurrence: {
        type: 'weekly',
        days_of_week: 127,
        every_weeks: 1,
        times_of_day: times,
        anchor_date: null,
      },
    });
    await world.clock.advance(7 * minute);
    expect(runs).toBe(1);
    hold.resolve({ status: 'empty', summary });
    await world.clock.advance(5 * minute);
    expect(runs).toBe(2);
    const page = await soon(world, node.scheduler.runs.history(world.owner.userId, id, null, 9));
    expect(page.runs).toMatchObject([
      { sequence: 3, status: 'empty', window_start: nine - second },
      { sequence: 2, status: 'skipped', reason: 'overlap' },
      { sequence: 1, status: 'empty', window_end: nine - second },
    ]);
    await world.stop();
  });
});

describe('failure', () => {
  test('is tried three times with pauses, then recorded with its reason', async () => {
    const world = new SchedulerWorld();
    const begun: number[] = [];
    const node = world.start('node', {
      run: () => {
        begun.push(world.clock.now() - nine);
        throw new RunFailure('delivery_failed', 'no way');
      },
    });
    const id = await create(world, node);
    await world.clock.advance(10 * minute);
    expect(begun).toHaveLength(3);
    expect(begun[1]).toBeGreaterThanOrEqual(10 * second);
    expect(begun[2]).toBeGreaterThanOrEqual(40 * second);
    expect(begun[2]).toBeLessThan(3 * minute);
    expect(await history(world, node, id)).toEqual([
      { status: 'failed', reason: 'delivery_failed', occurrences: 1, attempts: 3 },
    ]);
    await world.clock.advance(day - 20 * minute);
    expect(begun).toHaveLength(3);
    await world.stop();
  });

  test('that cannot be helped is not tried again', async () => {
    const world = new SchedulerWorld();
    let begun = 0;
    const node = world.start('node', {
      run: () => {
        begun += 1;
        throw new RunFailure('owner_inactive', 'gone', { retryable: false });
      },
    });
    const id = await create(world, node);
    await world.clock.advance(10 * minute);
    expect(begun).toBe(1);
    expect(await history(world, node, id)).toMatchObject([{ reason: 'owner_inactive' }]);
    await world.stop();
  });

  test('by hanging is ended after ten minutes', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node', { run: () => new Promise(() => undefined) });
    const id = await create(world, node);
    await world.clock.advance(hour);
    expect(await history(world, node, id)).toEqual([
      { status: 'failed', reason: 'timed_out', occurrences: 1, attempts: 3 },
    ]);
    await world.stop();
  });

  test('by a node that always dies is given up as interrupted', async () => {
    const world = new SchedulerWorld();
    const setup = world.start('setup');
    const id = await create(world, setup);
    await soon(world, setup.scheduler.stop());
    for (let life = 0; life < 3; life += 1) {
      // Dies on the claim's way back, or when it begins to deliver: never ends the run.
      let posted = false;
      world.start(`life${life}`, {
        run: async (claim) => {
          posted = true;
          await claim.beginDelivery();
          throw new Error('never reached');
        },
        fault: () => (posted ? 'die_before' : 'none'),
      });
      await world.clock.advance(3 * minute);
    }
    const last = world.start('last');
    await world.clock.advance(3 * minute);
    expect(await history(world, last, id)).toEqual([
      { status: 'failed', reason: 'interrupted', occurrences: 1, attempts: 4 },
    ]);
    expect(world.messages).toEqual([]);
    await world.stop();
  });
});

describe('a cluster', () => {
  test('shares a burst out; each is delivered once, soonest first on each node', async () => {
    const world = new SchedulerWorld(nine - 10 * minute);
    const nodes = ['a', 'b', 'c'].map((name) => world.start(name, { concurrency: 2 }));
    const ids: string[] = [];
    for (let user = 0; user < 60; user += 1) {
      const node = nodes[user % 3]!;
      const owner = { userId: String(user).padStart(26, 'u'), timezone: 'UTC' };
      const { id } = await soon(world, node.scheduler.service.create(owner, input()));
      ids.push(id);
    }
    await world.clock.advance(30 * minute);
    const delivered = world.messages.map(({ runKey }) => runKey);
    expect(delivered.toSorted()).toEqual(ids.map((id) => `${id}-${nine}`).toSorted());
    await world.stop();
  });

  test('with clocks minutes apart delivers each occurrence once', async () => {
    const world = new SchedulerWorld();
    const exact = world.start('exact');
    world.start('fast', { skewMs: 3 * minute });
    world.start('slow', { skewMs: -4 * minute });
    const id = await create(world, exact);
    await world.clock.advance(3 * day - hour);
    expect(world.messages.map(({ runKey }) => runKey)).toEqual(
      [0, 1, 2].map((days) => `${id}-${nine + days * day}`),
    );
    await world.stop();
  });

  test('a long run is not taken from its owner by a node whose clock is fast', async () => {
    const world = new SchedulerWorld();
    const runs: string[] = [];
    const long = (name: string) => async (): Promise<RunOutcome> => {
      runs.push(name);
      await world.clock.sleep(8 * minute);
      return { status: 'empty', summary };
    };
    const exact = world.start('exact', { run: long('exact') });
    const id = await create(world, exact);
    await world.clock.advance(minute);
    world.start('fast', { run: long('fast'), skewMs: 5 * minute });
    await world.clock.advance(20 * minute);
    expect(runs).toEqual(['exact']);
    expect(await history(world, exact, id)).toMatchObject([{ status: 'empty', attempts: 1 }]);
    await world.stop();
  });

  test('no message may leave when a lease that is not renewed nears its end', async () => {
    const world = new SchedulerWorld();
    let fails = false;
    const may: string[] = [];
    const node = world.start('node', {
      fault: () => (fails ? 'fail_before' : 'none'),
      run: async (claim) => {
        await claim.beginDelivery();
        fails = true;
        for (const seconds of [0, 19, 2]) {
          await world.clock.sleep(seconds * second);
          try {
            claim.assertHeld();
            may.push('yes');
          } catch (error) {
            may.push((error as { code: string }).code);
          }
        }
        fails = false;
        return { status: 'empty', summary };
      },
    });
    await create(world, node);
    await world.clock.advance(5 * minute);
    expect(may).toEqual(['yes', 'yes', 'claim_lost']);
    await world.stop();
  });

  test('a clock that jumps back does not repeat an occurrence', async () => {
    const world = new SchedulerWorld();
    const node = world.start('node');
    await create(world, node);
    await world.clock.advance(5 * minute);
    world.clock.jumpTo(nine - 10 * minute);
    await world.clock.advance(hour);
    expect(world.messages).toHaveLength(1);
    await world.stop();
  });

  test('a stale replica delays, and repeats nothing', async () => {
    const world = new SchedulerWorld();
    const first = world.start('first');
    world.start('second');
    const id = await create(world, first);
    await world.clock.advance(20 * second);
    world.kv.holdReplica();
    await world.clock.advance(3 * minute);
    world.kv.releaseReplica();
    await world.clock.advance(3 * minute);
    expect(world.messages.map(({ runKey }) => runKey)).toEqual([`${id}-${nine}`]);
    await world.stop();
  });

  test('an idle tick costs one call', async () => {
    const world = new SchedulerWorld(nine + minute);
    const node = world.start('node');
    await create(world, node);
    const before = node.calls();
    // Less than it takes until a page is swept.
    await world.clock.advance(4 * minute);
    expect(node.calls() - before).toBe(4);
    await world.stop();
  });
});

describe('stopping', () => {
  test('hands a busy run over without counting the attempt', async () => {
    const world = new SchedulerWorld();
    const first = world.start('first', {
      run: (_claim, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('stopped')));
        }),
    });
    const id = await create(world, first);
    await world.clock.advance(minute);
    await soon(world, Promise.all([first.scheduler.stop(), first.scheduler.stop()]));
    const second = world.start('second');
    await world.clock.advance(minute);
    expect(world.messages).toHaveLength(1);
    expect(await history(world, second, id)).toMatchObject([{ status: 'delivered', attempts: 1 }]);
    await world.stop();
    expect(world.clock.sleeping).toBe(0);
  });
});
