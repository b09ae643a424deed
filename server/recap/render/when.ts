/** Times as the reader reads them: in the schedule's zone, as long as they need to be. */
import { isKnownTimezone } from '../../contract/index.ts';
import { dateTimeFormat, timeFormat } from '../../i18n/index.ts';
import type { Translator } from '../../i18n/index.ts';
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

/** Whose ways of writing times are followed. */
type Reader = Pick<Translator, 'locale' | 'hourCycle'>;

const dayStyle = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Times in `timezone` for a window of this span. Falls back to UTC where the zone is unknown. */
export function whenFor(window: Window, reader: Reader, timezone: string): When {
  const timeZone = knownOrUtc(timezone);
  const time = timeFormat(reader, timeZone);
  const full = timeFormat(reader, timeZone, dayStyle);
  const dates = dateTimeFormat('en', { dateStyle: 'short', timeZone });
  const date = (instant: number): string => dates.format(instant);
  const sameDay = date(window.from) === date(window.to - 1);
  const inside = sameDay
    ? time
    : window.to - window.from <= 6 * dayMs
      ? timeFormat(reader, timeZone, { weekday: 'short' })
      : timeFormat(reader, timeZone, { day: 'numeric', month: 'short' });
  // A run that is on time reads up to a second before: nobody wants to know of that second.
  const [from, to] = [nearestMinute(window.from), nearestMinute(window.to)];
  // The midnight at which a day ends is the next day's, and would stand before the start without its date.
  const shownTo = date(from) === date(to) ? time(to) : full(to);
  return { inside, full, window: { from: full(from), to: shownTo } };
}

/** A time with its date, such as `Mon, Mar 2, 9:00 AM`. Falls back to UTC where the zone is unknown. */
export function dateAndTime(instant: number, reader: Reader, timezone: string): string {
  return timeFormat(reader, knownOrUtc(timezone), dayStyle)(instant);
}

/** The date alone, such as `Mon, Mar 2`. Falls back to UTC where the zone is unknown. */
export function dateOnly(instant: number, reader: Reader, timezone: string): string {
  const options = { ...dayStyle, timeZone: knownOrUtc(timezone) };
  return dateTimeFormat(reader.locale, options).format(instant);
}

function knownOrUtc(timezone: string): string {
  return isKnownTimezone(timezone) ? timezone : 'UTC';
}

/** Both ends go the same way, so that the end never comes before the start, and windows that join look joined. */
function nearestMinute(instant: number): number {
  return Math.round(instant / minuteMs) * minuteMs;
}
