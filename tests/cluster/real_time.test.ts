/** Several nodes in real time, all at once: a burst of schedules in the same minute, and wall clocks that are set. */
import { describe, expect, jest, test } from '@jest/globals';

import { fakeTimeMissing } from '../host/index.ts';
import type { Client } from '../host/demo/client.ts';
import { hostRows, orphans } from '../support/kv_audit.ts';
import {
  channelIds,
  createSchedule,
  eventually,
  historyOf,
  nextMinute,
  ProductWorld,
  runKeyOf,
} from '../support/product_world.ts';
import type { HostOptions } from '../host/index.ts';

jest.setTimeout(300_000);

const minuteMs = 60_000;

/** A minute to wait for, the offset of the nodes' tickers, and time to work. */
const dueMs = 180_000;

const people = [
  'anna.weber',
  'ben.okafor',
  'carla.mendes',
  'dmitri.volkov',
  'farid.rahman',
  'hugo.martin',
  'ines.garcia',
  'jonas.keller',
  'lucia.romero',
  'maya.cohen',
];

async function within(
  options: HostOptions,
  work: (world: ProductWorld) => Promise<void>,
): Promise<void> {
  const world = await ProductWorld.start({ startTimeoutMs: 60_000, ...options });
  try {
    await work(world);
  } finally {
    await world.close();
  }
}

/** Waits until nothing is left that nobody will use. */
async function noOrphans(world: ProductWorld, node = 0): Promise<void> {
  const found = (): string[] => orphans(hostRows(world.host.kv, world.host.node(node).clock.now()));
  await eventually(`no orphans: ${found().join(', ')}`, 60_000, () =>
    found().length === 0 ? true : undefined,
  );
}

async function once(user: Client, title: string, at: number): Promise<string> {
  const text = new Date(at).toISOString();
  const { id } = await createSchedule(user, {
    title,
    recurrence: { type: 'once', at: { date: text.slice(0, 10), time_of_day: text.slice(11, 16) } },
    timezone: 'UTC',
    channel_ids: await channelIds(user, ['Coffee break']),
    time_period: 'last_week',
  });
  return id;
}

describe('in real time', () => {
  test.concurrent.each([
    [2, 4],
    [5, 10],
  ])('%s nodes share ten users with %s schedules each in the same minute', (nodes, each) =>
    within({ nodes }, async (world) => {
      const users = await Promise.all(people.map((name, i) => world.login(name, i % nodes)));
      // The first node ticks up to five seconds before the last: the burst must not be over by then.
      world.host.faults.add({
        method: 'CreatePost',
        times: Infinity,
        action: { kind: 'delay', when: 'before', ms: 6000 },
      });
      const recurrence = nextMinute('UTC', 25_000);
      for (const user of users) {
        const channel_ids = await channelIds(user, ['Coffee break']);
        for (let nth = 1; nth <= each; nth += 1) {
          await createSchedule(user, {
            title: `number ${nth}`,
            recurrence,
            timezone: 'UTC',
            channel_ids,
            time_period: 'last_week',
          });
        }
      }
      const recaps = (): string[] => users.flatMap((user) => world.recapsOf(user)).map(runKeyOf);
      const wanted = each * users.length;
      await eventually('all recaps', dueMs, () => (recaps().length >= wanted ? true : undefined));
      await noOrphans(world);
      expect(recaps()).toHaveLength(wanted);
      expect(new Set(recaps()).size).toBe(wanted);
      // Each user is welcomed once, by the node that made the first schedule.
      const welcomed = (node: number): number => users.filter((_, i) => i % nodes === node).length;
      const shares = world.host.nodes.map(
        ({ calls }, node) => (calls.get('CreatePost') ?? 0) - welcomed(node),
      );
      expect(shares.reduce((sum, share) => sum + share)).toBe(wanted);
      expect(Math.min(...shares)).toBeGreaterThan(0);
    }),
  );

  const missing = fakeTimeMissing();
  if (missing !== undefined) process.stderr.write(`${missing}: no clocks that are set\n`);
  const withClocks = missing === undefined ? test.concurrent : test.concurrent.skip;

  withClocks('clocks set back while a message leaves, and forward again', () =>
    within({ nodes: 2, movableClocks: true }, async (world) => {
      const { nodes, faults } = world.host;
      const shift = (ms: number): void => nodes.forEach((node) => node.shiftClock(ms));
      // A quarter of a minute before a minute is full.
      const early = minuteMs - (Date.now() % minuteMs) - 15_000;
      shift(early);
      const due = Math.ceil((Date.now() + early + 2_000) / minuteMs) * minuteMs;
      const user = await world.login('anna.weber');
      const first = await once(user, 'now', due);
      const later = await once(user, 'in five minutes', due + 5 * minuteMs);
      const leaving = faults.add({
        method: 'CreatePost',
        action: { kind: 'delay', when: 'before', ms: 2000 },
      });
      await eventually('a message leaves', 60_000, () => leaving.struck > 0 || undefined);
      shift(early - 60 * minuteMs);
      await eventually('the run is over', 60_000, async () =>
        (await historyOf(user, first)).find(({ status }) => status === 'delivered'),
      );
      // Past the second occurrence: the nodes' timers wait by a clock that was an hour behind.
      shift(early + 6 * minuteMs);
      await eventually('the later run', 150_000, async () =>
        (await historyOf(user, later)).find(({ status }) => status === 'delivered'),
      );
      const keys = world.recapsOf(user).map(runKeyOf);
      expect(keys).toEqual([`${first}-${due}`, `${later}-${due + 5 * minuteMs}`]);
      await noOrphans(world);
    }),
  );

  withClocks('the clock of one node goes forward and back over what is due', () =>
    within({ nodes: 2, movableClocks: true }, async (world) => {
      const { nodes } = world.host;
      const user = await world.login('ben.okafor', 1);
      const due = Math.ceil(Date.now() / minuteMs) * minuteMs + 2 * 60 * minuteMs;
      const ids = [await once(user, 'one', due), await once(user, 'two', due)];
      nodes[0]?.shiftClock(due + 10_000 - Date.now());
      await eventually('both recaps', dueMs, () => world.recapsOf(user)[1]);
      nodes[0]?.shiftClock(0);
      nodes[1]?.shiftClock(due + 10_000 - Date.now());
      // By now the other node has seen the same occurrences come due, by its own clock.
      const { calls } = nodes[1]!;
      const before = calls.get('KVList') ?? 0;
      await eventually('two ticks', dueMs, () =>
        (calls.get('KVList') ?? 0) > before + 1 ? true : undefined,
      );
      const keys = world.recapsOf(user).map(runKeyOf);
      expect(keys.toSorted()).toEqual(ids.map((id) => `${id}-${due}`).toSorted());
      await noOrphans(world, 1);
    }),
  );
});
