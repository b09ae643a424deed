/**
 * What must come of a schedule in the simulated year, by the description of the product alone: it knows nothing of
 * the scheduler, and asks `Temporal` when a rule is due.
 */
import type { Recurrence } from '../../../server/contract/index.ts';
import { occurrencesBetween } from '../temporal_next_run.ts';
import { slowRunMs } from './story.ts';
import type { ScheduleStory, Span, TimedCommand } from './story.ts';

/** One run that must be made. */
export interface ExpectedRun {
  readonly occurrenceAt: number;
  /** When it can be begun: at its occurrence, or when a server is there again. */
  readonly at: number;
}

/** Occurrences that are recorded in one row and not run. */
export interface ExpectedRow {
  readonly status: 'missed' | 'skipped';
  readonly firstAt: number;
  readonly occurrences: number;
}

/** All that must come of a schedule. */
export interface Expected {
  readonly occurrences: number;
  readonly runs: readonly ExpectedRun[];
  readonly rows: readonly ExpectedRow[];
}

/** A time in which a schedule runs by one rule: `from` and `to` are both within it. */
interface Active extends Span {
  readonly recurrence: Recurrence;
  readonly timezone: string;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Longest lateness of a run, in milliseconds. */
const latest = { recurring: 12 * hourMs, once: dayMs } as const;

/** How far ahead the next occurrence is looked for, in days: the rules of the story come twice in that time. */
const aheadDays = 200;

/** What must have happened by `end`, which lies in no outage. */
export function expected(story: ScheduleStory, outages: readonly Span[], end: number): Expected {
  const runs: ExpectedRun[] = [];
  const rows: ExpectedRow[] = [];
  let occurrences = 0;
  let busyUntil = -Infinity;
  const run = (occurrenceAt: number, at: number): void => {
    runs.push({ occurrenceAt, at });
    if (story.isSlow) busyUntil = at + slowRunMs;
  };
  for (const active of activeSpans(story.commands, end)) {
    const due = dueIn(active);
    occurrences += due.length;
    for (const { at, members } of grouped(due, outages)) {
      const [first = NaN] = members;
      const last = members.at(-1) ?? NaN;
      if (at < busyUntil) rows.push({ status: 'skipped', firstAt: first, occurrences: 1 });
      else if (at === last) run(last, at);
      else {
        const late = at - last > latenessAllowed(active, last, at);
        const lost = members.length - (late ? 0 : 1);
        if (lost > 0) rows.push({ status: 'missed', firstAt: first, occurrences: lost });
        if (!late) run(last, at);
      }
    }
  }
  return { occurrences, runs, rows };
}

/** When the schedule was to run, and by which rule. */
function activeSpans(commands: readonly TimedCommand[], end: number): Active[] {
  const spans: Active[] = [];
  let rule: Pick<Active, 'recurrence' | 'timezone'> | undefined;
  /** From when on it runs; undefined while it is paused without an end. */
  let since: number | undefined;
  const close = (to: number): void => {
    if (rule !== undefined && since !== undefined && since <= to) {
      spans.push({ ...rule, from: since, to });
    }
  };
  for (const { at, command } of commands) {
    switch (command.kind) {
      case 'create':
      case 'replace': {
        close(at);
        const { recurrence, timezone } = command;
        rule = { recurrence: withAnchor(recurrence, timezone, at), timezone };
        since = at + 1;
        break;
      }
      case 'pause':
        close(at);
        since =
          command.days === null || rule === undefined
            ? undefined
            : pauseEnd(at, command.days, rule.timezone);
        break;
      case 'resume':
        // One that runs already stays as it is.
        if (since === undefined || since > at) since = at + 1;
        break;
      case 'rename':
    }
  }
  close(end);
  return spans;
}

/** The start of the day on which a paused schedule goes on. */
export function pauseEnd(at: number, days: number, timezone: string): number {
  const date = pauseUntil(at, days, timezone);
  return Temporal.PlainDate.from(date).toZonedDateTime(timezone).epochMilliseconds;
}

/** The date on which a schedule is to go on that is paused now for some days. */
export function pauseUntil(at: number, days: number, timezone: string): string {
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return now.toPlainDate().add({ days }).toString();
}

/** Without a date that says which weeks count, the first day to come is one of them. */
function withAnchor(recurrence: Recurrence, timezone: string, at: number): Recurrence {
  if (recurrence.type !== 'weekly' || recurrence.anchor_date !== null) return recurrence;
  const everyWeek = { ...recurrence, every_weeks: 1 };
  const [first = at] = occurrencesBetween(everyWeek, timezone, at + 1, at + 15 * dayMs);
  const day = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(timezone);
  return { ...recurrence, anchor_date: day.toPlainDate().toString() };
}

function dueIn({ recurrence, timezone, from, to }: Active): number[] {
  // "Now" is the instant of the command, which the span begins right after.
  if (recurrence.type === 'once' && recurrence.at === 'now') return [from - 1];
  return occurrencesBetween(recurrence, timezone, from, to + 1);
}

/** Occurrences that a server comes to at the same time: each by itself, or all of an outage together. */
function grouped(
  due: readonly number[],
  outages: readonly Span[],
): { readonly at: number; readonly members: number[] }[] {
  const groups: { at: number; members: number[] }[] = [];
  for (const instant of due) {
    const outage = outages.find(({ from, to }) => instant > from && instant <= to);
    const at = outage?.to ?? instant;
    const group = groups.at(-1);
    if (outage !== undefined && group?.at === at) group.members.push(instant);
    else groups.push({ at, members: [instant] });
  }
  return groups;
}

/** Half the time to the next occurrence, 12 hours at most; a day for one-offs. */
function latenessAllowed({ recurrence, timezone }: Active, last: number, now: number): number {
  if (recurrence.type === 'once') return latest.once;
  const [next] = occurrencesBetween(recurrence, timezone, now + 1, now + aheadDays * dayMs);
  if (next === undefined) throw new Error('a rule that does not come again');
  return Math.min(latest.recurring, (next - last) / 2);
}
