/** The whole path: the packaged plugin in a host, a schedule over HTTP, and the message that its user reads. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { externalApiBase, pluginId, routes } from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import {
  channelIds,
  createSchedule,
  eventually,
  historyOf,
  nextMinute,
  ProductWorld,
} from '../support/product_world.ts';

const dueMs = 110_000;

let world: ProductWorld;
let anna: Client;

beforeAll(async () => {
  world = await ProductWorld.start();
  anna = await world.login('anna.weber');
}, 60_000);
afterAll(async () => {
  await world.close();
}, 30_000);

describe('a one-off schedule', () => {
  test(
    'comes due and arrives as one direct message that says what happened',
    async () => {
      const schedule = await createSchedule(anna, {
        title: 'Before the meeting',
        recurrence: nextMinute('Europe/Berlin', 3_000),
        timezone: 'Europe/Berlin',
        channel_ids: await channelIds(anna, ['Incidents', 'Büro Hamburg']),
        time_period: 'last_week',
      });
      expect(schedule.description).toContain('Europe/Berlin');
      const post = await eventually('the recap', dueMs, () => world.recapsOf(anna)[0]);
      expect(post.type).toBe('custom_scheduled_recap');
      expect(post.message).toContain('Before the meeting');
      expect(post.message).toContain('Incidents');
      expect(post.message).toContain('Büro Hamburg');
      // The booking outage is what anybody would want to know of that week.
      expect(post.message).toMatch(/rollback to 4\.1\.8|roll back to 4\.1\.8/i);
      expect(post.message).toMatch(/\/harbour\/pl\/[a-z0-9]{26}/);
      const [run] = await historyOf(anna, schedule.id);
      expect(run).toMatchObject({ status: 'delivered', post_id: post.id, attempts: 1 });
    },
    dueMs + 10_000,
  );

  test('leaves no read marker moved and nobody pinged', () => {
    const { channels } = world.host.workspace;
    for (const post of world.recapsOf(anna)) {
      expect(post.message).not.toMatch(/(?:^|\s)@(?:all|channel|here|[a-z]+\.[a-z]+)\b/m);
    }
    expect(channels.member(world.recapsOf(anna)[0]!.channelId, anna.account.id)).toBeDefined();
  });
});

describe('over REST', () => {
  test('a schedule is listed for its owner, and for nobody else', async () => {
    const made = await createSchedule(anna, {
      title: 'Every morning',
      recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['09:00'] },
      timezone: 'Europe/Berlin',
      channel_ids: await channelIds(anna, ['Support']),
    });
    const list = (user: Client): Promise<string> =>
      user.request('GET', externalApiBase + routes.schedules).then((response) => response.text());
    expect(await list(anna)).toContain(made.id);
    const ben = await world.login('ben.okafor');
    expect(await list(ben)).not.toContain(made.id);
    const address = `${externalApiBase}/schedules/${made.id}`;
    expect((await ben.request('GET', address)).status).toBe(404);
    expect((await ben.request('DELETE', address)).status).toBe(404);
    expect((await anna.request('DELETE', address)).status).toBeLessThan(300);
    expect((await anna.request('GET', address)).status).toBe(404);
  });

  test('without a session nothing is shown', async () => {
    const response = await fetch(world.host.url() + externalApiBase + routes.schedules);
    expect(response.status).toBe(401);
  });

  test('a mistake is named with its field', async () => {
    const response = await anna.request('POST', externalApiBase + routes.schedules, {
      title: 'x'.repeat(101),
      recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['09:00'] },
      channel_ids: await channelIds(anna, ['Support']),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { field: 'title', limit: 100 } });
  });
});

/** Sends a command from the channel Support and gives its answer. */
async function say(user: Client, command: string): Promise<string> {
  const [channelId] = await channelIds(user, ['Support']);
  const body = { channel_id: channelId, command };
  const response = await user.request('POST', '/api/v4/commands/execute', body);
  return ((await response.json()) as { text: string }).text;
}

describe('the slash command', () => {
  test('is suggested to people who are no administrators', async () => {
    const [team] = world.host.workspace.teams.of(anna.account.id);
    const route = `/api/v4/teams/${team?.id}/commands/autocomplete_suggestions?user_input=`;
    const response = await anna.request('GET', `${route}${encodeURIComponent('/recap l')}`);
    expect(await response.json()).toMatchObject([{ Complete: 'recap list' }]);
  });

  test('/recap list names the schedules', async () => {
    await createSchedule(anna, {
      title: 'Listed',
      recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['07:30'] },
      timezone: 'Asia/Tokyo',
      channel_ids: await channelIds(anna, ['Support']),
    });
    expect(await say(anna, '/recap list')).toContain('Listed');
  });

  test('/recap now sends a recap of the channel at once', async () => {
    const before = world.recapsOf(anna).length;
    expect(await say(anna, '/recap now')).toContain('Support');
    const recaps = await eventually('another recap', 30_000, () => {
      const all = world.recapsOf(anna);
      return all.length > before ? all : undefined;
    });
    expect(recaps.at(-1)?.message).toContain('Support');
  }, 40_000);

  test('/recap now takes several channels, and leaves nothing on the list', async () => {
    const before = world.recapsOf(anna).length;
    const answer = await say(anna, '/recap now ~incidents ~leadership');
    expect(answer).toContain('**Incidents** and **Leadership**');
    const recaps = await eventually('their recap', 30_000, () => {
      const all = world.recapsOf(anna);
      return all.length > before ? all : undefined;
    });
    expect(recaps.at(-1)?.message).toContain('Incidents and Leadership: the last day');
    expect(await say(anna, '/recap list')).not.toContain('the last day');
  }, 40_000);

  test('/recap now of a channel that the sender is not in names it and reads nothing', async () => {
    const ben = await world.login('ben.okafor');
    expect(await say(ben, '/recap now ~leadership')).toContain('no channel `~leadership`');
    expect(world.recapsOf(ben)).toEqual([]);
  });
});

test('the bot has its picture', () => {
  expect(world.host.workspace.users.findByUsername('recapbot')?.lastPictureUpdate).not.toBe(0);
});

test('a restart of the plugin keeps schedules and sends nothing twice', async () => {
  const recaps = world.recapsOf(anna).length;
  await world.host.disable(pluginId);
  await world.host.enable(pluginId);
  const response = await anna.request('GET', externalApiBase + routes.schedules);
  expect(await response.text()).toContain('Before the meeting');
  expect(world.recapsOf(anna)).toHaveLength(recaps);
}, 30_000);
