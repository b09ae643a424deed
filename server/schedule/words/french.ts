/** Schedules in French. */
import type { MonthDayInWords, SchedulePhrases, WeeklyValues } from './schedule_words.ts';

const nths = ['premier', 'deuxième', 'troisième', 'quatrième'];

/** French. */
export const french: SchedulePhrases = {
  now: () => 'Une fois, tout de suite',
  once: ({ date, time, timezone }) => `Une fois, le ${date} à ${time} (${timezone})`,
  weekly: (values) => `${daysOf(values)} à ${values.list(values.times)} (${values.timezone})`,
  monthly: ({ day, time, timezone }) => `Chaque mois, le ${monthDay(day)} à ${time} (${timezone})`,
};

function daysOf({ days, everyWeeks, list }: WeeklyValues): string {
  const rhythm = everyWeeks === 1 ? '' : `Toutes les ${everyWeeks} semaines, `;
  switch (days.kind) {
    case 'every_day':
      return rhythm === '' ? 'Tous les jours' : `${rhythm}tous les jours`;
    case 'weekdays':
      return rhythm === '' ? 'Du lundi au vendredi' : `${rhythm}du lundi au vendredi`;
    case 'weekend':
      return rhythm === '' ? 'Chaque samedi et dimanche' : `${rhythm}le samedi et le dimanche`;
    case 'list':
      return rhythm === ''
        ? `Chaque ${list(days.days)}`
        : `${rhythm}${list(days.days.map((weekday) => `le ${weekday}`))}`;
  }
}

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date': {
      // Only the first of a month is an ordinal.
      const date = day.day === 1 ? '1er' : String(day.day);
      return day.mayLack ? `${date} (ou le dernier jour d’un mois plus court)` : date;
    }
    case 'last_day':
      return 'dernier jour';
    case 'weekday':
      return `${day.nth === 'last' ? 'dernier' : (nths[day.nth - 1] ?? '')} ${day.weekday}`;
  }
}
