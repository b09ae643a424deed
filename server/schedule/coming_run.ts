/** The occurrence that a schedule waits for, given what it has run already: pure. */
import type { ScheduleState, StoredSchedule } from '../store/index.ts';
import { nextRunAt } from './next_run.ts';

/** When a schedule runs, by its rule. */
export type Timing = Pick<StoredSchedule, 'recurrence' | 'timezone'>;

/** What is remembered of a schedule's runs. */
export type RunsSoFar = Pick<ScheduleState, 'active' | 'recent'>;

/**
 * The first occurrence after an instant that has not had its run. Where clocks differ, or one was set back, "after
 * now" may hold one that has: its message must not be sent again. Null when there is none.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function comingRunAt(
  { recurrence, timezone }: Timing,
  { active, recent }: RunsSoFar,
  after: number,
): number | null {
  const runs = active === null ? recent : [active.run, ...recent];
  const had = new Set(
    runs
      .filter((run) => run.trigger === 'schedule' && run.attempts > 0)
      .map((run) => run.occurrence_at),
  );
  let next = nextRunAt(recurrence, timezone, after);
  while (next !== null && had.has(next)) next = nextRunAt(recurrence, timezone, next);
  return next;
}
