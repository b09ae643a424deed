/** Limits hold when everything comes at once, to several plugin processes. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  DescribedSchedule,
  externalApiBase,
  Health,
  pluginId,
  routes,
  scheduleRoute,
} from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import { channelIds, createSchedule, eventually, ProductWorld } from '../support/product_world.ts';

const limit = 10;
const runsADay = 3;

let world: ProductWorld;

beforeAll(async () => {
  world = await ProductWorld.start({ nodes: 2 });
  const settings = { maxschedulesperuser: limit, maxrunsbyhandperday: runsADay };
  world.host.config.savePlugin(pluginId, settings);
}, 120_000);
afterAll(() => world.close(), 60_000);

/** The same person at both nodes. */
async function both(username: string): Promise<readonly [Client, Client]> {
  return [await world.login(username, 0), await world.login(username, 1)];
}

async function bodyFor(user: Client, title: string): Promise<Parameters<typeof createSchedule>[1]> {
  return {
    title,
    recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['03:00'] },
    timezone: 'UTC',
    channel_ids: await channelIds(user, ['Incidents']),
    time_period: 'last_24h',
  };
}

function statuses(responses: readonly Response[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of responses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const step = (user: Client, id: string, name: keyof typeof routes): Promise<Response> =>
  user.request('POST', externalApiBase + scheduleRoute(routes[name] as typeof routes.run, id), {
    ...(name === 'pause' ? { pause_until: null } : {}),
  });

test('of twenty schedules at once ten are made, and nothing gets round it', async () => {
  const users = await both('anna.weber');
  const body = await bodyFor(users[0], 'Burst');
  const create = (index: number): Promise<Response> =>
    users[index % 2]!.request('POST', externalApiBase + routes.schedules, body);
  const responses = await Promise.all(Array.from({ length: 20 }, (_, index) => create(index)));
  expect(statuses(responses)).toEqual({ 201: limit, 429: 20 - limit });
  const made = await Promise.all(
    responses
      .filter(({ status }) => status === 201)
      .map(async (response) => DescribedSchedule.parse(await response.json()).id),
  );
  const [first = '', second = ''] = made;

  // One that is paused can run again, so it keeps its place.
  expect((await step(users[1], first, 'pause')).status).toBe(200);
  expect((await create(0)).status).toBe(429);
  expect((await step(users[0], first, 'resume')).status).toBe(200);

  // One that is deleted gives its place up, and does not get it back while it is taken.
  const path = externalApiBase + scheduleRoute(routes.schedule, second);
  expect((await users[0].request('DELETE', path)).status).toBe(204);
  const afterwards = await Promise.all([create(0), create(1), create(0)]);
  expect(statuses(afterwards)).toEqual({ 201: 1, 429: 2 });
  expect((await step(users[1], second, 'restore')).status).toBe(429);

  const list = await users[1].request('GET', `${externalApiBase}${routes.schedules}?per_page=100`);
  expect(await list.json()).toMatchObject({ total: limit });
}, 60_000);

test('of ten runs at once of ten schedules three begin', async () => {
  const users = await both('dmitri.volkov');
  const body = await bodyFor(users[0], 'Many');
  const made = await Promise.all(
    Array.from({ length: limit }, (_, index) => createSchedule(users[index % 2]!, body)),
  );
  const runs = await Promise.all(made.map(({ id }, index) => step(users[index % 2]!, id, 'run')));
  expect(statuses(runs)).toEqual({ 202: runsADay, 429: limit - runsADay });
  const refused = runs.find(({ status }) => status === 429);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(80_000);
}, 60_000);

test('REST, the command and the button count together', async () => {
  const [user, elsewhere] = await both('farid.rahman');
  const { id } = await createSchedule(user, await bodyFor(user, 'Counted'));
  const recaps = (count: number): Promise<true> =>
    eventually(`${count} recaps`, 30_000, () =>
      world.recapsOf(user).length >= count ? true : undefined,
    );
  const press = async (): Promise<number> => {
    const post = world.recapsOf(user)[0]!;
    return (await user.request('POST', `/api/v4/posts/${post.id}/actions/run`, {})).status;
  };
  const [here = ''] = await channelIds(user, ['Incidents']);
  const command = async (): Promise<string> => {
    const body = { command: '/recap run 1', channel_id: here };
    return (await elsewhere.request('POST', '/api/v4/commands/execute', body)).text();
  };
  expect((await step(user, id, 'run')).status).toBe(202);
  await recaps(1);
  expect(await command()).toContain('is being written');
  await recaps(2);
  expect(await press()).toBe(200);
  await recaps(3);

  expect((await step(elsewhere, id, 'run')).status).toBe(429);
  expect(await command()).not.toContain('is being written');
  expect(await press()).toBe(200);
  // The last answer came after whatever it could have begun was claimed.
  const history = externalApiBase + scheduleRoute(routes.history, id);
  expect(await (await user.request('GET', history)).json()).toMatchObject({
    runs: [{ sequence: 3 }, { sequence: 2 }, { sequence: 1 }],
  });
}, 90_000);

test('the health of both nodes is seen at either', async () => {
  const { users } = world.host.workspace;
  const admin = users.all().find(({ roles }) => roles.includes('system_admin'))!;
  const clients = await both(admin.username);
  for (const client of clients) {
    const seen = await eventually('both nodes', 70_000, async () => {
      const response = await client.request('GET', externalApiBase + routes.health);
      const health = Health.parse(await response.json());
      return health.nodes.length === 2 ? health : undefined;
    });
    expect(seen.nodes.map(({ version }) => version === seen.version)).toEqual([true, true]);
  }
}, 150_000);
