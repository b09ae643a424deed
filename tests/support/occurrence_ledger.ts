/**
 * The books of one schedule: by what rule it ran from when on, and whether each occurrence of that rule is accounted
 * for exactly once, in order, and its windows join. It knows the product's description and `Temporal`, not its code.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Recurrence, Run } from '../../server/contract/index.ts';
import type { ScheduleState } from '../../server/store/index.ts';
import { occurrencesBetween } from './temporal_next_run.ts';

const dayMs = 86_400_000;

/** A window ends this long before it is read at the latest, in milliseconds. */
const settleMs = 1000;

/** Longer than this no term is looked at, in milliseconds. */
const horizonMs = 150 * dayMs;

/** After so many failed occurrences in a row a schedule pauses. */
const failuresToPause = 5;

/** A time during which one rule held. */
interface Term {
  /** Its occurrences, soonest first. */
  readonly occurrences: readonly number[];
  /** Runs numbered below this are of earlier terms. */
  readonly notBefore: number;
  /** Runs numbered from this on are of this term, or later ones. In between they are of whichever they fit. */
  readonly surelyFrom: number;
  /** Those before this were surely dealt with when the term ended; infinite while it goes on. */
  surelyBefore: number;
}

/** See the head of the file. */
export class OccurrenceLedger {
  readonly #terms: Term[] = [];
  /** Where the first window is to begin; undefined until it is seen. */
  #firstJoint: number | undefined;
  #wereFailuresForgotten = false;

  /**
   * A rule holds from an instant on. `record` is as it was seen after the change; when the newest run had the number
   * `sequenceBefore` the change had not been made.
   */
  open(record: ScheduleState, sequenceBefore: number, after: number): void {
    const { recurrence, timezone } = record.schedule;
    this.#terms.push({
      occurrences: occurrencesAfter(recurrence, timezone, after),
      notBefore: sequenceBefore + 1,
      surelyFrom: record.sequence + 1,
      surelyBefore: Infinity,
    });
    // Before the first run a change moves it, and a run may have come since.
    if (sequenceBefore === 0) this.#firstJoint = undefined;
  }

  /** An owner's change, in place of `open` and `close`: as it was seen before, and after. */
  revised(before: ScheduleState, after: ScheduleState): void {
    const { next_run_at: next } = after.schedule;
    // One that was finished in the meantime may be made to run again as it was.
    const isAgain =
      isAtOnce(after.schedule) && next !== null && next !== before.schedule.next_run_at;
    if (isDeepStrictEqual(timingOf(before), timingOf(after)) && !isAgain) return;
    this.close(before.schedule.next_run_at);
    this.#wereFailuresForgotten = true;
    const { pause_reason: reason, resume_at: resumeAt, update_at: updatedAt } = after.schedule;
    if (after.deleted_at !== null) return;
    // It may have run already, and be finished.
    if (reason === null) this.open(after, before.sequence, updatedAt);
    else if (resumeAt !== null) this.open(after, before.sequence, resumeAt - 1);
  }

  /** The rule holds no longer. What was due, and not begun, when it ended may never be: `nextRunAt` and later. */
  close(nextRunAt: number | null): void {
    const term = this.#terms.at(-1);
    if (term === undefined || term.surelyBefore !== Infinity) return;
    // Without a next run the term had not begun, or it had run out.
    term.surelyBefore = nextRunAt ?? -Infinity;
  }

  /**
   * Holds a record and all its ended runs against the books.
   *
   * @throws {Error} saying what does not add up.
   */
  check(record: ScheduleState, ended: readonly Run[]): void {
    const runs = record.active === null ? ended : [...ended, record.active.run];
    const inOrder = runs.toSorted((a, b) => a.sequence - b.sequence);
    demand(
      inOrder.every((run, index) => run.sequence === index + 1) &&
        inOrder.length === record.sequence,
      'every number up to the newest has its run',
      inOrder.map((run) => run.sequence),
    );
    this.#checkOccurrences(record, inOrder);
    this.#checkWindows(record, ended);
    this.#checkCounts(record, ended);
  }

  #checkOccurrences(record: ScheduleState, runs: readonly Run[]): void {
    /** Occurrences that a node has begun: they can never come again. */
    const begun = new Set<number>();
    const scheduled = runs.filter(({ trigger }) => trigger === 'schedule');
    let place = 0;
    for (const [index, term] of this.#terms.entries()) {
      const following = this.#terms[index + 1];
      const coming = term.occurrences.filter((at) => !begun.has(at));
      const handled: number[] = [];
      for (; place < scheduled.length; place += 1) {
        const run = scheduled[place]!;
        const isNext = run.occurrence_at === coming[handled.length];
        if (run.sequence >= (following?.surelyFrom ?? Infinity)) break;
        if (run.sequence >= (following?.notBefore ?? Infinity) && !isNext) break;
        const from = coming.indexOf(run.occurrence_at);
        handled.push(
          ...(from === -1 ? [run.occurrence_at] : coming.slice(from, from + run.occurrences)),
        );
        if (isBegun(run)) begun.add(run.occurrence_at);
      }
      demand(
        handled.every((at, order) => at === coming[order]),
        'the occurrences are dealt with one after the other, none twice and none left out',
        { handled: handled.map(iso), coming: coming.slice(0, handled.length + 2).map(iso) },
      );
      const next = coming[handled.length] ?? Infinity;
      if (term.surelyBefore !== Infinity) {
        demand(next >= term.surelyBefore, 'what was due before a change was dealt with', iso(next));
      } else if (record.schedule.enabled && record.deleted_at === null) {
        demand(
          (record.schedule.next_run_at ?? Infinity) === next,
          'the next run is the first occurrence that was not dealt with',
          { next: iso(record.schedule.next_run_at ?? Infinity), first: iso(next) },
        );
      }
    }
    const keys = runs.filter(isBegun).map((run) => run.run_key);
    demand(new Set(keys).size === keys.length, 'no two runs have one key', keys);
  }

  #checkWindows(record: ScheduleState, ended: readonly Run[]): void {
    const { window_start: stored, recurrence } = record.schedule;
    const inOrder = ended.toSorted((a, b) => a.sequence - b.sequence);
    // Until something was due, other times move it.
    if (record.sequence === 0) this.#firstJoint = stored;
    this.#firstJoint ??= inOrder[0]?.window_start ?? stored;
    let joint = this.#firstJoint;
    let told = 0;
    for (const run of inOrder) {
      demand(run.window_start <= run.window_end, 'no window is turned round', run);
      if (run.status !== 'delivered' && run.status !== 'empty') continue;
      // One that lies ahead, as a one-off's that is run long before its time, joins nothing.
      const limit = told === 0 ? run.started_at - settleMs : run.started_at + dayMs;
      const start = joint > limit ? run.window_end - dayMs : joint;
      demand(
        run.window_start === Math.min(start, run.window_end),
        'a window begins where the one before has ended',
        { recurrence, joint: iso(joint), run },
      );
      const isWrong = told > 0 && joint > (run.finished_at ?? 0) + dayMs;
      joint = isWrong ? run.window_end : Math.max(joint, run.window_end);
      told += 1;
    }
    demand(stored === joint, 'the next window begins where the last one has ended', {
      stored: iso(stored),
      joint: iso(joint),
    });
  }

  #checkCounts({ schedule }: ScheduleState, ended: readonly Run[]): void {
    const newest = ended.toSorted((a, b) => b.sequence - a.sequence);
    const told = newest.filter(({ status }) => status === 'delivered' || status === 'empty');
    demand(schedule.run_count === told.length, 'the runs are counted', schedule.run_count);
    // An occurrence that was skipped is told of beside the run that made it so, not in its place.
    const last = newest.find(({ reason }) => reason !== 'overlap');
    demand(schedule.last_status === (last?.status ?? null), "the last status is the newest run's", {
      stored: schedule.last_status,
      last,
    });
    const success = newest.findIndex(({ status }) => status === 'delivered' || status === 'empty');
    const failures = newest
      .slice(0, success === -1 ? newest.length : success)
      .filter((run) => run.status === 'failed' && run.trigger === 'schedule').length;
    const counted = { stored: schedule.failures, failures };
    demand(schedule.failures <= failures, 'no failure is counted that was none', counted);
    if (!this.#wereFailuresForgotten) {
      demand(schedule.failures === failures, 'every failure in a row is counted', counted);
    }
    const isOnce = schedule.recurrence.type === 'once';
    demand(
      !schedule.enabled || isOnce || schedule.failures < failuresToPause,
      'a schedule pauses after five failures',
      counted,
    );
    // A run by hand may have gone well since.
    if (schedule.pause_reason === 'failures' && newest[success]?.trigger !== 'manual') {
      demand(schedule.failures === failuresToPause, 'and no sooner', counted);
    }
  }
}

function occurrencesAfter(recurrence: Recurrence, timezone: string, after: number): number[] {
  if (recurrence.type === 'once' && recurrence.at === 'now') return [after];
  return occurrencesBetween(recurrence, timezone, after + 1, after + horizonMs);
}

function iso(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString() : 'never';
}

function isAtOnce({ recurrence }: { readonly recurrence: Recurrence }): boolean {
  return recurrence.type === 'once' && recurrence.at === 'now';
}

/** What a change must touch to make the next run be computed anew. */
function timingOf({ schedule, deleted_at }: ScheduleState): object {
  const { enabled, pause_until, recurrence, timezone } = schedule;
  return { enabled, pause_until, recurrence, timezone, isInUse: deleted_at === null };
}

/** Whether a run is more than a note of what was not run. Its attempts do not tell: a stopping node takes its own back. */
export function isBegun({ status }: Run): boolean {
  return status !== 'missed' && status !== 'skipped';
}

/** @throws {Error} with what was seen, unless it is as it must be. */
export function demand(isTrue: boolean, what: string, seen: unknown): asserts isTrue {
  if (!isTrue) throw new Error(`not so: ${what}\n${JSON.stringify(seen, undefined, 1)}`);
}
