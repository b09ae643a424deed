/** The buttons below what `/recap` answers, the dialog of `/recap new`, and the suggestions. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { languages, routes, ScheduleInput } from '../../../server/contract/index.ts';
import { createHttpApp, newDialog } from '../../../server/http/index.ts';
import type { HttpApp, HttpAppOptions } from '../../../server/http/index.ts';
import { translatorFor } from '../../../server/i18n/index.ts';
import { createLog } from '../../../server/log.ts';
import type { PostInput } from '../../../server/mattermost/index.ts';
import { refusal, scheduleWordsFor } from '../../../server/schedule/index.ts';
import { describedTiming } from '../../../server/schedule/described.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const rita = 'r'.repeat(26);
const here = 'h'.repeat(26);
const answerId = 'a'.repeat(26);
const nonce = 'n'.repeat(26);
const now = Date.UTC(2026, 10, 24, 9);

const input = ScheduleInput.parse({
  title: 'Morning @all',
  recurrence: { type: 'weekly', days_of_week: 62, times_of_day: ['09:00'] },
  timezone: 'Europe/Berlin',
  channel_ids: [here],
});
const schedule = {
  ...storedSchedule({ title: input.title, timezone: 'UTC', next_run_at: now + 60_000 }),
  running: false,
};

let calls: unknown[][];
let whispered: [string, string, PostInput][];
let failure: Error | undefined;
let whisperFailure: Error | undefined;
let logged: string[];
let app: HttpApp;

beforeEach(() => {
  calls = [];
  whispered = [];
  failure = undefined;
  whisperFailure = undefined;
  logged = [];
  const done =
    (name: string, answer?: unknown) =>
    (...args: unknown[]): Promise<unknown> => {
      calls.push([name, ...args]);
      return failure === undefined ? Promise.resolve(answer) : Promise.reject(failure);
    };
  const whisper = (kind: string) => (userId: string, post: PostInput) => {
    whispered.push([kind, userId, post]);
    return whisperFailure === undefined ? Promise.resolve({}) : Promise.reject(whisperFailure);
  };
  const options = {
    service: {
      create: done('create', schedule),
      restore: done('restore', schedule),
      check: done('check'),
      validate: (_: unknown, timing: Parameters<typeof describedTiming>[0]) =>
        describedTiming(timing, now, scheduleWordsFor('en')),
      list: () => Promise.resolve({ schedules: [schedule], total: 1 }),
      describe: (each: object) => ({ ...each, description: 'Every day', next_runs: [] }),
    },
    whisper: { sendEphemeralPost: whisper('send'), updateEphemeralPost: whisper('update') },
    botUserId: 'bot',
    log: createLog((level, message) => logged.push(`${level}: ${message}`)),
    now: () => now,
    nonce: () => nonce,
    profileOf: () => Promise.resolve({ timezone: 'Europe/Berlin', locale: 'en', hourCycle: 'h12' }),
    wordsFor: scheduleWordsFor,
    channelName: (_: string, id: string) =>
      Promise.resolve(id === here ? 'Town Square' : undefined),
    sitePath: () => '',
  };
  app = createHttpApp(options as unknown as HttpAppOptions);
});

function send(route: string, body: unknown, userId?: string, method = 'POST'): Promise<Response> {
  const init = { method, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) };
  return app.handle(new Request(`http://plugin.local/api/v1${route}`, init), userId);
}

async function press(route: string, context: object, place: object = {}): Promise<unknown> {
  const body = { user_id: 'eve', post_id: answerId, channel_id: here, context, ...place };
  const response = await send(route, body, rita);
  expect(response.status).toBe(200);
  return response.json();
}

const wanted = { nonce, schedule: JSON.stringify(input) };

describe('Create', () => {
  test('makes the schedule for who pressed, and says so in place of the question', async () => {
    expect(await press(routes.actionCreate, wanted)).toEqual({});
    const owner = { userId: rita, timezone: 'Europe/Berlin' };
    expect(calls).toEqual([['create', owner, input, nonce]]);
    expect(whispered).toEqual([
      [
        'update',
        rita,
        {
          id: answerId,
          channelId: here,
          userId: 'bot',
          message: '“Morning @\u200Ball” is scheduled. The first recap comes Tue, Nov 24, 9:01 AM.',
          createAt: now,
          props: new Map(),
        },
      ],
    ]);
  });

  test('of a schedule that was made says that it is there', async () => {
    failure = refusal('conflict', 'scheduled_recaps.refusal.made_already');
    expect(await press(routes.actionCreate, wanted)).toEqual({});
    expect(whispered[0]?.[2].message).toBe(
      'This schedule has been created already. `/recap list` shows it.',
    );
  });

  test('leaves the question as it is when something is in the way', async () => {
    failure = refusal('limit', 'scheduled_recaps.action.limit', { values: { count: 10 } });
    expect(await press(routes.actionCreate, wanted)).toEqual({
      ephemeral_text: 'You can have no more than 10 schedules. Delete another first.',
    });
    expect(whispered).toEqual([]);
  });

  test.each<[string, object]>([
    ['no schedule', { nonce }],
    ['no JSON', { nonce, schedule: '{' }],
    [
      'fields that there are not',
      { nonce, schedule: JSON.stringify({ ...input, user_id: 'eve' }) },
    ],
    ['a wrong title', { nonce, schedule: JSON.stringify({ ...input, title: '' }) }],
    ['no nonce', { schedule: JSON.stringify(input) }],
    ['a nonce of another form', { nonce: '../x', schedule: JSON.stringify(input) }],
  ])('with %s makes nothing', async (_, context) => {
    expect(await press(routes.actionCreate, context)).toEqual({
      ephemeral_text: 'That did not work. Please try again in a minute.',
    });
    expect(calls).toEqual([]);
  });

  test.each([
    ['cannot be changed', {}, new Error('away')],
    ['has no id', { post_id: '' }, undefined],
    ['is in no channel', { channel_id: 'x' }, undefined],
  ])('where the question %s says it below', async (_, place, thrown) => {
    whisperFailure = thrown;
    const answer = await press(routes.actionCreate, wanted, place);
    expect(answer).toEqual({ ephemeral_text: expect.stringContaining('is scheduled') });
  });
});

test('Discard stores nothing', async () => {
  expect(await press(routes.actionDiscard, {})).toEqual({});
  expect(calls).toEqual([]);
  expect(whispered[0]?.[2].message).toBe('Discarded. Nothing is scheduled.');
});

describe('Undo', () => {
  test('brings a schedule back', async () => {
    expect(await press(routes.actionRestore, { schedule_id: schedule.id })).toEqual({});
    expect(calls).toEqual([['restore', rita, schedule.id]]);
    expect(whispered[0]?.[2].message).toBe('“Morning @\u200Ball” is back.');
  });

  test('too late says so', async () => {
    failure = refusal('not_found', 'scheduled_recaps.action.gone');
    expect(await press(routes.actionRestore, { schedule_id: schedule.id })).toEqual({
      ephemeral_text: 'This schedule no longer exists.',
    });
  });
});

const postRoutes = [
  routes.actionCreate,
  routes.actionDiscard,
  routes.actionRestore,
  routes.newDialog,
];
test.each(postRoutes)('nobody gets at %s without a session, or by GET', async (route) => {
  expect((await send(route, { context: wanted })).status).toBe(401);
  expect((await send(route, undefined, rita, 'GET')).status).toBe(405);
  expect([calls, whispered]).toEqual([[], []]);
});

describe('the dialog of /recap new', () => {
  const good = { title: 'Morning', days: 'weekdays', times: '9:00', length: 'brief' };

  async function submit(submission: unknown, channelId = here): Promise<unknown> {
    const body = { state: JSON.stringify({ channel_id: channelId }), submission };
    const response = await send(routes.newDialog, body, rita);
    expect(response.status).toBe(200);
    return response.json();
  }

  const proposed = (): unknown => {
    const [attachment] = whispered[0]![2].props!.get('attachments') as {
      actions: { integration: { context: { schedule?: string } } }[];
    }[];
    return JSON.parse(attachment!.actions[0]!.integration.context.schedule!);
  };

  test.each<[string, object, object]>([
    ['days and times', good, { days_of_week: 62, times_of_day: ['09:00'] }],
    ['every day', { ...good, days: 'every_day', times: '9, 17' }, { days_of_week: 127 }],
    ['one day', { ...good, days: 'sunday' }, { days_of_week: 1 }],
    [
      'its own words',
      { ...good, times: '', own_words: 'every month on the last friday at 9' },
      { type: 'monthly' },
    ],
  ])('proposes a schedule with %s', async (_, submission, recurrence) => {
    expect(await submit(submission)).toEqual({});
    expect(whispered[0]?.slice(0, 2)).toEqual(['send', rita]);
    expect(whispered[0]?.[2].message).toContain('**Morning**\n');
    expect(whispered[0]?.[2].message).toContain('Channels: **Town Square**');
    expect(proposed()).toMatchObject({
      title: 'Morning',
      recurrence,
      channel_ids: [here],
      content: { length: 'brief' },
    });
    expect(calls.map(([name]) => name)).toEqual(['check']);
  });

  test.each<[string, object, string]>([
    ['title', { ...good, title: ' ' }, 'title'],
    ['times', { ...good, times: 'soon' }, 'times'],
    ['own words', { ...good, own_words: 'soon' }, 'own_words'],
  ])('shows what is wrong with its %s beside the field', async (_, submission, field) => {
    expect(Object.keys(((await submit(submission)) as { errors: object }).errors)).toEqual([field]);
    expect([calls, whispered]).toEqual([[], []]);
  });

  test.each([
    [good, 'times'],
    [{ ...good, own_words: 'every day at 9:00 and 9:01' }, 'own_words'],
  ])('shows what the scheduler refuses beside the field: %#', async (submission, field) => {
    failure = refusal('invalid', 'scheduled_recaps.dialog.error.apart', {
      field: 'recurrence.times_of_day',
      values: { count: 60 },
    });
    expect(await submit(submission)).toEqual({
      errors: { [field]: 'There must be 60 minutes at least between two times.' },
    });
  });

  test('says below the whole what the scheduler refuses of another field', async () => {
    failure = refusal('invalid', 'scheduled_recaps.command.create.unreadable', {
      field: 'channel_ids.0',
    });
    expect(await submit(good)).toEqual({
      error: 'You cannot read one of these channels any more.',
    });
  });

  test('of a channel that cannot be read proposes nothing', async () => {
    expect(await submit(good, 'x'.repeat(26))).toEqual({
      error: 'You cannot read this channel, so there is no recap of it.',
    });
  });

  test('that was only closed does nothing', async () => {
    expect(await submit(null)).toEqual({});
    expect(whispered).toEqual([]);
  });

  test.each(languages)('fits into what Mattermost allows in %s', (locale) => {
    const channel = { id: here, name: 'n'.repeat(200) };
    const dialog = newDialog(channel, 'Europe/Berlin', translatorFor(locale));
    expect((dialog.title ?? '').length).toBeLessThanOrEqual(24);
    for (const { displayName = '', helpText = '', default: value = '' } of dialog.elements ?? []) {
      expect(displayName.length).toBeLessThanOrEqual(24);
      expect(helpText.length).toBeLessThanOrEqual(150);
      expect(value.length).toBeLessThanOrEqual(100);
    }
  });
});

test('the suggestions are the schedules of who types', async () => {
  const response = await send(`${routes.suggestions}?user_input=`, undefined, rita, 'GET');
  expect(await response.json()).toEqual([
    { Item: '1', Hint: 'Morning @all', HelpText: 'Every day · next: Tue, Nov 24, 9:01 AM' },
  ]);
});
