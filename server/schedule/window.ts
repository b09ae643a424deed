/** Which span of time a recap covers. Windows include their first instant and exclude their last. */
import type { Recurrence, TimePeriod } from '../contract/index.ts';
import { wrongClockMs } from '../store/index.ts';
import type { StoredSchedule } from '../store/index.ts';
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
 * The window of a run that is begun at `now`. It begins where the last delivered window ended, or where the first is
 * to begin.
 *
 * One that lies ahead, as of a one-off that its owner runs long before its time, joins nothing yet: the window is the
 * last day. After a delivery it can only lie ahead because clocks differ, or one was set back: nothing is told twice,
 * so the window is empty until the time comes; but one a day or more ahead was put there by a clock that was wrong.
 */
export function windowOf(
  schedule: Pick<StoredSchedule, 'time_period' | 'window_start' | 'run_count'>,
  occurrenceAt: number,
  now: number,
): Window {
  const { time_period: period, window_start: joint, run_count: delivered } = schedule;
  const onTime = now - occurrenceAt <= onTimeMs;
  const end = Math.min(onTime ? occurrenceAt : now, now - settleMs);
  // A joint before now but after `end` is of a run moments ago.
  const isAhead = joint > now - settleMs && (delivered === 0 || joint > now + wrongClockMs);
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
