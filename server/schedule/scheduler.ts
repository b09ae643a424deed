/** The scheduler in one piece: stores, mutex, runner, ticker and service over one key-value store. */
import type { ScheduleEvent } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import {
  DueIndex,
  KeyValueStore,
  Mutex,
  QuotaStore,
  RunStore,
  ScheduleStore,
  Sweep,
  UserStore,
  systemRandomness,
} from '../store/index.ts';
import type { Backlog, Counted, KvApi, Randomness } from '../store/index.ts';
import { guardedHandler } from './access.ts';
import type { AccessRules } from './access.ts';
import type { RunObserver } from './telling.ts';
import type { RunHandler } from './run_handler.ts';
import { Runner } from './runner.ts';
import { ScheduleService } from './schedule_service.ts';
import type { ChannelRules, ScheduleLimits } from './channel_rules.ts';
import { Previews } from './preview.ts';
import { RunService } from './run_service.ts';
import { Ticker } from './ticker.ts';
import type { EveryMinute } from './ticker.ts';

/** How long a claim on a run holds without a word from its node, in milliseconds. */
const defaultLeaseMs = 30_000;

/** What a scheduler needs. */
export interface SchedulerOptions extends AccessRules {
  readonly api: KvApi;
  readonly handler: RunHandler;
  readonly observer?: RunObserver;
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: Randomness;
  /** How many runs are worked off at once by this node. */
  readonly concurrency: number;
  readonly leaseMs?: number;
  readonly everyMinute?: EveryMinute;
  /** Told of each tick that has looked through all that is due, milliseconds since 1970 UTC. */
  ticked?(at: number): void;
  limits(): ScheduleLimits;
  /** How long ended runs are remembered, in days. */
  historyDays(): number;
  /** Those of the users that are gone for good. What belongs to them is deleted. */
  gone(userIds: readonly string[]): Promise<readonly string[]>;
  /** Those of `channelIds` that the user may not read, now. */
  unreadable(userId: string, channelIds: readonly string[]): Promise<readonly string[]>;
  /** Told of each change to a schedule. What it throws is logged and changes nothing. */
  changed(userId: string, event: ScheduleEvent): void | Promise<void>;
}

/** A scheduler: begins to tick at `start`, and can be stopped twice. */
export class Scheduler {
  /** What users can do with schedules. Works whether the scheduler ticks or not. */
  readonly service: ScheduleService;
  /** What users can do with runs. Works whether the scheduler ticks or not. */
  readonly runs: RunService;
  /** Recaps that are looked at and not sent. */
  readonly previews: Previews;
  readonly #runner: Runner;
  readonly #ticker: Ticker;
  readonly #sweep: Sweep;
  readonly #due: DueIndex;
  readonly #clock: Clock;

  constructor(options: SchedulerOptions) {
    const { clock, log } = options;
    const random = options.random ?? systemRandomness;
    const leaseMs = options.leaseMs ?? defaultLeaseMs;
    const kv = new KeyValueStore(options.api, clock);
    const due = new DueIndex(kv);
    const users = new UserStore(kv, clock, random);
    const schedules = new ScheduleStore(kv, due, users, {
      clock,
      random,
      log,
      historyDays: () => options.historyDays(),
    });
    const runs = new RunStore(kv, schedules, { clock, leaseMs });
    const mutex = new Mutex(kv, { name: 'tick', clock, random, log });
    const access: AccessRules = { standing: (userId) => options.standing(userId) };
    const handler = guardedHandler(options.handler, access);
    const shared = { ...options, ...access, handler, schedules, runs, clock, random, log };
    this.#runner = new Runner({ ...shared, due, mutex, leaseMs, owner: random.id() });
    const gone = (userIds: readonly string[]): Promise<readonly string[]> => options.gone(userIds);
    this.#sweep = new Sweep({ kv, due, schedules, users, clock, random, log, gone });
    [this.#due, this.#clock] = [due, clock];
    this.#ticker = new Ticker({
      clock,
      log,
      tick: async () => {
        await this.#runner.tick();
        options.ticked?.(clock.now());
        this.#sweep.kick();
      },
      offset: random.fraction(),
      ...(options.everyMinute === undefined ? {} : { everyMinute: options.everyMinute }),
    });
    this.#runner.onWanted((at) => {
      this.#ticker.kickAt(at);
    });
    const rules: ChannelRules = {
      ...access,
      limits: () => options.limits(),
      unreadable: (userId, channelIds) => options.unreadable(userId, channelIds),
    };
    this.previews = new Previews({ ...shared, ...rules });
    const quotas = new QuotaStore(kv, clock, random);
    this.runs = new RunService({ ...shared, ...rules, runner: this.#runner, quotas });
    this.service = new ScheduleService({
      ...shared,
      ...rules,
      runner: this.#runner,
      ticker: this.#ticker,
      changed: (userId, event) => options.changed(userId, event),
    });
  }

  /** Begins to tick, the first time at once. A second call does nothing. */
  start(): void {
    this.#ticker.start();
  }

  /** Looks for due schedules at once. */
  kick(): void {
    this.#ticker.kick();
  }

  /** What is due and not claimed. @throws {StoreError} */
  backlog(): Promise<Backlog> {
    return this.#due.backlog(this.#clock.now());
  }

  /** How many schedules the sweep has counted; undefined before its first round. @throws {StoreError} */
  counted(): Promise<Counted | undefined> {
    return this.#sweep.counted();
  }

  /** Resolves when no run is busy on this node. */
  idle(): Promise<void> {
    return this.#runner.idle();
  }

  /** Stops within about two seconds: busy runs are let go, for other nodes or the next start. */
  async stop(): Promise<void> {
    this.previews.stop();
    await Promise.all([this.#runner.stop(), this.#ticker.stop(), this.#sweep.stop()]);
  }
}
