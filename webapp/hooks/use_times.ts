/** Instants as the user reads them: language and clock from the profile. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { wants24Hours } from '../host/index.ts';
import { useStore } from './use_store.ts';

/** Wording of instants, milliseconds since 1970 UTC. */
export interface Times {
  /** Date, time and zone, such as `Mon, Mar 2, 9:00 AM GMT+1`, as the clocks of `timezone` show them. */
  full(instant: number, timezone: string): string;
  /** Date and time, as the clocks of `timezone` show them. */
  short(instant: number, timezone: string): string;
  /** The date alone, as the clocks of `timezone` show it. */
  day(instant: number, timezone: string): string;
  /** From `now` on, such as `in 5 minutes` or `yesterday`. */
  relative(instant: number, now: number): string;
  /** A day of the week, 0 for Sunday. */
  weekday(day: number, width: 'long' | 'short' | 'narrow'): string;
}

/** Units of time, the largest first, in milliseconds. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** A Sunday. */
const sunday = Date.UTC(2023, 0, 1);
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Words instants; `clock24` undefined leaves the clock to the language. */
export function timesIn(locale: string, clock24: boolean | undefined): Times {
  const clock = clock24 === undefined ? {} : ({ hourCycle: clock24 ? 'h23' : 'h12' } as const);
  const format = (options: Intl.DateTimeFormatOptions, instant: number, zone: string): string => {
    try {
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(instant);
    } catch {
      // A zone that the server knows and this browser does not.
      return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(instant);
    }
  };
  const date = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  const time = { hour: hourStyle(locale, clock24), minute: '2-digit', ...clock } as const;
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    full: (instant, timezone) =>
      format({ ...date, ...time, timeZoneName: 'short' }, instant, timezone),
    short: (instant, timezone) => format({ ...date, ...time }, instant, timezone),
    day: (instant, timezone) => format(date, instant, timezone),
    relative: (instant, now) => {
      const distance = instant - now;
      const [unit, size] = units.find(([, ms]) => Math.abs(distance) >= ms) ?? ['minute', 60_000];
      return relative.format(Math.trunc(distance / size), unit);
    },
    weekday: (day, width) => format({ weekday: width }, sunday + day * dayMs, 'UTC'),
  };
}

/** As the server writes it: only the short style of a locale knows whether nine o'clock is 09:00. */
function hourStyle(locale: string, clock24: boolean | undefined): '2-digit' | 'numeric' {
  const style = { timeStyle: 'short', timeZone: 'UTC' } as const;
  const usual = new Intl.DateTimeFormat(locale, style).resolvedOptions().hourCycle;
  const has24 = clock24 ?? (usual === 'h23' || usual === 'h24');
  const nine = new Intl.DateTimeFormat(locale, { ...style, hourCycle: 'h23' }).format(9 * hourMs);
  return has24 && nine.startsWith('0') ? '2-digit' : 'numeric';
}

/** Instants in the user's language, on the user's clock. */
export function useTimes(): Times {
  const { locale } = useIntl();
  const clock24 = useStore(wants24Hours);
  return useMemo(() => timesIn(locale, clock24), [locale, clock24]);
}
