/** The runs: those a node holds, and those that are over. */
import { Run } from '../contract/index.ts';
import type { Run as RunRow } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { StoreError } from './errors.ts';
import { KeepAlive } from './keep_alive.ts';
import { runRowKey } from './keys.ts';
import type { Entry, KeyValueStore } from './kv.ts';
import type { ActiveRun, ScheduleRecord, ScheduleState, StoredSchedule } from './record.ts';
import type { ScheduleStore } from './schedule_store.ts';
import { beginDelivery, end, isNoticeDue, postpone, renew } from './transitions.ts';
import type { Ending, Lease } from './transitions.ts';

/** One page of ended and busy runs, newest first. */
export interface RunPage {
  readonly runs: readonly RunRow[];
  /** Give this as `before` to go on; null at the end. */
  readonly nextBefore: number | null;
}

/** What the store needs. */
export interface RunStoreOptions {
  readonly clock: Clock;
  /** How long a claim holds without a word from its owner, in milliseconds. */
  readonly leaseMs: number;
}

/** See the head of the file. All methods throw `StoreError`. */
export class RunStore {
  readonly #kv: KeyValueStore;
  readonly #schedules: ScheduleStore;
  readonly #options: RunStoreOptions;

  constructor(kv: KeyValueStore, schedules: ScheduleStore, options: RunStoreOptions) {
    this.#kv = kv;
    this.#schedules = schedules;
    this.#options = options;
  }

  /**
   * Holds the busy run of a record that was just written by `claim` or `takeOver`, and keeps its lease alive until
   * `release`. `since` is the monotonic time before that write.
   */
  hold(entry: Entry<ScheduleRecord>, since: number): HeldRun {
    const { active } = entry.value;
    if (active === null || active.owner === null) throw new Error('only a claimed run can be held');
    return new HeldRun(this.#schedules, this.#options, entry, active, active.owner, since);
  }

  /** Up to `count` runs of a schedule, newest first, beginning below the sequence number `before`. */
  async history(id: string, before: number | null, count: number): Promise<RunPage> {
    const record = (await this.#schedules.get(id))?.value;
    if (record === undefined) return { runs: [], nextBefore: null };
    const near = new Map<number, RunRow>();
    for (const run of record.recent) {
      if (this.#schedules.remembers(run)) near.set(run.sequence, run);
    }
    if (record.active !== null) near.set(record.active.run.sequence, record.active.run);
    const first = Math.min(record.sequence, before === null ? Infinity : before - 1);
    const sequences = Array.from({ length: Math.min(count, first) }, (_, index) => first - index);
    const found = await Promise.all(
      sequences.map(
        async (sequence) =>
          near.get(sequence) ?? (await this.#kv.get(runRowKey(id, sequence), Run))?.value,
      ),
    );
    // Every number up to the newest was given to a run, so the first row missing is where the rest have expired.
    const end = found.indexOf(undefined);
    const runs = found.slice(0, end === -1 ? found.length : end).filter((run) => run !== undefined);
    const last = runs.at(-1);
    const more = end === -1 && last !== undefined && last.sequence > 1;
    return { runs, nextBefore: more ? last.sequence : null };
  }
}

/** A run that this node holds. Each step is a compare-and-set that works only while it is ours. */
export class HeldRun {
  readonly #schedules: ScheduleStore;
  readonly #options: RunStoreOptions;
  readonly #owner: string;
  readonly #epoch: number;
  readonly #keepAlive: KeepAlive;
  #entry: Entry<ScheduleRecord>;
  #run: RunRow;
  /** Steps go one after the other: two at once would only refute each other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    schedules: ScheduleStore,
    options: RunStoreOptions,
    entry: Entry<ScheduleRecord>,
    active: ActiveRun,
    owner: string,
    since: number,
  ) {
    this.#schedules = schedules;
    this.#options = options;
    this.#entry = entry;
    this.#run = active.run;
    this.#owner = owner;
    this.#epoch = active.epoch;
    this.#keepAlive = new KeepAlive({
      clock: options.clock,
      leaseMs: options.leaseMs,
      since,
      renew: async () => (await this.#step(renew)) !== undefined,
    });
  }

  /** The schedule as last seen. */
  get schedule(): StoredSchedule {
    return this.#entry.value.schedule;
  }

  /** The run as it stands. */
  get run(): RunRow {
    return this.#run;
  }

  /** Aborts when the run is lost. */
  get signal(): AbortSignal {
    return this.#keepAlive.signal;
  }

  /** True while no other node may take the run, nor will while a call is on its way to the server. */
  get ample(): boolean {
    return this.#keepAlive.ample;
  }

  /**
   * Notes that the message is about to leave, and renews the lease.
   *
   * @throws {StoreError} `lock_lost` when the run is no longer ours.
   */
  async beginDelivery(): Promise<void> {
    const since = this.#options.clock.monotonic();
    await this.#mustStep(beginDelivery);
    this.#keepAlive.renewed(since);
  }

  /**
   * Ends the run. `noticeDue`: the owner is to be told of its failure, by this node and nobody else.
   *
   * @throws {StoreError} `lock_lost` when the run is no longer ours.
   */
  async end(ending: Ending): Promise<{ readonly run: RunRow; readonly noticeDue: boolean }> {
    const entry = await this.#mustStep((state, active, by) => end(state, active, ending, by.now));
    await this.release();
    const { recent } = entry.value;
    const run = recent.find(({ sequence }) => sequence === this.#run.sequence) ?? this.#run;
    return { run, noticeDue: ending.status === 'failed' && isNoticeDue(entry.value, run) };
  }

  /**
   * Lets go of the run, to be tried again at `at` by whichever node comes first. `uncounted`: as if this attempt
   * had not been.
   *
   * @throws {StoreError} `lock_lost` when the run is no longer ours.
   */
  async postpone(at: number, uncounted: boolean): Promise<void> {
    await this.#mustStep((state, active) => postpone(state, active, at, uncounted));
    await this.release();
  }

  /** Gives up at once: the record says already that the run is not ours. */
  abandon(): void {
    this.#keepAlive.lose();
  }

  /** Stops keeping the lease alive, whatever became of the run. May be called twice. */
  async release(): Promise<void> {
    await this.#keepAlive.stop();
  }

  async #mustStep(
    transition: (state: ScheduleState, active: ActiveRun, by: Lease) => ScheduleState,
  ): Promise<Entry<ScheduleRecord>> {
    const entry = await this.#step(transition);
    if (entry === undefined) throw new StoreError('lock_lost', 'the run is no longer ours');
    return entry;
  }

  #step(
    transition: (state: ScheduleState, active: ActiveRun, by: Lease) => ScheduleState,
  ): Promise<Entry<ScheduleRecord> | undefined> {
    const next = this.#last.then(() => this.#change(transition));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #change(
    transition: (state: ScheduleState, active: ActiveRun, by: Lease) => ScheduleState,
  ): Promise<Entry<ScheduleRecord> | undefined> {
    const { clock, leaseMs } = this.#options;
    // Whoever does not find the run ours has read a version later than our own: it will never be ours again.
    const changed = await this.#schedules.change(
      this.#entry.value.schedule.id,
      (state) => {
        const { active } = state;
        if (active?.owner !== this.#owner || active.epoch !== this.#epoch) return undefined;
        if (active.run.sequence !== this.#run.sequence) return undefined;
        return transition(state, active, { owner: this.#owner, now: clock.now(), leaseMs });
      },
      { known: this.#entry },
    );
    if (changed.status !== 'written') return undefined;
    this.#entry = changed.entry;
    this.#run = changed.entry.value.active?.run ?? this.#run;
    return changed.entry;
  }
}
