/** Random rules, zones and instants, where computing with time goes wrong: around changes of clocks. */
import { weekdays } from '../../server/contract/index.ts';
import type { MonthlyDay, Recurrence } from '../../server/contract/index.ts';
import type { Random } from './random.ts';

/** One question about a recurrence. */
export interface RecurrenceCase {
  readonly recurrence: Recurrence;
  readonly timezone: string;
  /** The instant that is asked about, milliseconds since 1970 UTC. */
  readonly at: number;
}

const dayMs = 86_400_000;

/** The years that schedules can name, and those in which most of them will run. */
const years = { all: [1970, 2199], usual: [2000, 2040] } as const;

/** How far from a change of clocks an instant counts as near it, in days. */
const nearDays = 2;

/** A case in a zone. Half of them lie near a change of clocks, if the zone has one in those years. */
export function randomCase(random: Random, timezone: string): RecurrenceCase {
  let at = randomInstant(random);
  if (random.oneIn(2)) at = nearChange(random, timezone, at);
  // The clock's face at that time: where a change is near, so are times of day that it skips or repeats.
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timezone);
  return { recurrence: randomRecurrence(random, local.toPlainDateTime()), timezone, at };
}

function randomInstant(random: Random): number {
  const [first, last] = random.oneIn(4) ? years.all : years.usual;
  const from = Date.UTC(first, 0, 1);
  const days = (Date.UTC(last + 1, 0, 1) - from) / dayMs;
  return from + random.below(days) * dayMs + random.below(dayMs);
}

/** Within days of a change of clocks, and at the very instant of it now and then. */
function nearChange(random: Random, timezone: string, from: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timezone);
  const change = zoned.getTimeZoneTransition('next') ?? zoned.getTimeZoneTransition('previous');
  if (change === null || change.year < years.all[0] || change.year > years.all[1]) return from;
  const near = random.pick([nearDays * dayMs, dayMs / 8, 60_000, 1]);
  return change.epochMilliseconds + random.below(2 * near) - near;
}

function randomRecurrence(random: Random, local: Temporal.PlainDateTime): Recurrence {
  const near = local.toPlainDate().add({ days: random.below(5) - 2 });
  switch (random.below(4)) {
    case 0:
      return {
        type: 'once',
        at: { date: bounded(near).toString(), time_of_day: timeNear(random, local) },
      };
    case 1:
      return {
        type: 'monthly',
        on: randomMonthDay(random, near),
        time_of_day: timeNear(random, local),
      };
    default: {
      const times = Array.from({ length: 1 + random.below(4) }, () => timeNear(random, local));
      return {
        type: 'weekly',
        days_of_week: random.oneIn(3) ? 127 : 1 + random.below(127),
        every_weeks: random.oneIn(3) ? 1 + random.below(12) : 1,
        times_of_day: [...new Set(times)].toSorted(),
        anchor_date: bounded(near.add({ days: random.below(2000) - 1000 })).toString(),
      };
    }
  }
}

/** Half of them fall on the date itself. */
function randomMonthDay(random: Random, date: Temporal.PlainDate): MonthlyDay {
  const chosen = random.oneIn(2);
  switch (random.below(4)) {
    case 0:
      return { day: 'last' };
    case 1:
      return { day: chosen ? date.day : 1 + random.below(31) };
    default: {
      const weekday = weekdays[chosen ? date.dayOfWeek % 7 : random.below(7)] ?? 'monday';
      const week = chosen ? Math.ceil(date.day / 7) : 1 + random.below(5);
      return { nth: week > 4 ? 'last' : week, weekday };
    }
  }
}

function timeNear(random: Random, local: Temporal.PlainDateTime): string {
  const hour = random.oneIn(3) ? random.below(24) : (local.hour + 22 + random.below(5)) % 24;
  const minute = random.oneIn(2) ? random.pick([0, 15, 30, 45]) : random.below(60);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A date that a schedule can name. */
function bounded(date: Temporal.PlainDate): Temporal.PlainDate {
  if (date.year < years.all[0]) return date.with({ year: years.all[0] });
  return date.year > years.all[1] ? date.with({ year: years.all[1] }) : date;
}
