/**
 * Works off what is due.
 *
 * A tick looks at the due index, takes the cluster's mutex, claims as many due occurrences as this node has room
 * for, lets go of the mutex, and runs the claims outside it; and again until nothing is due. Other nodes claim what
 * is left, so that a burst spreads over the cluster.
 */
import { waitAtMost } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { assertNever, toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { StoreError, claim, dueEntryKey, isNoticeDue, judge } from '../store/index.ts';
import type {
  ActiveRun,
  DueEntry,
  DueIndex,
  Entry,
  HeldRun,
  Lease,
  Mutex,
  Randomness,
  RunStore,
  ScheduleRecord,
  ScheduleState,
  ScheduleStore,
  StoredSchedule,
} from '../store/index.ts';
import { decide, plan, stateAfter } from './plan.ts';
import type { Plan } from './plan.ts';
import { execute } from './run_execution.ts';
import { tellFailure, tellRun } from './telling.ts';
import type { RunObserver } from './telling.ts';
import type { RunHandler } from './run_handler.ts';
import { RunPool } from './run_pool.ts';
import { LeaseWatch } from './watch.ts';
import { windowOf } from './window.ts';

/** How long a tick waits for other nodes to let go of the mutex, in milliseconds. They work on the same entries. */
const mutexWaitMs = 20_000;

/** How many schedules are looked at in parallel while the mutex is held. */
const parallelSteps = 8;

/** How long a schedule is tried that others change at the same time, in milliseconds, and when it is tried again. */
const contendedMs = { patience: 500, again: 5000 } as const;

/** How long `stop` waits for busy runs to let go, in milliseconds. */
const stopMs = 1500;

/** What a runner needs. */
export interface RunnerOptions {
  readonly schedules: ScheduleStore;
  readonly runs: RunStore;
  readonly due: DueIndex;
  readonly mutex: Mutex;
  readonly handler: RunHandler;
  readonly observer?: RunObserver;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Names this process among the nodes; new with each start. */
  readonly owner: string;
  /** How long a claim holds without a word from its owner, in milliseconds. As in the run store. */
  readonly leaseMs: number;
  /** How many runs are worked off at once. */
  readonly concurrency: number;
}

/** See the head of the file. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #pool: RunPool;
  readonly #watch: LeaseWatch;
  readonly #stopping = new AbortController();
  /** The runs this node works on, by schedule. */
  readonly #busy = new Map<string, HeldRun>();
  #wake: (at: number) => void = () => undefined;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#pool = new RunPool(options.concurrency);
    this.#watch = new LeaseWatch(options.clock, options.leaseMs);
  }

  /** Installs who is told that a tick is wanted at an instant: a run to try again, or a lease to look at. */
  onWanted(wake: (at: number) => void): void {
    this.#wake = wake;
  }

  /**
   * Works off what is due now. Resolves when nothing more can be claimed; runs may still be busy then.
   *
   * @throws {StoreError} when the store does not answer. The next tick begins anew.
   */
  async tick(): Promise<void> {
    const signal = this.#stopping.signal;
    // Each entry is looked at once: a listing may be stale, and about some entries nothing can be done yet.
    const seen = new Set<string>();
    const { due, clock, mutex } = this.#options;
    let isMoreLikely = false;
    while (!signal.aborted) {
      // A node with nothing to do leaves the mutex alone.
      if (!isMoreLikely && (await due.due(clock.now(), 1, seen)).length === 0) return;
      await this.#pool.awaitRoom(signal);
      const batch = await mutex.run((held) => this.#claimBatch(held.fence, held.signal, seen), {
        waitMs: mutexWaitMs,
        signal,
      });
      if (batch === undefined) return;
      isMoreLikely = batch.result === 'full';
    }
  }

  /**
   * Claims a run of a schedule that its owner asked for, and begins it. `busy` when one is at work already,
   * `missing` when there is no such schedule, or the node stops. `prepare` changes the schedule in the same step.
   *
   * @throws {StoreError} when the store does not answer.
   */
  async runNow(
    known: Entry<ScheduleRecord>,
    prepare: (schedule: StoredSchedule) => StoredSchedule = (schedule) => schedule,
  ): Promise<HeldRun['run'] | 'busy' | 'missing'> {
    if (this.#stopping.signal.aborted) return 'missing';
    const { schedules, clock } = this.#options;
    const since = clock.monotonic();
    const changed = await schedules.change(
      known.value.schedule.id,
      (state) =>
        state.active === null && state.deleted_at === null
          ? this.#claimNow({ ...state, schedule: prepare(state.schedule) })
          : undefined,
      { known, confirm: true },
    );
    if (changed.status === 'missing' || changed.entry.value.deleted_at !== null) return 'missing';
    if (changed.status === 'unchanged') return 'busy';
    return this.#begin(changed.entry, since).run;
  }

  /** Stops working on a schedule's run that was ended from outside. Other nodes notice when they renew its lease. */
  abandon(scheduleId: string): void {
    this.#busy.get(scheduleId)?.abandon();
  }

  /** Resolves when no run is busy on this node. */
  idle(): Promise<void> {
    return this.#pool.idle();
  }

  /** Stops: busy runs are told to let go and are waited for a little. A second call waits as well. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await waitAtMost(this.#options.clock, stopMs, this.#pool.idle());
  }

  /** Looks at as many due entries as there is room for. `full`: that many were there. */
  async #claimBatch(
    fence: number,
    signal: AbortSignal,
    seen: Set<string>,
  ): Promise<'full' | 'rest'> {
    const { due, clock } = this.#options;
    const { room } = this.#pool;
    const entries = await due.due(clock.now(), room, seen);
    const queue = entries.values();
    const work = async (): Promise<void> => {
      for (const entry of queue) {
        if (signal.aborted) return;
        seen.add(dueEntryKey(entry));
        await this.#look(entry, fence, signal);
      }
    };
    await Promise.all(Array.from({ length: parallelSteps }, work));
    return entries.length < room ? 'rest' : 'full';
  }

  /** One entry; what goes wrong with it must not stop the others. */
  async #look(entry: DueEntry, fence: number, signal: AbortSignal): Promise<void> {
    const { log, clock } = this.#options;
    try {
      await this.#step(entry, fence, signal);
    } catch (thrown) {
      if (thrown instanceof StoreError && thrown.code === 'aborted') return;
      if (thrown instanceof StoreError && thrown.code === 'contended') {
        this.#wake(clock.now() + contendedMs.again);
        return;
      }
      log.error('a due schedule could not be dealt with', {
        schedule: entry.scheduleId,
        error: toError(thrown),
      });
    }
  }

  async #step(entry: DueEntry, fence: number, signal: AbortSignal): Promise<void> {
    const { schedules, due, clock } = this.#options;
    const known = await schedules.get(entry.scheduleId);
    const verdict = judge(entry, known?.value, clock.now());
    switch (verdict) {
      case 'pending':
        return;
      case 'dead':
        await due.remove(entry);
        return;
      case 'stuck':
        await schedules.change(entry.scheduleId, (state) => state, { signal });
        return;
      case 'current':
        if (known !== undefined) await this.#act(known, fence, signal);
        return;
      default:
        assertNever(verdict);
    }
  }

  async #act(known: Entry<ScheduleRecord>, fence: number, signal: AbortSignal): Promise<void> {
    const { schedules, clock } = this.#options;
    const { id } = known.value.schedule;
    const decided: { plan: Plan } = { plan: { kind: 'none' } };
    const since = clock.monotonic();
    const changed = await schedules.change(
      id,
      (state) => {
        decided.plan = { kind: 'none' };
        // Another holder of the mutex came after us and was here already.
        if (state.fence > fence) return undefined;
        const lease = this.#lease();
        const { current, plan: next } = decide(state, lease);
        decided.plan = next;
        if (next.kind === 'stalled' && !this.#mayTake(state, next.active)) return undefined;
        const after = stateAfter(current, next, lease);
        return after && { ...after, fence };
      },
      { known, signal, patienceMs: contendedMs.patience },
    );
    const { kind } = decided.plan;
    if (kind !== 'stalled') this.#watch.forget(id);
    if (kind === 'expire') {
      await schedules.remove(id, (state) => plan(state, clock.now()).kind === 'expire');
    }
    if (changed.status !== 'written') return;
    if (kind === 'settle') this.#settled(changed.entry.value);
    if (kind === 'run' || kind === 'retry' || kind === 'stalled') this.#begin(changed.entry, since);
  }

  /** Occurrences were recorded that are not run: their owner may have to be told, outside the mutex. */
  #settled(record: ScheduleRecord): void {
    const [run] = record.recent;
    if (run === undefined) return;
    const schedule = { ...record.schedule, running: record.active !== null };
    const telling = { ...this.#options, stopping: this.#stopping.signal };
    this.#pool.add(async () => {
      await tellRun(schedule, run, telling);
      if (isNoticeDue(record, run)) await tellFailure(schedule, run, telling);
    });
  }

  #mayTake(state: ScheduleState, active: ActiveRun): boolean {
    const { owner, clock } = this.#options;
    const { id } = state.schedule;
    // Our own, given up when the store did not answer: nobody works on it.
    if (active.owner === owner && this.#busy.get(id)?.run.sequence !== active.run.sequence)
      return true;
    const left = this.#watch.left(state, active);
    if (left > 0) this.#wake(clock.now() + left);
    return left === 0;
  }

  #claimNow(state: ScheduleState): ScheduleState {
    const lease = this.#lease();
    const { now } = lease;
    const { next_run_at: nextRunAt } = state.schedule;
    const window = windowOf(state.schedule, now, now);
    return claim(state, { ...lease, trigger: 'manual', occurrenceAt: now, window, nextRunAt });
  }

  #lease(): Lease {
    const { clock, owner, leaseMs } = this.#options;
    return { owner, now: clock.now(), leaseMs };
  }

  #begin(entry: Entry<ScheduleRecord>, since: number): HeldRun {
    const held = this.#options.runs.hold(entry, since);
    const { schedule_id: id } = held.run;
    this.#busy.set(id, held);
    this.#pool.add(async () => {
      await execute(held, {
        ...this.#options,
        observer: this.#options.observer,
        stopping: this.#stopping.signal,
        onPostponed: (at) => {
          this.#wake(at);
        },
      });
      if (this.#busy.get(id) === held) this.#busy.delete(id);
    });
    return held;
  }
}
