/** One attempt at a claimed run, from taking it up to writing down how it went. */
import type { Run, RunReason } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import { StoreError } from '../store/index.ts';
import type { Ending, HeldRun, Randomness } from '../store/index.ts';
import { RunClaimLostError, RunFailure } from './run_handler.ts';
import type { RunClaim, RunHandler } from './run_handler.ts';
import { progressTeller, tellFailure, tellRun } from './telling.ts';
import type { RunObserver } from './telling.ts';

/** How often a run is begun before it counts as failed. */
const maxAttempts = 3;

/** Pause after the first failed attempt, in milliseconds; three times as long after the second. Half to all of it. */
const retryMs = 20_000;

/** Longest that one attempt may take, in milliseconds. */
const attemptMs = 10 * 60 * 1000;

/** How long a handler may take to heed its signal before it is left to itself, in milliseconds. */
const heedMs = 1000;

/** What an execution needs. */
export interface RunExecutionOptions {
  readonly handler: RunHandler;
  readonly observer: RunObserver | undefined;
  readonly clock: Clock;
  readonly random: Randomness;
  readonly log: Log;
  /** Aborts when the node stops. */
  readonly stopping: AbortSignal;
  /** Told when the run waits for another try, milliseconds since 1970 UTC. */
  readonly onPostponed: (at: number) => void;
}

/** Runs a held run. Never rejects: whatever goes wrong is written down, or left to the lease. */
export async function execute(held: HeldRun, options: RunExecutionOptions): Promise<void> {
  const execution = new RunExecution(held, options);
  try {
    await execution.run();
  } catch (thrown) {
    // The claim is lost, or the store does not answer: the run goes on when its lease is over.
    options.log.warn('a run was given up by this node', {
      run: held.run.run_key,
      error: toError(thrown),
    });
  } finally {
    await held.release();
  }
}

class RunExecution {
  readonly #held: HeldRun;
  readonly #options: RunExecutionOptions;
  readonly #signal: AbortSignal;
  readonly #claim: RunClaim;

  constructor(held: HeldRun, options: RunExecutionOptions) {
    this.#held = held;
    this.#options = options;
    this.#signal = AbortSignal.any([held.signal, options.stopping]);
    this.#claim = claimOf(held, (run) => this.#tell(run), options);
  }

  async run(): Promise<void> {
    const { handler, stopping } = this.#options;
    let ending: Ending;
    try {
      stopping.throwIfAborted();
      await this.#tell(this.#held.run);
      const found = await this.#findDelivered();
      if (found !== undefined) ending = found;
      else if (this.#held.run.attempts > maxAttempts) {
        ending = { status: 'failed', reason: 'interrupted' };
      } else {
        ending = await this.#bounded((signal) => handler.run(this.#claim, signal));
      }
    } catch (thrown) {
      const decided = await this.#fail(thrown);
      if (decided === undefined) return;
      ending = decided;
    }
    const { run, noticeDue } = await this.#held.end(ending);
    await this.#tell(run);
    // The schedule as the end of the run has left it, which may be paused.
    if (noticeDue)
      await tellFailure({ ...this.#held.schedule, running: false }, run, this.#options);
  }

  /** The message of an attempt whose delivery had begun; undefined when none left. */
  async #findDelivered(): Promise<Ending | undefined> {
    if (this.#held.run.status !== 'delivering') return undefined;
    const { handler } = this.#options;
    const found = await this.#bounded((signal) => handler.findDelivered(this.#claim, signal));
    return found && { status: 'delivered', postId: found.postId, summary: null };
  }

  /**
   * Waits for a handler, but not for ever: one that hangs must not hold its place, nor keep the node from
   * stopping. What it does later fails at its claim, which has changed hands by then.
   */
  async #bounded<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { clock } = this.#options;
    const late = new AbortController();
    const done = new AbortController();
    const signal = AbortSignal.any([this.#signal, late.signal]);
    const timeUp = clock.sleep(attemptMs, AbortSignal.any([done.signal, this.#signal]));
    const unheeded = timeUp.then(async (): Promise<never> => {
      if (!this.#signal.aborted)
        late.abort(new RunFailure('timed_out', 'an attempt took too long'));
      await clock.sleep(heedMs, done.signal);
      throw toError(signal.reason);
    });
    try {
      return await Promise.race([work(signal), unheeded]);
    } finally {
      done.abort();
      unheeded.catch(() => undefined);
    }
  }

  /** What follows from a failed attempt: an ending, or undefined when the run was put off. */
  async #fail(thrown: unknown): Promise<Ending | undefined> {
    const { clock, log, stopping } = this.#options;
    const { run } = this.#held;
    if (this.#held.signal.aborted || isLost(thrown)) throw thrown;
    if (stopping.aborted) {
      await this.#held.postpone(clock.now(), true);
      return undefined;
    }
    log.warn('an attempt at a run failed', {
      run: run.run_key,
      attempt: run.attempts,
      error: toError(thrown),
    });
    const final =
      run.attempts >= maxAttempts || (thrown instanceof RunFailure && !thrown.retryable);
    if (!final) {
      const at = clock.now() + this.#pause(run.attempts);
      await this.#held.postpone(at, false);
      this.#options.onPostponed(at);
      return undefined;
    }
    return this.#lastWord(thrown);
  }

  /** Nothing is called failed whose message is there. */
  async #lastWord(thrown: unknown): Promise<Ending> {
    const reason: RunReason = thrown instanceof RunFailure ? thrown.code : 'internal';
    try {
      return (await this.#findDelivered()) ?? { status: 'failed', reason };
    } catch (cause) {
      this.#options.log.warn('it is unknown whether a failed run delivered its message', {
        run: this.#held.run.run_key,
        error: toError(cause),
      });
      return { status: 'failed', reason };
    }
  }

  #pause(attempts: number): number {
    return Math.round(retryMs * 3 ** (attempts - 1) * (0.5 + this.#options.random.fraction() / 2));
  }

  #tell(run: Run): Promise<void> {
    return tellRun(this.#claim.schedule, run, this.#options);
  }
}

function claimOf(
  held: HeldRun,
  tell: (run: Run) => Promise<void>,
  options: RunExecutionOptions,
): RunClaim {
  const schedule = { ...held.schedule, running: true };
  return {
    schedule,
    progress: progressTeller(schedule, held.run, options),
    get run() {
      return held.run;
    },
    async beginDelivery() {
      try {
        await held.beginDelivery();
      } catch (cause) {
        throw isLost(cause) ? new RunClaimLostError({ cause }) : cause;
      }
      await tell(held.run);
      // Last of all: a process that stood still while it waited for any answer must not post when it goes on.
      this.assertHeld();
    },
    assertHeld() {
      if (!held.ample) throw new RunClaimLostError();
    },
  };
}

function isLost(thrown: unknown): boolean {
  return (
    thrown instanceof RunClaimLostError ||
    (thrown instanceof StoreError && thrown.code === 'lock_lost')
  );
}
