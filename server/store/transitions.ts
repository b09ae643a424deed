/**
 * What may happen to a schedule's runs: pure functions from one state to the next. Who calls them writes the
 * result by compare-and-set, so each is one step that happens wholly or not at all. As long as there are steps, which
 * are read side by side.
 *
 * ```text
 *            claim                   beginDelivery
 * (due) ───────────► claimed ────────────────────► delivering
 *   │                │  ▲  │                        │  ▲  │
 *   │ settle         │  │  └── postpone, takeOver ──┘  │  │
 *   ▼                │  └── (any node, next attempt) ──┘  │
 * missed, skipped    └───────────► end ◄─────────────────┘
 * ```
 */
import type { PauseReason, RecapSummary, Run, RunReason, RunTrigger } from '../contract/index.ts';
import { maxFailures, noticeEveryMs, wrongClockMs } from './limits.ts';
import type { ActiveRun, ScheduleState, StoredSchedule } from './record.ts';

/** Who works on a run and for how long. */
export interface Lease {
  readonly owner: string;
  readonly now: number;
  readonly leaseMs: number;
}

/** An occurrence to be run. */
export interface Claim extends Lease {
  readonly trigger: RunTrigger;
  readonly occurrenceAt: number;
  /** The span of the posts that the recap covers. */
  readonly window: { readonly start: number; readonly end: number };
  /** The occurrence after this one; null when there is none. */
  readonly nextRunAt: number | null;
}

/** Claims an occurrence; the schedule's next one moves in the same step. */
export function claim(state: ScheduleState, by: Claim): ScheduleState {
  const sequence = state.sequence + 1;
  const run: Run = {
    ...newRun(state, by.now, by.occurrenceAt),
    run_key: runKey(state.schedule.id, by.trigger, by.occurrenceAt),
    sequence,
    trigger: by.trigger,
    status: 'claimed',
    window_start: by.window.start,
    window_end: by.window.end,
    attempts: 1,
  };
  return {
    ...state,
    sequence,
    schedule: { ...state.schedule, next_run_at: by.nextRunAt },
    active: { run, owner: by.owner, epoch: 1, lease_until: by.now + by.leaseMs },
  };
}

/** An occurrence that will not be run. */
export interface Unrun {
  readonly status: 'missed' | 'skipped' | 'failed';
  readonly reason: RunReason;
  readonly now: number;
  /** The first occurrence that the row stands for. */
  readonly occurrenceAt: number;
  /** How many occurrences the row stands for. */
  readonly occurrences: number;
  readonly nextRunAt: number | null;
  /** Why the schedule is to be paused as well; null when it is not. */
  readonly pause: PauseReason | null;
}

/** Records occurrences that will not be run. The window stays where it was, so the next recap reaches back. */
export function settle(state: ScheduleState, unrun: Unrun): ScheduleState {
  const sequence = state.sequence + 1;
  const run: Run = {
    ...newRun(state, unrun.now, unrun.occurrenceAt),
    sequence,
    status: unrun.status,
    reason: unrun.reason,
    occurrences: unrun.occurrences,
    finished_at: unrun.now,
  };
  const schedule = {
    ...state.schedule,
    next_run_at: unrun.nextRunAt,
    ...(unrun.pause === null ? {} : pausedBy(unrun.pause, state.schedule)),
    ...(state.active === null ? { last_run_at: unrun.now, last_status: run.status } : {}),
  };
  const settled = { ...state, sequence, schedule, recent: newestFirst([run, ...state.recent]) };
  const isLost =
    unrun.pause !== null || (run.status === 'missed' && schedule.recurrence.type === 'once');
  return withFinish(isLost ? { ...settled, notice_at: unrun.now } : settled, unrun.now);
}

/** Lets a schedule whose pause has come to its end run again. */
export function endPause(state: ScheduleState, nextRunAt: number | null): ScheduleState {
  return {
    ...state,
    schedule: {
      ...state.schedule,
      enabled: true,
      pause_until: null,
      pause_reason: null,
      resume_at: null,
      failures: 0,
      next_run_at: nextRunAt,
      revision: state.schedule.revision + 1,
    },
  };
}

/** Gives a busy run to another owner, or to the same one for its next attempt. */
export function takeOver(state: ScheduleState, active: ActiveRun, by: Lease): ScheduleState {
  return {
    ...state,
    active: {
      run: { ...active.run, attempts: active.run.attempts + 1 },
      owner: by.owner,
      epoch: active.epoch + 1,
      lease_until: by.now + by.leaseMs,
    },
  };
}

/** Extends the owner's lease. */
export function renew(state: ScheduleState, active: ActiveRun, by: Lease): ScheduleState {
  return { ...state, active: { ...active, lease_until: by.now + by.leaseMs } };
}

/** Notes that the message is about to leave, and extends the lease. */
export function beginDelivery(state: ScheduleState, active: ActiveRun, by: Lease): ScheduleState {
  return renew(state, { ...active, run: { ...active.run, status: 'delivering' } }, by);
}

/** Lets go of a run that is to be tried again at `at` by whichever node comes first. */
export function postpone(
  state: ScheduleState,
  active: ActiveRun,
  at: number,
  /** True when the attempt is not to count: the node stops. */
  uncounted: boolean,
): ScheduleState {
  const attempts = active.run.attempts - (uncounted ? 1 : 0);
  return {
    ...state,
    active: {
      run: { ...active.run, attempts },
      owner: null,
      epoch: active.epoch + 1,
      lease_until: at,
    },
  };
}

/** How a run ended. */
export type Ending =
  | {
      readonly status: 'delivered';
      readonly postId: string;
      /** Null when a later attempt found the message of an earlier one. */
      readonly summary: RecapSummary | null;
    }
  | { readonly status: 'empty'; readonly summary: RecapSummary }
  | { readonly status: 'failed'; readonly reason: RunReason };

/** Ends a busy run. Only a window that was dealt with moves the next one's start. */
export function end(
  state: ScheduleState,
  active: ActiveRun,
  ending: Ending,
  now: number,
): ScheduleState {
  const run: Run = {
    ...active.run,
    status: ending.status,
    reason: ending.status === 'failed' ? ending.reason : null,
    post_id: ending.status === 'delivered' ? ending.postId : null,
    summary: ending.status === 'failed' ? null : ending.summary,
    finished_at: now,
  };
  const schedule: StoredSchedule = {
    ...state.schedule,
    last_run_at: run.started_at,
    last_status: run.status,
    ...(ending.status === 'failed'
      ? failed(state.schedule, run)
      : {
          failures: 0,
          run_count: state.schedule.run_count + 1,
          window_start: jointAfter(state.schedule, run.window_end, now),
        }),
  };
  const recent = newestFirst([run, ...state.recent]);
  const isPaused = schedule.pause_reason !== state.schedule.pause_reason;
  const tells = ending.status === 'failed' && (isPaused || mayTell(state, now));
  return withFinish(
    { ...state, active: null, schedule, recent, ...(tells ? { notice_at: now } : {}) },
    now,
  );
}

/** Ends a busy run because its owner wants it so. Its window stays with the next one. */
export function cancel(state: ScheduleState, active: ActiveRun, now: number): ScheduleState {
  const run: Run = { ...active.run, status: 'cancelled', finished_at: now };
  const schedule = {
    ...state.schedule,
    last_run_at: run.started_at,
    last_status: run.status,
  };
  const recent = newestFirst([run, ...state.recent]);
  return withFinish({ ...state, active: null, schedule, recent }, now);
}

/** Takes a schedule out of use, and ends its busy run. */
export function discard(state: ScheduleState, now: number): ScheduleState {
  const idle = state.active === null ? state : cancel(state, state.active, now);
  return { ...idle, deleted_at: now };
}

/** Whether the step that ended a run was also the one that claimed the right to tell its owner about it. */
export function isNoticeDue(state: ScheduleState, run: Run): boolean {
  return run.finished_at !== null && state.notice_at === run.finished_at;
}

/** Owners are told of failures once a day for each schedule at most. A clock that was wrong must not end it for good. */
function mayTell({ notice_at: before }: ScheduleState, now: number): boolean {
  return before === null || Math.abs(now - before) >= noticeEveryMs;
}

/** What a failed run makes of its schedule. Runs that were asked for by hand do not count as its occurrences. */
function failed(schedule: StoredSchedule, run: Run): Partial<StoredSchedule> {
  const failures = schedule.failures + (run.trigger === 'schedule' ? 1 : 0);
  // A one-off has nothing to pause.
  if (schedule.next_run_at === null) return { failures };
  if (run.reason === 'owner_inactive') return { failures, ...pausedBy('owner_inactive', schedule) };
  if (run.reason === 'not_allowed') return { failures, ...pausedBy('not_allowed', schedule) };
  return failures < maxFailures ? { failures } : { failures, ...pausedBy('failures', schedule) };
}

/**
 * Paused until its owner says so: a pause that ends by itself would come due at once again. A form that was opened
 * before must not undo it unseen, hence the new revision.
 */
function pausedBy(reason: PauseReason, { revision }: StoredSchedule): Partial<StoredSchedule> {
  return {
    revision: revision + 1,
    enabled: false,
    next_run_at: null,
    pause_reason: reason,
    pause_until: null,
    resume_at: null,
  };
}

/**
 * Where the next window begins. It never moves back, or posts would be told twice; unless it lies so far ahead that
 * the clock which put it there was wrong, and nothing would be told until that time has come.
 */
function jointAfter(before: StoredSchedule, windowEnd: number, now: number): number {
  const { window_start: joint, run_count: delivered } = before;
  // Before the first delivery it lies where the first window is to begin, however far ahead that is.
  const isWrong = delivered > 0 && joint > now + wrongClockMs;
  return isWrong ? windowEnd : Math.max(joint, windowEnd);
}

/** Names an occurrence in the whole system. A run that was asked for never shares its key with a due one. */
function runKey(scheduleId: string, trigger: RunTrigger, occurrenceAt: number): string {
  return `${scheduleId}-${occurrenceAt}${trigger === 'manual' ? '-now' : ''}`;
}

/** By number: a run that took long ends after the occurrences that were skipped because of it. */
function newestFirst(runs: Run[]): Run[] {
  return runs.toSorted((a, b) => b.sequence - a.sequence);
}

function newRun(state: ScheduleState, now: number, occurrenceAt: number): Run {
  const { schedule } = state;
  return {
    sequence: state.sequence + 1,
    run_key: runKey(schedule.id, 'schedule', occurrenceAt),
    schedule_id: schedule.id,
    trigger: 'schedule',
    status: 'claimed',
    reason: null,
    occurrence_at: occurrenceAt,
    occurrences: 1,
    window_start: schedule.window_start,
    window_end: Math.max(schedule.window_start, occurrenceAt),
    attempts: 0,
    started_at: now,
    finished_at: null,
    post_id: null,
    summary: null,
  };
}

/** A one-off with nothing left to do is finished: listed for a while, never run again by itself. */
function withFinish(state: ScheduleState, now: number): ScheduleState {
  const { schedule, active } = state;
  const done =
    schedule.recurrence.type === 'once' &&
    schedule.enabled &&
    schedule.next_run_at === null &&
    active === null;
  return done ? { ...state, schedule: { ...schedule, enabled: false, finished_at: now } } : state;
}
