/** Nodes whose clocks are minutes apart: each occurrence still ends in one message, also when its node dies. */
import { afterEach, expect, jest, test } from '@jest/globals';

import { fakeTimeMissing } from '../host/index.ts';
import { hostRows, orphans } from '../support/kv_audit.ts';
import { channelIds, createSchedule, runKeyOf } from '../support/product_world.ts';
import { SteppedWorld } from '../support/stepped_world.ts';

jest.setTimeout(120_000);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How far each node's clock is ahead, in milliseconds. */
const skewsMs = [0, -4 * minuteMs, 7 * minuteMs];

const missing = fakeTimeMissing();
if (missing !== undefined) process.stderr.write(`${missing}: no clocks that differ\n`);
const withClocks = missing === undefined ? test : test.skip;

let world: SteppedWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
}, 60_000);

withClocks.each([
  ['and all nodes live', false],
  ['and a node dies as it posts', true],
])('clocks are minutes apart, %s: two occurrences, two messages', async (_, dies) => {
  world = await SteppedWorld.start(8, { nodes: skewsMs.length });
  const { host } = world.product;
  for (const [node, skewMs] of skewsMs.entries()) {
    // A process is born with its clock: its monotonic time must not jump.
    world.process(node)?.kill();
    host.node(node).shiftClock(skewMs);
    await world.restart(node);
  }
  const users = await Promise.all(
    ['anna.weber', 'ben.okafor', 'carla.mendes'].map((name, node) =>
      world!.product.login(name, node),
    ),
  );
  const ids: string[] = [];
  for (const user of users) {
    for (const title of ['first', 'second', 'third']) {
      const { id } = await createSchedule(user, {
        title,
        recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00', '10:00'] },
        timezone: 'UTC',
        channel_ids: await channelIds(user, ['Coffee break']),
        skip_empty: false,
      });
      ids.push(id);
    }
  }
  const kill = dies
    ? host.faults.add({ method: 'CreatePost', skip: 2, action: { kind: 'kill', when: 'after' } })
    : undefined;
  const eight = Math.floor(world.clock.now() / hourMs) * hourMs;
  for (const hour of [1, 2]) {
    const due = eight + hour * hourMs;
    await world.leapTo(due - 8 * minuteMs);
    // From before the fastest clock has come there until after the slowest, and after a run was taken over.
    await world.passUntil(due + 8 * minuteMs);
  }
  const keys = users.flatMap((user) => world!.product.recapsOf(user)).map(runKeyOf);
  const wanted = ids.flatMap((id) => [1, 2].map((hour) => `${id}-${eight + hour * hourMs}`));
  expect(keys.toSorted()).toEqual(wanted.toSorted());
  expect(kill?.struck ?? 1).toBe(1);
  expect(orphans(hostRows(host.kv, world.clock.now()))).toEqual([]);
});
