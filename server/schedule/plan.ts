/** What is to be done about a schedule now: a pure decision on its state and the time. */
import type { PauseReason, RunReason } from '../contract/index.ts';
import { assertNever } from '../errors.ts';
import { claim, endPause, finishedKeptMs, restorableMs, settle, takeOver } from '../store/index.ts';
import type { ActiveRun, Lease, ScheduleState } from '../store/index.ts';
import { dayMs } from './civil.ts';
import { comingRunAt, latestDueAt } from './coming_run.ts';
import { windowOf } from './window.ts';
import type { Window } from './window.ts';
import { ZoneError } from './zone.ts';

/** A run of a recurring schedule is worth making up to this late at most, in milliseconds. */
const latestMs = 12 * 60 * 60 * 1000;

/** A one-off is worth making up to this late, in milliseconds. */
const latestOnceMs = dayMs;

/** Up to how many missed occurrences are counted one by one. */
const countedOccurrences = 1000;

/** What is to be done. */
export type Plan =
  /** Nothing is due. */
  | { readonly kind: 'none' }
  /** Claim this occurrence and run it. */
  | {
      readonly kind: 'run';
      readonly occurrenceAt: number;
      readonly nextRunAt: number | null;
      readonly window: Window;
    }
  /** Record occurrences that are not run, and move on to `nextRunAt`, which may be due as well. */
  | {
      readonly kind: 'settle';
      readonly status: 'missed' | 'skipped' | 'failed';
      readonly reason: RunReason;
      readonly occurrenceAt: number;
      readonly occurrences: number;
      readonly nextRunAt: number | null;
      /** Why the schedule cannot go on; null where it can. */
      readonly pause: PauseReason | null;
    }
  /** The day has come until which the schedule was paused: let it run again. */
  | { readonly kind: 'resume'; readonly nextRunAt: number | null }
  /** A run waits for its next try: take it. */
  | { readonly kind: 'retry'; readonly active: ActiveRun }
  /** By our clock the lease of another node's run is over: watch it, and take it when it stays so. */
  | { readonly kind: 'stalled'; readonly active: ActiveRun }
  /** A finished one-off has been listed, or a deleted schedule kept, for long enough: it goes. */
  | { readonly kind: 'expire' };

/**
 * Decides.
 *
 * Late: one run for the last of the occurrences that are due, if it is no later than half the time to the next,
 * 12 hours at most, a day for one-offs; the others, or all, are recorded as missed. An occurrence that comes while
 * a run is busy is skipped.
 * A schedule whose zone this runtime does not know is paused.
 */
export function plan(state: ScheduleState, now: number): Plan {
  const { schedule, active } = state;
  if (state.deleted_at !== null) {
    return { kind: state.deleted_at + restorableMs <= now ? 'expire' : 'none' };
  }
  const first = schedule.next_run_at;
  if (first !== null && first <= now) return planOrPause(first, () => planDue(state, first, now));
  if (schedule.resume_at !== null && schedule.resume_at <= now) {
    // From that day on, not from now: an occurrence since then is late like any other.
    const { resume_at: from } = schedule;
    return planOrPause(from, () => ({
      kind: 'resume',
      nextRunAt: comingRunAt(schedule, state, from - 1),
    }));
  }
  if (active !== null) {
    if (active.lease_until > now) return { kind: 'none' };
    return { kind: active.owner === null ? 'retry' : 'stalled', active };
  }
  if (schedule.finished_at !== null && schedule.finished_at + finishedKeptMs <= now) {
    return { kind: 'expire' };
  }
  return { kind: 'none' };
}

/**
 * What is to be done once a pause whose end has come is over: an occurrence of that very instant has the same due
 * entry, and would else wait for the next minute. `current` is the state that the plan is for.
 */
export function decide(
  state: ScheduleState,
  lease: Lease,
): { readonly current: ScheduleState; readonly plan: Plan } {
  const first = plan(state, lease.now);
  const current = first.kind === 'resume' ? stateAfter(state, first, lease) : undefined;
  return current === undefined
    ? { current: state, plan: first }
    : { current, plan: plan(current, lease.now) };
}

/** The state that a plan leads to when this node carries it out; undefined when it is to stay as it is. */
export function stateAfter(
  state: ScheduleState,
  decided: Plan,
  lease: Lease,
): ScheduleState | undefined {
  switch (decided.kind) {
    case 'none':
      // The entry came due earlier than it need have: writing the record gives it the right one.
      return state;
    case 'expire':
      return undefined;
    case 'run':
      return claim(state, { ...lease, ...decided, trigger: 'schedule' });
    case 'settle':
      return settle(state, { ...decided, now: lease.now });
    case 'resume':
      return endPause(state, decided.nextRunAt);
    case 'retry':
    case 'stalled':
      return takeOver(state, decided.active, lease);
    default:
      return assertNever(decided);
  }
}

function planOrPause(at: number, decide: () => Plan): Plan {
  try {
    return decide();
  } catch (thrown) {
    if (!(thrown instanceof ZoneError)) throw thrown;
    return {
      kind: 'settle',
      status: 'failed',
      reason: 'unknown_timezone',
      occurrenceAt: at,
      occurrences: 1,
      nextRunAt: null,
      pause: 'unknown_timezone',
    };
  }
}

function planDue(state: ScheduleState, first: number, now: number): Plan {
  const { schedule, active } = state;
  const last = latestDueAt(schedule, state, first, now);
  const next = comingRunAt(schedule, state, now);
  if (active !== null) {
    const occurrences = count(state, first, last);
    return {
      kind: 'settle',
      status: 'skipped',
      reason: 'overlap',
      occurrenceAt: first,
      occurrences,
      nextRunAt: next,
      pause: null,
    };
  }
  const allowed = next === null ? latestOnceMs : Math.min(latestMs, (next - last) / 2);
  const late = now - last > allowed;
  if (late || last > first) {
    const occurrences = count(state, first, last);
    return {
      kind: 'settle',
      status: 'missed',
      reason: late ? 'too_late' : 'superseded',
      occurrenceAt: first,
      occurrences: late ? occurrences : occurrences - 1,
      nextRunAt: late ? next : last,
      pause: null,
    };
  }
  const window = windowOf(schedule, last, now);
  return { kind: 'run', occurrenceAt: last, nextRunAt: next, window };
}

/** Occurrences from `first` to `last`, both counted. */
function count(state: ScheduleState, first: number, last: number): number {
  let counted = 1;
  let at = first;
  while (at < last && counted < countedOccurrences) {
    at = comingRunAt(state.schedule, state, at) ?? last;
    counted += 1;
  }
  return counted;
}
