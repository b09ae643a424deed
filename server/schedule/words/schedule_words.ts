/** What a language must be able to say about a schedule. */

/** The phrases of one language. Each gives a whole sentence without a full stop. */
export interface ScheduleWords {
  /** The language, as a BCP 47 tag: lists, weekdays and dates are written its way. */
  readonly locale: string;
  now(): string;
  once(values: { date: string; time: string; timezone: string }): string;
  /** `everyWeeks` is 1 or more. */
  weekly(values: {
    days: DaysInWords;
    everyWeeks: number;
    times: string;
    timezone: string;
  }): string;
  monthly(values: { day: MonthDayInWords; time: string; timezone: string }): string;
}

/** Which days of the week: a group that languages have a word for, or a list. */
export type DaysInWords =
  | { readonly kind: 'every_day' | 'weekdays' | 'weekend' }
  | { readonly kind: 'list'; readonly days: string };

/** Which day of the month. */
export type MonthDayInWords =
  /** From 29 on some months are too short: there it is the last day. */
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'last_day' }
  | { readonly kind: 'weekday'; readonly nth: number | 'last'; readonly weekday: string };
