import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import type { Recurrence, WeeklyRecurrence } from '../../../server/contract/index.ts';
import { anchored, nextRunAt, nextRuns, previousRunAt } from '../../../server/schedule/next_run.ts';
import { ZoneError } from '../../../server/schedule/zone.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

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

  test('a one-off in a gap and in an overlap', () => {
    const gap = nextRunAt(once('2026-03-29', '02:30'), 'Europe/Berlin', 0);
    expect(local(gap, 'Europe/Berlin')).toBe('2026-03-29T03:30+02:00');
    const overlap = nextRunAt(once('2026-10-25', '02:30'), 'Europe/Berlin', 0);
    expect(local(overlap, 'Europe/Berlin')).toBe('2026-10-25T02:30+02:00');
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

describe('against Temporal, another implementation', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const seed = Math.floor(Math.random() * 2 ** 32);

  /** Every occurrence around an instant, by looking at every day. */
  function occurrences(rule: WeeklyRecurrence, zone: string, around: number): number[] {
    const day = Temporal.Instant.fromEpochMilliseconds(around)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    const anchor = Temporal.PlainDate.from(rule.anchor_date ?? '1970-01-01');
    const monday = anchor.subtract({ days: anchor.dayOfWeek - 1 });
    const found = new Set<number>();
    for (let offset = -100; offset <= 100; offset += 1) {
      const date = day.add({ days: offset });
      const week = Math.floor(monday.until(date, { largestUnit: 'days' }).days / 7);
      if (week % rule.every_weeks !== 0) continue;
      if ((rule.days_of_week & (1 << (date.dayOfWeek % 7))) === 0) continue;
      for (const time of rule.times_of_day) {
        const zoned = date
          .toPlainDateTime(Temporal.PlainTime.from(time))
          .toZonedDateTime(zone, { disambiguation: 'compatible' });
        found.add(zoned.epochMilliseconds);
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  test(`2,500 random rules, zones and instants (seed ${seed})`, () => {
    const random = seededRandomness(seed);
    const pick = (count: number): number => Math.floor(random.fraction() * count);
    const from = utc('1975-01-01T00:00Z');
    const span = utc('2037-01-01T00:00Z') - from;
    for (let round = 0; round < 2500; round += 1) {
      const zone = zones[pick(zones.length)] ?? 'UTC';
      let after = from + pick(span);
      const tz = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
      const change = tz.getTimeZoneTransition('next');
      // Most of the rounds lie around a change of clocks: elsewhere there is little to get wrong.
      const near = change !== null && change.epochMilliseconds < from + span && pick(4) > 0;
      if (near) after = change.epochMilliseconds + pick(4 * 86_400_000) - 2 * 86_400_000;
      const hour = near ? change.hour : pick(24);
      const times = Array.from({ length: 1 + pick(4) }, () => {
        const close = (hour + pick(4) + 22) % 24;
        return `${String(close).padStart(2, '0')}:${String(pick(60)).padStart(2, '0')}`;
      });
      const rule = weekly(
        1 + pick(127),
        [...new Set(times)].sort(),
        pick(3) === 0 ? 1 + pick(12) : 1,
        new Date(from + pick(span)).toISOString().slice(0, 10),
      );
      const all = occurrences(rule, zone, after);
      const seen = { zone, rule, after };
      const next = all.find((at) => at > after);
      const previous = all.findLast((at) => at <= after);
      expect({ ...seen, next: nextRunAt(rule, zone, after) }).toEqual({ ...seen, next });
      expect({ ...seen, previous: previousRunAt(rule, zone, after) }).toEqual({
        ...seen,
        previous,
      });
    }
  });
});
