/** What in a command could not be understood. */

/** What was expected instead. Each has a sentence in every language. */
export type Expected =
  /** A title of a length that fits. */
  | 'title'
  /** A beginning such as "every" or a date. */
  | 'when'
  /** A day, without a time. */
  | 'day'
  /** Which days, after "every". */
  | 'days'
  /** Which day of the month. */
  | 'month_day'
  /** "at" and a time of day. */
  | 'time'
  /** Another time of day than those that are there, or fewer. */
  | 'other_time'
  /** The number of weeks, 1 to 12. */
  | 'weeks'
  /** A date that lies ahead. */
  | 'future'
  /** A date that there is: no 31 November. */
  | 'date'
  /** The name of a time zone. */
  | 'zone'
  /** No time zone beside the date: it has a place of its own. */
  | 'other_zone'
  /** At least one channel. */
  | 'channels'
  /** One of the options, or nothing more. */
  | 'option'
  /** Nothing more: the word has no meaning here. */
  | 'end';

/** Thrown when: a command does not follow the grammar. Names the word, so that its author finds the slip. */
export class GrammarError extends Error {
  readonly expected: Expected;
  /** The word that does not fit; empty where something is missing at the end. */
  readonly word: string;

  constructor(expected: Expected, word: string) {
    super(`expected ${expected} at ${JSON.stringify(word)}`);
    this.expected = expected;
    this.word = word;
  }
}
