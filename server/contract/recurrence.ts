/** When a schedule runs, as the user means it: wall-clock intent, never instants. */
import * as z from 'zod';
import { limits } from './limits.ts';
import { weekdays } from './weekdays.ts';

/** A time of day on a 24-hour clock, `HH:MM`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, 'must be a time of day such as 09:00');
/** A time of day on a 24-hour clock, `HH:MM`. */
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** A date of the Gregorian calendar, `YYYY-MM-DD`, of the years 1970 to 2199. */
export const LocalDate = z.iso
  .date('must be a date such as 2026-03-29')
  .refine(
    (date) => date >= limits.firstDate && date <= limits.lastDate,
    'must be in the years 1970 to 2199',
  );
/** A date of the Gregorian calendar, `YYYY-MM-DD`, of the years 1970 to 2199. */
export type LocalDate = z.infer<typeof LocalDate>;

/** Runs a single time: at a local date and time, or as soon as it is stored. */
export const OnceRecurrence = z.strictObject({
  type: z.literal('once'),
  at: z.union([z.literal('now'), z.strictObject({ date: LocalDate, time_of_day: TimeOfDay })], {
    error: 'must be "now", or an object of date and time_of_day',
  }),
});
/** Runs a single time: at a local date and time, or as soon as it is stored. */
export type OnceRecurrence = z.infer<typeof OnceRecurrence>;

/**
 * Runs on chosen weekdays. Weeks begin on Monday, as in ISO 8601; the week that holds `anchor_date` counts, and
 * from it every `every_weeks`-th one before and after.
 */
export const WeeklyRecurrence = z.strictObject({
  type: z.literal('weekly'),
  /** One bit a weekday: Sunday 1, Monday 2, Tuesday 4, up to Saturday 64. */
  days_of_week: z.int().min(1).max(127),
  every_weeks: z.int().min(1).max(limits.everyWeeks).default(1),
  /** In order and without repetition. */
  times_of_day: z
    .array(TimeOfDay)
    .min(1)
    .max(limits.timesOfDay)
    .refine((times) => new Set(times).size === times.length, 'must not repeat a time')
    .transform((times) => times.toSorted()),
  /** When absent, the server takes the first matching day from now on. */
  anchor_date: LocalDate.nullable().default(null),
});
/** Runs on chosen weekdays; see the schema of the same name. */
export type WeeklyRecurrence = z.infer<typeof WeeklyRecurrence>;

/** Which day of each month: by its date, where a short month takes its last day, or the nth of a weekday. */
export const MonthlyDay = z.union(
  [
    z.strictObject({ day: z.union([z.int().min(1).max(31), z.literal('last')]) }),
    z.strictObject({
      nth: z.union([z.int().min(1).max(4), z.literal('last')]),
      weekday: z.enum(weekdays),
    }),
  ],
  {
    error: 'must be a day of the month (1 to 31 or "last"), or nth (1 to 4 or "last") and weekday',
  },
);
/** Which day of each month; see the schema of the same name. */
export type MonthlyDay = z.infer<typeof MonthlyDay>;

/** Runs once in each month. */
export const MonthlyRecurrence = z.strictObject({
  type: z.literal('monthly'),
  on: MonthlyDay,
  time_of_day: TimeOfDay,
});
/** Runs once in each month. */
export type MonthlyRecurrence = z.infer<typeof MonthlyRecurrence>;

/** When a schedule runs. */
export const Recurrence = z.discriminatedUnion('type', [
  OnceRecurrence,
  WeeklyRecurrence,
  MonthlyRecurrence,
]);
/** When a schedule runs. */
export type Recurrence = z.infer<typeof Recurrence>;
