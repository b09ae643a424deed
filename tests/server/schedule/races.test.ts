/** Requests whose node is slow: what they saw has changed when their write comes to the store. */
import { expect, test } from '@jest/globals';
import type { RunOutcome } from '../../../server/schedule/index.ts';
import { SchedulerWorld, input, summary } from '../../support/scheduler_world.ts';
import type { Node } from '../../support/scheduler_world.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** Two nodes over one store; the next write of a record by the slow one takes seconds to get there. */
function start(run?: () => Promise<RunOutcome>): {
  readonly world: SchedulerWorld;
  readonly quick: Node['scheduler'];
  readonly slow: Node['scheduler'];
  readonly slowDown: () => void;
} {
  const world = new SchedulerWorld();
  let isSlow = false;
  const limited = { schedulesPerUser: 2, ...(run === undefined ? {} : { run }) };
  const quick = world.start('quick', limited);
  const slow = world.start('slow', {
    ...limited,
    haltMs: 9000,
    fault: (_call, name) => {
      if (!isSlow || !name.startsWith('kvSetWithOptions s')) return 'none';
      isSlow = false;
      return 'stall_before';
    },
  });
  const slowDown = (): void => {
    isSlow = true;
  };
  return { world, quick: quick.scheduler, slow: slow.scheduler, slowDown };
}

async function soon<T>(world: SchedulerWorld, promise: Promise<T>, ms = 2000): Promise<T> {
  promise.catch(() => undefined);
  await world.clock.advance(ms);
  return promise;
}

const now = input({ recurrence: { type: 'once', at: 'now' } });

test('a one-off that finishes while it is changed needs room to run again', async () => {
  const busy = Promise.withResolvers<RunOutcome>();
  const { world, quick, slow, slowDown } = start(() => busy.promise);
  const { id } = await soon(world, quick.service.create(world.owner, now));
  slowDown();
  const changing = slow.service.replace(world.owner, id, { ...now, title: 'Again', revision: 1 });
  changing.catch(() => undefined);
  await world.clock.advance(1000);
  busy.resolve({ status: 'empty', summary });
  await world.clock.advance(1000);
  for (let made = 0; made < 2; made += 1) {
    await soon(world, quick.service.create(world.owner, input()));
  }
  await expect(soon(world, changing, minute)).rejects.toMatchObject({ code: 'limit' });
  await world.stop();
});

test.each<[string, (node: Node['scheduler'], userId: string, id: string) => Promise<unknown>]>([
  ['paused', ({ service }, userId, id) => service.pause(userId, id, { pause_until: null })],
  [
    'replaced',
    ({ service }, userId, id) =>
      service.replace({ userId, timezone: 'UTC' }, id, { ...input({ title: 'New' }), revision: 1 }),
  ],
  ['run', ({ runs }, userId, id) => runs.runNow(userId, id)],
])('what is deleted meanwhile is not %s', async (_, request) => {
  const { world, quick, slow, slowDown } = start();
  const { userId } = world.owner;
  const { id } = await soon(world, quick.service.create(world.owner, input()));
  slowDown();
  const requesting = request(slow, userId, id);
  requesting.catch(() => undefined);
  await world.clock.advance(1000);
  await soon(world, quick.service.delete(userId, id));
  await expect(soon(world, requesting, minute)).rejects.toMatchObject({ code: 'not_found' });
  await world.clock.advance(day);
  expect(world.messages).toEqual([]);
  await world.stop();
});

test('what is in use is not brought back, and holds no second place for it', async () => {
  const { world, quick } = start();
  const { userId } = world.owner;
  const { id } = await soon(world, quick.service.create(world.owner, now));
  const restored = await soon(world, quick.service.restore(userId, id));
  expect(restored).toMatchObject({ id, revision: 1, enabled: false });
  for (let made = 0; made < 2; made += 1) {
    await soon(world, quick.service.create(world.owner, input()));
  }
  await world.stop();
});

test('a deletion that a replica does not show yet can be undone', async () => {
  const { world, quick } = start();
  const { userId } = world.owner;
  const { id } = await soon(world, quick.service.create(world.owner, input()));
  world.kv.holdReplica();
  await soon(world, quick.service.delete(userId, id));
  const restoring = quick.service.restore(userId, id);
  restoring.catch(() => undefined);
  await world.clock.advance(1000);
  world.kv.releaseReplica();
  expect(await soon(world, restoring)).toMatchObject({ id, enabled: true, revision: 2 });
  await world.stop();
});
