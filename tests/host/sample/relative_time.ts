/** Turns "days before today, wall clock, zone" into an instant, and says the names of such days. */
import { DateTime } from 'luxon';

/**
 * The instant, in milliseconds, of a wall-clock time in `zone`, `day` days before today.
 *
 * Today is the calendar date in UTC, for everybody: were it each author's own, a reply from New York could come
 * before its root from Berlin whenever the dates differ.
 */
export function instantOf(now: number, zone: string, day: number, seconds: number): number {
  return DateTime.fromMillis(now, { zone: 'utc' })
    .startOf('day')
    .minus({ days: day })
    .setZone(zone, { keepLocalTime: true })
    .set({
      hour: Math.floor(seconds / 3600),
      minute: Math.floor(seconds / 60) % 60,
      second: seconds % 60,
    })
    .toMillis();
}

/** Whether the runtime knows the zone. */
export function isZone(zone: string): boolean {
  return DateTime.local({ zone }).isValid;
}

/**
 * Replaces `{{weekday dNN}}` and `{{date dNN}}` by names in the author's language, or in that of a code of two letters
 * such as in `{{weekday dNN en}}`.
 */
export function withDates(text: string, now: number, locale: string): string {
  const mark = /\{\{(weekday|date) d(\d\d)(?: ([a-z]{2}))?\}\}/g;
  return text.replace(mark, (_, kind: string, day: string, language: string = locale) => {
    const date = DateTime.fromMillis(now, { zone: 'utc', locale: language }).minus({
      days: Number(day),
    });
    return kind === 'weekday'
      ? date.toLocaleString({ weekday: 'long' })
      : date.toLocaleString({ day: 'numeric', month: 'long' });
  });
}
