/** Schedules with what people read about them: the words, and the coming runs. */
import { limits } from '../contract/index.ts';
import type {
  DescribedSchedule,
  Schedule,
  TimingInput,
  ValidatedSchedule,
} from '../contract/index.ts';
import { describe } from './describe.ts';
import { anchored, nextRuns } from './next_run.ts';
import type { ScheduleWords } from './words/index.ts';
import { ZoneError } from './zone.ts';

/** A stored schedule. One that is paused until a day tells the runs from that day on. */
export function described(schedule: Schedule, words: ScheduleWords): DescribedSchedule {
  const { recurrence, timezone } = schedule;
  const description = describe(recurrence, timezone, words);
  return { ...schedule, description, next_runs: comingRuns(schedule) };
}

/**
 * A form that is not saved yet. A one-off whose time has passed has no runs.
 *
 * @throws {ZoneError} for an unknown zone.
 */
export function describedTiming(
  timing: Required<TimingInput> & { readonly timezone: string },
  now: number,
  words: ScheduleWords,
): ValidatedSchedule {
  const { timezone } = timing;
  const recurrence = anchored(timing.recurrence, timezone, now);
  return {
    description: describe(recurrence, timezone, words),
    next_runs: nextRuns(recurrence, timezone, now, limits.describedRuns),
  };
}

function comingRuns(schedule: Schedule): number[] {
  const { recurrence, timezone, next_run_at: next, resume_at: resumeAt } = schedule;
  const count = limits.describedRuns;
  try {
    if (next !== null) return [next, ...nextRuns(recurrence, timezone, next, count - 1)];
    return resumeAt === null ? [] : nextRuns(recurrence, timezone, resumeAt - 1, count);
  } catch (thrown) {
    // The run that comes will say so, and pause the schedule.
    if (thrown instanceof ZoneError) return next === null ? [] : [next];
    throw thrown;
  }
}
