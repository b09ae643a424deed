/** Clocks: whether people write the time of day with 12 or with 24 hours. */

/** `h12`: 1 to 12 with AM and PM. `h23`: 0 to 23. As `Intl` names them. */
export type HourCycle = 'h12' | 'h23';

/** What people of a locale are used to. One that is no language tag reads as English. */
export function usualHourCycle(locale: string): HourCycle {
  const { hourCycle } = clockOf(locale.replaceAll('_', '-')).resolvedOptions();
  return hourCycle === 'h11' || hourCycle === 'h12' ? 'h12' : 'h23';
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
  const hour = hourCycle === 'h23' && writesNought(locale) ? '2-digit' : 'numeric';
  const time = { hour, minute: '2-digit', hourCycle, timeZone } as const;
  const format = new Intl.DateTimeFormat(locale, { ...date, ...time });
  // ICU writes narrow no-break spaces before AM and PM, which some clients show as boxes.
  return (instant) => format.format(instant).replaceAll('\u202F', ' ');
}

/** Whether nine o'clock is 09:00 on a clock of 24 hours. Only the locale's short style knows, and it takes no weekday. */
function writesNought(locale: string): boolean {
  const style = { timeStyle: 'short', hourCycle: 'h23', timeZone: 'UTC' } as const;
  return /^0/.test(new Intl.DateTimeFormat(locale, style).format(9 * 60 * 60_000));
}

function clockOf(locale: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { hour: 'numeric' });
  } catch {
    return new Intl.DateTimeFormat('en', { hour: 'numeric' });
  }
}
