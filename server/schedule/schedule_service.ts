/**
 * What can be done with schedules on behalf of their owner; for their runs see `run_service.ts`. REST and the slash command are thin layers over this;
 * every limit holds here, so it holds on every path.
 */
import type {
  DescribedSchedule,
  PauseInput,
  Schedule,
  ScheduleEvent,
  ScheduleInput,
  ScheduleReplacement,
  TimingInput,
  ValidatedSchedule,
} from '../contract/index.ts';
import { checkAccess } from './access.ts';
import { checkChannels, checkDistance } from './channel_rules.ts';
import type { ChannelRules } from './channel_rules.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { StoreError } from '../store/index.ts';
import type {
  Change,
  Changed,
  Entry,
  Randomness,
  ScheduleRecord,
  ScheduleStore,
} from '../store/index.ts';
import { described, describedTiming } from './described.ts';
import { refusal } from './errors.ts';
import type { ScheduleError } from './errors.ts';
import { isInstant } from './instant.ts';
import { notFound, ownSchedule, shown } from './owned.ts';
import type { Owner } from './owned.ts';
import { idOfNonce } from './nonce.ts';
import { draft, pause, replace, restore, resume } from './revision.ts';
import type { Runner } from './runner.ts';
import type { Ticker } from './ticker.ts';
import type { ScheduleWords } from './words/index.ts';

/** What the service needs. */
export interface ScheduleServiceOptions extends ChannelRules {
  readonly schedules: ScheduleStore;
  readonly runner: Pick<Runner, 'abandon'>;
  readonly ticker: Ticker;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Told of each change. What it throws is logged and changes nothing. */
  changed(userId: string, event: ScheduleEvent): void | Promise<void>;
}

/** See the head of the file. Every method throws `ScheduleError` for what the user can mend, `StoreError` else. */
export class ScheduleService {
  readonly #options: ScheduleServiceOptions;

  constructor(options: ScheduleServiceOptions) {
    this.#options = options;
  }

  /**
   * Makes a schedule. Of several calls with the same `nonce` one alone does.
   *
   * @throws {ScheduleError} `invalid`, `not_allowed` for who may not use recaps, `limit` when the user has as many
   * schedules as are allowed, or `conflict` when there was a schedule of that nonce already.
   */
  async create(owner: Owner, input: ScheduleInput, nonce?: string): Promise<Schedule> {
    const { clock, random, schedules, ticker } = this.#options;
    const id = nonce === undefined ? random.id() : idOfNonce(owner.userId, nonce);
    if (nonce !== undefined && (await schedules.get(id)) !== undefined) throw madeAlready();
    await this.check(owner, input);
    const schedule = draft(id, owner, input, clock.now());
    const limit = this.#options.limits().schedulesPerUser;
    const entry = await this.#limited(limit, () => schedules.create(schedule, limit));
    if (schedule.next_run_at !== null) ticker.kickAt(schedule.next_run_at);
    await this.#tell(entry.value, 'created');
    return shown(entry.value);
  }

  /** Refuses what `create` would refuse, the number of schedules aside. @throws {ScheduleError} `invalid`, `not_allowed`. */
  async check(owner: Owner, input: ScheduleInput): Promise<void> {
    await checkAccess(this.#options, owner.userId);
    checkDistance(this.#options, input.recurrence);
    await checkChannels(this.#options, owner.userId, input);
    draft(owner.userId, owner, input, this.#options.clock.now());
  }

  /** A page of the user's schedules, oldest first; `page` counts from 0. */
  async list(
    userId: string,
    page: number,
    perPage: number,
  ): Promise<{ readonly schedules: Schedule[]; readonly total: number }> {
    const records = await this.#options.schedules.list(userId);
    const rows = records.slice(page * perPage, (page + 1) * perPage);
    return { schedules: rows.map(shown), total: records.length };
  }

  /** @throws {ScheduleError} `not_found` also for a schedule of somebody else. */
  async read(userId: string, id: string): Promise<Schedule> {
    return shown((await ownSchedule(this.#options.schedules, userId, id)).value);
  }

  /** @throws {ScheduleError} `conflict` when the revision is not the current one; as `create` and `read` do. */
  async replace(owner: Owner, id: string, input: ScheduleReplacement): Promise<Schedule> {
    const { schedules, clock, ticker } = this.#options;
    const known = await ownSchedule(schedules, owner.userId, id);
    // Whoever lost the right may still change what does not run.
    if (input.enabled) await checkAccess(this.#options, owner.userId);
    checkDistance(this.#options, input.recurrence);
    await checkChannels(this.#options, owner.userId, input, known.value.schedule.channel_ids);
    const changed = await this.#change(known, (state) =>
      state.schedule.revision === input.revision ? replace(state, input, clock.now()) : undefined,
    );
    if (changed.status === 'unchanged') {
      throw refusal('conflict', 'scheduled_recaps.refusal.conflict', {
        field: 'revision',
      });
    }
    const record = changed.entry.value;
    if (record.schedule.next_run_at !== null) ticker.kickAt(record.schedule.next_run_at);
    await this.#tell(record, 'replaced');
    return shown(record);
  }

  /** Deletes a schedule; `restore` brings it back for a while. @throws {ScheduleError} `not_found`. */
  async delete(userId: string, id: string): Promise<void> {
    const { value } = await ownSchedule(this.#options.schedules, userId, id);
    await this.#options.schedules.discard(value.schedule);
    this.#options.runner.abandon(id);
    await this.#tell(value, 'deleted');
  }

  /**
   * Brings a deleted schedule back, to run from now on.
   *
   * @throws {ScheduleError} `not_found` when it was deleted too long ago, `not_allowed`, or `limit`.
   */
  async restore(userId: string, id: string): Promise<Schedule> {
    const { schedules, clock, ticker } = this.#options;
    const read = await schedules.get(id);
    if (read?.value.schedule.user_id !== userId || isInstant(id, userId)) throw notFound();
    await checkAccess(this.#options, userId);
    // A stale read would take the deletion, a moment ago, for not made.
    const seen = await schedules.change(id, () => undefined, { known: read, confirm: true });
    if (seen.status === 'missing') throw notFound();
    const known = seen.entry;
    if (known.value.deleted_at === null) return shown(known.value);
    if (known.value.schedule.finished_at === null) {
      const limit = this.#options.limits().schedulesPerUser;
      await this.#limited(limit, () => schedules.revive(known.value.schedule, limit));
    } else {
      await schedules.relist(known.value.schedule);
    }
    const changed = await schedules.change(id, (state) => restore(state, clock.now()), {
      known,
      confirm: true,
    });
    if (changed.status === 'missing') throw notFound();
    const record = changed.entry.value;
    if (record.schedule.next_run_at !== null) ticker.kickAt(record.schedule.next_run_at);
    await this.#tell(record, 'created');
    return shown(record);
  }

  /**
   * Stops a schedule from running, for good or until a day. One that is paused, or done with, stays as it is.
   *
   * @throws {ScheduleError} `not_found`, or `invalid` for a day that does not lie ahead.
   */
  pause(userId: string, id: string, input: PauseInput): Promise<Schedule> {
    const { clock } = this.#options;
    return this.#turn(userId, id, (state) => pause(state, 'owner', input.pause_until, clock.now()));
  }

  /**
   * Lets a schedule run again, from now on: what it has not run meanwhile it does not catch up with.
   *
   * @throws {ScheduleError} `not_found`, `not_allowed`, `limit`, or `invalid` when its time has passed.
   */
  async resume(userId: string, id: string): Promise<Schedule> {
    const { schedules, clock } = this.#options;
    await ownSchedule(schedules, userId, id);
    await checkAccess(this.#options, userId);
    return this.#turn(userId, id, (state) => resume(state, clock.now()));
  }

  /** Pauses whatever of a user's could still run, because the account was closed. */
  async pauseAll(userId: string): Promise<void> {
    const { schedules, clock } = this.#options;
    for (const { schedule } of await schedules.list(userId)) {
      const changed = await schedules.change(schedule.id, (state) =>
        state.schedule.enabled || state.schedule.resume_at !== null
          ? pause(state, 'owner_inactive', null, clock.now())
          : undefined,
      );
      if (changed.status === 'written') await this.#tell(changed.entry.value, 'replaced');
    }
  }

  /**
   * What a recurrence means, in words and with its next runs, for a form that is not saved yet. A one-off whose time
   * has passed has no runs.
   */
  validate(owner: Owner, input: TimingInput, words: ScheduleWords): ValidatedSchedule {
    const timezone = input.timezone ?? owner.timezone;
    return describedTiming({ ...input, timezone }, this.#options.clock.now(), words);
  }

  /** Adds what people read: the schedule in words and its coming runs. */
  describe(schedule: Schedule, words: ScheduleWords): DescribedSchedule {
    return described(schedule, words);
  }

  /** One step that needs no revision: whoever takes it wants the outcome, whatever was there before. */
  async #turn(userId: string, id: string, change: Change): Promise<Schedule> {
    const { schedules, ticker } = this.#options;
    const known = await ownSchedule(schedules, userId, id);
    const changed = await this.#change(known, change);
    const record = changed.entry.value;
    if (changed.status === 'written') {
      if (record.schedule.next_run_at !== null) ticker.kickAt(record.schedule.next_run_at);
      await this.#tell(record, 'replaced');
    }
    return shown(record);
  }

  /**
   * A change of a schedule in use. That it was deleted, or is finished, may only be seen when the change is made: one
   * that makes a finished schedule run again needs room for it.
   */
  async #change(
    known: Entry<ScheduleRecord>,
    change: Change,
  ): Promise<Exclude<Changed, { readonly status: 'missing' }>> {
    const { schedules } = this.#options;
    const limit = this.#options.limits().schedulesPerUser;
    let entry = known;
    let hasRoom = false;
    for (;;) {
      const seen = { isDeleted: false, needsRoom: false };
      const changed = await schedules.change(
        entry.value.schedule.id,
        (state) => {
          seen.isDeleted = state.deleted_at !== null;
          const next = seen.isDeleted ? undefined : change(state);
          const runsAgain = state.schedule.finished_at !== null && next?.schedule.enabled === true;
          seen.needsRoom = runsAgain && !hasRoom;
          return seen.needsRoom ? undefined : next;
        },
        { known: entry, confirm: true },
      );
      if (changed.status === 'missing' || seen.isDeleted) throw notFound();
      if (!seen.needsRoom) return changed;
      entry = changed.entry;
      await this.#limited(limit, () => schedules.revive(changed.entry.value.schedule, limit));
      hasRoom = true;
    }
  }

  async #limited<T>(limit: number, create: () => Promise<T>): Promise<T> {
    try {
      return await create();
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      if (cause.code === 'taken') throw madeAlready();
      if (cause.code !== 'too_many_schedules') throw cause;
      throw refusal('limit', 'scheduled_recaps.action.limit', {
        limit,
        values: { count: limit },
        cause,
      });
    }
  }

  async #tell(record: ScheduleRecord, change: ScheduleEvent['change']): Promise<void> {
    const { id, user_id: userId } = record.schedule;
    try {
      await this.#options.changed(userId, { schedule_id: id, change });
    } catch (thrown) {
      const { log } = this.#options;
      log.warn('nobody could be told of a change', { schedule: id, error: toError(thrown) });
    }
  }
}

function madeAlready(): ScheduleError {
  return refusal('conflict', 'scheduled_recaps.refusal.made_already');
}
