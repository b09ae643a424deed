/** What a user's input makes of a schedule: pure. */
import type { Recurrence, ScheduleInput, ScheduleReplacement } from '../contract/index.ts';
import type { ScheduleState, StoredSchedule } from '../store/index.ts';
import { ScheduleError } from './errors.ts';
import { anchored, nextRunAt } from './next_run.ts';
import { firstWindowStart } from './window.ts';

/**
 * A new schedule.
 *
 * @throws {ScheduleError} `invalid` when it would never run.
 */
export function draft(
  id: string,
  owner: { readonly userId: string; readonly timezone: string },
  input: ScheduleInput,
  now: number,
): StoredSchedule {
  const timezone = input.timezone ?? owner.timezone;
  const recurrence = anchored(input.recurrence, timezone, now);
  const next = firstRunAt(recurrence, timezone, now);
  if (input.enabled && next === null) throw past();
  return {
    ...input,
    recurrence,
    timezone,
    id,
    user_id: owner.userId,
    create_at: now,
    update_at: now,
    revision: 1,
    next_run_at: input.enabled ? next : null,
    last_run_at: null,
    last_status: null,
    run_count: 0,
    window_start: firstWindowStart(recurrence, timezone, next ?? now),
    finished_at: null,
  };
}

/**
 * A schedule as the user wants it from now on. When it runs is computed anew from now if anything about that has
 * changed, and else left alone: an edit of the title must not lose an occurrence that is due this minute.
 *
 * @throws {ScheduleError} `invalid` when it would never run.
 */
export function replace(
  state: ScheduleState,
  replacement: ScheduleReplacement,
  now: number,
): ScheduleState {
  const { revision, ...input } = replacement;
  const old = state.schedule;
  const timezone = input.timezone ?? old.timezone;
  const recurrence = anchored(keepAnchor(input.recurrence, old.recurrence), timezone, now);
  const schedule = {
    ...old,
    ...input,
    recurrence,
    timezone,
    update_at: now,
    revision: revision + 1,
  };
  const unchanged =
    input.enabled === old.enabled && timezone === old.timezone && same(recurrence, old.recurrence);
  if (unchanged) return { ...state, schedule };
  const next = input.enabled ? firstRunAt(recurrence, timezone, now) : null;
  if (input.enabled && next === null) throw past();
  const joint =
    old.run_count === 0 && next !== null
      ? firstWindowStart(recurrence, timezone, next)
      : old.window_start;
  return {
    ...state,
    schedule: {
      ...schedule,
      next_run_at: next,
      window_start: joint,
      finished_at: input.enabled ? null : old.finished_at,
    },
  };
}

/** A schedule that does not run until its owner says so; undefined where it does not run anyway. */
export function pause(state: ScheduleState, now: number): ScheduleState | undefined {
  const { schedule } = state;
  if (!schedule.enabled) return undefined;
  const revision = schedule.revision + 1;
  return {
    ...state,
    schedule: { ...schedule, enabled: false, next_run_at: null, update_at: now, revision },
  };
}

/** The first occurrence of a schedule that is stored now. */
function firstRunAt(recurrence: Recurrence, timezone: string, now: number): number | null {
  if (recurrence.type === 'once' && recurrence.at === 'now') return now;
  return nextRunAt(recurrence, timezone, now);
}

/** A weekly rule that comes back without its anchor, but else as it was, keeps its weeks. */
function keepAnchor(wanted: Recurrence, old: Recurrence): Recurrence {
  if (wanted.type !== 'weekly' || old.type !== 'weekly') return wanted;
  if (wanted.anchor_date !== null || wanted.every_weeks !== old.every_weeks) return wanted;
  return { ...wanted, anchor_date: old.anchor_date };
}

function same(a: Recurrence, b: Recurrence): boolean {
  if (a.type === 'once' && b.type === 'once') {
    if (a.at === 'now' || b.at === 'now') return a.at === b.at;
    return a.at.date === b.at.date && a.at.time_of_day === b.at.time_of_day;
  }
  if (a.type !== 'weekly' || b.type !== 'weekly') return false;
  return (
    a.days_of_week === b.days_of_week &&
    a.every_weeks === b.every_weeks &&
    a.anchor_date === b.anchor_date &&
    a.times_of_day.join() === b.times_of_day.join()
  );
}

function past(): ScheduleError {
  return new ScheduleError('invalid', 'This time has passed already.', { field: 'recurrence.at' });
}
