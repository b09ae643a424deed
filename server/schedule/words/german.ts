/** Schedules in German. */
import type { MonthDayInWords, SchedulePhrases, WeeklyValues } from './schedule_words.ts';

const nths = ['ersten', 'zweiten', 'dritten', 'vierten'];

/** German. */
export const german: SchedulePhrases = {
  now: () => 'Einmal, sofort',
  once: ({ date, time, timezone }) => `Einmal, am ${date}, um ${clock(time)} (${timezone})`,
  weekly: (values) =>
    `${daysOf(values)} um ${clock(values.list(values.times))} (${values.timezone})`,
  monthly: ({ day, time, timezone }) =>
    `Jeden Monat am ${monthDay(day)} um ${clock(time)} (${timezone})`,
};

/** "Uhr" goes with 24 hours only. */
function clock(times: string): string {
  return /\d$/.test(times) ? `${times} Uhr` : times;
}

function daysOf({ days, everyWeeks, list }: WeeklyValues): string {
  const rhythm = everyWeeks === 1 ? '' : `Alle ${everyWeeks} Wochen`;
  switch (days.kind) {
    case 'every_day':
      return rhythm === '' ? 'Jeden Tag' : `${rhythm} an jedem Tag`;
    case 'weekdays':
      return rhythm === '' ? 'Jeden Werktag' : `${rhythm} an Werktagen`;
    case 'weekend':
      return rhythm === '' ? 'Jeden Samstag und Sonntag' : `${rhythm} am Samstag und Sonntag`;
    case 'list':
      return rhythm === '' ? `Jeden ${list(days.days)}` : `${rhythm} am ${list(days.days)}`;
  }
}

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date':
      return day.mayLack ? `${day.day}., in kürzeren Monaten am letzten Tag,` : `${day.day}.`;
    case 'last_day':
      return 'letzten Tag';
    case 'weekday':
      return `${day.nth === 'last' ? 'letzten' : (nths[day.nth - 1] ?? '')} ${day.weekday}`;
  }
}
