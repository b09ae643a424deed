import { expect, test } from '@jest/globals';
import type { Recurrence, Schedule } from '../../../server/contract/index.ts';
import { described, describedTiming } from '../../../server/schedule/described.ts';
import { scheduleWordsFor } from '../../../server/schedule/words/index.ts';
import { ZoneError } from '../../../server/schedule/zone.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const hour = 3_600_000;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);
const english = scheduleWordsFor('en');
const daily: Recurrence = {
  type: 'weekly',
  days_of_week: 127,
  every_weeks: 1,
  times_of_day: ['09:00'],
  anchor_date: '2026-01-05',
};
const once: Recurrence = { type: 'once', at: { date: '2026-01-05', time_of_day: '09:00' } };

test.each<[string, Partial<Schedule>, number[]]>([
  ['that runs has its next ones', { next_run_at: nine }, [nine, nine + day, nine + 2 * day]],
  ['that runs once has one', { recurrence: once, next_run_at: nine }, [nine]],
  ['that is paused has none', { enabled: false }, []],
  [
    'that is paused until a day has those from that day on',
    { enabled: false, pause_until: '2026-01-09', resume_at: Date.UTC(2026, 0, 9) },
    [nine + 4 * day, nine + 5 * day, nine + 6 * day],
  ],
  [
    'that is paused until a day counts one at its very beginning',
    {
      enabled: false,
      recurrence: { ...daily, times_of_day: ['00:00'] },
      resume_at: Date.UTC(2026, 0, 9),
    },
    [9, 10, 11].map((date) => Date.UTC(2026, 0, date)),
  ],
  ['that is done with has none', { recurrence: once, enabled: false, finished_at: nine }, []],
  [
    'whose zone is gone has the one that is stored',
    { timezone: 'Mars/Base', next_run_at: nine },
    [nine],
  ],
  [
    'whose zone is gone and that is paused has none',
    { timezone: 'Mars/Base', resume_at: nine },
    [],
  ],
])('a schedule %s', (_, changes, runs) => {
  const schedule = { ...storedSchedule({ recurrence: daily, ...changes }), running: false };
  const shown = described(schedule, english);
  expect(shown.next_runs).toEqual(runs);
  expect(shown).toMatchObject(schedule);
});

test.each<[string, Recurrence, number, number[]]>([
  ['has its runs from now on', daily, nine, [nine + day, nine + 2 * day, nine + 3 * day]],
  ['whose time has passed has none', once, nine, []],
  ['to run at once has none to wait for', { type: 'once', at: 'now' }, nine, []],
  [
    'of every other week begins with the first that comes',
    { ...daily, days_of_week: 2, every_weeks: 2, anchor_date: null },
    nine,
    [7, 21, 35].map((days) => nine + days * day),
  ],
])('a form that is not saved, %s', (_, recurrence, now, runs) => {
  const shown = describedTiming({ recurrence, timezone: 'UTC' }, now, english);
  expect(shown.next_runs).toEqual(runs);
  expect(shown.description.length).toBeGreaterThan(5);
});

test('a form in a zone that is not known is refused', () => {
  expect(() =>
    describedTiming({ recurrence: daily, timezone: 'Mars/Base' }, nine, english),
  ).toThrow(ZoneError);
});
