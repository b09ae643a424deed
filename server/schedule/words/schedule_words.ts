/** What a language must be able to say about a schedule. */
import type { HourCycle } from '../../i18n/index.ts';

/** The phrases of one language. Each gives a whole sentence without a full stop. */
export interface SchedulePhrases {
  now(): string;
  once(values: { date: string; time: string; timezone: string }): string;
  weekly(values: WeeklyValues): string;
  monthly(values: { day: MonthDayInWords; time: string; timezone: string }): string;
}

/** What is said of a weekly schedule. */
export interface WeeklyValues {
  readonly days: DaysInWords;
  /** 1 or more. */
  readonly everyWeeks: number;
  /** Never none. */
  readonly times: readonly string[];
  readonly timezone: string;
  /** Joins items with the language's own "and". */
  readonly list: (items: readonly string[]) => string;
}

/** The phrases for one reader, with the way in which dates and times are written for them. */
export interface ScheduleWords extends SchedulePhrases {
  /** A locale of the language of the phrases, as a BCP 47 tag: lists, weekdays and dates are written its way. */
  readonly locale: string;
  readonly hourCycle: HourCycle;
}

/** Which days of the week: a group that languages have a word for, or names in the order of the week. */
export type DaysInWords =
  | { readonly kind: 'every_day' | 'weekdays' | 'weekend' }
  | { readonly kind: 'list'; readonly days: readonly string[] };

/** Which day of the month. */
export type MonthDayInWords =
  /** `mayLack`: some months are too short for it, and there it is the last day. */
  | { readonly kind: 'date'; readonly day: number; readonly mayLack: boolean }
  | { readonly kind: 'last_day' }
  /** `nth` from 1 to 4. */
  | { readonly kind: 'weekday'; readonly nth: number | 'last'; readonly weekday: string };
