import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { weekdays as weekdayNames } from '../../../server/contract/index.ts';
import type { MonthlyDay, Recurrence, WeeklyRecurrence } from '../../../server/contract/index.ts';
import { anchored, nextRunAt, nextRuns, previousRunAt } from '../../../server/schedule/next_run.ts';
import { ZoneError } from '../../../server/schedule/zone.ts';

function weekly(days: number, times: string[], everyWeeks = 1, anchor?: string): WeeklyRecurrence {
  return {
    type: 'weekly',
    days_of_week: days,
    every_weeks: everyWeeks,
    times_of_day: times,
    anchor_date: anchor ?? null,
  };
}

function once(date: string, time: string): Recurrence {
  return { type: 'once', at: { date, time_of_day: time } };
}

const dayMs = 86_400_000;

function dateAfter(date: string, days: number): string {
  return new Date(utc(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function utc(text: string): number {
  return Date.parse(text);
}

function local(instant: number | null, zone: string): string {
  if (instant === null) return 'never';
  return DateTime.fromMillis(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
}

const daily = 127;
const weekdays = 62;

describe('changes of clocks', () => {
  test.each([
    {
      name: 'Berlin skips 02:30: it shifts to 03:30, and the day after is at 02:30 again',
      zone: 'Europe/Berlin',
      recurrence: weekly(daily, ['02:30']),
      after: '2026-03-28T00:00Z',
      runs: ['2026-03-28T02:30+01:00', '2026-03-29T03:30+02:00', '2026-03-30T02:30+02:00'],
    },
    {
      name: 'Berlin repeats 02:30: the first one, and only that',
      zone: 'Europe/Berlin',
      recurrence: weekly(daily, ['02:30']),
      after: '2026-10-24T12:00Z',
      runs: ['2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00'],
    },
    {
      name: 'Berlin, asked between the two 02:30s: the second one is no occurrence',
      zone: 'Europe/Berlin',
      recurrence: weekly(daily, ['02:30']),
      after: '2026-10-25T00:45Z',
      runs: ['2026-10-26T02:30+01:00'],
    },
    {
      name: 'Berlin weekdays over the change keep 02:30 on Monday',
      zone: 'Europe/Berlin',
      recurrence: weekly(weekdays, ['02:30']),
      after: '2026-03-27T12:00Z',
      runs: ['2026-03-30T02:30+02:00'],
    },
    {
      name: 'New York weekdays 02:30 over the change: once on Monday',
      zone: 'America/New_York',
      recurrence: weekly(weekdays, ['02:30']),
      after: '2026-03-06T12:00Z',
      runs: ['2026-03-09T02:30-04:00', '2026-03-10T02:30-04:00'],
    },
    {
      name: 'New York daily 02:30 over the change',
      zone: 'America/New_York',
      recurrence: weekly(daily, ['02:30']),
      after: '2026-03-07T12:00Z',
      runs: ['2026-03-08T03:30-04:00', '2026-03-09T02:30-04:00'],
    },
    {
      name: 'New York repeats 01:30: the first one',
      zone: 'America/New_York',
      recurrence: weekly(daily, ['01:30']),
      after: '2026-10-31T12:00Z',
      runs: ['2026-11-01T01:30-04:00', '2026-11-02T01:30-05:00'],
    },
    {
      name: 'two slots that the gap puts at the same instant are one occurrence',
      zone: 'Europe/Berlin',
      recurrence: weekly(daily, ['02:30', '03:30']),
      after: '2026-03-28T12:00Z',
      runs: ['2026-03-29T03:30+02:00', '2026-03-30T02:30+02:00', '2026-03-30T03:30+02:00'],
    },
    {
      name: 'a slot that the gap puts behind a later one',
      zone: 'Europe/Berlin',
      recurrence: weekly(daily, ['02:45', '03:15']),
      after: '2026-03-28T12:00Z',
      runs: ['2026-03-29T03:15+02:00', '2026-03-29T03:45+02:00', '2026-03-30T02:45+02:00'],
    },
    {
      name: 'Cairo skips midnight',
      zone: 'Africa/Cairo',
      recurrence: weekly(daily, ['00:00']),
      after: '2026-04-23T12:00Z',
      runs: ['2026-04-24T01:00+03:00', '2026-04-25T00:00+03:00'],
    },
    {
      name: 'Beirut skips 00:30',
      zone: 'Asia/Beirut',
      recurrence: weekly(daily, ['00:30']),
      after: '2026-03-28T12:00Z',
      runs: ['2026-03-29T01:30+03:00', '2026-03-30T00:30+03:00'],
    },
    {
      name: 'Havana skips 00:30',
      zone: 'America/Havana',
      recurrence: weekly(daily, ['00:30']),
      after: '2026-03-07T12:00Z',
      runs: ['2026-03-08T01:30-04:00', '2026-03-09T00:30-04:00'],
    },
    {
      name: 'Santiago skips midnight',
      zone: 'America/Santiago',
      recurrence: weekly(daily, ['00:00']),
      after: '2026-09-05T12:00Z',
      runs: ['2026-09-06T01:00-03:00', '2026-09-07T00:00-03:00'],
    },
    {
      name: 'Santiago, asked within the skipped hour, never looks back',
      zone: 'America/Santiago',
      recurrence: weekly(daily, ['00:00']),
      after: '2026-09-06T04:00Z',
      runs: ['2026-09-07T00:00-03:00'],
    },
    {
      name: 'Lord Howe skips half an hour',
      zone: 'Australia/Lord_Howe',
      recurrence: weekly(daily, ['02:15']),
      after: '2026-10-03T00:00Z',
      runs: ['2026-10-04T02:45+11:00', '2026-10-05T02:15+11:00'],
    },
    {
      name: 'Lord Howe repeats half an hour',
      zone: 'Australia/Lord_Howe',
      recurrence: weekly(daily, ['01:45']),
      after: '2026-04-04T00:00Z',
      runs: ['2026-04-05T01:45+11:00', '2026-04-06T01:45+10:30'],
    },
    {
      name: 'Apia skips a day: its occurrence lands on the day after, together with that one',
      zone: 'Pacific/Apia',
      recurrence: weekly(daily, ['09:00']),
      after: '2011-12-29T12:00Z',
      runs: ['2011-12-29T09:00-10:00', '2011-12-31T09:00+14:00', '2012-01-01T09:00+14:00'],
    },
    {
      name: 'Apia skips a day: a late slot of it comes behind an early one of the next',
      zone: 'Pacific/Apia',
      recurrence: weekly(daily, ['09:00', '23:00']),
      after: '2011-12-30T09:30Z',
      runs: ['2011-12-31T09:00+14:00', '2011-12-31T23:00+14:00', '2012-01-01T09:00+14:00'],
    },
    {
      name: 'Nuuk skips the last hour of a day: an early slot of the next one comes first',
      zone: 'America/Nuuk',
      recurrence: weekly(daily, ['00:15', '23:30']),
      after: '2026-03-28T12:00Z',
      runs: ['2026-03-29T00:15-01:00', '2026-03-29T00:30-01:00', '2026-03-29T23:30-01:00'],
    },
    {
      name: 'Apia, only on the day that was skipped',
      zone: 'Pacific/Apia',
      recurrence: weekly(32, ['09:00']),
      after: '2011-12-29T12:00Z',
      runs: ['2011-12-31T09:00+14:00', '2012-01-06T09:00+14:00'],
    },
  ])('$name', ({ zone, recurrence, after, runs }) => {
    const found = nextRuns(recurrence, zone, utc(after), runs.length);
    expect(found.map((run) => local(run, zone))).toEqual(runs);
  });
});

/** A date and time that clocks skip or show twice, when that is, and the same on the day after. */
const changes = [
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T03:30+02:00', '2026-03-30T02:30+02:00'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T02:30+02:00', '2026-10-26T02:30+01:00'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T03:30-04:00', '2026-03-09T02:30-04:00'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T01:30-04:00', '2026-11-02T01:30-05:00'],
  ['Africa/Cairo', '2026-04-24', '00:00', '2026-04-24T01:00+03:00', '2026-04-25T00:00+03:00'],
  ['Africa/Cairo', '2026-10-29', '23:30', '2026-10-29T23:30+03:00', '2026-10-30T23:30+02:00'],
  ['Asia/Beirut', '2026-03-29', '00:30', '2026-03-29T01:30+03:00', '2026-03-30T00:30+03:00'],
  ['Asia/Beirut', '2026-10-24', '23:30', '2026-10-24T23:30+03:00', '2026-10-25T23:30+02:00'],
  ['America/Havana', '2026-03-08', '00:30', '2026-03-08T01:30-04:00', '2026-03-09T00:30-04:00'],
  ['America/Havana', '2026-11-01', '00:30', '2026-11-01T00:30-04:00', '2026-11-02T00:30-05:00'],
  ['America/Santiago', '2026-09-06', '00:00', '2026-09-06T01:00-03:00', '2026-09-07T00:00-03:00'],
  ['America/Santiago', '2026-04-04', '23:15', '2026-04-04T23:15-03:00', '2026-04-05T23:15-04:00'],
  [
    'Australia/Lord_Howe',
    '2026-10-04',
    '02:15',
    '2026-10-04T02:45+11:00',
    '2026-10-05T02:15+11:00',
  ],
  [
    'Australia/Lord_Howe',
    '2026-04-05',
    '01:45',
    '2026-04-05T01:45+11:00',
    '2026-04-06T01:45+10:30',
  ],
  ['Pacific/Apia', '2011-12-30', '09:00', '2011-12-31T09:00+14:00', '2011-12-31T09:00+14:00'],
  ['Pacific/Kwajalein', '1993-08-21', '09:00', '1993-08-22T09:00+12:00', '1993-08-22T09:00+12:00'],
] as const;

describe.each(changes)('%s on %s at %s', (zone, date, time, run, nextDay) => {
  const midday = utc(`${date}T12:00Z`);
  const weekBefore = midday - 7 * dayMs;
  const weekday = 1 << new Date(midday).getUTCDay();
  const dayOfMonth = Number(date.slice(8));

  test('once', () => {
    expect(local(nextRunAt(once(date, time), zone, 0), zone)).toBe(run);
  });

  test('weekly, on this weekday alone', () => {
    const rule = weekly(weekday, [time]);
    const [first, second] = nextRuns(rule, zone, weekBefore + 2 * dayMs, 2);
    expect(local(first ?? null, zone)).toBe(run);
    // A week later it is at its own time again.
    expect(local(second ?? null, zone).slice(0, 16)).toBe(`${dateAfter(date, 7)}T${time}`);
  });

  test('daily: the shift does not carry over to the day after', () => {
    const runs = nextRuns(weekly(daily, [time]), zone, weekBefore, 12);
    const found = runs.map((at) => local(at, zone));
    expect(found).toContain(run);
    expect(found).toContain(nextDay);
    const shifted = found.filter((text) => text.slice(11, 16) !== time);
    expect(shifted).toEqual(run.slice(11, 16) === time ? [] : [run]);
    expect(new Set(found.map((text) => text.slice(0, 10))).size).toBe(found.length);
  });

  test('monthly, on this day', () => {
    const rule = { type: 'monthly', on: { day: dayOfMonth }, time_of_day: time } as const;
    const [first, second] = nextRuns(rule, zone, weekBefore, 2);
    expect(local(first ?? null, zone)).toBe(run);
    expect(local(second ?? null, zone).slice(11, 16)).toBe(time);
    expect(previousRunAt(rule, zone, second! - 1)).toBe(first);
  });

  test('monthly, on its weekday of that week', () => {
    const nth = Math.ceil(dayOfMonth / 7);
    const on = {
      nth: nth > 4 ? 'last' : nth,
      weekday: weekdayNames[new Date(midday).getUTCDay()]!,
    } as const;
    const rule: Recurrence = { type: 'monthly', on, time_of_day: time };
    expect(local(nextRunAt(rule, zone, weekBefore), zone)).toBe(run);
  });
});

describe('rules of months', () => {
  test.each<[string, MonthlyDay, string, string[]]>([
    [
      'day 31 takes the last day of a short month',
      { day: 31 },
      '2026-01-31',
      ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
    ],
    [
      'day 30 is not moved by February for good',
      { day: 30 },
      '2026-01-30',
      ['2026-02-28', '2026-03-30', '2026-04-30'],
    ],
    [
      '29 February, in a common year and in a leap year',
      { day: 29 },
      '2027-01-29',
      ['2027-02-28', '2027-03-29'],
    ],
    ['29 February in a leap year', { day: 29 }, '2028-01-29', ['2028-02-29', '2028-03-29']],
    [
      '29 February of a year that no rule of four makes',
      { day: 31 },
      '2100-01-31',
      ['2100-02-28', '2100-03-31'],
    ],
    [
      'the last day',
      { day: 'last' },
      '2027-12-31',
      ['2028-01-31', '2028-02-29', '2028-03-31', '2028-04-30'],
    ],
    [
      'the first of a month, over the end of a year',
      { day: 1 },
      '2026-11-01',
      ['2026-12-01', '2027-01-01'],
    ],
    [
      'the first Monday, which may be the 1st and the 7th',
      { nth: 1, weekday: 'monday' },
      '2026-05-04',
      ['2026-06-01', '2026-07-06', '2026-08-03', '2026-09-07'],
    ],
    [
      'the second Sunday',
      { nth: 2, weekday: 'sunday' },
      '2026-02-08',
      ['2026-03-08', '2026-04-12'],
    ],
    [
      'the third Wednesday',
      { nth: 3, weekday: 'wednesday' },
      '2026-03-18',
      ['2026-04-15', '2026-05-20'],
    ],
    [
      'the fourth Thursday is not always the last',
      { nth: 4, weekday: 'thursday' },
      '2026-03-26',
      ['2026-04-23', '2026-05-28'],
    ],
    [
      'the last Friday, of four or five',
      { nth: 'last', weekday: 'friday' },
      '2026-01-30',
      ['2026-02-27', '2026-03-27', '2026-04-24', '2026-05-29'],
    ],
    [
      'the last Saturday, on the last day itself',
      { nth: 'last', weekday: 'saturday' },
      '2026-01-01',
      ['2026-01-31', '2026-02-28'],
    ],
  ])('%s', (_name, on, after, dates) => {
    const rule: Recurrence = { type: 'monthly', on, time_of_day: '09:00' };
    const from = utc(`${after}T12:00Z`);
    const runs = nextRuns(rule, 'Europe/Berlin', from, dates.length);
    expect(runs.map((run) => local(run, 'Europe/Berlin').slice(0, 16))).toEqual(
      dates.map((date) => `${date}T09:00`),
    );
    // Backwards the same dates come, the last first.
    const back = runs.map((run) => previousRunAt(rule, 'Europe/Berlin', run + dayMs));
    expect(back).toEqual(runs);
  });
});

describe('zones and calendar', () => {
  test.each([
    ['Asia/Kolkata', '2026-01-06T09:00+05:30'],
    ['Pacific/Kiritimati', '2026-01-06T09:00+14:00'],
    ['Etc/GMT+12', '2026-01-05T09:00-12:00'],
    ['Asia/Kathmandu', '2026-01-06T09:00+05:45'],
  ])('%s', (zone, run) => {
    const next = nextRunAt(weekly(daily, ['09:00']), zone, utc('2026-01-05T12:00Z'));
    expect(local(next, zone)).toBe(run);
  });

  test('29 February comes and does not come', () => {
    const after = utc('2028-02-28T12:00Z');
    const runs = nextRuns(weekly(daily, ['09:00']), 'UTC', after, 2);
    expect(runs.map((run) => local(run, 'UTC'))).toEqual([
      '2028-02-29T09:00+00:00',
      '2028-03-01T09:00+00:00',
    ]);
    expect(local(nextRunAt(once('2028-02-29', '08:00'), 'UTC', after), 'UTC')).toBe(
      '2028-02-29T08:00+00:00',
    );
  });

  test('an occurrence is strictly after, and a previous one at or before', () => {
    const rule = weekly(2, ['09:00']);
    const monday = utc('2026-01-05T09:00Z');
    expect(nextRunAt(rule, 'UTC', monday - 1)).toBe(monday);
    expect(nextRunAt(rule, 'UTC', monday)).toBe(utc('2026-01-12T09:00Z'));
    expect(previousRunAt(rule, 'UTC', monday)).toBe(monday);
    expect(previousRunAt(rule, 'UTC', monday - 1)).toBe(utc('2025-12-29T09:00Z'));
  });

  test('a one-off has no occurrence after its own', () => {
    const rule = once('2026-01-05', '09:00');
    const at = utc('2026-01-05T09:00Z');
    expect(nextRunAt(rule, 'UTC', at)).toBeNull();
    expect(previousRunAt(rule, 'UTC', at)).toBe(at);
    expect(previousRunAt(rule, 'UTC', at - 1)).toBeNull();
    expect(nextRunAt({ type: 'once', at: 'now' }, 'UTC', at)).toBeNull();
  });

  test('every third week counts from the week of the anchor, Monday first, in both directions', () => {
    // 2026-01-11 is a Sunday, so its week is that of Monday the 5th.
    const rule = weekly(1 + 2, ['09:00'], 3, '2026-01-11');
    const runs = nextRuns(rule, 'UTC', utc('2025-12-01T00:00Z'), 5);
    expect(runs.map((run) => local(run, 'UTC').slice(0, 10))).toEqual([
      '2025-12-15',
      '2025-12-21',
      '2026-01-05',
      '2026-01-11',
      '2026-01-26',
    ]);
  });

  test.each([
    // 2026 has 53 ISO weeks: a count of weeks by the year would go wrong at its end.
    [
      'over the end of a year of 53 weeks',
      'UTC',
      2,
      '2026-12-07',
      ['2026-12-07', '2026-12-21', '2027-01-04', '2027-01-18'],
    ],
    [
      'over the end of a year of 52 weeks',
      'UTC',
      5,
      '2025-12-01',
      ['2025-12-01', '2026-01-05', '2026-02-09'],
    ],
    [
      'over both changes of clocks',
      'Europe/Berlin',
      12,
      '2026-01-05',
      ['2026-01-05', '2026-03-30', '2026-06-22', '2026-09-14', '2026-12-07'],
    ],
    [
      'into the change of clocks',
      'Africa/Cairo',
      3,
      '2026-04-03',
      ['2026-04-03', '2026-04-24', '2026-05-15'],
    ],
    [
      'over a day that was skipped',
      'Pacific/Apia',
      2,
      '2011-12-16',
      ['2011-12-16', '2011-12-31', '2012-01-13'],
    ],
  ])('every n weeks %s', (_name, zone, everyWeeks, first, dates) => {
    const weekday = 1 << new Date(utc(`${first}T12:00Z`)).getUTCDay();
    const rule = weekly(weekday, ['00:00'], everyWeeks, first);
    const runs = nextRuns(rule, zone, utc(`${first}T00:00Z`) - dayMs, dates.length);
    expect(runs.map((run) => local(run, zone).slice(0, 10))).toEqual(dates);
  });

  test('the anchor of a rule without one is its first day to come', () => {
    const friday = utc('2026-01-09T12:00Z');
    const rule = anchored(weekly(2, ['09:00'], 2), 'Europe/Berlin', friday);
    expect(rule).toMatchObject({ anchor_date: '2026-01-12' });
    const given = weekly(2, ['09:00'], 2, '2020-01-01');
    expect(anchored(given, 'Europe/Berlin', friday)).toBe(given);
  });

  test('an unknown zone is refused by name', () => {
    expect(() => nextRunAt(weekly(1, ['09:00']), 'Mars/Olympus', 0)).toThrow(ZoneError);
  });
});
