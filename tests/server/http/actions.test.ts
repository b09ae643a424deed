/** The buttons of a recap and its dialog, as Mattermost tells of them. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { routes } from '../../../server/contract/index.ts';
import type { Schedule } from '../../../server/contract/index.ts';
import { createHttpApp } from '../../../server/http/index.ts';
import type { HttpApp, HttpAppOptions } from '../../../server/http/index.ts';
import { usualHourCycle } from '../../../server/i18n/index.ts';
import { createLog } from '../../../server/log.ts';
import { ApiError } from '../../../server/mattermost/index.ts';
import type { OpenDialogRequestInput } from '../../../server/mattermost/index.ts';
import { refusal, ScheduleError, scheduleWordsFor } from '../../../server/schedule/index.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const rita = 'r'.repeat(26);
const eve = 'e'.repeat(26);
const postId = 'p'.repeat(26);

const schedule: Schedule = {
  ...storedSchedule({
    user_id: rita,
    title: 'Morning @all',
    next_run_at: Date.UTC(2026, 10, 3, 8),
  }),
  running: false,
};

let calls: unknown[][];
let refreshed: [string, boolean, string][];
let dialogs: OpenDialogRequestInput[];
let failure: Error | undefined;
let dialogFailure: Error | undefined;
let locale: string;
let logged: string[];
let app: HttpApp;

beforeEach(() => {
  calls = [];
  refreshed = [];
  dialogs = [];
  failure = undefined;
  dialogFailure = undefined;
  locale = 'en';
  logged = [];
  const answer =
    <T>(name: string, value: T) =>
    (...args: unknown[]): Promise<T> => {
      calls.push([name, ...args]);
      return failure === undefined ? Promise.resolve(value) : Promise.reject(failure);
    };
  const service = {
    read: (userId: string, id: string) =>
      userId === rita && id === schedule.id
        ? Promise.resolve(schedule)
        : Promise.reject(refusal('not_found', 'scheduled_recaps.action.gone')),
    pause: answer('pause', { ...schedule, enabled: false }),
    resume: answer('resume', schedule),
    replace: answer('replace', { ...schedule, enabled: false }),
    describe: (each: Schedule) => ({ ...each, description: 'Every day', next_runs: [] }),
  };
  const options = {
    service,
    runs: { runNow: answer('runNow', { run_key: 'key' }) },
    buttons: {
      refresh: (post: string, { enabled }: Schedule, translator: { locale: string }) => {
        refreshed.push([post, enabled, translator.locale]);
        return Promise.resolve();
      },
    },
    openDialog: (request: OpenDialogRequestInput) => {
      dialogs.push(request);
      return dialogFailure === undefined ? Promise.resolve() : Promise.reject(dialogFailure);
    },
    log: createLog((level, message) => logged.push(`${level}: ${message}`)),
    profileOf: () =>
      Promise.resolve({ timezone: 'UTC', locale, hourCycle: usualHourCycle(locale) }),
    now: () => Date.UTC(2026, 10, 2, 9),
    wordsFor: scheduleWordsFor,
    sitePath: () => '',
  };
  app = createHttpApp(options as unknown as HttpAppOptions);
});

function send(route: string, body: unknown, userId?: string, method = 'POST'): Promise<Response> {
  const init = { method, ...(method === 'GET' ? {} : { body: JSON.stringify(body) }) };
  return app.handle(new Request(`http://plugin.local/api/v1${route}`, init), userId);
}

/** A press as the server sends it; what it says of the user is not to be believed. */
async function press(route: string, userId = rita, scheduleId = schedule.id): Promise<unknown> {
  const response = await send(
    route,
    {
      user_id: rita,
      user_name: 'rita',
      channel_id: 'c'.repeat(26),
      post_id: postId,
      trigger_id: 'trigger',
      type: 'button',
      context: { schedule_id: scheduleId },
    },
    userId,
  );
  expect(response.status).toBe(200);
  return response.json();
}

const presses = [
  routes.actionRun,
  routes.actionPause,
  routes.actionResume,
  routes.actionSettings,
] as const;

describe('a press', () => {
  test('of "Run again" runs the schedule', async () => {
    expect(await press(routes.actionRun)).toEqual({
      ephemeral_text: '“Morning @\u200Ball” is being written. It will arrive here.',
    });
    expect(calls).toEqual([['runNow', rita, schedule.id]]);
  });

  test('of "Pause" pauses it and shows the button for resuming', async () => {
    expect(await press(routes.actionPause)).toEqual({
      ephemeral_text: '“Morning @\u200Ball” is paused. No recap comes until you resume it.',
    });
    expect(calls).toEqual([['pause', rita, schedule.id, { pause_until: null }]]);
    expect(refreshed).toEqual([[postId, false, 'en']]);
  });

  test('of "Resume" says when the next recap comes', async () => {
    expect(await press(routes.actionResume)).toEqual({
      ephemeral_text: '“Morning @\u200Ball” goes on. The next recap comes Tue, Nov 3, 8:00 AM.',
    });
    expect(refreshed).toEqual([[postId, true, 'en']]);
  });

  test('of "Settings" opens the dialog and says nothing', async () => {
    expect(await press(routes.actionSettings)).toEqual({});
    expect(dialogs).toMatchObject([
      {
        triggerId: 'trigger',
        url: '/plugins/scheduled-recaps/api/v1/actions/settings/submit',
        dialog: { introductionText: 'Every day' },
      },
    ]);
  });

  test.each([
    ['de', /^„Morning @\u200Ball“ ist pausiert/],
    ['fr', /^«\u00A0Morning @\u200Ball\u00A0» est en pause/],
    ['ko', /is paused/],
  ])('is answered in the user’s language: %s', async (language, text) => {
    locale = language;
    expect(await press(routes.actionPause)).toEqual({
      ephemeral_text: expect.stringMatching(text),
    });
  });
});

describe('nobody else', () => {
  test.each(presses)('can press %s, whatever the request says of its user', async (route) => {
    expect(await press(route, eve)).toEqual({ ephemeral_text: 'This schedule no longer exists.' });
    expect([calls, refreshed, dialogs]).toEqual([[], [], []]);
  });

  test.each(presses)('learns by %s whether there is such a schedule', async (route) => {
    expect(await press(route, rita, 'x'.repeat(26))).toEqual({
      ephemeral_text: 'This schedule no longer exists.',
    });
  });

  test.each([...presses, routes.settingsDialog])('gets at %s without a session', async (route) => {
    const body = { user_id: rita, context: { schedule_id: schedule.id } };
    expect((await send(route, body)).status).toBe(401);
    expect(calls).toEqual([]);
  });

  test.each([...presses, routes.settingsDialog])('gets at %s by GET', async (route) => {
    expect((await send(route, undefined, rita, 'GET')).status).toBe(405);
  });

  test.each([{}, { context: {} }, { context: { schedule_id: 1 } }, []])(
    'is understood with %j',
    async (body) => {
      expect((await send(routes.actionPause, body, rita)).status).toBe(400);
      expect(calls).toEqual([]);
    },
  );
});

describe('a press that is refused', () => {
  test.each([
    [
      routes.actionRun,
      refusal('busy', 'scheduled_recaps.refusal.busy'),
      'A recap of this schedule is being written already.',
    ],
    [
      routes.actionRun,
      refusal('limit', 'scheduled_recaps.action.run.limit', { values: { count: 10 } }),
      'No more than 10 recaps a day can be asked for. Please try again tomorrow.',
    ],
    [
      routes.actionResume,
      refusal('limit', 'scheduled_recaps.action.limit', { values: { count: 10 } }),
      'You can have no more than 10 schedules. Delete another first.',
    ],
    [
      routes.actionResume,
      refusal('not_allowed', 'scheduled_recaps.refused'),
      'Scheduled recaps are not enabled for your account. Ask your administrator.',
    ],
    [
      routes.actionResume,
      refusal('invalid', 'scheduled_recaps.dialog.error.past', { field: 'recurrence.at' }),
      'This time has passed. Choose another.',
    ],
    [
      routes.actionPause,
      refusal('not_found', 'scheduled_recaps.action.gone'),
      'This schedule no longer exists.',
    ],
    [
      routes.actionPause,
      new Error('secret detail'),
      'That did not work. Please try again in a minute.',
    ],
  ])('%s: %s', async (route, thrown, text) => {
    failure = thrown;
    expect(await press(route)).toEqual({ ephemeral_text: text });
    expect(refreshed).toEqual([]);
    expect(logged).toHaveLength(thrown instanceof ScheduleError ? 0 : 1);
  });

  test('because the dialog cannot be opened', async () => {
    dialogFailure = new ApiError('invalid', 'OpenInteractiveDialog', 'the trigger is too old');
    expect(await press(routes.actionSettings)).toEqual({
      ephemeral_text: 'That did not work. Please try again in a minute.',
    });
    expect(logged).toEqual(['error: a button failed']);
  });
});

describe('the dialog', () => {
  const state = { schedule_id: schedule.id, revision: 7, post_id: postId };

  async function submit(
    submission: unknown,
    userId = rita,
    carried: unknown = state,
  ): Promise<unknown> {
    const body = {
      type: 'dialog_submission',
      user_id: rita,
      state: JSON.stringify(carried),
      submission,
    };
    const response = await send(routes.settingsDialog, body, userId);
    expect(response.status).toBe(200);
    return response.json();
  }

  test('takes a time in the words of the command', async () => {
    expect(await submit({ own_words: 'every monday at 9 am', times: 'nonsense' })).toEqual({});
    const recurrence = { type: 'weekly', days_of_week: 2, times_of_day: ['09:00'] };
    expect(calls[0]?.[3]).toMatchObject({ recurrence });
  });

  test('names the word that it does not understand, beside its field', async () => {
    expect(await submit({ own_words: 'every mnday at 9' })).toEqual({
      errors: { own_words: expect.stringContaining('At `mnday`: Days were expected') },
    });
    expect(calls).toEqual([]);
  });

  test('says beside the words of the command what the scheduler refuses', async () => {
    failure = refusal('invalid', 'scheduled_recaps.dialog.error.apart', {
      field: 'recurrence.times_of_day',
      values: { count: 60 },
    });
    expect(await submit({ own_words: 'every day at 9:00 and 9:01' })).toEqual({
      errors: { own_words: 'There must be 60 minutes at least between two times.' },
    });
  });

  test.each([
    [
      'the times',
      refusal('invalid', 'scheduled_recaps.dialog.error.apart', {
        field: 'recurrence.times_of_day',
        values: { count: 60 },
      }),
      { errors: { times: 'There must be 60 minutes at least between two times.' } },
    ],
    [
      'the date',
      refusal('invalid', 'scheduled_recaps.dialog.error.past', { field: 'recurrence.at' }),
      { errors: { date: 'This time has passed. Choose another.' } },
    ],
    [
      'a field that is not in it',
      refusal('invalid', 'scheduled_recaps.refusal.unknown_timezone', { field: 'timezone' }),
      { error: 'The server does not know this time zone any more. Choose another.' },
    ],
    [
      'the whole',
      refusal('limit', 'scheduled_recaps.action.limit', { values: { count: 10 } }),
      { error: 'You can have no more than 10 schedules. Delete another first.' },
    ],
    [
      'the whole, without a detail',
      new Error('secret detail'),
      { error: 'That did not work. Please try again in a minute.' },
    ],
  ])('says what is refused of %s', async (_, thrown, answer) => {
    failure = thrown;
    expect(await submit({ title: 'x', own_words: ' ' })).toEqual(answer);
    expect(logged).toHaveLength(thrown instanceof ScheduleError ? 0 : 1);
  });

  test('is stored over the revision that it showed', async () => {
    expect(await submit({ title: 'Evening', paused: true })).toEqual({});
    expect(calls).toEqual([
      [
        'replace',
        { userId: rita, timezone: 'UTC' },
        schedule.id,
        expect.objectContaining({ title: 'Evening', enabled: false, revision: 7 }),
      ],
    ]);
    expect(refreshed).toEqual([[postId, false, 'en']]);
  });

  test('shows what is wrong beside its field, and stores nothing', async () => {
    expect(await submit({ title: '' })).toEqual({
      errors: { title: 'A title has 1 to 100 characters.' },
    });
    expect(calls).toEqual([]);
  });

  test.each([
    ['of somebody else', { title: 'x' }, eve, state],
    ['of a schedule that is gone', { title: 'x' }, rita, { ...state, schedule_id: 'x' }],
  ])('%s is refused', async (_, submission, userId, carried) => {
    expect(await submit(submission, userId, carried)).toEqual({
      error: 'This schedule no longer exists.',
    });
    expect(calls).toEqual([]);
  });

  test.each([[{ revision: 1 }], ['x'], [{ ...state, revision: '7' }]])(
    'with the made-up state %j is refused',
    async (carried) => {
      expect(await submit({ title: 'x' }, rita, carried)).toEqual({
        error: 'That did not work. Please try again in a minute.',
      });
      expect(calls).toEqual([]);
    },
  );

  test('says so when the schedule was changed meanwhile', async () => {
    failure = refusal('conflict', 'scheduled_recaps.refusal.conflict', { field: 'revision' });
    expect(await submit({ title: 'x' })).toEqual({
      error: 'The schedule was changed elsewhere meanwhile. Open it again to see the change.',
    });
    expect(refreshed).toEqual([]);
  });

  test('changes nothing when it was cancelled', async () => {
    const response = await send(
      routes.settingsDialog,
      { cancelled: true, state: JSON.stringify(state) },
      rita,
    );
    expect(response.status).toBe(200);
    expect(calls).toEqual([]);
  });
});
