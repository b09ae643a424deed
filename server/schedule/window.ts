/** Which span of time a recap covers. Windows include their first instant and exclude their last. */
import type { Recurrence, TimePeriod } from '../contract/index.ts';
import { dayMs } from './civil.ts';
import { previousRunAt } from './next_run.ts';

/**
 * A post's creation time is set before it can be read. A window ends at least this long before it is read, so
 * that no post slips in behind; what is younger belongs to the next one. In milliseconds.
 */
const settleMs = 1000;

/** Up to this lateness a run covers what it would have covered on time; later, all up to now. In milliseconds. */
const onTimeMs = 5 * 60 * 1000;

/** Longest first window, for recurrences with long pauses. In milliseconds. */
const longestFirstMs = 31 * dayMs;

/** A span of time, milliseconds since 1970 UTC. */
export interface Window {
  readonly start: number;
  readonly end: number;
}

/**
 * The window of a run that is begun at `now`; `joint` is where the last delivered window ended, or where the first
 * is to begin. One that lies ahead, as of a one-off that its owner runs long before its time, joins nothing yet: the
 * window is the last day.
 */
export function windowOf(
  period: TimePeriod,
  joint: number,
  occurrenceAt: number,
  now: number,
): Window {
  const onTime = now - occurrenceAt <= onTimeMs;
  const end = Math.min(onTime ? occurrenceAt : now, now - settleMs);
  // No window was ever delivered up to here. A joint before it but after `end` is of a run moments ago.
  const isAhead = joint > now - settleMs;
  return { start: Math.min(startOf(period, isAhead ? end - dayMs : joint, end), end), end };
}

/**
 * Where the first window begins: one occurrence before the first, as if the schedule had always been there; for a
 * one-off a day before it.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function firstWindowStart(
  recurrence: Recurrence,
  timezone: string,
  firstRunAt: number,
): number {
  const previous =
    recurrence.type === 'once' ? null : previousRunAt(recurrence, timezone, firstRunAt - 1);
  if (previous === null) return Math.max(0, firstRunAt - dayMs);
  return Math.max(previous, firstRunAt - longestFirstMs, 0);
}

function startOf(period: TimePeriod, joint: number, end: number): number {
  switch (period) {
    case 'since_last_recap':
    // Each channel then begins where it was last read; this is for channels that never were.
    // falls through
    case 'since_last_read':
      return joint;
    case 'last_24h':
      return end - dayMs;
    case 'last_week':
      return end - 7 * dayMs;
  }
}
