/** Times as the reader reads them: in the schedule's zone, as long as they need to be. */
import { isKnownTimezone } from '../../contract/index.ts';
import type { Window } from '../collected.ts';

/** Writes times for one recap. */
export interface When {
  /** A time inside the window, as short as the window allows. */
  inside(instant: number): string;
  /** A time anywhere, with its date. */
  full(instant: number): string;
  /** The window, from and to, each as the nearest minute. */
  window: { readonly from: string; readonly to: string };
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Times in `timezone` for a window of this span. Falls back to UTC where the zone is unknown. */
export function whenFor(window: Window, locale: string, timezone: string): When {
  const timeZone = isKnownTimezone(timezone) ? timezone : 'UTC';
  const format = (options: Intl.DateTimeFormatOptions): ((instant: number) => string) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    // ICU writes narrow no-break spaces before AM and PM, which some clients show as boxes.
    return (instant) => formatter.format(instant).replaceAll('\u202F', ' ');
  };
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const full = format({ weekday: 'short', day: 'numeric', month: 'short', ...time });
  const date = format({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const sameDay = date(window.from) === date(window.to - 1);
  const inside = sameDay
    ? format(time)
    : window.to - window.from <= 6 * dayMs
      ? format({ weekday: 'short', ...time })
      : format({ day: 'numeric', month: 'short', ...time });
  // A run that is on time reads up to a second before: nobody wants to know of that second.
  const [from, to] = [nearestMinute(window.from), nearestMinute(window.to)];
  // The midnight at which a day ends is the next day's, and would stand before the start without its date.
  const shownTo = date(from) === date(to) ? format(time)(to) : full(to);
  return { inside, full, window: { from: full(from), to: shownTo } };
}

/** Both ends go the same way, so that the end never comes before the start, and windows that join look joined. */
function nearestMinute(instant: number): number {
  return Math.round(instant / minuteMs) * minuteMs;
}
