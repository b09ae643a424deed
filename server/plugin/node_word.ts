/** What this node says of itself to the others, once a minute: that it is there, when it ticked, what it has run today. */
import type { NodeBeat, Run } from '../contract/index.ts';
import { waitAtMost } from '../clock.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { NodeStore } from '../store/index.ts';

/** Shortest time between two beats, in milliseconds. Ticks of the minute are a little closer together at times. */
const beatEveryMs = 55_000;

/** How long `stop` waits for the store, in milliseconds. */
const stopMs = 1000;

/** What it takes. */
export interface NodeWordOptions {
  /** Names this process. */
  readonly id: string;
  readonly store: Pick<NodeStore, 'beat'>;
  readonly clock: Clock;
  readonly log: Log;
  /** The version of the plugin; empty where the server does not say. */
  version(): Promise<string>;
}

type Counts = Pick<NodeBeat, 'day' | 'runs' | 'failures'>;

/** See the head of the file. */
export class NodeWord {
  readonly #options: NodeWordOptions;
  readonly #startedAt: number;
  #lastTickAt: number | null = null;
  #counts: Counts;
  #beatAt = -Infinity;
  #beating: Promise<void> | undefined;
  #stopped = false;

  constructor(options: NodeWordOptions) {
    this.#options = options;
    this.#startedAt = options.clock.now();
    this.#counts = freshCounts(this.#startedAt);
  }

  /** This node has looked for what is due; milliseconds since 1970 UTC. */
  noteTick(at: number): void {
    this.#lastTickAt = at;
    const { clock } = this.#options;
    if (this.#stopped || clock.monotonic() - this.#beatAt < beatEveryMs) return;
    this.#beatAt = clock.monotonic();
    this.#beating ??= this.#beat().finally(() => {
      this.#beating = undefined;
    });
  }

  /** A run on this node went over to another status. */
  noteRun(run: Run): void {
    if (run.finished_at === null) return;
    const { day, runs, failures } = this.#today();
    this.#counts = {
      day,
      runs: { ...runs, [run.status]: (runs[run.status] ?? 0) + 1 },
      failures:
        run.reason === null
          ? failures
          : { ...failures, [run.reason]: (failures[run.reason] ?? 0) + 1 },
    };
  }

  /** The word as it would be said now. */
  async word(): Promise<NodeBeat> {
    const { id, clock } = this.#options;
    return {
      id,
      version: await this.#options.version(),
      started_at: this.#startedAt,
      at: clock.now(),
      last_tick_at: this.#lastTickAt,
      stopped: this.#stopped,
      ...this.#today(),
    };
  }

  /** Says that the node stops, if the store takes it within a second. A second call does nothing. */
  async stop(): Promise<void> {
    if (this.#stopped) return;
    this.#stopped = true;
    const last = Promise.resolve(this.#beating).then(() => this.#beat());
    await waitAtMost(this.#options.clock, stopMs, last);
  }

  /** Never rejects: the next one says it again. */
  async #beat(): Promise<void> {
    try {
      await this.#options.store.beat(await this.word());
    } catch (thrown) {
      this.#options.log.debug('this node could not say that it is there', {
        error: toError(thrown),
      });
    }
  }

  /** Counts of another day are of no use any more. */
  #today(): Counts {
    const fresh = freshCounts(this.#options.clock.now());
    return this.#counts.day === fresh.day ? this.#counts : fresh;
  }
}

/** Counts of the day that an instant lies in, in UTC. */
function freshCounts(at: number): Counts {
  return { day: new Date(at).toISOString().slice(0, 10), runs: {}, failures: {} };
}
