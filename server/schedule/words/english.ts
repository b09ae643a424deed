/** Schedules in English. */
import type { DaysInWords, MonthDayInWords, ScheduleWords } from './schedule_words.ts';

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
};
const nths = ['first', 'second', 'third', 'fourth'];

/** English. */
export const english: ScheduleWords = {
  locale: 'en',
  now: () => 'Once, right away',
  once: ({ date, time, timezone }) => `Once, on ${date} at ${time} (${timezone})`,
  weekly: ({ days, everyWeeks, times, timezone }) =>
    `${daysOf(days, everyWeeks)} at ${times} (${timezone})`,
  monthly: ({ day, time, timezone }) => `Every month on ${monthDay(day)} at ${time} (${timezone})`,
};

function daysOf(days: DaysInWords, everyWeeks: number): string {
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

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date': {
      const date = `the ${day.day}${endings[ordinals.select(day.day)]}`;
      return day.day > 28 ? `${date}, or the last day of a shorter one,` : date;
    }
    case 'last_day':
      return 'its last day';
    case 'weekday':
      return `the ${day.nth === 'last' ? 'last' : (nths[day.nth - 1] ?? '')} ${day.weekday}`;
  }
}
