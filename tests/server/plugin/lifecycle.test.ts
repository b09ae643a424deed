/** What becomes of schedules when their owner, their channels or the plugin itself come and go. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { routes, RunList, Schedule, scheduleRoute } from '../../../server/contract/index.ts';
import { Context } from '../../../server/mattermost/index.ts';
import type { Post, PostInput } from '../../../server/mattermost/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { bot, morning, people, PluginWorld, populated, town } from '../plugin_world.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const nine = Date.UTC(2026, 0, 5, 9);
const { owner, other } = people;
const dev = 'd'.repeat(25) + 'v';
const context = create(Context);
const byOwner = { userId: owner };

let clock: ManualClock;
let world: PluginWorld;
/** Processes that went before. */
let others: PluginWorld[];
/** The reading of channels waits for this. */
let gate: Promise<unknown>;

beforeEach(async () => {
  clock = new ManualClock(nine - 30 * second);
  others = [];
  gate = Promise.resolve();
  const server = populated(clock.now());
  const { createPost, getPostsForChannel } = server.api;
  Object.assign(server.api, {
    createPost: (post: PostInput) => createPost(post).then(named),
    getPostsForChannel: async (...args: Parameters<typeof getPostsForChannel>) => {
      await gate;
      return getPostsForChannel(...args);
    },
  });
  world = await PluginWorld.start({}, { clock, server });
  world.server.addChannel(dev, [owner, other]);
  say(town, 'We decided to paint the harbour blue.');
  say(dev, 'We decided to drop the secret feature.');
});

afterEach(async () => {
  for (const each of [world, ...others]) {
    const stopping = each.stop();
    await clock.advance(5 * second);
    await stopping;
  }
});

/** Posts have the ids of a server, which the store insists on. */
function named(post: Post): Post {
  post.id = post.id.padEnd(26, 'x');
  return post;
}

function say(channelId: string, message: string): void {
  world.server.addPost({ channelId, userId: other, createAt: nine - 60 * minute, message });
}

/** The process that takes the place of another, over the same server and store. */
async function successor(): Promise<PluginWorld> {
  return PluginWorld.start({}, { clock, server: world.server, kv: world.kv });
}

async function soon<T>(promise: Promise<T>): Promise<T> {
  const [result] = await Promise.all([promise, clock.advance(second)]);
  return result;
}

async function send(method: string, route: string, body?: unknown): Promise<Response> {
  return soon(world.send(method, route, byOwner, body));
}

async function make(changes: object = {}): Promise<string> {
  const wanted = { ...morning, channel_ids: [town, dev], timezone: 'UTC', ...changes };
  const response = await send('POST', routes.schedules, wanted);
  return Schedule.parse(await response.json()).id;
}

async function read(id: string): Promise<Schedule> {
  const response = await send('GET', scheduleRoute(routes.schedule, id));
  return Schedule.parse(await response.json());
}

async function runs(id: string): Promise<RunList['runs']> {
  const response = await send('GET', scheduleRoute(routes.history, id));
  return RunList.parse(await response.json()).runs;
}

/** What the bot has sent, after its first words to somebody new. */
const sent = (): readonly Post[] =>
  world.server.posts.filter(
    ({ userId, message }) => userId === bot && !message.startsWith('Hello!'),
  );

/** Until it is a minute past nine. */
async function untilNine(): Promise<void> {
  await clock.advance(nine + minute - clock.now());
}

describe('an owner whose account is closed', () => {
  function close(): void {
    world.server.users.get(owner)!.deleteAt = 1;
  }

  test('has all schedules paused, and gets nothing', async () => {
    const [id, later] = [await make(), await make({ enabled: false, pause_until: '2026-01-06' })];
    close();
    await soon(world.hooks.userHasBeenDeactivated!(context, world.server.users.get(owner)!));
    await untilNine();
    const pausedFor = { enabled: false, pause_reason: 'owner_inactive', next_run_at: null };
    expect(await read(id)).toMatchObject(pausedFor);
    expect(await read(later)).toMatchObject({ ...pausedFor, resume_at: null, pause_until: null });
    expect(sent()).toEqual([]);
  });

  test('where nobody said so has them paused by the run that comes, and gets no notice', async () => {
    const id = await make();
    close();
    await untilNine();
    expect(await read(id)).toMatchObject({
      enabled: false,
      pause_reason: 'owner_inactive',
      last_status: 'failed',
      failures: 1,
    });
    expect(await runs(id)).toMatchObject([{ status: 'failed', reason: 'owner_inactive' }]);
    expect(sent()).toEqual([]);
  });

  test('who comes back resumes from then on, with a window that reaches back', async () => {
    const id = await make();
    close();
    await untilNine();
    world.server.users.get(owner)!.deleteAt = 0;
    clock.jumpTo(nine + 3 * day + minute);
    await clock.advance(minute);
    expect(sent()).toEqual([]);
    const response = await send('POST', scheduleRoute(routes.resume, id));
    expect(Schedule.parse(await response.json())).toMatchObject({
      enabled: true,
      pause_reason: null,
      next_run_at: nine + 4 * day,
      window_start: nine - day,
    });
    await clock.advance(minute);
    expect(sent()).toEqual([]);
  });
});

describe('a channel that cannot be read any more', () => {
  test.each<[string, () => void]>([
    ['the owner has left it', () => world.server.members.delete(`${dev}/${owner}`)],
    ['the owner may not read it', () => world.server.forbidden.add(`${owner}/${dev}`)],
    ['it is archived', () => void (world.server.channels.get(dev)!.deleteAt = nine)],
    ['it is gone', () => world.server.channels.delete(dev)],
  ])('because %s is told of and not quoted', async (_, lose) => {
    const id = await make();
    lose();
    await untilNine();
    expect(await runs(id)).toMatchObject([
      { status: 'delivered', summary: { channels_read: 1, channels_failed: 1 } },
    ]);
    const text = sent().map(({ message }) => message);
    expect(text).toHaveLength(1);
    expect(text[0]).toContain('paint the harbour blue');
    expect(text[0]).toContain('1 channel that could not be read');
    expect(text[0]).not.toContain('secret');
    expect(await read(id)).toMatchObject({ enabled: true, channel_ids: [town, dev] });
  });

  test('is no obstacle to an edit, which may keep it', async () => {
    const id = await make();
    world.server.members.delete(`${dev}/${owner}`);
    const wanted = { ...morning, title: 'Evening', channel_ids: [town, dev], revision: 1 };
    const response = await send('PUT', scheduleRoute(routes.schedule, id), wanted);
    expect(await response.json()).toMatchObject({ title: 'Evening', channel_ids: [town, dev] });
  });
});

test('an owner who has left the team, and so all channels, hears of it once', async () => {
  const id = await make();
  for (const channel of [town, dev]) world.server.members.delete(`${channel}/${owner}`);
  await untilNine();
  expect(await runs(id)).toMatchObject([{ status: 'failed', reason: 'no_readable_channel' }]);
  const text = sent().map(({ message }) => message);
  expect(text).toHaveLength(1);
  expect(text[0]).toMatch(/“Morning” of .* could not be made: none of its channels can be read/);
  expect(text[0]).not.toMatch(/secret|blue/);
});

describe('the plugin itself', () => {
  test.each<[string, () => Promise<void>]>([
    ['disabled', () => world.stop()],
    [
      'killed',
      () => {
        world.kill();
        return Promise.resolve();
      },
    ],
  ])('%s amid a run, and started again, sends it once', async (how, end) => {
    const held = Promise.withResolvers<undefined>();
    gate = held.promise;
    const id = await make();
    await untilNine();
    expect(await read(id)).toMatchObject({ running: true });
    const ending = end();
    await clock.advance(3 * second);
    await ending;
    // What the next process asks is answered.
    gate = Promise.resolve();
    others = [world];
    world = await successor();
    held.resolve(undefined);
    await clock.advance(3 * minute);
    expect(await runs(id)).toMatchObject([
      { status: 'delivered', attempts: how === 'killed' ? 2 : 1 },
    ]);
    expect(sent()).toHaveLength(1);
  });

  test('that was off when something came due runs it when it is back, once for all', async () => {
    const id = await make();
    await soon(world.stop());
    clock.jumpTo(nine + 2 * day + 60 * minute);
    world = await successor();
    await clock.advance(minute);
    expect(await runs(id)).toMatchObject([
      { status: 'delivered', occurrence_at: nine + 2 * day, window_start: nine - day },
      { status: 'missed', reason: 'superseded', occurrences: 2 },
    ]);
    expect(sent()).toHaveLength(1);
  });
});

test('another zone in the profile moves no schedule, and an edit does not either', async () => {
  const profile = world.server.users.get(owner)!;
  const live = (zone: string): void => {
    profile.timezone = new Map([
      ['useAutomaticTimezone', 'false'],
      ['manualTimezone', zone],
    ]);
  };
  live('Europe/Berlin');
  const id = await make({ timezone: undefined });
  const before = await read(id);
  expect(before).toMatchObject({
    timezone: 'Europe/Berlin',
    next_run_at: nine + day - 60 * minute,
  });
  live('Asia/Tokyo');
  expect(await read(id)).toEqual(before);
  const wanted = { ...morning, title: 'Evening', channel_ids: [town, dev], revision: 1 };
  await send('PUT', scheduleRoute(routes.schedule, id), wanted);
  expect(await read(id)).toMatchObject({
    title: 'Evening',
    timezone: 'Europe/Berlin',
    next_run_at: before.next_run_at,
  });
});
