/** The product's own bundle in Mattermost's host: a schedule over HTTP, due, ending in CreatePost. */
import { expect, test } from '@jest/globals';

import { apiBase, pluginId, postProps, postType } from '../../server/contract/index.ts';
import { builtBundle } from '../host/built_bundle.ts';
import { eventually } from '../support/product_world.ts';
import type { GoHost, RecordedCall } from './go_host.ts';
import { describeInterop } from './suite.ts';

const id = (name: string): string => name.padEnd(26, '0');
const owner = id('owner');
const author = id('author');
const channelId = id('channel');
const teamId = id('team');
const botId = id('bot');
const directId = id('direct');

/** The next minute, the ticker's offset, and time to work. */
const dueMs = 100_000;

/** A server with one team, one channel, and a conversation of this morning. */
async function furnish(host: GoHost): Promise<void> {
  const member = { user_id: owner, channel_id: channelId, roles: 'channel_user' };
  const now = Date.now();
  const post = (index: number, message: string, extra: object = {}): object => ({
    id: id(`post${index}`),
    create_at: now - (100 - index) * 60_000,
    update_at: now - (100 - index) * 60_000,
    user_id: author,
    channel_id: channelId,
    message,
    props: {},
    ...extra,
  });
  const posts = [
    post(1, 'The release is blocked: the migration fails on the staging database.'),
    post(2, 'We decided to roll back to version 4.1 and try again tomorrow.'),
    post(3, 'Can somebody check the backups before noon?', {
      props: { nested: { list: [1, 'two', { three: true }] }, from_client: 'web' },
    }),
  ];
  const list = {
    order: posts.map((_, index) => id(`post${posts.length - index}`)),
    posts: Object.fromEntries(posts.map((one, index) => [id(`post${index + 1}`), one])),
  };
  const user = (userId: string, username: string): object => ({
    id: userId,
    username,
    roles: 'system_user',
    locale: 'en',
    timezone: { useAutomaticTimezone: 'false', manualTimezone: 'Europe/Berlin' },
  });
  const channel = {
    id: channelId,
    team_id: teamId,
    type: 'O',
    name: 'release',
    display_name: 'Release',
    last_post_at: now,
  };
  const replies: Record<string, readonly unknown[]> = {
    EnsureBotUser: [botId, null],
    GetBot: [{ user_id: botId, username: 'recapbot' }, null],
    GetServerVersion: ['11.6.0'],
    GetConfig: [{ ServiceSettings: { SiteURL: 'https://chat.example', EnableDeveloper: false } }],
    LoadPluginConfiguration: [{}],
    GetUser: [user(owner, 'owner'), null],
    [`GetUser:${botId}`]: [{ id: botId, username: 'recapbot', is_bot: true }, null],
    [`GetUser:${author}`]: [user(author, 'author'), null],
    GetUsersByIds: [[user(author, 'author'), user(owner, 'owner')], null],
    GetTeam: [{ id: teamId, name: 'team', display_name: 'Team' }, null],
    GetTeamMember: [{ team_id: teamId, user_id: owner }, null],
    GetChannel: [channel, null],
    GetChannelMember: [member, null],
    HasPermissionToChannel: [true],
    HasPermissionTo: [true],
    GetDirectChannel: [{ id: directId, type: 'D', name: `${botId}__${owner}` }, null],
    GetPostsForChannel: [list, null],
    [`GetPostsForChannel:${directId}`]: [{ order: [], posts: {} }, null],
    GetPreferencesForUser: [[], null],
    GetPreferenceForUser: [{}, null],
  };
  for (const [method, results] of Object.entries(replies)) await host.reply(method, results);
}

describeInterop(
  'The product in Mattermost’s own host',
  async (host) => {
    await furnish(host);
    expect(await host.install(await builtBundle())).toBe(pluginId);
    await host.activate(pluginId);
  },
  (suite) => {
    const request = (path: string, init: RequestInit = {}): Promise<Response> =>
      fetch(`${suite.host.url}/plugins/${pluginId}${apiBase}${path}`, {
        ...init,
        headers: { 'Mattermost-User-Id': owner, 'Content-Type': 'application/json' },
      });

    test('activation makes the bot and registers the command', async () => {
      const calls = await suite.host.takeCalls();
      const called = (method: string): RecordedCall | undefined =>
        calls.find((call) => call.method === method);
      expect(called('EnsureBotUser')?.args[0]).toMatchObject({ Username: 'recapbot' });
      expect(called('RegisterCommand')?.args[0]).toMatchObject({ Trigger: 'recap' });
    });

    test(
      'a due schedule ends in one post by the bot',
      async () => {
        const due = new Date(Math.ceil((Date.now() + 3_000) / 60_000) * 60_000);
        const made = await request('/schedules', {
          method: 'POST',
          body: JSON.stringify({
            title: 'This morning',
            recurrence: {
              type: 'once',
              at: {
                date: due.toISOString().slice(0, 10),
                time_of_day: due.toISOString().slice(11, 16),
              },
            },
            timezone: 'Etc/UTC',
            channel_ids: [channelId],
            time_period: 'last_24h',
          }),
        });
        expect([made.status, await made.text()]).toEqual([201, expect.any(String)]);
        const call = await eventually('a call of CreatePost', dueMs, async () =>
          // The first message is the bot's welcome.
          (await suite.host.takeCalls()).find(
            ({ method, args: [made] }) => method === 'CreatePost' && isRecap(made),
          ),
        );
        const post = call.args[0] as Record<string, unknown>;
        expect(post).toMatchObject({ UserId: botId, ChannelId: directId, Type: postType });
        expect(post['Message']).toContain('roll back to version 4.1');
        expect(post['Message']).toContain(`/team/pl/${id('post2')}`);
        expect(post['Props']).toHaveProperty(postProps.runKey);
        expect(await (await request('/schedules')).text()).toContain('"last_status":"delivered"');
      },
      dueMs + 20_000,
    );

    test('metrics and support data are served', async () => {
      const metrics = await (await fetch(`${suite.host.url}/metrics/${pluginId}`)).text();
      expect(metrics).toMatch(/^# HELP /m);
      const [files] = await suite.host.hook(pluginId, 'GenerateSupportData', [{}]);
      expect(files).not.toEqual([]);
    });

    test('every other hook is taken without complaint', async () => {
      await suite.host.takeLogs();
      const user = { id: author, username: 'author' };
      await suite.host.hook(pluginId, 'OnConfigurationChange', []);
      await suite.host.hook(pluginId, 'UserHasBeenDeactivated', [{}, user]);
      await suite.host.hook(pluginId, 'UserHasLeftChannel', [
        {},
        { channel_id: channelId, user_id: author },
        null,
      ]);
      await suite.host.hook(pluginId, 'UserHasLeftTeam', [
        {},
        { team_id: teamId, user_id: author },
        user,
      ]);
      await suite.host.hook(pluginId, 'ChannelHasBeenCreated', [{}, { id: channelId }]);
      await suite.host.hook(pluginId, 'OnPluginClusterEvent', [{}, { Id: 'x', Data: '' }]);
      const [response] = await suite.host.hook(pluginId, 'ExecuteCommand', [
        {},
        { command: '/recap list', user_id: owner, channel_id: channelId },
      ]);
      expect((response as { text: string }).text).toContain('This morning');
      const grave = (await suite.host.takeLogs()).filter((line) => /"level":"error"/.test(line));
      expect(grave).toEqual([]);
    });

    test('a clean end within 2 seconds', async () => {
      expect(await suite.host.deactivate(pluginId)).toBeLessThan(2000);
    });
  },
);

function isRecap(post: unknown): boolean {
  return typeof post === 'object' && post !== null && Reflect.get(post, 'Type') === postType;
}
