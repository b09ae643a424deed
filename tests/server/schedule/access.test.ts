/** Owners who lost the right to recaps: what is due for them is not run. */
import { describe, expect, test } from '@jest/globals';
import type { Standing } from '../../../server/schedule/index.ts';
import { input, SchedulerWorld } from '../../support/scheduler_world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe.each<[Standing, number, object]>([
  ['allowed', 2, { enabled: true, pause_reason: null }],
  ['undecided', 2, { enabled: true, pause_reason: null }],
  ['not_allowed', 1, { enabled: false, pause_reason: 'not_allowed', next_run_at: null }],
  ['owner_inactive', 1, { enabled: false, pause_reason: 'owner_inactive', next_run_at: null }],
])('an owner who is %s by then', (standing, messages, expected) => {
  test(`has got ${messages} recaps after two days, and is told why`, async () => {
    const world = new SchedulerWorld();
    let now: Standing = 'allowed';
    const node = world.start('a', { standing: () => now });
    const { service, runs } = node.scheduler;
    const { id } = await service.create(world.owner, input());
    await world.clock.advance(hour);
    now = standing;
    await world.clock.advance(2 * day - 2 * hour);
    expect(world.messages).toHaveLength(messages);
    expect(await service.read(world.owner.userId, id)).toMatchObject(expected);
    const [newest] = (await runs.history(world.owner.userId, id, null, 1)).runs;
    const refused = messages === 1;
    expect(newest).toMatchObject(
      // It is not tried three times: trying again cannot help.
      refused ? { status: 'failed', reason: standing, attempts: 1 } : { status: 'delivered' },
    );
    expect(world.notices).toHaveLength(refused ? 1 : 0);
    expect(node.errors).toEqual([]);
    await world.stop();
  });
});

test('with the right comes back what was paused, when its owner resumes it', async () => {
  const world = new SchedulerWorld();
  let now: Standing = 'not_allowed';
  const { service } = world.start('a', { standing: () => now }).scheduler;
  now = 'allowed';
  const { id } = await service.create(world.owner, input());
  now = 'not_allowed';
  await world.clock.advance(hour);
  await expect(service.resume(world.owner.userId, id)).rejects.toMatchObject({
    code: 'not_allowed',
  });
  now = 'allowed';
  await service.resume(world.owner.userId, id);
  await world.clock.advance(day);
  // The window reaches back to before the pause.
  expect(world.messages).toHaveLength(1);
  await world.stop();
});
