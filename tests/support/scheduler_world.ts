/** Several schedulers over one key-value store in memory, with messages that are counted and nodes that can die. */
import type { Clock } from '../../server/clock.ts';
import type { Run, Schedule, ScheduleInput } from '../../server/contract/index.ts';
import { ScheduleInput as ScheduleInputSchema } from '../../server/contract/index.ts';
import type { Log } from '../../server/log.ts';
import { Scheduler } from '../../server/schedule/index.ts';
import type {
  DeliveredPost,
  RunClaim,
  RunHandler,
  RunOutcome,
  Standing,
} from '../../server/schedule/index.ts';
import { ManualClock } from './manual_clock.ts';
import { MemoryKv } from './memory_kv.ts';
import type { Intercept } from './memory_kv.ts';
import { seededRandomness } from './seeded_randomness.ts';

/** A message that a bot has sent. */
export interface Message {
  readonly runKey: string;
  readonly postId: string;
  readonly node: string;
  readonly windowStart: number;
  readonly windowEnd: number;
}

/** How long a call or process stands still unless told otherwise, in milliseconds: several times any lease. */
const defaultHaltMs = 3 * 60_000;

/** What a node may be told to do. */
export interface NodeOptions {
  /** Milliseconds by which its wall clock is wrong. */
  readonly skewMs?: number;
  /** Asked before each call to store or server; `before` and `after` its effect the node may die, or the call fail. */
  readonly fault?: (call: number, name: string) => Fault;
  /** Instead of the handler that posts one message. */
  readonly run?: (claim: RunClaim, signal: AbortSignal) => Promise<RunOutcome>;
  /** Before the handler posts its message: may take its time, or throw. */
  readonly prepare?: (claim: RunClaim, signal: AbortSignal) => Promise<void>;
  readonly concurrency?: number;
  readonly runsByHandPerDay?: number;
  /** Where users stand; allowed unless told otherwise. */
  readonly standing?: () => Standing;
  /** Users that are gone for good. */
  readonly gone?: readonly string[];
  readonly schedulesPerUser?: number;
  /** How long a call or process stands still, in milliseconds. */
  readonly haltMs?: number;
}

/** What happens to a call. */
export type Fault =
  | 'none'
  /** The process ends before the call's effect, or after it. */
  | 'die_before'
  | 'die_after'
  /** The call fails before its effect, or after it. */
  | 'fail_before'
  | 'fail_after'
  /** The call takes minutes or `haltMs`, before its effect or after it; the rest of the process goes on. */
  | 'stall_before'
  | 'stall_after'
  /** The whole process stands still for minutes, its timers too. */
  | 'freeze_before'
  | 'freeze_after';

/** One node. */
export interface Node {
  readonly scheduler: Scheduler;
  /** Calls made to the store and the server so far. */
  readonly calls: () => number;
  readonly dead: () => boolean;
  readonly errors: string[];
}

/** Facts of a recap that nobody looks at. */
export const summary = {
  engine: 'test',
  channels_read: 1,
  channels_failed: 0,
  posts_read: 1,
  posts_left_out: 0,
  lines: 1,
};

/** Thrown by a call that was told to fail. */
export class InjectedError extends Error {}

/** See the head of the file. */
export class SchedulerWorld {
  readonly clock: ManualClock;
  readonly kv: MemoryKv;
  readonly messages: Message[] = [];
  readonly told: Run[] = [];
  readonly notices: { readonly schedule: Schedule; readonly run: Run }[] = [];
  readonly owner = { userId: 'u'.repeat(26), timezone: 'UTC' };
  readonly #nodes: Node[] = [];
  #posts = 0;

  /** Monday 2026-01-05 08:59:30 UTC unless told otherwise. */
  constructor(now = Date.UTC(2026, 0, 5, 8, 59, 30)) {
    this.clock = new ManualClock(now);
    this.kv = new MemoryKv(this.clock);
  }

  /** Starts a node. */
  start(name: string, options: NodeOptions = {}): Node {
    let calls = 0;
    let dead = false;
    const haltMs = options.haltMs ?? defaultHaltMs;
    let thawed: Promise<void> = Promise.resolve();
    const errors: string[] = [];
    const die = (): Promise<never> => {
      dead = true;
      return new Promise(() => undefined);
    };
    const call = async <T>(callName: string, effect: () => T): Promise<T> => {
      await Promise.resolve();
      if (dead) return die();
      calls += 1;
      const fault = options.fault?.(calls, callName) ?? 'none';
      const [what, when] = fault.split('_');
      const halt = (): Promise<void> => {
        if (what === 'stall') return this.clock.sleep(haltMs);
        if (what === 'freeze') thawed = this.clock.sleep(haltMs);
        return thawed;
      };
      if (when === 'before') await halt();
      if (fault === 'die_before') return die();
      if (fault === 'fail_before') throw new InjectedError(`${callName} failed before`);
      const result = effect();
      if (when === 'after') await halt();
      // A call that left before the process froze takes effect; its answer is read when the process goes on.
      await thawed;
      if (fault === 'die_after') return die();
      if (fault === 'fail_after') throw new InjectedError(`${callName} failed after`);
      return result;
    };
    const intercept: Intercept = (callName, key, effect) => call(`${callName} ${key}`, effect);
    const clock = processClock(this.clock, options.skewMs ?? 0, () => thawed);
    const scheduler = new Scheduler({
      api: this.kv.client(intercept),
      handler: this.#handler(name, options, call),
      observer: {
        runChanged: (_schedule, run) => call(`tell ${run.status}`, () => void this.told.push(run)),
        runProgressed: () => undefined,
      },
      clock,
      log: collectingLog(errors),
      // Of its own for each: nodes that think of the same ids get in each other's way.
      random: seededRandomness((this.#nodes.length + 1) * 7919 + name.charCodeAt(0)),
      concurrency: options.concurrency ?? 4,
      everyMinute: (second, _log, callback) => minutes(clock, second, callback),
      limits: () => ({
        schedulesPerUser: options.schedulesPerUser ?? 10,
        channelsPerSchedule: 20,
        minutesBetweenRuns: 1,
        runsByHandPerDay: options.runsByHandPerDay ?? 1000,
      }),
      historyDays: () => 90,
      unreadable: () => Promise.resolve([]),
      standing: () => Promise.resolve(options.standing?.() ?? 'allowed'),
      gone: (ids) => Promise.resolve(ids.filter((id) => options.gone?.includes(id) === true)),
      changed: () => undefined,
    });
    scheduler.start();
    const node = { scheduler, calls: () => calls, dead: () => dead, errors };
    this.#nodes.push(node);
    return node;
  }

  /** Stops all nodes that live. */
  async stop(): Promise<void> {
    const stopping = this.#nodes
      .filter((node) => !node.dead())
      .map(({ scheduler }) => scheduler.stop());
    await this.clock.advance(5000);
    await Promise.all(stopping);
  }

  /** Keys without those of the machinery: schedules, users, rows and due entries. */
  keys(): string[] {
    return this.kv.keys().filter((key) => !key.startsWith('fence') && !/^(sweep$|q)/.test(key));
  }

  #handler(
    node: string,
    options: NodeOptions,
    call: <T>(name: string, effect: () => T) => Promise<T>,
  ): RunHandler {
    return {
      run: async (claim, signal) => {
        if (options.run !== undefined) return options.run(claim, signal);
        await options.prepare?.(claim, signal);
        await claim.beginDelivery();
        const { run_key: runKey, window_start: windowStart, window_end: windowEnd } = claim.run;
        const postId = await call('createPost', () => {
          this.#posts += 1;
          const id = String(this.#posts).padStart(26, 'p');
          this.messages.push({ runKey, postId: id, node, windowStart, windowEnd });
          return id;
        });
        return { status: 'delivered', postId, summary };
      },
      findDelivered: (claim) =>
        call('findDelivered', (): DeliveredPost | undefined =>
          this.messages.find(({ runKey }) => runKey === claim.run.run_key),
        ),
      preview: (schedule, window) =>
        call('preview', () => [`${schedule.title}: ${window.start} to ${window.end}`]),
      tellFailure: (schedule, run) =>
        call('tellFailure', () => {
          this.notices.push({ schedule, run });
        }),
    };
  }
}

/** A schedule each weekday at 09:00 UTC, with changes. */
export function input(changes: Partial<ScheduleInput> = {}): ScheduleInput {
  return ScheduleInputSchema.parse({
    title: 'Morning',
    recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
    timezone: 'UTC',
    channel_ids: ['c'.repeat(26)],
    ...changes,
  });
}

function processClock(clock: ManualClock, skewMs: number, thawed: () => Promise<void>): Clock {
  return {
    now: () => clock.now() + skewMs,
    monotonic: () => clock.monotonic(),
    sleep: async (ms, signal) => {
      await clock.sleep(ms, signal);
      await thawed();
    },
  };
}

function minutes(clock: Clock, second: number, callback: () => void): { stop(): void } {
  const stopped = new AbortController();
  const loop = async (): Promise<void> => {
    for (;;) {
      const past = (clock.now() - second * 1000) % 60_000;
      await clock.sleep(60_000 - past, stopped.signal);
      if (stopped.signal.aborted) return;
      callback();
    }
  };
  void loop();
  return { stop: () => stopped.abort() };
}

function collectingLog(errors: string[]): Log {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (message, fields) => void errors.push(`${message} ${String(fields?.['error'])}`),
  };
}
