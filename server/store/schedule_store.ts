/**
 * The schedules. Each is one record that changes by compare-and-set only; its entry in the due index is written
 * before the record that names it, and what the record no longer names is deleted after. It is long since all that
 * writes a record has to hold to that order, and does it here.
 */
import type { Clock } from '../clock.ts';
import type { Run } from '../contract/index.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { DueIndex } from './due_index.ts';
import { StoreError } from './errors.ts';
import { isMattermostId, runRowKey, scheduleKey } from './keys.ts';
import type { DueEntry } from './keys.ts';
import type { Entry, KeyValueStore } from './kv.ts';
import { recentRuns, removedRuns } from './limits.ts';
import { Patience } from './patience.ts';
import type { Randomness } from './randomness.ts';
import { recordFormat, ScheduleRecord, wakeAt } from './record.ts';
import type { ScheduleState, StoredSchedule } from './record.ts';
import { discard } from './transitions.ts';
import { understood } from './understood.ts';
import type { UserStore } from './user_store.ts';

/** What a change makes of a state; undefined to leave it as it is. Called again when others changed it meanwhile. */
export type Change = (state: ScheduleState) => ScheduleState | undefined;

/** What became of a change. */
export type Changed =
  | { readonly status: 'written' | 'unchanged'; readonly entry: Entry<ScheduleRecord> }
  | { readonly status: 'missing' };

/** How a change is made. */
export interface ChangeOptions {
  /** The record as last written or read: saves the read, and tells a stale one. */
  readonly known?: Entry<ScheduleRecord>;
  /** True when leaving the state as it is must not rest on a stale read. */
  readonly confirm?: boolean;
  /** How long to go on when others change it too, or a replica is behind; in milliseconds. */
  readonly patienceMs?: number;
  readonly signal?: AbortSignal;
}

/** What the store needs. */
export interface ScheduleStoreOptions {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** How long ended runs are remembered, in days. */
  historyDays(): number;
}

const daySeconds = 24 * 60 * 60;

/** See the head of the file. All methods throw `StoreError`. */
export class ScheduleStore {
  readonly #kv: KeyValueStore;
  readonly #due: DueIndex;
  readonly #users: UserStore;
  readonly #options: ScheduleStoreOptions;

  constructor(kv: KeyValueStore, due: DueIndex, users: UserStore, options: ScheduleStoreOptions) {
    this.#kv = kv;
    this.#due = due;
    this.#users = users;
    this.#options = options;
  }

  /**
   * Stores a new schedule.
   *
   * @throws {StoreError} `too_many_schedules` when the user has `limit` that can still run, `taken` for a known id.
   */
  async create(schedule: StoredSchedule, limit: number): Promise<Entry<ScheduleRecord>> {
    const dropped = await this.#users.enlist(
      schedule.user_id,
      schedule.id,
      limit,
      this.#finishedAt,
    );
    const entry = await this.#write(undefined, untouched(schedule));
    for (const id of dropped) await this.remove(id);
    if (entry === undefined) throw new StoreError('taken', `the id ${schedule.id} is taken`);
    return entry;
  }

  /** Stores a schedule that is on no list and counts towards no limit. Undefined when its id is taken. */
  createUnlisted(schedule: StoredSchedule): Promise<Entry<ScheduleRecord> | undefined> {
    return this.#write(undefined, untouched(schedule));
  }

  /**
   * Counts a finished or deleted schedule as one that can run again, before a change makes it so.
   *
   * @throws {StoreError} `too_many_schedules` when the user has `limit` others that can still run.
   */
  async revive(schedule: StoredSchedule, limit: number): Promise<void> {
    await this.#users.enlist(schedule.user_id, schedule.id, limit, this.#finishedAt);
  }

  /** Lists a deleted schedule again that is finished, and so counts towards no limit. */
  async relist({ id, user_id: userId, finished_at: finishedAt }: StoredSchedule): Promise<void> {
    await this.#users.ensureListed(userId, id, finishedAt ?? undefined);
  }

  /** The record, which may be a little stale; undefined when there is none, or `id` is no id. */
  async get(id: string): Promise<Entry<ScheduleRecord> | undefined> {
    return isMattermostId(id) ? await this.#kv.get(scheduleKey(id), ScheduleRecord) : undefined;
  }

  /**
   * All schedules of a user, oldest first; each may be a little stale. One whose record cannot be understood is left
   * out: it must not hide the others.
   */
  async list(userId: string): Promise<ScheduleRecord[]> {
    const ids = await this.#users.ids(userId);
    const { log } = this.#options;
    const entries = await Promise.all(ids.map((id) => understood(id, this.get(id), log)));
    return entries.flatMap((entry) =>
      entry === undefined || entry === 'unreadable' || entry.value.deleted_at !== null
        ? []
        : [entry.value],
    );
  }

  /**
   * Takes a schedule out of use. For `restorableMs` it can be brought back, then it goes. A run that is busy loses its
   * claim.
   */
  async discard(schedule: StoredSchedule): Promise<Changed> {
    const { id, user_id: userId } = schedule;
    const changed = await this.change(
      id,
      (state) =>
        state.deleted_at === null ? discard(state, this.#options.clock.now()) : undefined,
      { confirm: true },
    );
    await this.#users.unlist(userId, id);
    return changed;
  }

  /** Changes a schedule in one step, trying again when others changed it first. */
  async change(id: string, change: Change, options: ChangeOptions = {}): Promise<Changed> {
    const { signal } = options;
    const patience = new Patience(this.#options.clock, this.#options.random, options.patienceMs);
    let entry = options.known ?? (await this.get(id));
    // Versions only rise, so one that a compare-and-set has refuted is stale whenever it is read again.
    let refuted = 0;
    for (;;) {
      if (entry === undefined) return { status: 'missing' };
      if (entry.value.version > refuted) {
        const state = change(entry.value);
        if (state === undefined) {
          const sure = options.confirm !== true || (await this.#kv.confirm(scheduleKey(id), entry));
          if (sure) return { status: 'unchanged', entry };
        } else {
          const written = await this.#write(entry, state, signal);
          if (written !== undefined) return { status: 'written', entry: written };
        }
        refuted = entry.value.version;
      }
      await patience.wait(signal);
      entry = await this.get(id);
    }
  }

  /**
   * Deletes a schedule with all that belongs to it, if `only` agrees. False when there was none, or it did not. A
   * run that is busy loses its claim with it. Of its ended runs the newest `removedRuns` go at once, older ones when
   * they expire.
   */
  async remove(id: string, only?: (state: ScheduleState) => boolean): Promise<boolean> {
    const patience = new Patience(this.#options.clock, this.#options.random);
    let tried: ScheduleRecord | undefined;
    for (;;) {
      const entry = await this.get(id);
      if (entry !== undefined) {
        if (only?.(entry.value) === false) return false;
        tried = entry.value;
      }
      if (tried === undefined) return false;
      // One that goes meanwhile went by a try whose answer was lost, or by somebody who wanted the same.
      if (entry === undefined || (await this.#kv.remove(scheduleKey(id), entry))) {
        await this.#removeTraces(tried);
        return true;
      }
      await patience.wait();
    }
  }

  /** Whether a run that has ended is recent enough to be shown. */
  remembers(run: Run): boolean {
    const keptMs = this.#options.historyDays() * daySeconds * 1000;
    return (run.finished_at ?? run.started_at) + keptMs > this.#options.clock.now();
  }

  readonly #finishedAt = async (id: string): Promise<number | null | undefined> => {
    const entry = await understood(id, this.get(id), this.#options.log);
    // For all that is known, one that cannot be understood runs still.
    if (entry === 'unreadable') return null;
    return entry === undefined ? undefined : entry.value.schedule.finished_at;
  };

  async #write(
    current: Entry<ScheduleRecord> | undefined,
    state: ScheduleState,
    signal?: AbortSignal,
  ): Promise<Entry<ScheduleRecord> | undefined> {
    const { id } = state.schedule;
    const version = (current?.value.version ?? 0) + 1;
    const before = current?.value.due ?? null;
    const due = this.#dueOf(current?.value, state, version);
    if (due !== null && due !== before) await this.#due.add({ ...due, scheduleId: id });
    await this.#spill(state);
    const record: ScheduleRecord = {
      format: recordFormat,
      version,
      nonce: this.#options.random.id(),
      fence: state.fence,
      due,
      schedule: state.schedule,
      active: state.active,
      sequence: state.sequence,
      recent: state.recent.slice(0, recentRuns).filter((run) => this.remembers(run)),
      notice_at: state.notice_at,
      deleted_at: state.deleted_at,
    };
    const options = signal === undefined ? {} : { signal };
    const key = scheduleKey(id);
    const written =
      current === undefined
        ? await this.#kv.insert(key, record, options)
        : await this.#kv.swap(key, current, record, options);
    if (written !== undefined && before !== null && due !== before) {
      await this.#forget({ ...before, scheduleId: id });
    }
    return written;
  }

  /**
   * The entry that is to count. While a run is renewed its old entry stays good until it comes due: to wake early
   * does no harm, and each renewal saves two calls.
   */
  #dueOf(
    current: ScheduleRecord | undefined,
    state: ScheduleState,
    version: number,
  ): ScheduleRecord['due'] {
    const at = wakeAt(state);
    if (at === null) return null;
    const before = current?.due ?? null;
    if (before === null) return { at, version };
    if (before.at === at) return before;
    const renewed =
      state.active !== null &&
      state.active.epoch === current?.active?.epoch &&
      state.active.run.sequence === current.active.run.sequence;
    const early = before.at < at && before.at > this.#options.clock.now();
    return renewed && early ? before : { at, version };
  }

  /**
   * Moves the oldest ended runs out of the record. Before it is written, so that none is ever nowhere; and again
   * and again if it must be, since what is moved never changes.
   */
  async #spill(state: ScheduleState): Promise<void> {
    const expireInSeconds = this.#options.historyDays() * daySeconds;
    for (const run of state.recent.slice(recentRuns)) {
      await this.#kv.put(runRowKey(run.schedule_id, run.sequence), run, { expireInSeconds });
    }
  }

  /** What stays behind if this fails is a dead entry, which the drain deletes when it comes due. */
  async #forget(entry: DueEntry): Promise<void> {
    try {
      await this.#due.remove(entry);
    } catch (thrown) {
      this.#options.log.warn('an outdated due entry stays behind', {
        schedule: entry.scheduleId,
        error: toError(thrown),
      });
    }
  }

  /** The record is gone, so each of these is a leftover that would go by itself in time. */
  async #removeTraces(record: ScheduleRecord): Promise<void> {
    const { id, user_id: userId } = record.schedule;
    try {
      if (record.due !== null) await this.#due.remove({ ...record.due, scheduleId: id });
      await this.#users.unlist(userId, id);
      const newest = record.sequence - record.recent.length;
      for (let sequence = newest; sequence > Math.max(0, newest - removedRuns); sequence -= 1) {
        await this.#kv.drop(runRowKey(id, sequence));
      }
    } catch (thrown) {
      this.#options.log.warn('traces of a deleted schedule stay behind until they expire', {
        schedule: id,
        error: toError(thrown),
      });
    }
  }
}

/** The state of a schedule that nothing has happened to. */
function untouched(schedule: StoredSchedule): ScheduleState {
  return {
    fence: 0,
    schedule,
    active: null,
    sequence: 0,
    recent: [],
    notice_at: null,
    deleted_at: null,
  };
}
