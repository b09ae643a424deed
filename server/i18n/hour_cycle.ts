/** Clocks: whether people write the time of day with 12 or with 24 hours. */
import { dateTimeFormat } from './date_time_format.ts';

/** `h12`: 1 to 12 with AM and PM. `h23`: 0 to 23. As `Intl` names them. */
export type HourCycle = 'h12' | 'h23';

/** What people of a locale are used to. One that is no language tag reads as English. */
export function usualHourCycle(locale: string): HourCycle {
  return habitsOf(locale.replaceAll('_', '-')).hourCycle;
}

/**
 * Writes instants as the time of day in a zone, with whatever `date` asks for before it.
 *
 * @throws {RangeError} for a zone or locale that `Intl` does not know.
 */
export function timeFormat(
  reader: { readonly locale: string; readonly hourCycle: HourCycle },
  timeZone: string,
  date: Pick<Intl.DateTimeFormatOptions, 'weekday' | 'day' | 'month'> = {},
): (instant: number) => string {
  const { locale, hourCycle } = reader;
  const hour = hourCycle === 'h23' && habitsOf(locale).writesNought ? '2-digit' : 'numeric';
  const time = { hour, minute: '2-digit', hourCycle, timeZone } as const;
  const format = dateTimeFormat(locale, { ...date, ...time });
  // ICU writes narrow no-break spaces before AM and PM, which some clients show as boxes.
  return (instant) => format.format(instant).replaceAll('\u202F', ' ');
}

/** What people of a locale are used to. */
interface Habits {
  readonly hourCycle: HourCycle;
  /** Whether nine o'clock is 09:00 on a clock of 24 hours. */
  readonly writesNought: boolean;
}

/** Few locales are in use, and asking `Intl` takes longer than writing a recap's times. */
const known = new Map<string, Habits>();
/** Locales that are remembered; people can store whatever they like as theirs. */
const maxKnown = 200;

function habitsOf(locale: string): Habits {
  const found = known.get(locale);
  if (found !== undefined) return found;
  if (known.size >= maxKnown) known.clear();
  const habits = askIntl(locale);
  known.set(locale, habits);
  return habits;
}

function askIntl(locale: string): Habits {
  try {
    // Only the short style of a locale knows of the nought, and it takes no weekday.
    const style = { timeStyle: 'short', timeZone: 'UTC' } as const;
    const { hourCycle } = new Intl.DateTimeFormat(locale, style).resolvedOptions();
    const nine = new Intl.DateTimeFormat(locale, { ...style, hourCycle: 'h23' });
    return {
      hourCycle: hourCycle === 'h11' || hourCycle === 'h12' ? 'h12' : 'h23',
      writesNought: /^0/.test(nine.format(9 * 60 * 60_000)),
    };
  } catch {
    return { hourCycle: 'h12', writesNought: true };
  }
}
