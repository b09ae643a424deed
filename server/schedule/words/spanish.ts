/** Schedules in Spanish. */
import type { MonthDayInWords, SchedulePhrases, WeeklyValues } from './schedule_words.ts';

const nths = ['primer', 'segundo', 'tercer', 'cuarto'];

/** Spanish. */
export const spanish: SchedulePhrases = {
  now: () => 'Una vez, ahora mismo',
  once: ({ date, time, timezone }) => `Una vez, el ${date}, ${at(time)} (${timezone})`,
  weekly: (values) => `${daysOf(values)} ${values.list(values.times.map(at))} (${values.timezone})`,
  monthly: ({ day, time, timezone }) => `Cada mes, ${monthDay(day)} ${at(time)} (${timezone})`,
};

/** One o'clock is singular, in the night and, with 12 hours, in the afternoon. */
function at(time: string): string {
  return /^0?1\D/.test(time) ? `a la ${time}` : `a las ${time}`;
}

function daysOf({ days, everyWeeks, list }: WeeklyValues): string {
  const rhythm = everyWeeks === 1 ? '' : `Cada ${everyWeeks} semanas, `;
  switch (days.kind) {
    case 'every_day':
      return rhythm === '' ? 'Todos los días' : `${rhythm}todos los días`;
    case 'weekdays':
      return rhythm === '' ? 'De lunes a viernes' : `${rhythm}de lunes a viernes`;
    case 'weekend':
      return rhythm === '' ? 'Los sábados y domingos' : `${rhythm}los sábados y domingos`;
    case 'list': {
      const names = list(days.days.map(plural));
      return rhythm === '' ? `Todos los ${names}` : `${rhythm}los ${names}`;
    }
  }
}

/** Monday to Friday end in -s already and have no other plural. */
function plural(weekday: string): string {
  return weekday.endsWith('s') ? weekday : `${weekday}s`;
}

function monthDay(day: MonthDayInWords): string {
  switch (day.kind) {
    case 'date':
      return day.mayLack
        ? `el día ${day.day} (o el último, si el mes es más corto)`
        : `el día ${day.day}`;
    case 'last_day':
      return 'el último día';
    case 'weekday':
      return `el ${day.nth === 'last' ? 'último' : (nths[day.nth - 1] ?? '')} ${day.weekday}`;
  }
}
