/** A schedule in words. What differs between languages is in a `ScheduleWords`, so that others can be added. */
import type { Recurrence, WeeklyRecurrence } from '../contract/index.ts';
import { dayMs, parseDate } from './civil.ts';

/** The phrases of one language. Each gives a whole sentence without a full stop. */
export interface ScheduleWords {
  /** The language, as a BCP 47 tag: lists, weekdays and dates are written its way. */
  readonly locale: string;
  now(): string;
  once(values: { date: string; time: string; timezone: string }): string;
  /** `everyWeeks` is 1 or more. */
  weekly(values: {
    days: DaysInWords;
    everyWeeks: number;
    times: string;
    timezone: string;
  }): string;
}

/** Which days of the week: a group that languages have a word for, or a list. */
export type DaysInWords =
  | { readonly kind: 'every_day' | 'weekdays' | 'weekend' }
  | { readonly kind: 'list'; readonly days: string };

/** Monday to Friday, and Saturday with Sunday, as sums of weekday bits. */
const groups = { 127: 'every_day', 62: 'weekdays', 65: 'weekend' } as const;

/** English. */
export const englishScheduleWords: ScheduleWords = {
  locale: 'en',
  now: () => 'Once, right away',
  once: ({ date, time, timezone }) => `Once, on ${date} at ${time} (${timezone})`,
  weekly: ({ days, everyWeeks, times, timezone }) =>
    `${englishDays(days, everyWeeks)} at ${times} (${timezone})`,
};

/** Says a recurrence in words, such as "Every weekday at 09:00 (Europe/Berlin)". */
export function describe(recurrence: Recurrence, timezone: string, words: ScheduleWords): string {
  if (recurrence.type === 'once') {
    if (recurrence.at === 'now') return words.now();
    const date = dateInWords(recurrence.at.date, words.locale);
    return words.once({ date, time: recurrence.at.time_of_day, timezone });
  }
  const times = listInWords(recurrence.times_of_day, words.locale);
  const { every_weeks: everyWeeks } = recurrence;
  return words.weekly({ days: daysInWords(recurrence, words.locale), everyWeeks, times, timezone });
}

function englishDays(days: DaysInWords, everyWeeks: number): string {
  const rhythm = everyWeeks === 1 ? '' : `Every ${everyWeeks} weeks`;
  switch (days.kind) {
    case 'every_day':
      return rhythm === '' ? 'Every day' : `${rhythm} on every day`;
    case 'weekdays':
      return rhythm === '' ? 'Every weekday' : `${rhythm} on weekdays`;
    case 'weekend':
      return rhythm === '' ? 'Every Saturday and Sunday' : `${rhythm} on Saturday and Sunday`;
    case 'list':
      return rhythm === '' ? `Every ${days.days}` : `${rhythm} on ${days.days}`;
  }
}

function daysInWords(recurrence: WeeklyRecurrence, locale: string): DaysInWords {
  const mask = recurrence.days_of_week;
  if (mask === 127 || mask === 62 || mask === 65) return { kind: groups[mask] };
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const names: string[] = [];
  // 1970-01-05 was a Monday; weeks are told from Monday on.
  for (let day = 4; day < 11; day += 1) {
    const date = new Date(day * dayMs);
    if ((mask & (1 << date.getUTCDay())) !== 0) names.push(weekday.format(date));
  }
  return { kind: 'list', days: listInWords(names, locale) };
}

function listInWords(items: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);
}

function dateInWords(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return format.format(parseDate(date) * dayMs);
}
