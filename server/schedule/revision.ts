/** What a user's input makes of a schedule: pure. */
import { isDeepStrictEqual } from 'node:util';
import type {
  PauseReason,
  Recurrence,
  ScheduleInput,
  ScheduleReplacement,
} from '../contract/index.ts';
import type { ScheduleState, StoredSchedule } from '../store/index.ts';
import { dayMs, parseDate } from './civil.ts';
import { refusal } from './errors.ts';
import type { ScheduleError } from './errors.ts';
import { comingRunAt } from './coming_run.ts';
import type { RunsSoFar, Timing } from './coming_run.ts';
import { anchored, nextRunAt } from './next_run.ts';
import { firstWindowStart } from './window.ts';
import { Zone, ZoneError } from './zone.ts';

/** Nothing has run yet. */
const noRuns: RunsSoFar = { active: null, recent: [] };

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
  const timing = timingOf({ ...input, recurrence, timezone }, noRuns, now);
  const first = timing.next_run_at ?? firstRunAt({ recurrence, timezone }, noRuns, now) ?? now;
  return {
    ...input,
    ...timing,
    recurrence,
    timezone,
    id,
    user_id: owner.userId,
    create_at: now,
    update_at: now,
    revision: 1,
    pause_reason: input.enabled ? null : 'owner',
    failures: 0,
    last_run_at: null,
    last_status: null,
    run_count: 0,
    window_start: firstWindowStart(recurrence, timezone, first),
    finished_at: null,
  };
}

/**
 * A schedule as the user wants it from now on. When it runs is computed anew from now if anything about that has
 * changed, and else left alone: an edit of the title must not lose an occurrence that is due this minute.
 *
 * A one-off that has come due and whose run is not over cannot be paused: its times must change for that.
 *
 * @throws {ScheduleError} `invalid` when it would never run, or its zone is not known any more.
 */
export function replace(
  state: ScheduleState,
  replacement: ScheduleReplacement,
  now: number,
): ScheduleState {
  const { revision, ...input } = replacement;
  const old = state.schedule;
  const timezone = input.timezone ?? old.timezone;
  const recurrence = inKnownZone(() =>
    anchored(keepAnchor(input.recurrence, old.recurrence), timezone, now),
  );
  const schedule = {
    ...old,
    ...input,
    recurrence,
    timezone,
    update_at: now,
    revision: revision + 1,
  };
  const keepsTimes = timezone === old.timezone && same(recurrence, old.recurrence);
  if (keepsTimes && isOnItsWay(old)) {
    const { enabled, pause_until } = old;
    return { ...state, schedule: { ...schedule, enabled, pause_until } };
  }
  const unchanged =
    keepsTimes && input.enabled === old.enabled && input.pause_until === old.pause_until;
  if (unchanged) return { ...state, schedule };
  const timing = timingOf(schedule, state, now);
  const next = timing.next_run_at;
  // Once anything was due the window reaches back to it, whatever came of it.
  const joint =
    state.sequence === 0 && next !== null
      ? firstWindowStart(recurrence, timezone, next)
      : old.window_start;
  const isPausedAlready = !old.enabled && old.finished_at === null;
  return {
    ...state,
    schedule: {
      ...schedule,
      ...timing,
      window_start: joint,
      ...(input.enabled
        ? { pause_reason: null, failures: 0, finished_at: null }
        : { pause_reason: isPausedAlready ? old.pause_reason : 'owner' }),
    },
  };
}

/**
 * A schedule that does not run until its owner says so, or until a day comes; undefined where it does not run
 * anyway and nothing changes.
 *
 * @throws {ScheduleError} `invalid` when the day is over, or nothing would come after it.
 */
export function pause(
  state: ScheduleState,
  reason: PauseReason,
  until: string | null,
  now: number,
): ScheduleState | undefined {
  const { schedule } = state;
  if (schedule.finished_at !== null || isOnItsWay(schedule)) return undefined;
  if (!schedule.enabled && schedule.pause_until === until) return undefined;
  const paused = { ...schedule, enabled: false, pause_until: until };
  return {
    ...state,
    schedule: {
      ...paused,
      ...timingOf(paused, state, now),
      pause_reason: reason,
      update_at: now,
      revision: schedule.revision + 1,
    },
  };
}

/**
 * A schedule that runs again, from now on; undefined where it does so already.
 *
 * @throws {ScheduleError} `invalid` when nothing would come any more.
 */
export function resume(state: ScheduleState, now: number): ScheduleState | undefined {
  const { schedule } = state;
  if (schedule.enabled) return undefined;
  const resumed = { ...schedule, enabled: true, pause_until: null };
  return {
    ...state,
    schedule: {
      ...resumed,
      ...timingOf(resumed, state, now),
      pause_reason: null,
      failures: 0,
      finished_at: null,
      update_at: now,
      revision: schedule.revision + 1,
    },
  };
}

/**
 * A deleted schedule as it was, from now on; undefined where it is in use. A one-off whose time has passed meanwhile
 * is done with, and one whose zone is not known any more comes back paused.
 */
export function restore(state: ScheduleState, now: number): ScheduleState | undefined {
  if (state.deleted_at === null) return undefined;
  const { schedule } = state;
  const revision = schedule.revision + 1;
  const restored = { ...schedule, update_at: now, revision };
  return {
    ...state,
    deleted_at: null,
    schedule: { ...restored, ...restoredTiming(restored, state, now) },
  };
}

function restoredTiming(
  schedule: StoredSchedule,
  runs: RunsSoFar,
  now: number,
): Partial<StoredSchedule> {
  if (schedule.finished_at !== null) return {};
  // A pause whose end has come meanwhile ends when it is looked at.
  if (!schedule.enabled) return { next_run_at: null };
  try {
    const next = firstRunAt(schedule, runs, now);
    return next === null
      ? { enabled: false, next_run_at: null, finished_at: now }
      : { next_run_at: next };
  } catch (thrown) {
    if (!(thrown instanceof ZoneError)) throw thrown;
    return { enabled: false, next_run_at: null, pause_reason: 'unknown_timezone' };
  }
}

/** A one-off that has come due and whose run is not over: there is nothing left to pause. */
function isOnItsWay({ recurrence, enabled, next_run_at: next }: StoredSchedule): boolean {
  return recurrence.type === 'once' && enabled && next === null;
}

/**
 * When a schedule runs next, or is to go on after a pause.
 *
 * @throws {ScheduleError} `invalid` when it never would, or its zone is not known any more.
 */
function timingOf(
  schedule: Pick<StoredSchedule, 'enabled' | 'pause_until' | 'recurrence' | 'timezone'>,
  runs: RunsSoFar,
  now: number,
): Pick<StoredSchedule, 'next_run_at' | 'resume_at'> {
  return inKnownZone(() => timingInZone(schedule, runs, now));
}

function timingInZone(
  schedule: Pick<StoredSchedule, 'enabled' | 'pause_until' | 'recurrence' | 'timezone'>,
  runs: RunsSoFar,
  now: number,
): Pick<StoredSchedule, 'next_run_at' | 'resume_at'> {
  const { recurrence, timezone } = schedule;
  if (schedule.enabled) {
    const next = firstRunAt(schedule, runs, now);
    if (next === null) throw past();
    return { next_run_at: next, resume_at: null };
  }
  if (schedule.pause_until === null) return { next_run_at: null, resume_at: null };
  const resumeAt = new Zone(timezone).instant(parseDate(schedule.pause_until) * dayMs);
  if (resumeAt <= now) throw pauseIsOver();
  if (nextRunAt(recurrence, timezone, resumeAt - 1) === null) throw nothingAfterPause();
  return { next_run_at: null, resume_at: resumeAt };
}

/** The first occurrence of a schedule that is stored now. */
function firstRunAt(timing: Timing, runs: RunsSoFar, now: number): number | null {
  const { recurrence } = timing;
  if (recurrence.type === 'once' && recurrence.at === 'now') return now;
  return comingRunAt(timing, runs, now);
}

/** A weekly rule that comes back without its anchor, but else as it was, keeps its weeks. */
function keepAnchor(wanted: Recurrence, old: Recurrence): Recurrence {
  if (wanted.type !== 'weekly' || old.type !== 'weekly') return wanted;
  if (wanted.anchor_date !== null || wanted.every_weeks !== old.every_weeks) return wanted;
  return { ...wanted, anchor_date: old.anchor_date };
}

/** Both have gone through the same schema, so that equal ones are written alike. */
function same(a: Recurrence, b: Recurrence): boolean {
  return isDeepStrictEqual(a, b);
}

/** What needs the schedule's zone; that it has vanished is for the user to mend. */
function inKnownZone<T>(compute: () => T): T {
  try {
    return compute();
  } catch (cause) {
    if (!(cause instanceof ZoneError)) throw cause;
    const details = { field: 'timezone', cause };
    throw refusal('invalid', 'scheduled_recaps.refusal.unknown_timezone', details);
  }
}

function pauseIsOver(): ScheduleError {
  return refusal('invalid', 'scheduled_recaps.refusal.pause_past', {
    field: 'pause_until',
  });
}

function nothingAfterPause(): ScheduleError {
  return refusal('invalid', 'scheduled_recaps.command.pause.over', {
    field: 'pause_until',
  });
}

function past(): ScheduleError {
  return refusal('invalid', 'scheduled_recaps.dialog.error.past', { field: 'recurrence.at' });
}
