/** What users write into the dialog of the settings. */
import { describe, expect, test } from '@jest/globals';
import type { Recurrence, Schedule } from '../../../server/contract/index.ts';
import { ScheduleReplacement } from '../../../server/contract/index.ts';
import { readSettings } from '../../../server/http/settings_form.ts';
import { translatorFor } from '../../../server/i18n/index.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const english = translatorFor('en');
const once: Recurrence = { type: 'once', at: { date: '2026-11-03', time_of_day: '09:00' } };
const monthly: Recurrence = { type: 'monthly', on: { day: 31 }, time_of_day: '09:00' };
const weekly: Recurrence = {
  type: 'weekly',
  days_of_week: 62,
  every_weeks: 2,
  times_of_day: ['09:00'],
  anchor_date: '2026-11-02',
};

const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  ...storedSchedule(),
  recurrence: weekly,
  running: false,
  ...changes,
});

type Submission = Readonly<Record<string, unknown>>;

function choice(submission: Submission, changes: Partial<Schedule> = {}): ScheduleReplacement {
  const settings = readSettings(schedule(changes), submission, english);
  if ('errors' in settings) throw new Error(JSON.stringify(settings.errors));
  return ScheduleReplacement.parse({ ...settings.choice, revision: 1 });
}

function errors(submission: Submission, changes: Partial<Schedule> = {}): unknown {
  const settings = readSettings(schedule(changes), submission, english);
  return 'errors' in settings ? settings.errors : undefined;
}

const time = (text: string): unknown => {
  const { recurrence } = choice({ time: text }, { recurrence: monthly });
  return recurrence.type === 'monthly' ? recurrence.time_of_day : undefined;
};

test('what did not come stays as it is', () => {
  const before = schedule({
    title: 'Morning',
    content: { ...schedule().content, length: 'detailed', language: 'ja' },
    enabled: false,
    pause_until: '2027-01-01',
  });
  expect(choice({}, before)).toEqual(
    ScheduleReplacement.parse({
      ...Object.fromEntries(
        Object.entries(before).filter(([key]) => key in ScheduleReplacement.shape),
      ),
      revision: 1,
    }),
  );
});

describe('a time is read', () => {
  test.each([
    ['09:00', '09:00'],
    [' 9:05 ', '09:05'],
    ['9', '09:00'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['9 h 30', '09:30'],
    ['23:59', '23:59'],
    ['12:00 am', '00:00'],
    ['12:30 PM', '12:30'],
    ['9:00 p. m.', '21:00'],
    ['9pm', '21:00'],
    ['０９：１５', '09:15'],
  ])('%j', (text, expected) => {
    expect(time(text)).toBe(expected);
  });

  test.each(['', 'nine', '24:00', '9:60', '9:5', '13:00 pm', '0:30 am', '-1', '9:00 9:00', '1e3'])(
    'and not %j',
    (text) => {
      expect(errors({ time: text }, { recurrence: monthly })).toEqual({
        time: 'This is not a time such as 09:00.',
      });
    },
  );
});

describe('times are read', () => {
  test.each([
    ['17:30, 9:00', ['09:00', '17:30']],
    ['9;10;11;12', ['09:00', '10:00', '11:00', '12:00']],
    ['9:00、17:30', ['09:00', '17:30']],
    ['9:00,', ['09:00']],
  ])('%j', (text, expected) => {
    expect(choice({ times: text }).recurrence).toEqual({ ...weekly, times_of_day: expected });
  });

  test.each(['', ' , ', '9, 9:00', '1,2,3,4,5', '9, x'])('and not %j', (text) => {
    expect(errors({ times: text })).toEqual({
      times: 'Give 1 to 4 different times, such as 09:00, 17:30.',
    });
  });
});

describe('a date is read', () => {
  test.each([
    ['2027-01-31', '2027-01-31'],
    ['2027-1-3', '2027-01-03'],
  ])('%j', (text, date) => {
    expect(choice({ date: text }, { recurrence: once }).recurrence).toEqual({
      type: 'once',
      at: { date, time_of_day: '09:00' },
    });
  });

  test.each(['', '2027-02-29', '31.01.2027', 'tomorrow', '9999-01-01'])('and not %j', (text) => {
    expect(errors({ date: text }, { recurrence: once })).toEqual({
      date: 'This is not a date such as 2027-01-31.',
    });
  });
});

test('every wrong field is named at once', () => {
  expect(errors({ title: ' ', date: 'x', time: 'y' }, { recurrence: once })).toEqual({
    title: 'A title has 1 to 100 characters.',
    date: expect.any(String),
    time: expect.any(String),
  });
});

test.each([
  ['x'.repeat(101), undefined],
  ['😀'.repeat(100), '😀'.repeat(100)],
  [' Evening ', 'Evening'],
])('the title %j', (text, title) => {
  if (title === undefined) expect(errors({ title: text })).toHaveProperty('title');
  else expect(choice({ title: text }).title).toBe(title);
});

test.each([
  ['brief', 'brief'],
  ['endless', 'standard'],
  [undefined, 'standard'],
])('the length %j', (length, expected) => {
  expect(choice({ length }).content.length).toBe(expected);
});

describe('the pause', () => {
  const until = { enabled: false, pause_until: '2027-01-01' };
  test.each<[string, Partial<Schedule>, unknown, boolean, string | null]>([
    ['is begun', {}, true, false, null],
    ['is begun by text', {}, 'true', false, null],
    ['is none', {}, false, true, null],
    ['is not heard of', {}, undefined, true, null],
    ['ends', until, false, true, null],
    ['stays, until its day', until, true, false, '2027-01-01'],
  ])('%s', (_, changes, paused, enabled, pauseUntil) => {
    expect(choice({ paused }, changes)).toMatchObject({ enabled, pause_until: pauseUntil });
  });

  test('a one-off that is done runs again at a new time, and only then', () => {
    const done = { recurrence: once, enabled: false, finished_at: 1 };
    expect(choice({ title: 'New' }, done).enabled).toBe(false);
    expect(choice({ date: '2027-01-31' }, done).enabled).toBe(true);
  });
});
