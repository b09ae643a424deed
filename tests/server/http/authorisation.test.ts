/** Who is answered what: every operation and every button, asked by everybody who can ask. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { operations, postProps, postType, routes } from '../../../server/contract/index.ts';
import type { Operation, OperationId } from '../../../server/contract/index.ts';
import { bot, morning, people, PluginWorld, town } from '../plugin_world.ts';
import type { From } from '../plugin_world.ts';

const recap = 'p'.repeat(26);
const unknown = 'x'.repeat(26);
const conversation = `dm-${people.owner}`;

/** Those who ask. Without a session, or the CSRF token of one, the server passes no user on. */
const callers = {
  owner: { userId: people.owner },
  other: { userId: people.other },
  admin: { userId: people.admin },
  guest: { userId: people.guest },
  // The server ends their sessions; what would be answered if it did not.
  deactivated: { userId: people.deactivated },
  no_session: {},
  no_csrf: {},
  plugin: { userId: people.owner, sourcePluginId: 'other' },
} as const satisfies Readonly<Record<string, From>>;

type Caller = keyof typeof callers;

const names = Object.keys(callers) as Caller[];

/** What is expected of signed-in callers: of the owner, other users, administrators, guests and the deactivated. */
type Row = readonly [
  owner: number,
  other: number,
  admin: number,
  guest: number,
  deactivated: number,
];

/** Everybody has some of their own. */
const everybody = (status: number): Row => [status, status, status, status, status];
/** Something begins by it, which accounts that are closed may not do. */
const open = (status: number): Row => [status, status, status, status, 403];
/** Of one schedule, or of one recap. */
const owned = (status: number): Row => [status, 404, 404, 404, 404];
const managers = (status: number): Row => [404, 404, status, 404, 404];

const matrix: Readonly<Record<OperationId, Row>> = {
  listSchedules: everybody(200),
  createSchedule: open(201),
  validateTiming: everybody(200),
  previewSchedule: open(200),
  previewChanged: owned(200),
  readSchedule: owned(200),
  replaceSchedule: owned(200),
  deleteSchedule: owned(204),
  pauseSchedule: owned(200),
  resumeSchedule: owned(200),
  restoreSchedule: owned(200),
  runSchedule: owned(202),
  cancelRun: owned(409),
  listRuns: owned(200),
  readChecks: owned(200),
  setCheck: owned(200),
  readClientConfig: everybody(200),
  exportData: everybody(200),
  readHealth: managers(200),
  testAi: managers(200),
};

const bodies: Partial<Readonly<Record<OperationId, unknown>>> = {
  createSchedule: morning,
  validateTiming: { recurrence: morning.recurrence },
  previewSchedule: morning,
  previewChanged: morning,
  replaceSchedule: { ...morning, title: 'Evening', revision: 1 },
  pauseSchedule: { pause_until: null },
  setCheck: { item_id: 'i'.repeat(26), checked: true },
};

/** Buttons answer with 200 whatever comes of it: Mattermost shows people nothing else. */
const buttons = [
  routes.actionRun,
  routes.actionPause,
  routes.actionResume,
  routes.actionSettings,
  routes.actionRestore,
  routes.settingsDialog,
] as const;

let world: PluginWorld;
let scheduleId: string;
const printed: string[] = [];

beforeEach(async () => {
  world = await PluginWorld.start();
  const made = await world.send('POST', routes.schedules, callers.owner, morning);
  scheduleId = z.object({ id: z.string() }).parse(await made.json()).id;
  world.server.addChannel(conversation, [people.owner, bot], { type: 'D' });
  world.server.addPost({
    id: recap,
    userId: bot,
    channelId: conversation,
    props: new Map([[postProps.runKey, 'key']]),
  });
});

afterEach(() => world.stop());

afterAll(() => {
  const widths = [16, ...names.map((name) => name.length)];
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ');
  process.stdout.write(`\n${[line(['', ...names]), ...printed].join('\n')}\n`);
});

function ask(id: OperationId, caller: Caller, target: string, post: string): Promise<Response> {
  const { method, route }: Operation = operations[id];
  const path = route.replace(':schedule_id', target).replace(':post_id', post);
  return world.send(method.toUpperCase(), path, callers[caller], bodies[id]);
}

function press(route: string, caller: Caller, target: string): Promise<Response> {
  const body =
    route === routes.settingsDialog
      ? {
          state: JSON.stringify({ schedule_id: target, revision: 1, post_id: '' }),
          submission: { title: 'Mine' },
        }
      : { post_id: recap, trigger_id: 't', context: { schedule_id: target } };
  return world.send('POST', route, callers[caller], body);
}

/** The schedule as it is stored, without what a look at it may change. */
function stored(): unknown {
  return world.kv.json(`s${scheduleId}`);
}

describe.each(Object.entries(matrix) as [OperationId, Row][])('%s', (id, row) => {
  const expected: readonly number[] = [...row, 401, 401, 401];

  test(`is answered ${expected.join(', ')}`, async () => {
    const statuses: number[] = [];
    // Whoever owns it comes last, since a schedule that was deleted is nobody's.
    for (const caller of names.toReversed()) {
      if (id === 'restoreSchedule' && caller === 'owner') {
        await ask('deleteSchedule', 'owner', scheduleId, recap);
      }
      const before = stored();
      const response = await ask(id, caller, scheduleId, recap);
      statuses.unshift(response.status);
      if (caller !== 'owner') expect(stored()).toEqual(before);
    }
    const cells = statuses.map((status, index) => String(status).padEnd(names[index]!.length));
    printed.push(`${id.padEnd(16)}  ${cells.join('  ')}`);
    expect(statuses).toEqual(expected);
  });
});

const named = Object.keys(matrix).filter((id) =>
  /:(schedule|post)_id/.test(operations[id as OperationId].route),
);

test.each(named as OperationId[])(
  "%s tells another's id from an unknown one to nobody",
  async (id) => {
    for (const caller of ['other', 'admin', 'guest'] as const) {
      const theirs = await ask(id, caller, scheduleId, recap);
      const nobodys = await ask(id, caller, unknown, unknown);
      expect([theirs.status, await theirs.text()]).toEqual([nobodys.status, await nobodys.text()]);
      expect(theirs.status).toBe(404);
    }
  },
);

describe.each(buttons)('POST %s', (route) => {
  test('does nothing for anybody but the owner', async () => {
    const before = stored();
    for (const caller of ['other', 'admin', 'guest', 'deactivated'] as const) {
      const theirs = await press(route, caller, scheduleId);
      const nobodys = await press(route, caller, unknown);
      expect(theirs.status).toBe(200);
      expect(await theirs.text()).toBe(await nobodys.text());
    }
    for (const caller of ['no_session', 'no_csrf', 'plugin'] as const) {
      expect((await press(route, caller, scheduleId)).status).toBe(401);
    }
    expect(stored()).toEqual(before);
    // The owner's first schedule brought a welcome, and nobody's press a recap.
    expect(world.server.posts.filter(({ type }) => type === postType)).toEqual([]);
    printed.push(`${route.padEnd(25)}: 200 for the owner, 200 and no effect for others, else 401`);
  });
});

test('the document is for whoever is signed in', async () => {
  const statuses = await Promise.all(
    names.map(async (name) => (await world.send('GET', routes.openApi, callers[name])).status),
  );
  expect(statuses).toEqual([200, 200, 200, 200, 200, 401, 401, 401]);
});

test('a route that is not there is like one that is for others', async () => {
  const nowhere = await world.send('GET', '/admin/nowhere', callers.other);
  const health = await world.send('GET', routes.health, callers.other);
  expect([health.status, await health.text()]).toEqual([nowhere.status, await nowhere.text()]);
});

test('nobody learns of channels that are not theirs by asking for a preview', async () => {
  const closed = 'z'.repeat(26);
  world.server.addChannel(closed, [people.owner]);
  for (const caller of ['other', 'admin'] as const) {
    const answer = async (channel: string): Promise<readonly unknown[]> => {
      const body = { ...morning, channel_ids: [channel] };
      const response = await world.send('POST', routes.preview, callers[caller], body);
      return [response.status, await response.text()];
    };
    expect(await answer(closed)).toEqual(await answer(unknown));
    expect((await answer(town))[0]).toBe(200);
  }
});
