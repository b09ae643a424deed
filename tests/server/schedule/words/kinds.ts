/** One recurrence of each kind that schedules can have, so that no language forgets to say one. */
import type { MonthlyDay, Recurrence } from '../../../../server/contract/index.ts';

function weekly(days: number, times: string[], everyWeeks = 1): Recurrence {
  const rhythm = { days_of_week: days, every_weeks: everyWeeks, times_of_day: times };
  return { type: 'weekly', ...rhythm, anchor_date: null };
}

function monthly(on: MonthlyDay, time = '09:00'): Recurrence {
  return { type: 'monthly', on, time_of_day: time };
}

/** The recurrences, by what is special about them. */
export const kinds = {
  now: { type: 'once', at: 'now' },
  once: { type: 'once', at: { date: '2026-03-29', time_of_day: '09:05' } },
  everyDay: weekly(127, ['07:30', '17:00']),
  weekdays: weekly(62, ['09:00']),
  weekend: weekly(65, ['10:00']),
  oneDay: weekly(64, ['13:15']),
  severalDays: weekly(1 + 2 + 8, ['00:30', '12:00', '17:45']),
  everyDayOfSomeWeeks: weekly(127, ['09:00'], 3),
  weekdaysOfSomeWeeks: weekly(62, ['09:00'], 3),
  weekendOfSomeWeeks: weekly(65, ['09:00'], 12),
  oneDayOfSomeWeeks: weekly(2, ['01:00'], 2),
  severalDaysOfSomeWeeks: weekly(2 + 8 + 64, ['09:00'], 2),
  first: monthly({ day: 1 }),
  second: monthly({ day: 2 }),
  third: monthly({ day: 23 }),
  lastCommonDate: monthly({ day: 28 }),
  leapDate: monthly({ day: 29 }),
  thirtieth: monthly({ day: 30 }),
  thirtyFirst: monthly({ day: 31 }),
  lastDay: monthly({ day: 'last' }, '18:30'),
  firstWeekday: monthly({ nth: 1, weekday: 'monday' }),
  secondWeekday: monthly({ nth: 2, weekday: 'tuesday' }),
  thirdWeekday: monthly({ nth: 3, weekday: 'thursday' }),
  fourthWeekday: monthly({ nth: 4, weekday: 'saturday' }),
  lastWeekday: monthly({ nth: 'last', weekday: 'sunday' }),
} as const satisfies Record<string, Recurrence>;

/** The name of a kind. */
export type Kind = keyof typeof kinds;

/** What a language says of each kind in the zone Europe/Berlin. */
export type Sentences = Readonly<Record<Kind, string>>;
