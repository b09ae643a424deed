/**
 * What can be done with schedules on behalf of their owner. REST and the slash command are thin layers over this;
 * every limit holds here, so it holds on every path.
 */
import type {
  DescribedSchedule,
  Run,
  RunList,
  Schedule,
  ScheduleEvent,
  ScheduleInput,
  ScheduleReplacement,
} from '../contract/index.ts';
import { limits } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { StoreError } from '../store/index.ts';
import type { Entry, Randomness, RunStore, ScheduleRecord, ScheduleStore } from '../store/index.ts';
import { describe } from './describe.ts';
import type { ScheduleWords } from './describe.ts';
import { ScheduleError } from './errors.ts';
import { instantSchedule, isInstant, nextInstant } from './instant.ts';
import type { InstantInput } from './instant.ts';
import { nextRuns } from './next_run.ts';
import { draft, pause, replace } from './revision.ts';
import type { Runner } from './runner.ts';
import type { Ticker } from './ticker.ts';
import { ZoneError } from './zone.ts';

/** What an administrator allows, asked anew for each request. */
export interface ScheduleLimits {
  /** Schedules one user may have that can still run. */
  readonly schedulesPerUser: number;
  readonly channelsPerSchedule: number;
}

/** Who asks. */
export interface Owner {
  readonly userId: string;
  /** IANA name of the zone in the user's profile, for schedules that name none. */
  readonly timezone: string;
}

/** What the service needs. */
export interface ScheduleServiceOptions {
  readonly schedules: ScheduleStore;
  readonly runs: RunStore;
  readonly runner: Runner;
  readonly ticker: Ticker;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  limits(): ScheduleLimits;
  /** Those of `channelIds` that the user may not read, now. */
  unreadable(userId: string, channelIds: readonly string[]): Promise<readonly string[]>;
  /** Told of each change. What it throws is logged and changes nothing. */
  changed(userId: string, event: ScheduleEvent): void | Promise<void>;
}

/** See the head of the file. Every method throws `ScheduleError` for what the user can mend, `StoreError` else. */
export class ScheduleService {
  readonly #options: ScheduleServiceOptions;

  constructor(options: ScheduleServiceOptions) {
    this.#options = options;
  }

  /** @throws {ScheduleError} `invalid`, or `limit` when the user has as many schedules as are allowed. */
  async create(owner: Owner, input: ScheduleInput): Promise<Schedule> {
    await this.#check(owner.userId, input, []);
    const { clock, random, schedules, ticker } = this.#options;
    const schedule = draft(random.id(), owner, input, clock.now());
    const limit = this.#options.limits().schedulesPerUser;
    const entry = await this.#limited(limit, () => schedules.create(schedule, limit));
    if (schedule.next_run_at !== null) ticker.kickAt(schedule.next_run_at);
    await this.#tell(entry.value, 'created');
    return shown(entry.value);
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
    return shown((await this.#own(userId, id)).value);
  }

  /** @throws {ScheduleError} `conflict` when the revision is not the current one; as `create` and `read` do. */
  async replace(owner: Owner, id: string, input: ScheduleReplacement): Promise<Schedule> {
    const { schedules, clock, ticker } = this.#options;
    const known = await this.#own(owner.userId, id);
    await this.#check(owner.userId, input, known.value.schedule.channel_ids);
    const limit = this.#options.limits().schedulesPerUser;
    if (known.value.schedule.finished_at !== null && input.enabled) {
      await this.#limited(limit, () => schedules.revive(known.value.schedule, limit));
    }
    const changed = await schedules.change(
      id,
      (state) =>
        state.schedule.revision === input.revision ? replace(state, input, clock.now()) : undefined,
      { known, confirm: true },
    );
    if (changed.status === 'missing') throw notFound();
    if (changed.status === 'unchanged') {
      throw new ScheduleError('conflict', 'The schedule was changed meanwhile.', {
        field: 'revision',
      });
    }
    const record = changed.entry.value;
    if (record.schedule.next_run_at !== null) ticker.kickAt(record.schedule.next_run_at);
    await this.#tell(record, 'replaced');
    return shown(record);
  }

  /** @throws {ScheduleError} `not_found`. */
  async delete(userId: string, id: string): Promise<void> {
    const { value } = await this.#own(userId, id);
    await this.#options.schedules.remove(id);
    await this.#tell(value, 'deleted');
  }

  /** Pauses whatever of a user's could still run. */
  async pauseAll(userId: string): Promise<void> {
    const { schedules } = this.#options;
    for (const { schedule } of await schedules.list(userId)) {
      const changed = await schedules.change(schedule.id, (state) =>
        pause(state, this.#options.clock.now()),
      );
      if (changed.status === 'written') await this.#tell(changed.entry.value, 'replaced');
    }
  }

  /**
   * Begins a run at once and answers it as claimed.
   *
   * @throws {ScheduleError} `not_found`, or `busy` when a run is at work already.
   */
  async runNow(userId: string, id: string): Promise<Run> {
    const run = await this.#options.runner.runNow(await this.#own(userId, id));
    if (run === 'missing') throw notFound();
    if (run === 'busy') throw new ScheduleError('busy', 'A run of this schedule is busy already.');
    return run;
  }

  /**
   * Begins a recap of the last day of some channels at once and answers its run. It is on no list and counts
   * towards no limit; see `instant.ts`.
   *
   * @throws {ScheduleError} `invalid`, or `busy` when the last one is at work still.
   */
  async recapNow(owner: Owner, input: InstantInput): Promise<Run> {
    await this.#check(owner.userId, input, []);
    const { schedules, runner, clock } = this.#options;
    const fresh = instantSchedule(owner, input, clock.now());
    const known = (await schedules.get(fresh.id)) ?? (await schedules.createUnlisted(fresh));
    // Without a record to be read its id is taken: somebody asked a moment ago, and a replica is behind.
    const run = known && (await runner.runNow(known, (before) => nextInstant(before, fresh)));
    if (run === undefined || run === 'busy' || run === 'missing') {
      throw new ScheduleError('busy', 'The last recap that you asked for is at work still.');
    }
    return run;
  }

  /**
   * A page of a schedule's runs, newest first, below the sequence number `before`.
   *
   * @throws {ScheduleError} `not_found`.
   */
  async history(
    userId: string,
    id: string,
    before: number | null,
    perPage: number,
  ): Promise<RunList> {
    await this.#own(userId, id);
    const page = await this.#options.runs.history(id, before, perPage);
    return { runs: [...page.runs], next_before: page.nextBefore };
  }

  /** Adds what people read: the schedule in words and its coming runs. */
  describe(schedule: Schedule, words: ScheduleWords): DescribedSchedule {
    const { recurrence, timezone, next_run_at: next } = schedule;
    const description = describe(recurrence, timezone, words);
    if (next === null) return { ...schedule, description, next_runs: [] };
    const more = following(schedule, next);
    return { ...schedule, description, next_runs: [next, ...more] };
  }

  async #own(userId: string, id: string): Promise<Entry<ScheduleRecord>> {
    const entry = isInstant(id, userId) ? undefined : await this.#options.schedules.get(id);
    if (entry?.value.schedule.user_id !== userId) throw notFound();
    return entry;
  }

  /** Channels that the schedule has already are not asked about: leaving one must not stop an edit. */
  async #check(
    userId: string,
    input: Pick<ScheduleInput, 'channel_ids'>,
    had: readonly string[],
  ): Promise<void> {
    const limit = this.#options.limits().channelsPerSchedule;
    if (input.channel_ids.length > limit) {
      throw new ScheduleError('invalid', `At most ${limit} channels are allowed.`, {
        field: 'channel_ids',
        limit,
      });
    }
    const fresh = input.channel_ids.filter((id) => !had.includes(id));
    const [unreadable] = await this.#options.unreadable(userId, fresh);
    if (unreadable === undefined) return;
    throw new ScheduleError('invalid', 'There is no such channel, or you cannot read it.', {
      field: `channel_ids.${input.channel_ids.indexOf(unreadable)}`,
    });
  }

  async #limited<T>(limit: number, create: () => Promise<T>): Promise<T> {
    try {
      return await create();
    } catch (cause) {
      if (!(cause instanceof StoreError) || cause.code !== 'too_many_schedules') throw cause;
      throw new ScheduleError('limit', `At most ${limit} schedules are allowed.`, { limit, cause });
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

function following(schedule: Schedule, next: number): number[] {
  try {
    return nextRuns(schedule.recurrence, schedule.timezone, next, limits.describedRuns - 1);
  } catch (thrown) {
    // The run that comes will say so, and pause the schedule.
    if (thrown instanceof ZoneError) return [];
    throw thrown;
  }
}

function shown(record: ScheduleRecord): Schedule {
  return { ...record.schedule, running: record.active !== null };
}

function notFound(): ScheduleError {
  return new ScheduleError('not_found', 'There is no such schedule.');
}
