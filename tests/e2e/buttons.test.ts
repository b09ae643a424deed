/** The buttons under a recap of the packaged plugin, pressed as a client presses them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { externalApiBase, routes, scheduleRoute } from '../../server/contract/index.ts';
import type { DescribedSchedule } from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import { channelIds, createSchedule, eventually, ProductWorld } from '../support/product_world.ts';

const attachments = z.array(
  z.object({ actions: z.array(z.object({ id: z.string(), name: z.string() })) }),
);
const dialogRequest = z.object({
  url: z.string(),
  dialog: z.object({ state: z.string(), introductionText: z.string() }),
});

let world: ProductWorld;
let anna: Client;
let schedule: DescribedSchedule;

beforeAll(async () => {
  world = await ProductWorld.start();
  anna = await world.login('anna.weber');
  schedule = await createSchedule(anna, {
    title: 'Every morning',
    recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
    timezone: 'Europe/Berlin',
    channel_ids: await channelIds(anna, ['Incidents']),
    time_period: 'last_week',
  });
  const run = externalApiBase + scheduleRoute(routes.run, schedule.id);
  expect((await anna.request('POST', run)).status).toBe(202);
  await eventually('the recap', 30_000, () => world.recapsOf(anna)[0]);
}, 120_000);
afterAll(async () => {
  await world.close();
}, 30_000);

const recap = (): NonNullable<ReturnType<typeof world.recapsOf>[0]> => world.recapsOf(anna)[0]!;

function buttons(): string[] {
  const [first] = attachments.parse(recap().props.get('attachments'));
  return (first?.actions ?? []).map(({ name }) => name);
}

async function press(user: Client, id: string): Promise<number> {
  const path = `/api/v4/posts/${recap().id}/actions/${id}`;
  return (await user.request('POST', path, {})).status;
}

async function stored(): Promise<DescribedSchedule> {
  const path = externalApiBase + scheduleRoute(routes.schedule, schedule.id);
  return (await (await anna.request('GET', path)).json()) as DescribedSchedule;
}

test('pausing and resuming turn the button over, and keep the rest of the message', async () => {
  const { message, type } = recap();
  const runKey = recap().props.get('scheduled_recap_run_key');
  expect(buttons()).toEqual(['Run again', 'Pause', 'Settings']);
  expect(await press(anna, 'pause')).toBe(200);
  expect((await stored()).enabled).toBe(false);
  expect(buttons()).toEqual(['Run again', 'Resume', 'Settings']);
  expect(await press(anna, 'resume')).toBe(200);
  expect((await stored()).enabled).toBe(true);
  expect(buttons()).toEqual(['Run again', 'Pause', 'Settings']);
  expect(recap()).toMatchObject({ message, type });
  expect(recap().props.get('scheduled_recap_run_key')).toBe(runKey);
});

test('nobody else can press them', async () => {
  const ben = await world.login('ben.okafor');
  await press(ben, 'pause');
  expect((await stored()).enabled).toBe(true);
});

test('running again sends another recap', async () => {
  const before = world.recapsOf(anna).length;
  expect(await press(anna, 'run')).toBe(200);
  await eventually('another recap', 30_000, () =>
    world.recapsOf(anna).length > before ? true : undefined,
  );
}, 40_000);

test('the settings open in a dialog, and are stored when it is sent', async () => {
  expect(await press(anna, 'settings')).toBe(200);
  const opened = dialogRequest.parse(world.host.dialogs.at(-1));
  expect(opened.dialog.introductionText).toContain('Europe/Berlin');
  const submit = async (submission: unknown): Promise<unknown> => {
    const body = { url: opened.url, state: opened.dialog.state, submission };
    return (await anna.request('POST', '/api/v4/actions/dialogs/submit', body)).json();
  };
  expect(await submit({ title: 'Twice', times: 'noon' })).toHaveProperty('errors.times');
  const good = { title: 'Twice', times: '17:30, 9 am', length: 'brief', paused: true };
  expect(await submit(good)).toEqual({});
  expect(await stored()).toMatchObject({
    title: 'Twice',
    recurrence: { times_of_day: ['09:00', '17:30'] },
    content: { length: 'brief' },
    enabled: false,
  });
  expect(buttons()).toEqual(['Run again', 'Resume', 'Settings']);
});
