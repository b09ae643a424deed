/** The plugin as the server drives it, over a server made of tables. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../server/clock.ts';
import { postType } from '../../../server/contract/index.ts';
import { silentLog } from '../../../server/log.ts';
import { ApiError, CommandArgs, Config, Context, User } from '../../../server/mattermost/index.ts';
import type { Api, CommandInput, Hooks } from '../../../server/mattermost/index.ts';
import { createPlugin } from '../../../server/plugin/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { FakeServer } from '../recap/fake_server.ts';

const rita = 'r'.repeat(26);
const dev = 'd'.repeat(26);
const bot = 'b'.repeat(26);
const context = create(Context);

let server: FakeServer;
let commands: CommandInput[];
let published: { event: string; payload: unknown; userId: string | undefined }[];
let settings: Record<string, unknown>;
/** Answers to come before `settings`, one a call. */
let loads: Promise<unknown>[];
let refusesPictures: boolean;
let pictures: { userId: string; data: Uint8Array }[];
let hooks: Required<Omit<Hooks, 'channelHasBeenCreated'>>;

beforeEach(() => {
  server = new FakeServer();
  server.now = Date.now();
  commands = [];
  published = [];
  settings = {};
  loads = [];
  pictures = [];
  refusesPictures = false;
  server.addUser(rita, {
    username: 'rita',
    timezone: new Map([
      ['useAutomaticTimezone', 'true'],
      ['automaticTimezone', 'Europe/Berlin'],
    ]),
  });
  server.addUser(bot, { username: 'recapbot', isBot: true });
  server.addChannel(dev, [rita]);
  const api: Partial<Api> = {
    ...server.api,
    ...new MemoryKv(systemClock).client(),
    loadPluginConfiguration: () => loads.shift() ?? Promise.resolve(settings),
    getConfig: () =>
      Promise.resolve(
        create(Config, {
          serviceSettings: { siteURL: 'https://mm.example/' },
          teamSettings: { teammateNameDisplay: 'username' },
          localizationSettings: { defaultServerLocale: 'en' },
        }),
      ),
    ensureBotUser: () => Promise.resolve(bot),
    getBundlePath: () => Promise.resolve('/plugins/scheduled-recaps'),
    setProfileImage: (userId, data) => {
      if (refusesPictures) throw new ApiError('failed', 'SetProfileImage', 'no storage');
      pictures.push({ userId, data });
      return Promise.resolve();
    },
    getChannelByName: (_team, name) => {
      const channel = [...server.channels.values()].find((each) => each.name === name);
      if (channel === undefined) throw new ApiError('not_found', 'GetChannelByName', 'none');
      return Promise.resolve(channel);
    },
    registerCommand: (command) => {
      commands.push(command);
      return Promise.resolve();
    },
    publishWebSocketEvent: (event, payload, { userId }) => {
      published.push({ event, payload, userId });
      return Promise.resolve();
    },
  };
  hooks = createPlugin(
    { api: api as Api, log: silentLog, signal: new AbortController().signal },
    {
      clock: systemClock,
      processFacts: () => ({ residentBytes: 42, longestStallSeconds: 0.01 }),
      readFile: (path) => Promise.resolve(new TextEncoder().encode(path)),
    },
  ) as typeof hooks;
});

afterEach(() => hooks.onDeactivate());

async function activate(): Promise<void> {
  await hooks.onConfigurationChange();
  await hooks.onActivate();
}

function send(
  method: string,
  path: string,
  body?: unknown,
  caller: { userId?: string; sourcePluginId?: string } = { userId: rita },
): Promise<Response> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const { signal } = new AbortController();
  return hooks.serveHttp(new Request(`http://plugin/api/v1${path}`, init), {
    userId: caller.userId,
    sourcePluginId: caller.sourcePluginId,
    context,
    signal,
  });
}

const weekly = {
  title: 'Morning',
  recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
  channel_ids: [dev],
};

function run(command: string): ReturnType<typeof hooks.executeCommand> {
  return hooks.executeCommand(
    context,
    create(CommandArgs, { command, userId: rita, channelId: dev, teamId: 'team' }),
  );
}

/** Waits for the next moment at which `check` gives something, for as long as the test may take. */
async function eventually<T>(check: () => T | undefined): Promise<T> {
  for (;;) {
    const found = check();
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('of two changes of the configuration at once the later holds', async () => {
  const slow = Promise.withResolvers<unknown>();
  loads = [slow.promise, Promise.resolve({ maxschedulesperuser: 1 })];
  const both = [hooks.onConfigurationChange(), hooks.onConfigurationChange()];
  slow.resolve({ maxschedulesperuser: 2 });
  await Promise.all(both);
  await hooks.onActivate();
  expect((await send('POST', '/schedules', weekly)).status).toBe(201);
  expect((await send('POST', '/schedules', weekly)).status).toBe(429);
});

describe('activation', () => {
  test('registers the command', async () => {
    await activate();
    expect(commands.map((command) => command.trigger)).toEqual(['recap']);
  });

  test('refuses to speak as a person', async () => {
    server.addUser(bot, { username: 'recapbot' });
    await expect(activate()).rejects.toThrow('belongs to a person');
  });

  test('does not wait until the new bot can be read', async () => {
    server.users.delete(bot);
    await activate();
    expect(commands).toHaveLength(1);
  });

  test('gives the bot its picture, from the bundle', async () => {
    await activate();
    expect(pictures.map(({ userId }) => userId)).toEqual([bot]);
    expect(new TextDecoder().decode(pictures[0]?.data)).toBe(
      '/plugins/scheduled-recaps/assets/profile.png',
    );
  });

  test('leaves a picture as it is that the bot has already', async () => {
    server.addUser(bot, { username: 'recapbot', isBot: true, lastPictureUpdate: 1 });
    await activate();
    expect(pictures).toEqual([]);
  });

  test('does without a picture that the server refuses', async () => {
    refusesPictures = true;
    await activate();
    expect(commands).toHaveLength(1);
  });

  test('before it nothing is served', async () => {
    const response = await send('GET', '/schedules');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
  });

  test('after deactivation nothing is served, and that may come twice', async () => {
    await activate();
    await hooks.onDeactivate();
    await hooks.onDeactivate();
    expect((await send('GET', '/schedules')).status).toBe(503);
  });
});

describe('requests', () => {
  test('are served for the signed-in user, in the zone of the profile', async () => {
    await activate();
    const response = await send('POST', '/schedules', weekly);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ user_id: rita, timezone: 'Europe/Berlin' });
    expect(published).toContainEqual({
      event: 'schedule_changed',
      payload: expect.objectContaining({ change: 'created' }) as unknown,
      userId: rita,
    });
  });

  test('of another plugin in the name of a user are refused', async () => {
    await activate();
    const caller = { userId: rita, sourcePluginId: 'other' };
    expect((await send('GET', '/schedules', undefined, caller)).status).toBe(401);
  });

  test('obey the limits that are configured', async () => {
    settings = { maxschedulesperuser: 1 };
    await activate();
    expect((await send('POST', '/schedules', weekly)).status).toBe(201);
    expect((await send('POST', '/schedules', weekly)).status).toBe(429);
  });

  test('for a channel that the user cannot read are refused', async () => {
    await activate();
    const body = { ...weekly, channel_ids: ['x'.repeat(26)] };
    const response = await send('POST', '/schedules', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { field: 'channel_ids.0' } });
  });
});

describe('the command', () => {
  test('answers the sender alone', async () => {
    await activate();
    expect(await run('/recap list')).toEqual({
      responseType: 'ephemeral',
      text: 'You have no scheduled recaps yet.',
      attachments: [],
    });
  });

  test('runs a schedule, whose recap arrives as a direct message', async () => {
    await activate();
    server.addPost({
      channelId: dev,
      userId: 'ana',
      createAt: Date.now() - 60_000,
      message: 'We decided to freeze deploys until the config has a test.',
    });
    await send('POST', '/schedules', weekly);
    expect((await run('/recap run')).text).toContain('“Morning” is being written');
    const post = await eventually(() =>
      server.posts.find((each) => each.userId === bot && each.type === postType),
    );
    expect(post.message).toContain('We decided to freeze deploys');
    expect(post.message).toContain('(https://mm.example/harbour/pl/');
    await eventually(() =>
      published.find(({ payload }) => JSON.stringify(payload).includes('"delivered"')),
    );
  });
});

describe('/recap now', () => {
  test.each(['/recap now', '/recap now ~ddd-name'])('%s', async (command) => {
    server.channels.get(dev)!.name = 'ddd-name';
    await activate();
    expect((await run(command)).text).toContain(`**The ${dev}**`);
    const post = await eventually(() =>
      server.posts.find((each) => each.userId === bot && each.type === postType),
    );
    // Nothing happened there, and whoever asks gets to hear that.
    expect(post.message).toContain(`Nothing new in The ${dev}.`);
    expect((await run('/recap list')).text).toBe('You have no scheduled recaps yet.');
  });

  test('of a channel that the sender is not in', async () => {
    server.addChannel('elsewhere', []);
    await activate();
    expect((await run('/recap now elsewhere-name')).text).toContain('`~elsewhere-name`');
    expect((await run('/recap now ~nowhere')).text).toContain('`~nowhere`');
    expect(server.calls).not.toContain('createPost');
  });
});

describe('what else the server tells', () => {
  test('schedules of a deactivated user pause', async () => {
    await activate();
    await send('POST', '/schedules', weekly);
    await hooks.userHasBeenDeactivated(context, create(User, { id: rita }));
    const list = (await (await send('GET', '/schedules')).json()) as { schedules: unknown[] };
    expect(list.schedules).toEqual([
      expect.objectContaining({ enabled: false, next_run_at: null }),
    ]);
  });

  test('metrics are given in text', async () => {
    const { signal } = new AbortController();
    const response = await hooks.serveMetrics(new Request('http://plugin/'), {
      userId: undefined,
      sourcePluginId: undefined,
      context,
      signal,
    });
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    expect(await response.text()).toContain('scheduled_recaps_resident_memory_bytes 42\n');
  });

  test('support data hold numbers only', async () => {
    settings = { OpenAIKey: 'key-of-the-endpoint' };
    await activate();
    await send('POST', '/schedules', { ...weekly, title: 'Secret title' });
    const files = await hooks.generateSupportData(context);
    const text = files.map((file) => new TextDecoder().decode(file.body)).join('\n');
    expect(text).toContain('"postsPerChannel": 1000');
    expect(text).not.toContain('Secret title');
    expect(text).toContain('"openAiKey": "(set)"');
    expect(text).not.toContain('key-of-the-endpoint');
  });
});
