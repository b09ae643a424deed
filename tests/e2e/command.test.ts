/** `/recap` of the packaged plugin, as a client sends it: schedules made, shown and changed without a browser. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { externalApiBase, routes, ScheduleList } from '../../server/contract/index.ts';
import type { DescribedSchedule } from '../../server/contract/index.ts';
import type { Client } from '../host/demo/client.ts';
import { channelIds, eventually, ProductWorld } from '../support/product_world.ts';

const whisper = z.object({
  id: z.string(),
  user_id: z.string(),
  message: z.string(),
  props: z.object({
    attachments: z
      .array(
        z.object({
          actions: z.array(z.object({ id: z.string(), name: z.string(), cookie: z.string() })),
        }),
      )
      .default([]),
  }),
});
type Whisper = z.infer<typeof whisper>;

const dialogRequest = z.object({
  url: z.string(),
  dialog: z.object({ title: z.string(), state: z.string() }),
});

let world: ProductWorld;
let anna: Client;
let here: string;
let teamId: string;
/** What Anna alone sees, in the order in which it came; a changed message comes again. */
let whispers: Whisper[];

beforeAll(async () => {
  world = await ProductWorld.start();
  anna = await world.login('anna.weber');
  [here = ''] = await channelIds(anna, ['Incidents']);
  teamId = world.host.workspace.channels.get(here).teamId;
  whispers = [];
  world.host.workspace.signals.onSocketEvent(({ event, data, audience }) => {
    if (event !== 'ephemeral_message' && event !== 'post_edited') return;
    const { post } = z.object({ post: z.string() }).parse(data);
    const parsed = whisper.safeParse(JSON.parse(post));
    if (audience.userId === anna.account.id && parsed.success) whispers.push(parsed.data);
  });
}, 120_000);
afterAll(async () => {
  await world.close();
}, 30_000);

/** Sends a command and gives what Anna reads then. */
async function say(command: string): Promise<Whisper> {
  const body = { command, channel_id: here, team_id: teamId };
  const before = whispers.length;
  const response = await anna.request('POST', '/api/v4/commands/execute', body);
  expect(response.status).toBe(200);
  const answer = whispers[before];
  if (answer === undefined) throw new Error(`no answer to ${command}`);
  return answer;
}

/** Presses a button below what Anna reads, and gives what stands there then. */
async function press(answer: Whisper, id: string): Promise<Whisper> {
  const action = answer.props.attachments[0]?.actions.find((each) => each.id === id);
  const path = `/api/v4/posts/${answer.id}/actions/${id}`;
  const response = await anna.request('POST', path, { cookie: action?.cookie });
  expect(response.status).toBe(200);
  return whispers.at(-1)!;
}

async function schedules(): Promise<readonly DescribedSchedule[]> {
  const response = await anna.request('GET', externalApiBase + routes.schedules);
  return ScheduleList.parse(await response.json()).schedules;
}

async function submit(submission: object): Promise<unknown> {
  const opened = dialogRequest.parse(world.host.dialogs.at(-1));
  const body = { url: opened.url, state: opened.dialog.state, submission };
  return (await anna.request('POST', '/api/v4/actions/dialogs/submit', body)).json();
}

const welcomes = (): readonly string[] => {
  const { users, channels, posts } = world.host.workspace;
  const bot = users.findByUsername('recapbot')!;
  const channel = channels.direct(bot.id, anna.account.id, Date.now());
  return posts
    .rows(channel.id)
    .filter(({ userId, type }) => userId === bot.id && type === '')
    .map(({ message }) => message);
};

const create = '/recap create "Mornings" every weekday at 9:00 ~incidents brief';

test('a slip is named, and nothing is stored', async () => {
  const { message, props } = await say('/recap create every wekday at 9:00 ~incidents');
  expect(message).toContain('At `wekday`: Days were expected here');
  expect(props.attachments).toEqual([]);
});

test('a schedule is said back, and made when Create is pressed, once', async () => {
  const answer = await say(create);
  expect(answer.message).toMatch(/^\*\*Mornings\*\*\nWhen: Every weekday at /);
  expect(answer.message).toContain('Channels: **Incidents**');
  expect(answer.message).toMatch(/\nNext: .+ · .+ · .+\n/);
  expect(await schedules()).toEqual([]);
  expect(welcomes()).toEqual([]);

  const [done, again] = await Promise.all([press(answer, 'create'), press(answer, 'create')]);
  expect([done.id, again.id]).toEqual([answer.id, answer.id]);
  expect(done.props.attachments).toEqual([]);
  const texts = whispers.filter(({ id }) => id === answer.id).map(({ message }) => message);
  expect(texts.slice(1).sort()).toEqual([
    'This schedule has been created already. `/recap list` shows it.',
    expect.stringMatching(/^“Mornings” is scheduled\. The first recap comes /),
  ]);
  expect(await schedules()).toMatchObject([
    { title: 'Mornings', channel_ids: [here], content: { length: 'brief' } },
  ]);
});

test('the bot welcomes her for the first schedule, and not for the second', async () => {
  await eventually('the welcome', 10_000, () => welcomes()[0]);
  const second = await say('/recap create every month on the last friday at 17:00 all unreads');
  expect((await press(second, 'create')).message).toContain('is scheduled');
  expect(welcomes()).toEqual([expect.stringContaining('`/recap list`')]);
  expect(await schedules()).toHaveLength(2);
});

test('Discard makes nothing', async () => {
  const { message } = await press(await say(create), 'discard');
  expect(message).toBe('Discarded. Nothing is scheduled.');
  expect(await schedules()).toHaveLength(2);
});

test('list, pause, resume and show, by number and by title', async () => {
  expect((await say('/recap list')).message).toContain('1. **Mornings**: Every weekday at');
  expect((await say('/recap pause 1')).message).toContain('“Mornings” is paused.');
  expect(await schedules()).toMatchObject([{ enabled: false, pause_until: null }, {}]);
  expect((await say('/recap pause morn until 24 December 2090')).message).toContain('It goes on');
  expect(await schedules()).toMatchObject([{ pause_until: '2090-12-24' }, {}]);
  expect((await say('/recap resume Mornings')).message).toContain('“Mornings” goes on.');
  expect(await schedules()).toMatchObject([{ enabled: true }, {}]);
  expect((await say('/recap show 1')).message).toContain('It has not run yet.');
});

test('what is deleted comes back with Undo', async () => {
  const answer = await say('/recap delete 1');
  expect(answer.message).toContain('“Mornings” is deleted.');
  expect((await schedules()).map(({ title }) => title)).toEqual(['All unread channels']);
  expect((await press(answer, 'restore')).message).toBe('“Mornings” is back.');
  expect((await schedules()).map(({ title }) => title)).toContain('Mornings');
});

test('the message box suggests her schedules', async () => {
  const suggest = async (input: string): Promise<unknown> => {
    const path = `/api/v4/teams/${teamId}/commands/autocomplete_suggestions`;
    const query = new URLSearchParams({ user_input: input }).toString();
    return (await anna.request('GET', `${path}?${query}`)).json();
  };
  expect(await suggest('/recap pause ')).toMatchObject([
    { Complete: 'recap pause 1' },
    { Complete: 'recap pause 2' },
  ]);
  expect(await suggest('/recap pause mor')).toMatchObject([{ Complete: 'recap pause Mornings' }]);
});

test('new opens a dialog, whose schedule is said back too', async () => {
  const body = { command: '/recap new', channel_id: here, team_id: teamId };
  expect((await anna.request('POST', '/api/v4/commands/execute', body)).status).toBe(200);
  expect(dialogRequest.parse(world.host.dialogs.at(-1)).dialog.title).toBe('New recap');
  const wrong = { title: 'Evenings', days: 'every_day', times: 'late', length: 'standard' };
  expect(await submit(wrong)).toHaveProperty('errors.times');
  expect(await submit({ ...wrong, times: '18:00' })).toEqual({});
  const answer = whispers.at(-1)!;
  expect(answer.message).toContain('**Evenings**\nWhen: Every day at ');
  expect((await press(answer, 'create')).message).toContain('“Evenings” is scheduled.');
  expect((await schedules()).map(({ title }) => title)).toContain('Evenings');
});

test('edit opens the settings, which take the words of the command', async () => {
  const number = (await schedules()).findIndex(({ title }) => title === 'Evenings') + 1;
  const command = `/recap edit ${number}`;
  const body = { command, channel_id: here, team_id: teamId };
  expect((await anna.request('POST', '/api/v4/commands/execute', body)).status).toBe(200);
  expect(await submit({ own_words: 'every sunda at 20:00' })).toHaveProperty('errors.own_words');
  expect(await submit({ own_words: 'every sunday at 20:00' })).toEqual({});
  expect((await schedules())[number - 1]).toMatchObject({
    title: 'Evenings',
    recurrence: { days_of_week: 1, times_of_day: ['20:00'] },
  });
});
