/** From a claimed run to the direct message. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { Content } from '../../../server/contract/index.ts';
import type { Run, Schedule } from '../../../server/contract/index.ts';
import type { HourCycle } from '../../../server/i18n/index.ts';
import { silentLog } from '../../../server/log.ts';
import { ApiError } from '../../../server/mattermost/index.ts';
import { builtInEngine, createRecapService } from '../../../server/recap/index.ts';
import type { Engine } from '../../../server/recap/index.ts';
import { RunClaimLostError } from '../../../server/schedule/index.ts';
import type { RunClaim, RunHandler } from '../../../server/schedule/index.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';
import { FakeServer } from './fake_server.ts';
import { wideLimits } from './fixtures.ts';

const from = Date.UTC(2026, 10, 2);
const to = from + 1_000_000;
const runKey = 'schedule-occurrence';
const { signal } = new AbortController();
const builtIn = builtInEngine({ monotonic: () => 0 });

let server: FakeServer;
let handler: RunHandler;
let clock: HourCycle;
let claim: RunClaim & { events: string[]; lost: boolean };

beforeEach(() => {
  clock = 'h12';
  server = new FakeServer();
  server.addUser('rita', { locale: 'en' });
  server.addUser('ana');
  server.addChannel('dev', ['rita', 'ana']);
  handler = handlerWith(builtIn);
  claim = claimOf({});
});

function handlerWith(engine: Engine): RunHandler {
  return createRecapService({
    api: server.api,
    engine,
    log: silentLog,
    facts: () => ({
      botUserId: 'bot',
      siteUrl: 'https://mm.example',
      display: { teammateNameDisplay: 'username', showFullName: true },
      limits: wideLimits,
    }),
    hourCycleOf: () => Promise.resolve(clock),
  });
}

function claimOf(changes: Partial<Schedule>, trigger: Run['trigger'] = 'schedule'): typeof claim {
  const schedule = {
    ...storedSchedule(),
    id: 'schedule',
    user_id: 'rita',
    title: 'Morning',
    timezone: 'UTC',
    channel_mode: 'specific',
    channel_ids: ['dev'],
    time_period: 'since_last_recap',
    content: Content.parse({}),
    skip_empty: true,
    ...changes,
  } as Schedule;
  const run = {
    run_key: runKey,
    schedule_id: 'schedule',
    trigger,
    window_start: from,
    window_end: to,
    started_at: to,
    occurrence_at: to,
  } as Run;
  const made = {
    schedule,
    run,
    events: new Array<string>(),
    lost: false,
    beginDelivery: (): Promise<void> => {
      made.events.push('begin');
      return made.lost ? Promise.reject(new RunClaimLostError()) : Promise.resolve();
    },
    progress: (done: number, total: number): void => {
      made.progressed.push(`${done}/${total}`);
    },
    progressed: new Array<string>(),
    assertHeld: (): void => {
      made.events.push('held');
    },
  };
  return made;
}

const sent = (): typeof server.posts => server.posts.filter((post) => post.userId === 'bot');

function say(message: string): void {
  server.addPost({ channelId: 'dev', userId: 'ana', createAt: from + 1, message });
}

describe('a run', () => {
  test('ends in a message of the bot that carries the run key', async () => {
    say('We decided to freeze deploys until the config has a test.');
    const outcome = await handler.run(claim, signal);
    const [post] = sent();
    expect(outcome).toEqual({
      status: 'delivered',
      postId: post?.id,
      summary: {
        engine: 'built_in',
        channels_read: 1,
        channels_failed: 0,
        posts_read: 1,
        posts_left_out: 0,
        lines: 1,
      },
    });
    expect(post).toMatchObject({ channelId: 'dm-rita-bot', type: 'custom_scheduled_recap' });
    expect(post?.props.get('scheduled_recap_run_key')).toBe(runKey);
    expect(post?.message).toContain('We decided to freeze deploys');
    expect(claim.events).toEqual(['begin']);
  });

  test('has buttons in the language of the recap', async () => {
    say('We decided to freeze deploys until the config has a test.');
    claim = claimOf({ content: Content.parse({ language: 'es' }) });
    await handler.run(claim, signal);
    const attachments = sent()[0]?.props.get('attachments');
    expect(JSON.stringify(attachments)).toMatch(/Ejecutar de nuevo.*Pausar.*Ajustes/);
  });

  test.each([
    ['automatic', 'en', 'h12', 'Mon, Nov 2, 12:00 AM to 12:17 AM (UTC)'],
    ['automatic', 'de-AT', 'h23', 'Mo., 2. Nov., 00:00 bis 00:17 (UTC)'],
    ['automatic', 'ko', 'h12', 'Mon, Nov 2, 12:00 AM to 12:17 AM (UTC)'],
    ['en', 'en-GB', 'h23', 'Mon 2 Nov, 00:00 to 00:17 (UTC)'],
    ['en', 'de', 'h23', 'Mon, Nov 2, 00:00 to 00:17 (UTC)'],
    ['ja', 'de', 'h23', '11月2日(月) 0:00 ～ 0:17（UTC）'],
  ] as const)('in the language %s for a reader of %s', async (language, locale, cycle, span) => {
    server.addUser('rita', { locale });
    clock = cycle;
    say('We decided to freeze deploys until the config has a test.');
    claim = claimOf({ content: Content.parse({ language }) });
    await handler.run(claim, signal);
    expect(sent()[0]?.message).toContain(`_${span}_`);
  });

  test('with nothing new sends nothing', async () => {
    expect(await handler.run(claim, signal)).toMatchObject({ status: 'empty' });
    expect(sent()).toEqual([]);
    expect(claim.events).toEqual([]);
  });

  test('with nothing new says so where that is wanted', async () => {
    claim = claimOf({ skip_empty: false });
    expect(await handler.run(claim, signal)).toMatchObject({ status: 'delivered' });
    expect(sent()[0]?.message).toContain('Nothing new in The dev.');
  });

  test.each([
    ['that was due sends nothing', 'schedule', 'empty'],
    ['that was asked for says so', 'manual', 'delivered'],
  ] as const)('with nothing for the owner %s', async (_, trigger, status) => {
    say('Lunch is at noon.');
    claim = claimOf({ content: Content.parse({ focus: 'concerns_me' }) }, trigger);
    handler = handlerWith({
      name: 'built_in',
      write: async (collected, options) => ({
        ...(await builtIn.write(collected, options)),
        channels: [],
        quiet: ['The dev'],
      }),
    });
    expect(await handler.run(claim, signal)).toMatchObject({ status, summary: { posts_read: 1 } });
    const [post] = sent();
    expect(post?.message.includes('Nothing for you in The dev.') ?? false).toBe(
      status === 'delivered',
    );
  });

  test('that was asked for by hand says so, whatever the schedule wants', async () => {
    claim = claimOf({ skip_empty: true }, 'manual');
    expect(await handler.run(claim, signal)).toMatchObject({ status: 'delivered' });
    expect(sent()[0]?.message).toContain('Nothing new in The dev.');
  });

  test('whose channels cannot be read fails for good', async () => {
    server.members.clear();
    await expect(handler.run(claim, signal)).rejects.toMatchObject({
      code: 'no_readable_channel',
      retryable: false,
    });
  });

  test('whose owner is gone fails for good', async () => {
    server.addUser('rita', { deleteAt: 1 });
    await expect(handler.run(claim, signal)).rejects.toMatchObject({
      code: 'owner_inactive',
      retryable: false,
    });
  });

  test('that lost its claim posts nothing', async () => {
    say('We decided to freeze deploys until the config has a test.');
    claim.lost = true;
    await expect(handler.run(claim, signal)).rejects.toBeInstanceOf(RunClaimLostError);
    expect(sent()).toEqual([]);
  });

  test('whose message cannot be sent may be tried again', async () => {
    say('We decided to freeze deploys until the config has a test.');
    server.failures.set('createPost', new ApiError('failed', 'CreatePost', 'no'));
    await expect(handler.run(claim, signal)).rejects.toMatchObject({
      code: 'delivery_failed',
      retryable: true,
    });
  });

  test('too long for one message goes on in its thread', async () => {
    const channelIds = Array.from({ length: 15 }, (_, at) => `dev${at}`);
    for (const channelId of channelIds) {
      server.addChannel(channelId, ['rita']);
      for (let at = 0; at < 60; at += 1) {
        const message = `Shipment ${channelId}-${at} is delayed until Friday: ${at * 7} containers are stuck in port ${at}, where crane${at} failed.`;
        server.addPost({ channelId, userId: 'ana', createAt: from + at, message });
      }
    }
    claim = claimOf({
      channel_ids: channelIds,
      content: Content.parse({ length: 'detailed' }),
    });
    await handler.run(claim, signal);
    const [first, ...rest] = sent();
    expect(rest.length).toBeGreaterThan(0);
    for (const post of rest) {
      expect(post.rootId).toBe(first?.id);
      expect(post.props.has('scheduled_recap_run_key')).toBe(false);
      expect(post.props.has('attachments')).toBe(false);
    }
  });
});

describe('looking for a message that was sent before', () => {
  const props = new Map([['scheduled_recap_run_key', runKey]]);

  test('finds it by its run key among others', async () => {
    for (let at = 0; at < 100; at += 1) {
      server.addPost({ channelId: 'dm-rita-bot', userId: 'bot', createAt: to + at });
    }
    server.addPost({ channelId: 'dm-rita-bot', userId: 'bot', createAt: to, props, id: 'it' });
    expect(await handler.findDelivered(claim, signal)).toEqual({ postId: 'it' });
  });

  test('does not believe what others post', async () => {
    server.addPost({ channelId: 'dm-rita-bot', userId: 'rita', createAt: to, props });
    expect(await handler.findDelivered(claim, signal)).toBeUndefined();
  });

  test('stops before the run', async () => {
    for (let at = 0; at < 500; at += 1) {
      server.addPost({ channelId: 'dm-rita-bot', userId: 'bot', createAt: from - at - 10_000_000 });
    }
    expect(await handler.findDelivered(claim, signal)).toBeUndefined();
    expect(server.calls.filter((call) => call === 'getPostsForChannel')).toHaveLength(1);
  });

  test('throws when it could not look', async () => {
    const failure = new ApiError('unavailable', 'GetPostsForChannel', 'no answer');
    server.failures.set('getPostsForChannel', failure);
    await expect(handler.findDelivered(claim, signal)).rejects.toBe(failure);
  });
});
