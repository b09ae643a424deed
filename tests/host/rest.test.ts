/** The REST interface and the websocket, driven by Mattermost's own client. */
import { Client4, WebSocketClient } from '@mattermost/client';
import type { Post } from '@mattermost/types/posts';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { Channel, Team, User } from '../../server/mattermost/model/index.ts';
import { echoBundle } from '../support/script_bundle.ts';
import { Host } from './index.ts';

jest.setTimeout(60_000);

const postedEvent = z.object({ event: z.literal('posted'), data: z.object({ post: z.string() }) });

let host: Host;
let team: Team;
let channel: Channel;
let anna: User;

beforeAll(async () => {
  host = await Host.start({ startTimeoutMs: 30_000 });
  const { users, teams, channels } = host.workspace;
  team = teams.add({ name: 'team' }, 1);
  channel = channels.add({ name: 'dev', teamId: team.id, displayName: 'Dev' }, 1);
  for (const name of ['anna', 'ben', 'zoe']) {
    const user = users.add({ username: name }, 1, 'secret');
    teams.join(team.id, user, 1);
    if (name !== 'zoe') channels.join(channel.id, user, 1);
  }
  users.add({ username: 'root', roles: 'system_user system_admin' }, 1, 'secret');
  anna = users.findByUsername('anna')!;
});

afterAll(() => host.close());

async function login(name: string): Promise<Client4> {
  const client = new Client4();
  client.setUrl(host.url());
  await client.login(name, 'secret');
  return client;
}

test('a wrong password, an unknown user and a closed account stay outside', async () => {
  const client = new Client4();
  client.setUrl(host.url());
  await expect(client.login('anna', 'wrong')).rejects.toMatchObject({ status_code: 401 });
  await expect(client.login('nobody', 'secret')).rejects.toMatchObject({ status_code: 401 });
  await expect(client.getMe()).rejects.toMatchObject({ status_code: 401 });
});

test('users, teams, channels and posts', async () => {
  const client = await login('anna');
  const me = await client.getMe();
  expect(me).toMatchObject({ id: anna.id, username: 'anna' });
  expect(JSON.stringify(me)).not.toContain('secret');
  expect((await client.getProfilesByIds([anna.id])).map((user) => user.username)).toEqual(['anna']);
  expect((await client.getMyTeams()).map(({ name }) => name)).toEqual(['team']);
  expect((await client.getMyChannels(team.id)).map(({ id }) => id)).toEqual([channel.id]);
  const root = await client.createPost({ channel_id: channel.id, message: 'hello' });
  await client.createPost({ channel_id: channel.id, message: 'again', root_id: root.id });
  await client.patchPost({ id: root.id, message: 'hello!' });
  const list = await client.getPosts(channel.id);
  expect(list.order.map((id) => list.posts[id]?.message)).toEqual(['again', 'hello!']);
  expect((await client.getPostThread(root.id)).order).toHaveLength(2);
  await expect((await login('zoe')).getPosts(channel.id)).rejects.toMatchObject({
    status_code: 403,
  });
  await expect(client.getPosts('x'.repeat(26))).rejects.toMatchObject({ status_code: 403 });
  expect(await client.getClientConfig()).toMatchObject({ Version: '11.6.0', SiteURL: host.url() });
});

test('a permalink shows the conversation to who may read it', async () => {
  const post = host.workspace.posts.create(
    { channelId: channel.id, userId: anna.id, message: 'linked' },
    Date.now(),
  );
  const open = async (name: string): Promise<Response> =>
    fetch(`${host.url()}/team/pl/${post.id}?access_token=${(await login(name)).getToken()}`);
  expect(await (await open('ben')).text()).toContain('@anna: linked');
  expect((await open('zoe')).status).toBe(404);
  expect((await fetch(`${host.url()}/team/pl/${post.id}`)).status).toBe(401);
});

test('a cookie is good for reading, and for writing only with its token', async () => {
  const answer = await fetch(`${host.url()}/api/v4/users/login`, {
    method: 'POST',
    body: JSON.stringify({ login_id: 'anna', password: 'secret' }),
  });
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const csrf = cookies.find((cookie) => cookie.startsWith('MMCSRF='))?.slice(7) ?? '';
  const post = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${host.url()}/api/v4/posts`, {
      method: 'POST',
      headers: { Cookie: cookies.join('; '), ...headers },
      body: JSON.stringify({ channel_id: channel.id, message: 'by cookie' }),
    });
  expect((await post({})).status).toBe(401);
  expect((await post({ 'X-CSRF-Token': csrf })).status).toBe(201);
});

describe('websocket', () => {
  beforeAll(() => {
    Object.assign(globalThis, { WebSocket });
  });

  test('members hear of posts after the challenge, others do not', async () => {
    // The client tells of every connection.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const connect = async (name: string): Promise<{ heard: string[]; client: WebSocketClient }> => {
      const rest = await login(name);
      const client = new WebSocketClient();
      const heard: string[] = [];
      client.addMessageListener((message) => {
        const posted = postedEvent.safeParse(message);
        if (posted.success) heard.push((JSON.parse(posted.data.data.post) as Post).message);
      });
      const ready = new Promise<void>((resolve) => client.addFirstConnectListener(resolve));
      client.initialize(`${host.url().replace('http', 'ws')}/api/v4/websocket`, rest.getToken());
      await ready;
      return { heard, client };
    };
    const [ben, zoe] = [await connect('ben'), await connect('zoe')];
    const direct = host.workspace.channels.direct(
      anna.id,
      host.workspace.users.findByUsername('zoe')!.id,
      1,
    );
    const say = (channelId: string, message: string): void =>
      void host.workspace.posts.create({ channelId, userId: anna.id, message }, Date.now());
    // The challenge is answered by then: events are sent in order on each connection.
    await until(() => {
      say(channel.id, 'to the channel');
      say(direct.id, 'to zoe');
      return ben.heard.length > 0 && zoe.heard.length > 0;
    });
    expect(new Set(ben.heard)).toEqual(new Set(['to the channel']));
    expect(new Set(zoe.heard)).toEqual(new Set(['to zoe']));
    ben.client.close();
    zoe.client.close();
  });
});

test('an administrator installs, enables and removes a plugin; its command and buttons work', async () => {
  const admin = await login('root');
  const file = new File([Buffer.from(await echoBundle())], 'echo.tar.gz');
  await expect((await login('anna')).uploadPlugin(file)).rejects.toMatchObject({
    status_code: 403,
  });
  expect(await admin.uploadPlugin(file)).toMatchObject({ id: 'echo' });
  await expect(admin.uploadPlugin(file)).rejects.toMatchObject({ status_code: 400 });
  await admin.enablePlugin('echo');
  expect(await admin.getPluginStatuses()).toMatchObject([
    { plugin_id: 'echo', state: 2, is_running: true },
  ]);
  const client = await login('anna');
  const result = await client.executeCommand('/echo me this', {
    channel_id: channel.id,
    team_id: team.id,
  });
  expect(result).toMatchObject({ text: '/echo me this' });
  await expect(
    client.executeCommand('/unknown', { channel_id: channel.id, team_id: team.id }),
  ).rejects.toMatchObject({ status_code: 404 });

  const integration = { url: '/plugins/echo/pressed', context: { what: 'it' } };
  const props = new Map([['attachments', [{ actions: [{ id: 'go', name: 'Go', integration }] }]]]);
  const post = host.workspace.posts.create(
    { channelId: channel.id, userId: anna.id, props },
    Date.now(),
  );
  await client.doPostAction(post.id, 'go');
  await expect(client.doPostAction(post.id, 'other')).rejects.toMatchObject({ status_code: 404 });

  await admin.removePlugin('echo');
  expect(await admin.getPluginStatuses()).toEqual([]);
});

async function until(what: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!what()) {
    if (performance.now() > end) throw new Error('it did not happen');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
