/** What happens in a simulated year: who makes which schedule and changes it when, and when no server runs. */
import { weekdays } from '../../../server/contract/index.ts';
import type { MonthlyDay, Recurrence } from '../../../server/contract/index.ts';
import { Random } from '../random.ts';

/** What an owner does with a schedule. */
export type Command =
  | {
      readonly kind: 'create' | 'replace';
      readonly recurrence: Recurrence;
      readonly timezone: string;
    }
  /** A new title alone, which changes nothing about when it runs. */
  | { readonly kind: 'rename' }
  /** `days`: for how many days it is to be paused, from the owner's date; null without an end. */
  | { readonly kind: 'pause'; readonly days: number | null }
  | { readonly kind: 'resume' };

/** A command and its instant, milliseconds since 1970 UTC. */
export interface TimedCommand {
  readonly at: number;
  readonly command: Command;
}

/** The life of one schedule; it begins with `create`. */
export interface ScheduleStory {
  readonly commands: readonly TimedCommand[];
  /** Whether each of its runs takes `slowRunMs`, so that a near occurrence finds it busy. */
  readonly isSlow: boolean;
}

/** A span of time in milliseconds since 1970 UTC; neither end is in a minute's first or last seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A year. */
export interface Story {
  readonly schedules: readonly ScheduleStory[];
  /** When no server runs. In order, and apart from each other. */
  readonly outages: readonly Span[];
}

/** How long a slow run takes, in milliseconds. */
export const slowRunMs = 7 * 60_000;

/** The year that is simulated. It ends in the middle of a minute. */
export const year: Span = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1, 0, 0, 30) };

const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** One schedule in so many is slow. */
const slowOneIn = 250;

/** Outages that begin right before clocks change: in New York, Berlin, Lord Howe and Berlin again. */
const outagesAtChanges = [
  Date.UTC(2026, 2, 8, 5),
  Date.UTC(2026, 2, 28, 23),
  Date.UTC(2026, 3, 4, 13),
  Date.UTC(2026, 9, 24, 22),
];

/** A story of `count` schedules, the same for the same seed. */
export function tellStory(count: number, seed: number): Story {
  const random = new Random(seed);
  const outages = tellOutages(random);
  const zones = Intl.supportedValuesOf('timeZone');
  const schedules = Array.from({ length: count }, (_, index) =>
    tellSchedule(random, index % slowOneIn === 0, index, zones, outages),
  );
  return { schedules, outages };
}

function tellOutages(random: Random): Span[] {
  const starts = [...outagesAtChanges];
  for (let month = 0; month < 12; month += 1) {
    starts.push(Date.UTC(2026, month, 10 + random.below(10), random.below(24), random.below(60)));
  }
  return starts
    .toSorted((a, b) => a - b)
    .map((start) => {
      const from = start + 30 * secondMs;
      // From minutes to more than a day: some occurrences are late, some too late, some missed in a row.
      const length = random.pick([20 * minuteMs, 3 * hourMs, 8 * hourMs, 30 * hourMs]);
      return { from, to: from + length + random.below(60) * minuteMs };
    });
}

function tellSchedule(
  random: Random,
  isSlow: boolean,
  index: number,
  zones: readonly string[],
  outages: readonly Span[],
): ScheduleStory {
  const timezone = zones[index % zones.length] ?? 'UTC';
  const moment = (from: number, to: number): number => {
    const minutes = Math.floor((to - from) / minuteMs);
    const at = from + random.below(minutes) * minuteMs;
    return outsideOf(outages, at - (at % minuteMs)) + 10 * secondMs + random.below(40 * secondMs);
  };
  const latest = year.to - 5 * dayMs;
  const createdAt = random.oneIn(3)
    ? moment(year.from + dayMs, latest)
    : moment(year.from, year.from + dayMs);
  const recurrence = isSlow ? slowRecurrence(random) : randomRecurrence(random, createdAt);
  const commands: TimedCommand[] = [
    { at: createdAt, command: { kind: 'create', recurrence, timezone } },
  ];
  if (recurrence.type !== 'once' && !isSlow) {
    const instants = Array.from({ length: random.below(4) }, () =>
      moment(createdAt + dayMs, year.to - dayMs),
    ).filter((at) => at > createdAt);
    for (const at of instants.toSorted((a, b) => a - b)) {
      commands.push({ at, command: randomCommand(random, at, random.pick(zones)) });
    }
  }
  return { commands, isSlow };
}

/** The instant itself, or one after the outage that it lies in. */
function outsideOf(outages: readonly Span[], at: number): number {
  // An outage may begin a little later than told: see `simulate.ts`.
  const found = outages.find(({ from, to }) => at >= from - minuteMs && at <= to + minuteMs);
  if (found === undefined) return at;
  return outsideOf(outages, found.to - (found.to % minuteMs) + 2 * minuteMs);
}

function randomCommand(random: Random, at: number, timezone: string): Command {
  switch (random.below(5)) {
    case 0:
      return { kind: 'rename' };
    case 1:
      return { kind: 'pause', days: 2 + random.below(40) };
    case 2:
      return { kind: 'pause', days: null };
    case 3:
      return { kind: 'resume' };
    default:
      return { kind: 'replace', timezone, recurrence: recurringRecurrence(random, at, false) };
  }
}

function randomRecurrence(random: Random, at: number): Recurrence {
  if (!random.oneIn(10)) return recurringRecurrence(random, at, true);
  if (random.oneIn(10)) return { type: 'once', at: 'now' };
  const date = dateOf(at + (2 + random.below(300)) * dayMs);
  return { type: 'once', at: { date, time_of_day: timeOfDay(random) } };
}

/** `mayFloat`: whether a rule of every nth week may leave it to the server which weeks count. */
function recurringRecurrence(random: Random, at: number, mayFloat: boolean): Recurrence {
  const kind = random.below(40);
  if (kind < 8) return { type: 'monthly', on: monthDay(random), time_of_day: timeOfDay(random) };
  const isBusy = kind === 39;
  const times = Array.from({ length: random.pick([1, 1, 2, 4]) }, () => timeOfDay(random));
  const floats = mayFloat && random.oneIn(2);
  const anchor = dateOf(at + (random.below(200) - 100) * dayMs);
  return {
    type: 'weekly',
    days_of_week: isBusy ? random.pick([62, 127]) : days(random),
    every_weeks: isBusy ? 1 : 1 + random.below(12),
    times_of_day: [...new Set(isBusy ? times.slice(0, 1) : times)].toSorted(),
    anchor_date: floats ? null : anchor,
  };
}

/** Two times a little apart, so that the second finds the first at work, and one that does not. */
function slowRecurrence(random: Random): Recurrence {
  const hour = String(random.below(24)).padStart(2, '0');
  return {
    type: 'weekly',
    days_of_week: days(random),
    every_weeks: 1,
    times_of_day: [`${hour}:10`, `${hour}:15`, `${hour}:45`],
    anchor_date: null,
  };
}

function days(random: Random): number {
  return (1 << random.below(7)) | (1 << random.below(7));
}

function monthDay(random: Random): MonthlyDay {
  switch (random.below(4)) {
    case 0:
      return { day: 'last' };
    case 1:
      return { day: 1 + random.below(31) };
    case 2:
      return { nth: 'last', weekday: random.pick(weekdays) };
    default:
      return { nth: 1 + random.below(4), weekday: random.pick(weekdays) };
  }
}

/** Nearly half of them at night, where clocks are changed. */
function timeOfDay(random: Random): string {
  const hour = random.below(5) < 2 ? random.below(4) : random.below(24);
  const minute = random.oneIn(2) ? random.pick([0, 15, 30, 45]) : random.below(60);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
