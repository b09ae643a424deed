/** Lives through a story with the real scheduler, over a store and a clock in memory that skip what is quiet. */
import type { Run } from '../../../server/contract/index.ts';
import { ScheduleInput } from '../../../server/contract/index.ts';
import type { Log } from '../../../server/log.ts';
import { Scheduler } from '../../../server/schedule/index.ts';
import type { RunClaim, RunHandler, RunOutcome } from '../../../server/schedule/index.ts';
import { parseDueEntryKey } from '../../../server/store/keys.ts';
import { ManualClock, settle } from '../manual_clock.ts';
import { MemoryKv } from '../memory_kv.ts';
import { summary } from '../scheduler_world.ts';
import { seededRandomness } from '../seeded_randomness.ts';
import { pauseUntil } from './expected.ts';
import { slowRunMs, year } from './story.ts';
import type { Command, ScheduleStory, Span, Story } from './story.ts';

/** A run that was delivered. */
export interface ObservedRun {
  readonly occurrenceAt: number;
  /** When its recap left, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly windowStart: number;
  readonly windowEnd: number;
}

/** What came of one schedule. */
export interface ObservedSchedule {
  readonly runs: readonly ObservedRun[];
  /** The rows of its history that were no runs. */
  readonly rows: readonly Run[];
}

/** What came of a story. */
export interface Observed {
  /** In the order of the story. */
  readonly schedules: readonly ObservedSchedule[];
  /** When no server ran, as it came to pass: none stops while a run is busy. */
  readonly outages: readonly Span[];
  /** What the scheduler logged as errors. */
  readonly errors: readonly string[];
}

/** Schedules of one user. */
const perUser = 5;
const slowTitle = 'slow';
const minuteMs = 60_000;
/** A command makes the ticker tick this much later at most, in milliseconds. */
const wakeAheadMs = minuteMs + 1000;

/** See the head of the file. Changes of the story's commands that are refused reject. */
export async function simulate(story: Story): Promise<Observed> {
  return await new Simulation(story).run();
}

/** Something that happens at an instant. */
interface Event {
  readonly at: number;
  readonly happen: () => Promise<void>;
}

class Simulation {
  readonly #story: Story;
  readonly #clock = new ManualClock(year.from);
  readonly #kv = new MemoryKv(this.#clock);
  readonly #random = seededRandomness(1);
  readonly #ids = new Map<ScheduleStory, string>();
  readonly #runs = new Map<string, ObservedRun[]>();
  readonly #rows = new Map<string, Run[]>();
  readonly #outages: Span[] = [];
  readonly #errors: string[] = [];
  #busy = 0;
  /** Until when the ticker may have been told to tick between minutes. */
  #wakesUntil = 0;
  #server: { readonly scheduler: Scheduler; readonly tick: () => void; readonly second: number };

  constructor(story: Story) {
    this.#story = story;
    this.#server = this.#start();
  }

  async run(): Promise<Observed> {
    for (const event of this.#events()) {
      await this.#until(event.at);
      await event.happen();
      await settle();
      this.#wakesUntil = this.#clock.now() + wakeAheadMs;
    }
    await this.#until(year.to);
    await this.#server.scheduler.stop();
    const schedules = this.#story.schedules.map((schedule) => {
      const id = this.#ids.get(schedule) ?? '';
      return { runs: this.#runs.get(id) ?? [], rows: this.#rows.get(id) ?? [] };
    });
    return { schedules, outages: this.#outages, errors: this.#errors };
  }

  #events(): Event[] {
    const commands = this.#story.schedules.flatMap((schedule, index) =>
      schedule.commands.map(({ at, command }) => ({
        at,
        happen: () => this.#carryOut(schedule, index, command),
      })),
    );
    const outages = this.#story.outages.map(({ from, to }) => ({
      at: from,
      happen: () => this.#outage(to),
    }));
    return [...commands, ...outages].sort((a, b) => a.at - b.at);
  }

  /** Lets time pass until an instant: from one minute in which something is due to the next. */
  async #until(at: number): Promise<void> {
    for (;;) {
      const tickAt = this.#nextTick();
      if (tickAt === undefined || tickAt > at) break;
      await this.#pass(tickAt);
      this.#server.tick();
      await settle();
    }
    await this.#pass(at);
  }

  /**
   * Lets time pass. Where nothing is at work the clock is set forward at once, and sleepers sleep on: what the
   * scheduler does all the time in the background would else fill the year.
   */
  async #pass(to: number): Promise<void> {
    while (this.#clock.now() < to) {
      const left = to - this.#clock.now();
      if (this.#busy > 0) await this.#clock.advance(Math.min(left, minuteMs));
      else if (this.#clock.now() < this.#wakesUntil) {
        await this.#clock.advance(Math.min(left, this.#wakesUntil - this.#clock.now()));
      } else this.#clock.jumpTo(to);
    }
  }

  /** When the ticker would next find something due. */
  #nextTick(): number | undefined {
    const due = parseDueEntryKey(this.#kv.firstKey() ?? '')?.at;
    if (due === undefined) return undefined;
    const offset = this.#server.second * 1000;
    const soonest = Math.max(due, this.#clock.now() + 1) - offset;
    return Math.ceil(soonest / minuteMs) * minuteMs + offset;
  }

  async #outage(to: number): Promise<void> {
    while (this.#busy > 0) await this.#until(this.#clock.now() + minuteMs);
    await this.#server.scheduler.stop();
    const from = this.#clock.now();
    await this.#clock.advance(to - from);
    this.#outages.push({ from, to });
    this.#server = this.#start();
  }

  #start(): { readonly scheduler: Scheduler; readonly tick: () => void; readonly second: number } {
    let ticker: { readonly tick: () => void; readonly second: number } | undefined;
    const scheduler = new Scheduler({
      api: this.#kv.client(),
      handler: this.#handler(),
      observer: {
        runChanged: (_schedule, run) => this.#see(run),
        runProgressed: () => undefined,
      },
      clock: this.#clock,
      log: this.#log(),
      random: this.#random,
      concurrency: 8,
      everyMinute: (second, _log, tick) => {
        ticker = { tick, second };
        return { stop: () => undefined };
      },
      limits: () => ({
        schedulesPerUser: 10,
        channelsPerSchedule: 20,
        minutesBetweenRuns: 1,
        runsByHandPerDay: 0,
      }),
      // Longer than the year: to step over what has expired would take up most of it.
      historyDays: () => 400,
      unreadable: () => Promise.resolve([]),
      standing: () => Promise.resolve('allowed'),
      gone: () => Promise.resolve([]),
      changed: () => undefined,
    });
    scheduler.start();
    if (ticker === undefined) throw new Error('the scheduler asked for no minutes');
    return { scheduler, ...ticker };
  }

  async #carryOut(schedule: ScheduleStory, index: number, command: Command): Promise<void> {
    const { service } = this.#server.scheduler;
    const userId = `u${Math.floor(index / perUser)}`.padEnd(26, 'x');
    const owner = { userId, timezone: 'UTC' };
    if (command.kind === 'create') {
      const { recurrence, timezone } = command;
      const title = schedule.isSlow ? slowTitle : 'Year';
      const channel_ids = ['c'.repeat(26)];
      const input = ScheduleInput.parse({ title, recurrence, timezone, channel_ids });
      this.#ids.set(schedule, (await service.create(owner, input)).id);
      return;
    }
    const id = this.#ids.get(schedule) ?? '';
    const { revision, ...before } = await service.read(userId, id);
    switch (command.kind) {
      case 'rename':
      case 'replace': {
        const now = this.#clock.now();
        const change =
          command.kind === 'rename'
            ? { title: `Year ${now}` }
            : { ...command, enabled: true, pause_until: null };
        const { success, data } = ScheduleInput.strip().safeParse({ ...before, ...change });
        if (!success) throw new Error('a schedule that was read cannot be written');
        await service.replace(owner, id, { ...data, revision });
        return;
      }
      case 'pause': {
        const { days } = command;
        const until = days === null ? null : pauseUntil(this.#clock.now(), days, before.timezone);
        await service.pause(userId, id, { pause_until: until });
        return;
      }
      case 'resume':
        await service.resume(userId, id);
    }
  }

  #handler(): RunHandler {
    return {
      run: async (claim, signal) => {
        this.#busy += 1;
        try {
          return await this.#deliver(claim, signal);
        } finally {
          this.#busy -= 1;
        }
      },
      preview: () => Promise.reject(new Error('nobody asks for one')),
      findDelivered: () => Promise.reject(new Error('no run is begun twice in this year')),
      tellFailure: () => Promise.resolve(),
    };
  }

  async #deliver(claim: RunClaim, signal: AbortSignal): Promise<RunOutcome> {
    if (claim.schedule.title === slowTitle) await this.#clock.sleep(slowRunMs, signal);
    signal.throwIfAborted();
    await claim.beginDelivery();
    const { schedule_id: id, occurrence_at: occurrenceAt, window_start, window_end } = claim.run;
    list(this.#runs, id).push({
      occurrenceAt,
      at: this.#clock.now(),
      windowStart: window_start,
      windowEnd: window_end,
    });
    return { status: 'delivered', postId: 'p'.repeat(26), summary };
  }

  #see(run: Run): void {
    const { status } = run;
    if (status === 'missed' || status === 'skipped' || status === 'failed') {
      list(this.#rows, run.schedule_id).push(run);
    }
  }

  #log(): Log {
    return {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: (message, fields) => {
        this.#errors.push(`${message} ${String(fields?.['error'])}`);
      },
    };
  }
}

function list<T>(map: Map<string, T[]>, key: string): T[] {
  let items = map.get(key);
  if (items === undefined) map.set(key, (items = []));
  return items;
}
