/**
 * When a recurrence is due: pure functions of recurrence, zone and instant.
 *
 * Wall-clock intent goes in, instants come out. Each date and time of day gives one occurrence; when a change of
 * clocks makes two of them fall together they are one. A shifted clock never carries over to another day.
 */
import { weekdays } from '../contract/index.ts';
import type {
  MonthlyRecurrence,
  OnceRecurrence,
  Recurrence,
  WeeklyRecurrence,
} from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import {
  dayMs,
  epochDayOf,
  formatDate,
  monthDayOf,
  parseDate,
  parseTimeOfDay,
  weekdayOf,
  weekOf,
} from './civil.ts';
import { Zone } from './zone.ts';

/** A skipped day moves its occurrences by up to a day, so a search must look this many days to either side. */
const shiftDays = 2;

/** Two months without their first and last day: some day of every monthly rule lies in any span as long. */
const monthlyHorizonDays = 62;

/** A recurrence that comes back. */
type Recurring = Exclude<Recurrence, OnceRecurrence>;

/**
 * The first occurrence strictly after an instant, in milliseconds since 1970 UTC; null when there is none.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function nextRunAt(recurrence: Recurrence, timezone: string, after: number): number | null {
  if (recurrence.type === 'once') {
    const at = onceAt(recurrence.at, new Zone(timezone));
    return at !== null && at > after ? at : null;
  }
  return search(recurrence, new Zone(timezone), after, 1);
}

/**
 * The last occurrence at or before an instant; null when there is none.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function previousRunAt(recurrence: Recurrence, timezone: string, at: number): number | null {
  if (recurrence.type === 'once') {
    const due = onceAt(recurrence.at, new Zone(timezone));
    return due !== null && due <= at ? due : null;
  }
  return search(recurrence, new Zone(timezone), at, -1);
}

/**
 * Up to `count` occurrences after an instant, soonest first.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function nextRuns(
  recurrence: Recurrence,
  timezone: string,
  after: number,
  count: number,
): number[] {
  const runs: number[] = [];
  let from = after;
  while (runs.length < count) {
    const next = nextRunAt(recurrence, timezone, from);
    if (next === null) break;
    runs.push(next);
    from = next;
  }
  return runs;
}

/**
 * A weekly recurrence with its anchor filled in: the first matching day whose occurrence is still to come, so
 * that "every two weeks on Monday", said on a Friday, begins on the Monday that follows.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function anchored(recurrence: Recurrence, timezone: string, now: number): Recurrence {
  if (recurrence.type !== 'weekly' || recurrence.anchor_date !== null) return recurrence;
  const zone = new Zone(timezone);
  const everyWeek = { ...recurrence, every_weeks: 1, anchor_date: formatDate(0) };
  const first = search(everyWeek, zone, now, 1) ?? now;
  return { ...recurrence, anchor_date: formatDate(epochDayOf(zone.wallTime(first))) };
}

function onceAt(
  at: { readonly date: string; readonly time_of_day: string } | 'now',
  zone: Zone,
): number | null {
  if (at === 'now') return null;
  return zone.instant(wallTimeOf(parseDate(at.date), at.time_of_day));
}

/** The nearest occurrence after `from` (direction 1), or at or before it (direction -1). */
function search(recurrence: Recurring, zone: Zone, from: number, direction: 1 | -1): number | null {
  const start = epochDayOf(zone.wallTime(from)) - direction * shiftDays;
  const horizon = periodDays(recurrence) + 2 * shiftDays;
  let best: number | null = null;
  let last = horizon;
  for (let step = 0; step <= last; step += 1) {
    const day = start + direction * step;
    if (!falls(recurrence, day)) continue;
    for (const time of timesOfDay(recurrence)) {
      const instant = zone.instant(wallTimeOf(day, time));
      if (direction === 1 ? instant <= from : instant > from) continue;
      if (best !== null && (best - instant) * direction <= 0) continue;
      best = instant;
      // A later date may still come sooner: the day that Apia skipped lies behind the one after it.
      last = Math.min(last, step + shiftDays);
    }
  }
  return best;
}

/** How many days to look through until an occurrence must have come, were there no changes of clocks. */
function periodDays(recurrence: Recurring): number {
  switch (recurrence.type) {
    case 'weekly':
      return recurrence.every_weeks * 7 + 7;
    case 'monthly':
      return monthlyHorizonDays;
    default:
      return assertNever(recurrence);
  }
}

function timesOfDay(recurrence: Recurring): readonly string[] {
  return recurrence.type === 'weekly' ? recurrence.times_of_day : [recurrence.time_of_day];
}

/** Whether a recurrence has an occurrence on a day. */
function falls(recurrence: Recurring, epochDay: number): boolean {
  return recurrence.type === 'weekly'
    ? fallsInWeek(recurrence, epochDay)
    : fallsInMonth(recurrence.on, epochDay);
}

function fallsInWeek(recurrence: WeeklyRecurrence, epochDay: number): boolean {
  if ((recurrence.days_of_week & (1 << weekdayOf(epochDay))) === 0) return false;
  const anchor = weekOf(recurrence.anchor_date === null ? 0 : parseDate(recurrence.anchor_date));
  return (weekOf(epochDay) - anchor) % recurrence.every_weeks === 0;
}

function fallsInMonth(on: MonthlyRecurrence['on'], epochDay: number): boolean {
  const { day, days } = monthDayOf(epochDay);
  if ('day' in on) return day === (on.day === 'last' ? days : Math.min(on.day, days));
  if (weekdays[weekdayOf(epochDay)] !== on.weekday) return false;
  return on.nth === 'last' ? day + 7 > days : Math.ceil(day / 7) === on.nth;
}

function wallTimeOf(epochDay: number, timeOfDay: string): number {
  return epochDay * dayMs + parseTimeOfDay(timeOfDay);
}
