/** What can be done with the runs of schedules on behalf of their owner. */
import type { Run, RunList } from '../contract/index.ts';
import { checkAccess } from './access.ts';
import { checkChannels } from './channel_rules.ts';
import type { ChannelRules } from './channel_rules.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { cancel } from '../store/index.ts';
import type { QuotaStore, RunStore, ScheduleStore } from '../store/index.ts';
import { refusal } from './errors.ts';
import type { ScheduleError } from './errors.ts';
import { instantSchedule, nextInstant } from './instant.ts';
import type { InstantInput } from './instant.ts';
import { notFound, ownSchedule, shown } from './owned.ts';
import type { Owner } from './owned.ts';
import type { Runner } from './runner.ts';
import { tellRun } from './telling.ts';
import type { RunObserver } from './telling.ts';

/** What the service needs. */
export interface RunServiceOptions extends ChannelRules {
  readonly schedules: ScheduleStore;
  readonly runs: RunStore;
  readonly runner: Runner;
  readonly quotas: QuotaStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly observer?: RunObserver | undefined;
}

/** See the head of the file. Every method throws `ScheduleError` for what the user can mend, `StoreError` else. */
export class RunService {
  readonly #options: RunServiceOptions;

  constructor(options: RunServiceOptions) {
    this.#options = options;
  }

  /**
   * Begins a run at once and answers it as claimed.
   *
   * @throws {ScheduleError} `not_found`, `not_allowed`, `busy` when a run is at work already, or `limit` when too
   * many were asked for today.
   */
  async runNow(userId: string, id: string): Promise<Run> {
    const known = await ownSchedule(this.#options.schedules, userId, id);
    await checkAccess(this.#options, userId);
    if (known.value.active !== null) throw busy();
    await this.#count(userId);
    const run = await this.#options.runner.runNow(known);
    if (run === 'missing') throw notFound();
    if (run === 'busy') throw busy();
    return run;
  }

  /**
   * Ends the run that is at work and answers it as cancelled. What it would have told is in the next recap.
   *
   * @throws {ScheduleError} `not_found`, or `not_running` when there is none, or its message is leaving already.
   */
  async cancel(userId: string, id: string): Promise<Run> {
    const { schedules, runner, clock } = this.#options;
    const known = await ownSchedule(this.#options.schedules, userId, id);
    const changed = await schedules.change(
      id,
      (state) =>
        state.active?.run.status === 'claimed'
          ? cancel(state, state.active, clock.now())
          : undefined,
      { known, confirm: true },
    );
    if (changed.status === 'missing') throw notFound();
    const run = changed.entry.value.recent.find(({ status }) => status === 'cancelled');
    if (changed.status === 'unchanged' || run === undefined) {
      throw refusal('not_running', 'scheduled_recaps.refusal.not_running');
    }
    runner.abandon(id);
    await tellRun(shown(changed.entry.value), run, this.#options);
    return run;
  }

  /**
   * Begins a recap of the last day of some channels at once and answers its run. It is on no list and takes
   * no place among the schedules; see `instant.ts`.
   *
   * @throws {ScheduleError} `invalid`, `not_allowed`, `busy` when the last one is at work still, or `limit` as `runNow`.
   */
  async recapNow(owner: Owner, input: InstantInput): Promise<Run> {
    await checkAccess(this.#options, owner.userId);
    await checkChannels(this.#options, owner.userId, input);
    const { schedules, runner, clock } = this.#options;
    const fresh = instantSchedule(owner, input, clock.now());
    const before = await schedules.get(fresh.id);
    if (before !== undefined && before.value.active !== null) throw instantBusy();
    await this.#count(owner.userId);
    const known = before ?? (await schedules.createUnlisted(fresh));
    // Without a record to be read its id is taken: somebody asked a moment ago, and a replica is behind.
    const run = known && (await runner.runNow(known, (before) => nextInstant(before, fresh)));
    if (run === undefined || run === 'busy' || run === 'missing') throw instantBusy();
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
    await ownSchedule(this.#options.schedules, userId, id);
    const page = await this.#options.runs.history(id, before, perPage);
    return { runs: [...page.runs], next_before: page.nextBefore };
  }

  /** Every way to ask for a run counts, and counts alike. */
  async #count(userId: string): Promise<void> {
    const limit = this.#options.limits().runsByHandPerDay;
    const waitMs = await this.#options.quotas.take(userId, limit);
    if (waitMs === 0) return;
    throw refusal('limit', 'scheduled_recaps.action.run.limit', {
      values: { count: limit },
      limit,
      retryAfterSeconds: Math.ceil(waitMs / 1000),
    });
  }
}

function busy(): ScheduleError {
  return refusal('busy', 'scheduled_recaps.refusal.busy');
}

function instantBusy(): ScheduleError {
  return refusal('busy', 'scheduled_recaps.command.now.busy');
}
