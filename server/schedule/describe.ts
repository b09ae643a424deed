/** A schedule in words. What differs between languages is in a `ScheduleWords`; see `words/`. */
import { weekdays } from '../contract/index.ts';
import type { MonthlyDay, Recurrence, WeeklyRecurrence } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import { dayMs, parseDate, weekdayOf } from './civil.ts';
import type { DaysInWords, MonthDayInWords, ScheduleWords } from './words/index.ts';

/** Monday to Friday, and Saturday with Sunday, as sums of weekday bits. */
const groups = { 127: 'every_day', 62: 'weekdays', 65: 'weekend' } as const;

/** Says a recurrence in words, such as "Every weekday at 09:00 (Europe/Berlin)". */
export function describe(recurrence: Recurrence, timezone: string, words: ScheduleWords): string {
  switch (recurrence.type) {
    case 'once': {
      const { at } = recurrence;
      if (at === 'now') return words.now();
      const date = dateInWords(at.date, words.locale);
      return words.once({ date, time: at.time_of_day, timezone });
    }
    case 'weekly':
      return words.weekly({
        days: daysInWords(recurrence, words.locale),
        everyWeeks: recurrence.every_weeks,
        times: listInWords(recurrence.times_of_day, words.locale),
        timezone,
      });
    case 'monthly':
      return words.monthly({
        day: monthDayInWords(recurrence.on, words.locale),
        time: recurrence.time_of_day,
        timezone,
      });
    default:
      return assertNever(recurrence);
  }
}

function monthDayInWords(on: MonthlyDay, locale: string): MonthDayInWords {
  if ('day' in on) {
    return on.day === 'last' ? { kind: 'last_day' } : { kind: 'date', day: on.day };
  }
  // 1970-01-04 was a Sunday.
  const weekday = weekdayName(3 + weekdays.indexOf(on.weekday), locale);
  return { kind: 'weekday', nth: on.nth, weekday };
}

function daysInWords(recurrence: WeeklyRecurrence, locale: string): DaysInWords {
  const mask = recurrence.days_of_week;
  if (mask === 127 || mask === 62 || mask === 65) return { kind: groups[mask] };
  const names: string[] = [];
  // 1970-01-05 was a Monday; weeks are told from Monday on.
  for (let day = 4; day < 11; day += 1) {
    if ((mask & (1 << weekdayOf(day))) !== 0) names.push(weekdayName(day, locale));
  }
  return { kind: 'list', days: listInWords(names, locale) };
}

function weekdayName(epochDay: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(epochDay * dayMs);
}

function listInWords(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

function dateInWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(parseDate(date) * dayMs);
}
