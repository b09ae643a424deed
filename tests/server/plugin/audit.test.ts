/** What the server's audit log gets to know of what users do. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import { ApiError, Context, CommandArgs } from '../../../server/mattermost/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { morning, people, PluginWorld, town } from '../plugin_world.ts';

const owner = { userId: people.owner };
const Made = z.object({ id: z.string() });
let world: PluginWorld;

beforeEach(async () => {
  world = await PluginWorld.start();
});
afterEach(() => world.stop());

async function make(): Promise<string> {
  return Made.parse(await (await world.send('POST', '/schedules', owner, morning)).json()).id;
}

/** Each record in one line. */
function lines(): readonly string[] {
  return world.audits.map(({ eventName = '', status = '', actor, eventData }) => {
    const id = z.string().parse(eventData?.parameters?.get('schedule_id'));
    return [eventName, status, actor?.userId ?? '', id].join(' ');
  });
}

test('each change is in it, with who did it and to what', async () => {
  const id = await make();
  const put = { ...morning, title: 'Evening', revision: 1 };
  await world.send('PUT', `/schedules/${id}`, owner, put);
  await world.send('POST', `/schedules/${id}/pause`, owner, { pause_until: null });
  await world.send('POST', `/schedules/${id}/resume`, owner);
  await world.send('POST', `/schedules/${id}/run`, owner);
  await world.send('DELETE', `/schedules/${id}`, owner);
  await world.send('POST', `/schedules/${id}/restore`, owner);
  expect(lines()).toEqual(
    [
      'createSchedule',
      'updateSchedule',
      'updateSchedule',
      'updateSchedule',
      'runSchedule',
      'deleteSchedule',
      'restoreSchedule',
    ].map((event) => `${event} success ${people.owner} ${id}`),
  );
});

test('looking is not', async () => {
  const id = await make();
  for (const path of ['/schedules', `/schedules/${id}`, `/schedules/${id}/history`, '/export']) {
    await world.send('GET', path, owner);
  }
  expect(lines()).toHaveLength(1);
});

test('what was refused is, with what was asked for', async () => {
  const id = await make();
  await world.send('DELETE', `/schedules/${id}`, { userId: people.other });
  expect(lines()[1]).toBe(`deleteSchedule fail ${people.other} ${id}`);
});

test('commands are as well', async () => {
  const id = await make();
  const args = { userId: people.owner, channelId: town, teamId: 'team' };
  await world.hooks.executeCommand!(
    create(Context),
    create(CommandArgs, { ...args, command: '/recap run 1' }),
  );
  await world.hooks.executeCommand!(
    create(Context),
    create(CommandArgs, { ...args, command: '/recap now' }),
  );
  expect(lines().slice(1)).toEqual([
    `runSchedule success ${people.owner} ${id}`,
    `recapNow success ${people.owner} ${people.owner}`,
  ]);
});

test('content never is', async () => {
  const secret = { ...morning, title: 'Secret title' };
  await world.send('POST', '/schedules', owner, secret);
  await world.send('POST', '/schedules', owner, { ...secret, channel_ids: ['x'.repeat(26)] });
  expect(world.audits).toHaveLength(2);
  const text = JSON.stringify(world.audits, (_, value: unknown) =>
    value instanceof Map ? [...(value as Map<string, unknown>)] : value,
  );
  expect(text).not.toContain('Secret');
  expect(text).not.toContain(town);
});

test.each([
  ['unsupported', 1],
  ['failed', 2],
] as const)('a server that answers %s is asked %d times in two changes', async (code, calls) => {
  world.auditFailure = new ApiError(code, 'LogAuditRec', 'no');
  await make();
  await make();
  expect(world.auditCalls).toBe(calls);
});
