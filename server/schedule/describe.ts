/** A schedule in words. What differs between languages is in a `ScheduleWords`; see `words/`. */
import { weekdays } from '../contract/index.ts';
import type { MonthlyDay, Recurrence, WeeklyRecurrence } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import { timeFormat } from '../i18n/index.ts';
import { dayMs, parseDate, weekdayOf } from './civil.ts';
import type { DaysInWords, MonthDayInWords, ScheduleWords } from './words/index.ts';

/** Monday to Friday, and Saturday with Sunday, as sums of weekday bits. */
const groups = { 127: 'every_day', 62: 'weekdays', 65: 'weekend' } as const;

/** The last date that every month has. */
const lastCommonDate = 28;

/** Says a recurrence in words, such as "Every weekday at 9:00 AM (Europe/Berlin)". */
export function describe(recurrence: Recurrence, timezone: string, words: ScheduleWords): string {
  switch (recurrence.type) {
    case 'once': {
      const { at } = recurrence;
      if (at === 'now') return words.now();
      const date = dateInWords(at.date, words.locale);
      return words.once({ date, time: timeInWords(at.time_of_day, words), timezone });
    }
    case 'weekly':
      return words.weekly({
        days: daysInWords(recurrence, words.locale),
        everyWeeks: recurrence.every_weeks,
        times: recurrence.times_of_day.map((time) => timeInWords(time, words)),
        timezone,
        list: (items) => listInWords(items, words.locale),
      });
    case 'monthly':
      return words.monthly({
        day: monthDayInWords(recurrence.on, words.locale),
        time: timeInWords(recurrence.time_of_day, words),
        timezone,
      });
    default:
      return assertNever(recurrence);
  }
}

function monthDayInWords(on: MonthlyDay, locale: string): MonthDayInWords {
  if ('day' in on) {
    if (on.day === 'last') return { kind: 'last_day' };
    return { kind: 'date', day: on.day, mayLack: on.day > lastCommonDate };
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
  return { kind: 'list', days: names };
}

function weekdayName(epochDay: number, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(epochDay * dayMs);
}

function listInWords(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

/** A time of day such as `09:00` as the reader's clock shows it. */
function timeInWords(timeOfDay: string, words: ScheduleWords): string {
  const [hour = 0, minute = 0] = timeOfDay.split(':').map(Number);
  return timeFormat(words, 'UTC')(Date.UTC(1970, 0, 1, hour, minute));
}

function dateInWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(parseDate(date) * dayMs);
}
