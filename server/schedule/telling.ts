/** Who is told how runs go. Whatever goes wrong with that is logged and changes nothing. */
import type { Run, Schedule } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { toError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { RunHandler } from './run_handler.ts';

/** Longest that telling an owner of a failure may take, in milliseconds. */
const noticeMs = 30_000;

/** How often the progress of a run is told at most, in milliseconds. */
const progressEveryMs = 1000;

/** Who is told how runs go. What it throws is logged and changes nothing. */
export interface RunObserver {
  runChanged(schedule: Schedule, run: Run): void | Promise<void>;
  /** A busy run has read `done` of its `total` channels. Not told of more often than once a second. */
  runProgressed(schedule: Schedule, run: Run, done: number, total: number): void | Promise<void>;
}

/** What telling takes. */
export interface TellingOptions {
  readonly handler: Pick<RunHandler, 'tellFailure'>;
  readonly observer?: RunObserver | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborts when the node stops. */
  readonly stopping: AbortSignal;
}

/** Tells the observer of a run that has moved on. */
export async function tellRun(
  schedule: Schedule,
  run: Run,
  { observer, log }: Pick<TellingOptions, 'observer' | 'log'>,
): Promise<void> {
  try {
    await observer?.runChanged(schedule, run);
  } catch (thrown) {
    log.warn('nobody could be told of a run', { run: run.run_key, error: toError(thrown) });
  }
}

/** Tells the observer how far a run has come: the first and the last word at once, others once a second at most. */
export function progressTeller(
  schedule: Schedule,
  run: Run,
  { observer, clock, log }: Pick<TellingOptions, 'observer' | 'clock' | 'log'>,
): (done: number, total: number) => void {
  let last = -Infinity;
  return (done, total) => {
    const now = clock.monotonic();
    if (observer === undefined || (done < total && now - last < progressEveryMs)) return;
    last = now;
    const tell = async (): Promise<void> => {
      await observer.runProgressed(schedule, run, done, total);
    };
    tell().catch((thrown: unknown) => {
      log.debug('nobody could be told how far a run has come', { error: toError(thrown) });
    });
  };
}

/**
 * Sends the owner the notice of a failure. Once at most: the right to it was claimed by the step that recorded the
 * failure, and what is lost here stands in the history still.
 */
export async function tellFailure(
  schedule: Schedule,
  run: Run,
  { handler, clock, log, stopping }: TellingOptions,
): Promise<void> {
  const done = new AbortController();
  const late = clock.sleep(noticeMs, AbortSignal.any([done.signal, stopping])).then(() => {
    if (!done.signal.aborted) throw new Error('telling the owner took too long, or the node stops');
  });
  late.catch(() => undefined);
  try {
    await Promise.race([handler.tellFailure(schedule, run), late]);
  } catch (thrown) {
    log.warn('the owner could not be told of a failure', {
      run: run.run_key,
      error: toError(thrown),
    });
  } finally {
    done.abort();
  }
}
