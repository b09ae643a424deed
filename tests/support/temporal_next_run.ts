/**
 * When a recurrence is due, said a second time: by the runtime's own `Temporal`, from the description of the product
 * alone. The product's answers are held against these.
 *
 * Where `next_run.ts` searches day by day with offsets, this lists the local dates of a span and lets `Temporal`
 * turn each date and time into an instant.
 */
import type { MonthlyDay, Recurrence, WeeklyRecurrence } from '../../server/contract/index.ts';

/** A skipped local day moves its occurrences by a day: dates this far outside a span may still fall into it. */
const marginDays = 2;

/** The days of the week as `Temporal` numbers them, Monday 1. */
const dayOfWeek = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
} as const;

/**
 * The occurrences of a recurrence in a span, soonest first and each instant once. `from` is within the span, `to`
 * is not; both, and the answers, are milliseconds since 1970 UTC. A one-off that is to run "now" has none.
 *
 * @throws {RangeError} for an unknown zone, and for a rule of every other week that does not say from which on.
 */
export function occurrencesBetween(
  recurrence: Recurrence,
  timezone: string,
  from: number,
  to: number,
): number[] {
  const found = new Set<number>();
  const first = localDate(from, timezone).subtract({ days: marginDays });
  const last = localDate(to, timezone).add({ days: marginDays });
  for (const [date, time] of localTimes(recurrence, first, last)) {
    const at = date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timezone, {
      // A time that is skipped moves forward by what is skipped; of one that comes twice it is the first.
      disambiguation: 'compatible',
    }).epochMilliseconds;
    if (at >= from && at < to) found.add(at);
  }
  return [...found].toSorted((a, b) => a - b);
}

function localDate(instant: number, timezone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timezone).toPlainDate();
}

/** Each date of the span on which the rule falls, with each of its times of day. */
function* localTimes(
  recurrence: Recurrence,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Generator<readonly [Temporal.PlainDate, string]> {
  switch (recurrence.type) {
    case 'once':
      if (recurrence.at === 'now') return;
      yield [Temporal.PlainDate.from(recurrence.at.date), recurrence.at.time_of_day];
      return;
    case 'weekly':
      for (const date of weeklyDates(recurrence, first, last)) {
        for (const time of recurrence.times_of_day) yield [date, time];
      }
      return;
    case 'monthly':
      for (const month of months(first, last)) {
        yield [dayIn(month, recurrence.on), recurrence.time_of_day];
      }
  }
}

function* weeklyDates(
  rule: WeeklyRecurrence,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  if (rule.anchor_date === null && rule.every_weeks > 1) {
    throw new RangeError('which weeks count, is not known without a date in one of them');
  }
  const anchor = mondayOf(Temporal.PlainDate.from(rule.anchor_date ?? '1970-01-01'));
  const weeks = anchor.until(mondayOf(first), { largestUnit: 'weeks' }).weeks;
  const behind = ((weeks % rule.every_weeks) + rule.every_weeks) % rule.every_weeks;
  let monday = anchor.add({ weeks: weeks - behind });
  while (Temporal.PlainDate.compare(monday, last) <= 0) {
    for (let day = 0; day < 7; day += 1) {
      const date = monday.add({ days: day });
      // In the mask Sunday is the first bit, for Temporal it is day 7.
      if ((rule.days_of_week >> (date.dayOfWeek % 7)) & 1) yield date;
    }
    monday = monday.add({ weeks: rule.every_weeks });
  }
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function* months(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): Generator<Temporal.PlainYearMonth> {
  let month = first.toPlainYearMonth();
  const end = last.toPlainYearMonth();
  while (Temporal.PlainYearMonth.compare(month, end) <= 0) {
    yield month;
    month = month.add({ months: 1 });
  }
}

function dayIn(month: Temporal.PlainYearMonth, on: MonthlyDay): Temporal.PlainDate {
  const firstDay = month.toPlainDate({ day: 1 });
  const lastDay = month.toPlainDate({ day: month.daysInMonth });
  if ('day' in on) {
    if (on.day === 'last') return lastDay;
    return firstDay.with({ day: on.day }, { overflow: 'constrain' });
  }
  const wanted = dayOfWeek[on.weekday];
  if (on.nth === 'last') return lastDay.subtract({ days: (lastDay.dayOfWeek - wanted + 7) % 7 });
  return firstDay.add({ days: ((wanted - firstDay.dayOfWeek + 7) % 7) + (on.nth - 1) * 7 });
}
