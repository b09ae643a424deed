/**
 * The occurrences that a schedule has still to deal with, given what it has run already: pure.
 *
 * Where clocks differ, or one was set back, those that lie ahead of now may hold one that has had its run: its message
 * must not be sent again.
 */
import type { ScheduleState, StoredSchedule } from '../store/index.ts';
import { nextRunAt, previousRunAt } from './next_run.ts';

/** When a schedule runs, by its rule. */
export type Timing = Pick<StoredSchedule, 'recurrence' | 'timezone'>;

/** What is remembered of a schedule's runs. */
export type RunsSoFar = Pick<ScheduleState, 'active' | 'recent'>;

/**
 * The first occurrence after an instant that has not had its run; null when there is none.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function comingRunAt(
  { recurrence, timezone }: Timing,
  runs: RunsSoFar,
  after: number,
): number | null {
  const had = runOccurrences(runs);
  let next = nextRunAt(recurrence, timezone, after);
  while (next !== null && had.has(next)) next = nextRunAt(recurrence, timezone, next);
  return next;
}

/**
 * The last occurrence from `first`, which is due, up to `now` that has not had its run.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function latestDueAt(
  { recurrence, timezone }: Timing,
  runs: RunsSoFar,
  first: number,
  now: number,
): number {
  const had = runOccurrences(runs);
  let last = previousRunAt(recurrence, timezone, now);
  while (last !== null && last > first && had.has(last)) {
    last = previousRunAt(recurrence, timezone, last - 1);
  }
  return Math.max(first, last ?? first);
}

/** Those that were not just recorded. The number of attempts does not tell: one that a stopping node let go is 0. */
function runOccurrences({ active, recent }: RunsSoFar): ReadonlySet<number> {
  const runs = active === null ? recent : [active.run, ...recent];
  const begun = runs.filter(
    (run) => run.trigger === 'schedule' && run.status !== 'missed' && run.status !== 'skipped',
  );
  return new Set(begun.map((run) => run.occurrence_at));
}
