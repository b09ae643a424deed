/** Schedules in English. */
import type { MonthDayInWords, SchedulePhrases, WeeklyValues } from './schedule_words.ts';

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
export const english: SchedulePhrases = {
  now: () => 'Once, right away',
  once: ({ date, time, timezone }) => `Once, on ${date} at ${time} (${timezone})`,
  weekly: (values) => `${daysOf(values)} at ${values.list(values.times)} (${values.timezone})`,
  monthly: ({ day, time, timezone }) => `Every month on ${monthDay(day)} at ${time} (${timezone})`,
};

function daysOf({ days, everyWeeks, list }: WeeklyValues): string {
  const rhythm = everyWeeks === 1 ? '' : `Every ${everyWeeks} weeks`;
  switch (days.kind) {
    case 'every_day':
      return rhythm === '' ? 'Every day' : `${rhythm} on every day`;
    case 'weekdays':
      return rhythm === '' ? 'Every weekday' : `${rhythm} on weekdays`;
    case 'weekend':
      return rhythm === '' ? 'Every Saturday and Sunday' : `${rhythm} on Saturday and Sunday`;
    case 'list':
      return rhythm === '' ? `Every ${list(days.days)}` : `${rhythm} on ${list(days.days)}`;
  }
}

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date': {
      const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
      const date = `the ${day.day}${endings[ordinals.select(day.day)]}`;
      return day.mayLack ? `${date}, or the last day of a shorter one,` : date;
    }
    case 'last_day':
      return 'its last day';
    case 'weekday':
      return `the ${day.nth === 'last' ? 'last' : (nths[day.nth - 1] ?? '')} ${day.weekday}`;
  }
}
