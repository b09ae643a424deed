/**
 * Dates and times as people say them, without a zone: plain arithmetic on the Gregorian calendar.
 *
 * An *epoch day* is a date as a count of days since 1970-01-01. A *wall time* is a date and a time of day as the
 * count of milliseconds that UTC would give it.
 */

/** Milliseconds of a day without a change of clocks. */
export const dayMs = 24 * 60 * 60 * 1000;

/** Milliseconds of a minute. */
export const minuteMs = 60 * 1000;

/** The epoch day of a `YYYY-MM-DD`. */
export function parseDate(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

/** The `YYYY-MM-DD` of an epoch day. */
export function formatDate(epochDay: number): string {
  return new Date(epochDay * dayMs).toISOString().slice(0, 10);
}

/** Milliseconds from midnight to an `HH:MM` on a clock that never changes. */
export function parseTimeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minuteMs;
}

/** The epoch day on which a wall time falls. */
export function epochDayOf(wallTime: number): number {
  return Math.floor(wallTime / dayMs);
}

/** Day of the week of an epoch day, Sunday 0. */
export function weekdayOf(epochDay: number): number {
  // 1970-01-01 was a Thursday.
  return (((epochDay + 4) % 7) + 7) % 7;
}

/** Where an epoch day lies in its month: day from 1, and how many days the month has. */
export function monthDayOf(epochDay: number): { readonly day: number; readonly days: number } {
  const date = new Date(epochDay * dayMs);
  const days = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return { day: date.getUTCDate(), days };
}

/** Number of the week that holds an epoch day; weeks begin on Monday. */
export function weekOf(epochDay: number): number {
  return Math.floor((epochDay + 3) / 7);
}
