/** Makes the runner tick: each minute, and at once when somebody knows that something is due. */
import { schedule } from 'node-cron';
import { waitAtMost } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * Wakings further ahead than this are left to the ticks of each minute, so that only a few are ever kept. In
 * milliseconds.
 */
const wakeAheadMs = 60_000;

/** Wakings are rounded up to this, so that those close together are one. In milliseconds. */
const wakeGrainMs = 500;

/** Latest second of the minute at which a node's tick may lie. Some seconds in, so that the minute's posts are there. */
const offsetSeconds = { first: 1, last: 6 } as const;

/**
 * After this long without a tick of the minute its timer is made anew, in milliseconds: it waits by the wall clock,
 * and where that was set back by hours it would wait for hours.
 */
const silenceMs = 90_000;

/** How late a tick of the minute may come and still happen, in milliseconds: a busy node must not lose its turn. */
const lateMs = 60_000;

/** How long `stop` waits for the tick that runs, in milliseconds. */
const stopMs = 1500;

/** Calls back each minute at the given second until it is stopped. */
export type EveryMinute = (second: number, log: Log, callback: () => void) => { stop(): void };

/** What a ticker needs. */
export interface TickerOptions {
  /** Works off what is due. May reject: the next tick tries again. */
  readonly tick: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Log;
  /** From 0, inclusive, to 1, exclusive: where in the minute this node ticks, so that nodes do not all knock at once. */
  readonly offset: number;
  /** By node-cron when absent. */
  readonly everyMinute?: EveryMinute;
}

/** Ticks never overlap: what is asked for while one runs makes one more run after it. */
export class Ticker {
  readonly #options: TickerOptions;
  readonly #stopping = new AbortController();
  readonly #wakings = new Map<number, Promise<void>>();
  #cron: { stop(): void } | undefined;
  #watch: Promise<void> = Promise.resolve();
  /** Monotonic time of the latest tick of the minute. */
  #heard = 0;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: TickerOptions) {
    this.#options = options;
  }

  /** Begins to tick, the first time at once. A second call does nothing. */
  start(): void {
    if (this.#cron !== undefined || this.#stopping.signal.aborted) return;
    const { first, last } = offsetSeconds;
    const second = first + Math.floor(this.#options.offset * (last - first + 1));
    const everyMinute = this.#options.everyMinute ?? cronEveryMinute;
    const begin = (): { stop(): void } => {
      this.#heard = this.#options.clock.monotonic();
      return everyMinute(second, this.#options.log, () => {
        this.#heard = this.#options.clock.monotonic();
        this.kick();
      });
    };
    this.#cron = begin();
    this.#watch = this.#watchMinutes(begin);
    this.kick();
  }

  /** Ticks at once, or right after the tick that runs. */
  kick(): void {
    if (this.#stopping.signal.aborted) return;
    this.#again = true;
    this.#running ??= this.#run();
  }

  /** Ticks at an instant, milliseconds since 1970 UTC; more than a minute ahead it is left to the minute's tick. */
  kickAt(at: number): void {
    const { clock } = this.#options;
    const due = Math.ceil(at / wakeGrainMs) * wakeGrainMs;
    const left = due - clock.now();
    if (left > wakeAheadMs || this.#wakings.has(due) || this.#stopping.signal.aborted) return;
    const waking = clock.sleep(Math.max(0, left), this.#stopping.signal).then(() => {
      this.#wakings.delete(due);
      this.kick();
    });
    this.#wakings.set(due, waking);
  }

  /**
   * Stops ticking and waits a little for the tick that runs: at a store that does not answer it could take minutes. A
   * second call waits as well.
   */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#cron?.stop();
    await Promise.all([...this.#wakings.values(), this.#watch]);
    await waitAtMost(this.#options.clock, stopMs, Promise.resolve(this.#running));
  }

  async #watchMinutes(begin: () => { stop(): void }): Promise<void> {
    const { clock, log } = this.#options;
    const { signal } = this.#stopping;
    for (;;) {
      await clock.sleep(this.#heard + silenceMs - clock.monotonic(), signal);
      if (signal.aborted) return;
      if (clock.monotonic() < this.#heard + silenceMs) continue;
      log.warn('no minute came, as when a clock is set back; its timer was made anew');
      this.#cron?.stop();
      this.#cron = begin();
      this.kick();
    }
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopping.signal.aborted) {
      this.#again = false;
      try {
        await this.#options.tick();
      } catch (thrown) {
        this.#options.log.error('a tick of the scheduler failed', { error: toError(thrown) });
      }
    }
    this.#running = undefined;
  }
}

const cronEveryMinute: EveryMinute = (second, log, callback) => {
  const task = schedule(`${second} * * * * *`, callback, {
    name: 'scheduled recaps',
    timezone: 'UTC',
    unref: true,
    suppressMissedWarning: true,
    missedExecutionTolerance: lateMs,
    // Its own logger would write to the standard output, which belongs to the plugin protocol.
    logger: {
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      debug: (message) => log.debug(String(message)),
      error: (message, error) => log.error(String(message), { error }),
    },
  });
  return {
    stop: () => {
      void task.destroy();
    },
  };
};
