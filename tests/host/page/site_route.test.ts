/** What a browser is served: the page at every address, the scripts of plugins, and nothing besides. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client4 } from '@mattermost/client';
import { WebSocket } from 'ws';
import { webappBundle } from '../../support/webapp_bundle.ts';
import { Host } from '../index.ts';
import { fnv1a } from './client_manifest.ts';

jest.setTimeout(60_000);

const html = { Accept: 'text/html,application/xhtml+xml' };

test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('FNV-1a of %j', (text, hash) => {
  expect(fnv1a(Buffer.from(text))).toBe(hash);
});

describe.each([[''], ['/chat']])('a site at %j', (subpath) => {
  let host: Host;
  let client: Client4;

  beforeAll(async () => {
    host = await Host.start({ startTimeoutMs: 30_000, subpath });
    const { users, teams } = host.workspace;
    const user = users.add({ username: 'anna', locale: 'de' }, 1, 'secret');
    teams.join(teams.add({ name: 'team' }, 1).id, user, 1);
    users.add({ username: 'root', roles: 'system_user system_admin' }, 1, 'secret');
    client = new Client4();
    client.setUrl(host.url());
    await client.login('anna', 'secret');
    await host.install(await webappBundle('1.0.0'));
  });
  afterAll(() => host.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(host.url() + path, { headers });

  test.each(['/', '/team/channels/dev', '/team/pl/abcdefghijklmnopqrstuvwxyz', '/login'])(
    'has the page at %s, for browsers',
    async (path) => {
      const response = await get(path, html);
      expect(response.status).toBe(200);
      expect(response.headers.get('Content-Security-Policy')).toBe(
        "frame-ancestors 'self' ; script-src 'self'",
      );
      expect(await response.text()).toContain(`data-subpath="${subpath}"`);
    },
  );

  test('has no script in the document but one of its own, which may be kept', async () => {
    const page = await (await get('/', html)).text();
    const [, script = ''] = /<script defer src="([^"]+)"><\/script>/.exec(page) ?? [];
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(script.startsWith(`${subpath}/static/page/main.`)).toBe(true);
    const response = await fetch(new URL(script, host.url()));
    expect(response.headers.get('Cache-Control')).toBe('max-age=31556926, public');
    expect(response.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
  });

  test('answers the API as before, whatever a client accepts', async () => {
    const response = await get('/api/v4/users/me', html);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ status_code: 401 });
  });

  test('tells nobody whom to sign in as, unless it was told to', async () => {
    expect(await (await get('/page/sign_in')).json()).toEqual({
      people: [],
      password: '',
      first: '',
    });
  });

  test('lists no plugin before it runs; then with its script by the hash of its content', async () => {
    expect(await client.getWebappPlugins()).toEqual([]);
    await host.enable('echo');
    const [plugin, ...others] = await client.getWebappPlugins();
    expect(others).toEqual([]);
    expect(plugin).toMatchObject({ id: 'echo', version: '1.0.0' });
    expect(plugin).not.toHaveProperty('server');
    expect(plugin?.webapp.bundle_path).toMatch(/^\/static\/echo\/echo_[0-9a-f]{16}_bundle\.js$/);
  });

  test('hands out the script below plugins, and not under the name that it has in the bundle', async () => {
    const [plugin] = await client.getWebappPlugins();
    const path = plugin?.webapp.bundle_path.replace('/static/', '/static/plugins/') ?? '';
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await response.text()).toContain('registerPlugin');
    expect((await get('/static/plugins/echo/main.js')).status).toBe(404);
  });

  test.each([
    '/static/plugins/echo/',
    '/static/plugins/echo/../plugin.json',
    '/static/plugins/no/x.js',
  ])('has nothing at %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
  });

  test('tells connected clients when a plugin goes and comes', async () => {
    const headers = { Authorization: `Bearer ${client.getToken()}` };
    const address = `${host.url().replace('http', 'ws')}/api/v4/websocket`;
    const socket = new WebSocket(address, { headers });
    const events: { event: string; data: { manifest?: { id: string } } }[] = [];
    const heard = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        events.push(JSON.parse(data.toString()) as (typeof events)[number]);
        if (events.length === 1) void host.disable('echo').then(() => host.enable('echo'));
        if (events.length === 3) resolve();
      });
    });
    await heard;
    socket.close();
    expect(events.map(({ event }) => event)).toEqual([
      'hello',
      'plugin_disabled',
      'plugin_enabled',
    ]);
    expect(events[2]?.data.manifest?.id).toBe('echo');
  });

  test('keeps settings of a user, and sorts channels into categories', async () => {
    const me = await client.getMe();
    const theme = { user_id: me.id, category: 'theme', name: '', value: '{}' };
    await client.savePreferences(me.id, [theme]);
    expect(await client.getMyPreferences()).toEqual([theme]);
    expect((await client.patchMe({ locale: 'fr' })).locale).toBe('fr');
    const [team] = await client.getMyTeams();
    const { categories } = await client.getChannelCategories('me', team?.id ?? '');
    expect(categories.map(({ type }) => type)).toEqual([
      'favorites',
      'channels',
      'direct_messages',
    ]);
  });

  test('draws a picture for who has none', async () => {
    const me = await client.getMe();
    const token = { Authorization: `Bearer ${client.getToken()}` };
    const response = await get(`/api/v4/users/${me.id}/image`, token);
    expect(response.headers.get('Content-Type')).toBe('image/svg+xml');
    expect(await response.text()).toContain('>AN<');
  });

  test('nobody changes somebody else', async () => {
    const root = host.workspace.users.findByUsername('root');
    const options = client.getOptions({ method: 'put', body: '{"locale":"ja"}' });
    const { headers } = options;
    const address = `${host.url()}/api/v4/users/${root?.id ?? ''}/patch`;
    const response = await fetch(address, { method: 'PUT', headers, body: '{"locale":"ja"}' });
    expect(response.status).toBe(403);
  });
});

test('beside the path of a site there is nothing, and its bare path leads into it', async () => {
  const host = await Host.start({ subpath: '/chat' });
  const origin = new URL(host.url()).origin;
  expect((await fetch(`${origin}/`, { headers: html })).status).toBe(404);
  expect((await fetch(`${origin}/api/v4/system/ping`)).status).toBe(404);
  const response = await fetch(`${origin}/chat`, { redirect: 'manual' });
  expect(response.headers.get('Location')).toBe('/chat/');
  await host.close();
});
