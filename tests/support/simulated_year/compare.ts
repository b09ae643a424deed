/** Holds what came of a simulated year against what must come of it. */
import { expected } from './expected.ts';
import type { Expected } from './expected.ts';
import type { Observed, ObservedRun, ObservedSchedule } from './simulate.ts';
import { year } from './story.ts';
import type { Story } from './story.ts';

/** A year in numbers. Each occurrence is one of delivered, missed and skipped. */
export interface YearCounts {
  readonly schedules: number;
  readonly commands: number;
  readonly zones: number;
  readonly outages: number;
  readonly occurrences: number;
  readonly delivered: number;
  /** Of those delivered: after an outage. */
  readonly late: number;
  readonly missed: number;
  readonly skipped: number;
}

/** What was found. */
export interface Verdict {
  readonly counts: YearCounts;
  /** One line for each schedule of which something is not as it must be. */
  readonly mistakes: readonly string[];
}

/** How long after the instant that it waits for a run may begin, in milliseconds: the latest second of the ticker. */
const tickMs = 6000;
/** A window may end as much before its occurrence, in milliseconds, so that its last posts are there. */
const settleMs = 1000;
/** A run that begins later than this after its occurrence tells all up to now, in milliseconds. */
const onTimeMs = 5 * 60_000;

/** Compares. */
export function compare(story: Story, observed: Observed): Verdict {
  const mistakes = observed.errors.map((text) => `an error was logged: ${text}`);
  const counts = { occurrences: 0, delivered: 0, late: 0, missed: 0, skipped: 0 };
  for (const [index, schedule] of story.schedules.entries()) {
    const wanted = expected(schedule, observed.outages, year.to);
    const got = observed.schedules[index] ?? { runs: [], rows: [] };
    const mistake = mistakeIn(wanted, got, schedule.isSlow);
    if (mistake !== undefined) {
      mistakes.push(`schedule ${index}: ${mistake} ${JSON.stringify(schedule)}`);
    }
    counts.occurrences += wanted.occurrences;
    counts.delivered += got.runs.length;
    counts.late += wanted.runs.filter(({ at, occurrenceAt }) => at > occurrenceAt).length;
    for (const row of got.rows) {
      if (row.status === 'missed') counts.missed += row.occurrences;
      if (row.status === 'skipped') counts.skipped += row.occurrences;
    }
  }
  const commands = story.schedules.flatMap((schedule) => schedule.commands);
  const zones = new Set(
    commands.flatMap(({ command }) => ('timezone' in command ? [command.timezone] : [])),
  );
  return {
    counts: {
      ...counts,
      schedules: story.schedules.length,
      commands: commands.length,
      zones: zones.size,
      outages: observed.outages.length,
    },
    mistakes,
  };
}

function mistakeIn(wanted: Expected, got: ObservedSchedule, isSlow: boolean): string | undefined {
  const runs = firstDifference(
    wanted.runs.map(({ occurrenceAt }) => iso(occurrenceAt)),
    got.runs.map(({ occurrenceAt }) => iso(occurrenceAt)),
  );
  if (runs !== undefined) return `run ${runs}`;
  const rows = firstDifference(
    wanted.rows.map((row) => `${row.status} ${iso(row.firstAt)} ${row.occurrences}`),
    got.rows.map((row) => `${row.status} ${iso(row.occurrence_at)} ${row.occurrences}`),
  );
  if (rows !== undefined) return `row ${rows}`;
  for (const [index, run] of got.runs.entries()) {
    const from = wanted.runs[index]?.at ?? NaN;
    const mistake =
      (isSlow ? undefined : timeMistake(run, from)) ??
      windowMistake(run, got.runs[index - 1], from);
    if (mistake !== undefined) return `${iso(run.occurrenceAt)} ${mistake}`;
  }
  return undefined;
}

function timeMistake(run: ObservedRun, from: number): string | undefined {
  const on = run.at >= from && run.at <= from + tickMs;
  return on ? undefined : `left at ${iso(run.at)} and not at ${iso(from)}`;
}

/** Windows join, and end at the occurrence, or where the run is late when it was made. */
function windowMistake(
  run: ObservedRun,
  before: ObservedRun | undefined,
  from: number,
): string | undefined {
  if (before !== undefined && before.windowEnd !== run.windowStart) {
    return `its window begins at ${iso(run.windowStart)} and the last ended at ${iso(before.windowEnd)}`;
  }
  const end = from - run.occurrenceAt > onTimeMs ? from : run.occurrenceAt;
  const good = run.windowEnd > end - settleMs - 1 && run.windowEnd <= end + tickMs;
  if (good && run.windowStart <= run.windowEnd) return undefined;
  return `its window is ${iso(run.windowStart)} to ${iso(run.windowEnd)}`;
}

/** Says in words where two lists part. */
function firstDifference(wanted: readonly string[], got: readonly string[]): string | undefined {
  for (let at = 0; at < Math.max(wanted.length, got.length); at += 1) {
    if (wanted[at] === got[at]) continue;
    return `${at}: wanted ${wanted[at] ?? 'none'}, got ${got[at] ?? 'none'};`;
  }
  return undefined;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
