/** Who is answered what by the packaged plugin, behind a server that knows sessions, cookies and tokens. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { externalApiBase, operations, routes } from '../../server/contract/index.ts';
import type { DescribedSchedule, Operation, OperationId } from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import { channelIds, createSchedule, ProductWorld } from '../support/product_world.ts';

let world: ProductWorld;
let anna: Client;
let schedule: DescribedSchedule;
const clients = new Map<string, Client>();

const unknown = 'x'.repeat(26);

beforeAll(async () => {
  world = await ProductWorld.start();
  anna = await world.login('anna.weber');
  for (const name of ['ben.okafor', 'grace.lin', 'maya.cohen']) {
    clients.set(name, await world.login(name));
  }
  schedule = await createSchedule(anna, {
    title: 'Every morning',
    recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
    timezone: 'Europe/Berlin',
    channel_ids: await channelIds(anna, ['Incidents']),
  });
}, 120_000);
afterAll(() => world.close(), 30_000);

/** All operations on one schedule or one recap. */
const owned = (Object.entries(operations) as [OperationId, Operation][]).filter(([, { route }]) =>
  route.includes(':'),
);

function pathOf({ route }: Operation, id: string): string {
  return externalApiBase + route.replace(/:(schedule|post)_id/, id);
}

function bodyOf({ method }: Operation): unknown {
  return method === 'get' ? undefined : { pause_until: null };
}

/** A request as it leaves a machine: with these headers and no others. */
async function raw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const response = await fetch(anna.url + path, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: JSON.stringify({ pause_until: null }) }),
  });
  return response.status;
}

async function revision(): Promise<number> {
  const path = pathOf(operations.readSchedule, schedule.id);
  return ((await (await anna.request('GET', path)).json()) as DescribedSchedule).revision;
}

test.each(owned)("%s of another user's is nobody else's", async (_, operation) => {
  const method = operation.method.toUpperCase();
  for (const client of clients.values()) {
    const theirs = await client.request(
      method,
      pathOf(operation, schedule.id),
      validBody(operation),
    );
    const nobodys = await client.request(method, pathOf(operation, unknown), validBody(operation));
    expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()]);
    expect(theirs.status).toBe(404);
  }
  expect(await revision()).toBe(schedule.revision);
});

function validBody(operation: Operation): unknown {
  if (operation.route === routes.checks && operation.method === 'put') {
    return { item_id: unknown, checked: true };
  }
  if (operation.route === routes.schedule && operation.method === 'put') {
    const { title, recurrence, channel_ids } = schedule;
    return { title, recurrence, channel_ids, revision: schedule.revision };
  }
  if (operation.route === routes.changedPreview) {
    const { title, recurrence, channel_ids } = schedule;
    return { title, recurrence, channel_ids };
  }
  return bodyOf(operation);
}

test.each([
  ['anna.weber', 404],
  ['noah.smith', 404],
  ['grace.lin', 200],
])('the routes for administrators, asked by %s, are answered with %d', async (name, status) => {
  const client = await world.login(name);
  const read = await client.request('GET', externalApiBase + routes.health);
  const asked = await client.request('POST', externalApiBase + routes.testAi);
  expect([read.status, asked.status]).toEqual([status, status]);
});

describe('without a session that counts', () => {
  const path = (): string => pathOf(operations.pauseSchedule, schedule.id);

  test.each([
    ['nothing', () => ({})],
    ['a token that was never given', () => ({ Authorization: `Bearer ${unknown}` })],
    ['the id of a user', () => ({ 'Mattermost-User-Id': anna.account.id })],
    [
      'the id of a user and a plugin',
      () => ({ 'Mattermost-User-Id': anna.account.id, 'Mattermost-Plugin-ID': 'other' }),
    ],
    ['a cookie without the CSRF token', () => ({ Cookie: `MMAUTHTOKEN=${anna.token}` })],
    [
      'a cookie with a wrong CSRF token',
      () => ({ Cookie: `MMAUTHTOKEN=${anna.token}`, 'X-CSRF-Token': unknown }),
    ],
  ])('%s: 401', async (_, headers) => {
    expect(await raw('POST', path(), headers())).toBe(401);
    expect(await revision()).toBe(schedule.revision);
  });

  test('a cookie alone is enough to look', async () => {
    const headers = { Cookie: `MMAUTHTOKEN=${anna.token}` };
    expect(await raw('GET', pathOf(operations.readSchedule, schedule.id), headers)).toBe(200);
  });
});

test('a deactivated user is out at once, and whatever could run is paused', async () => {
  const ben = clients.get('ben.okafor')!;
  const mine = await createSchedule(ben, {
    title: 'Mine',
    recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
    channel_ids: await channelIds(ben, ['Incidents']),
  });
  world.host.workspace.users.setActive(ben.account.id, false, Date.now());
  for (const [, operation] of owned) {
    const path = pathOf(operation, mine.id);
    const response = await ben.request(operation.method.toUpperCase(), path, bodyOf(operation));
    expect(response.status).toBe(401);
  }
});
