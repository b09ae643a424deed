import { describe, expect, test } from '@jest/globals';
import { firstWindowStart, windowOf } from '../../../server/schedule/window.ts';

const hour = 3_600_000;
const day = 24 * hour;
const nine = Date.UTC(2026, 0, 5, 9);

describe('the window of a run', () => {
  test.each([
    ['joins the one before', 'since_last_recap', nine - 2 * day, nine + 3000, nine - 2 * day, nine],
    [
      'joins, for channels never read',
      'since_last_read',
      nine - day,
      nine + 3000,
      nine - day,
      nine,
    ],
    ['24 hours', 'last_24h', nine - 9 * day, nine + 3000, nine - day, nine],
    ['a week', 'last_week', nine - day, nine + 3000, nine - 7 * day, nine],
    [
      'of a late run ends now',
      'since_last_recap',
      nine - day,
      nine + hour,
      nine - day,
      nine + hour - 1000,
    ],
    ['leaves the newest second out', 'since_last_recap', nine - day, nine, nine - day, nine - 1000],
    ['is never turned round', 'since_last_recap', nine + 500, nine + 3000, nine, nine],
    [
      'is the last day where the first is yet to come',
      'since_last_recap',
      nine + hour,
      nine,
      nine - 1000 - day,
      nine - 1000,
    ],
    [
      'is so for channels never read, too',
      'since_last_read',
      nine + hour,
      nine,
      nine - 1000 - day,
      nine - 1000,
    ],
  ] as const)('%s', (_name, period, joint, now, start, end) => {
    const schedule = { time_period: period, window_start: joint, run_count: 0 };
    expect(windowOf(schedule, nine, now)).toEqual({ start, end });
  });

  test.each([
    ['is empty while the clock that was set back has not caught up', hour, 0],
    ['is the last day when it lies so far ahead that a clock was wrong', 2 * day, day],
  ])('that joins one which was delivered and ends ahead of now %s', (_name, ahead, length) => {
    const schedule = {
      time_period: 'since_last_recap',
      window_start: nine + ahead,
      run_count: 1,
    } as const;
    expect(windowOf(schedule, nine, nine)).toEqual({
      start: nine - 1000 - length,
      end: nine - 1000,
    });
  });

  test('the first one begins where a run before it would have ended, a month back at most', () => {
    const weekly = {
      type: 'weekly',
      days_of_week: 2,
      every_weeks: 1,
      times_of_day: ['09:00'],
      anchor_date: '2026-01-05',
    } as const;
    const rule = { ...weekly, times_of_day: ['09:00'] };
    expect(firstWindowStart(rule, 'UTC', nine)).toBe(nine - 7 * day);
    expect(firstWindowStart({ ...rule, every_weeks: 12 }, 'UTC', nine)).toBe(nine - 31 * day);
    expect(firstWindowStart({ type: 'once', at: 'now' }, 'UTC', nine)).toBe(nine - day);
  });
});
