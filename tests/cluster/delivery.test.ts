/** Two nodes over one store: each occurrence ends in one message, whoever dies. */
import { afterEach, expect, test } from '@jest/globals';

import { pluginId } from '../../server/contract/index.ts';
import {
  channelIds,
  createSchedule,
  eventually,
  historyOf,
  nextMinute,
  ProductWorld,
  runKeyOf,
} from '../support/product_world.ts';

const zone = 'Europe/Berlin';

/** A minute to wait for, the offset of the node's ticker, and time to work. */
const dueMs = 110_000;
const testMs = 180_000;

/** Until a claim without a word from its owner is taken over: its lease, seen twice, and a tick. */
const takeOverMs = 180_000;

let world: ProductWorld | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
}, 60_000);

test(
  'ten users with two schedules each in the same minute get two messages each',
  async () => {
    world = await ProductWorld.start({ nodes: 2 });
    const names = [
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
    const users = await Promise.all(names.map((name, i) => world!.login(name, i % 2)));
    const recurrence = nextMinute(zone, 10_000);
    for (const user of users) {
      const channel_ids = await channelIds(user, ['Coffee break']);
      for (const title of ['first', 'second']) {
        await createSchedule(user, {
          title,
          recurrence,
          timezone: zone,
          channel_ids,
          time_period: 'last_week',
        });
      }
    }
    for (const user of users) {
      await eventually('two recaps', dueMs, () =>
        world!.recapsOf(user).length >= 2 ? true : undefined,
      );
    }
    const recaps = users.flatMap((user) => world!.recapsOf(user));
    expect(recaps).toHaveLength(2 * users.length);
    expect(new Set(recaps.map(runKeyOf)).size).toBe(recaps.length);
  },
  testMs,
);

test.each([
  ['before the message is there', 'before' as const],
  ['after the message is there and before anybody knows', 'after' as const],
])(
  'a node that dies while it posts, %s: another finishes the run with one message',
  async (_, when) => {
    // Without health checks the dead node stays dead, so that the other has to take over.
    world = await ProductWorld.start({ nodes: 2, healthCheckMs: 3_600_000 });
    const processes = world.host.nodes.map((node) => node.active(pluginId));
    const user = await world.login('anna.weber');
    const kill = world.host.faults.add({ method: 'CreatePost', action: { kind: 'kill', when } });
    const schedule = await createSchedule(user, {
      title: 'survives',
      recurrence: nextMinute(zone, 5_000),
      timezone: zone,
      channel_ids: await channelIds(user, ['Release 4.2', 'Incidents']),
      time_period: 'last_24h',
    });
    const dead = await Promise.race(
      processes.map((process, index) => process.exited.then(() => index)),
    );
    expect(kill.struck).toBe(1);
    const watcher = await world.login('anna.weber', dead === 0 ? 1 : 0);
    const run = await eventually('the run is finished', takeOverMs, async () =>
      (await historyOf(watcher, schedule.id)).find(({ status }) => status === 'delivered'),
    );
    const recaps = world.recapsOf(user);
    expect(recaps.map(runKeyOf)).toEqual([run.run_key]);
    expect(run.post_id).toBe(recaps[0]?.id);
  },
  testMs + takeOverMs,
);
