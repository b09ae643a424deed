/** What a language file gives: phrases that betray what a message is for. */

/**
 * Phrases of one language. All are lower case, words separated by one space, apostrophes straight. A phrase
 * matches whole words in a row, wherever they stand; with `^` before it only at the start of a sentence.
 * Precision comes before recall: a phrase that is as often wrong as right is left out.
 */
export interface CueList {
  /** BCP 47 language, which is also the name of its file. */
  readonly language: string;
  /** Words too frequent to be a topic; they also tell the language. */
  readonly stopWords: readonly string[];
  /** "This was decided." */
  readonly decision: readonly string[];
  /** Turns a decision into none. */
  readonly negation: readonly string[];
  /** "How about this?": a decision once somebody accepts it. */
  readonly proposal: readonly string[];
  /** "Yes, let's." */
  readonly acceptance: readonly string[];
  /** "I'll do it": the author takes something on. */
  readonly commitment: readonly string[];
  /** "I'll be out", "please note": looks like a task and is none. */
  readonly noCommitment: readonly string[];
  /** "Can you do it?": somebody else is asked to. */
  readonly request: readonly string[];
  /** "To do:": marks a task by itself. */
  readonly task: readonly string[];
  /** "By Friday". */
  readonly deadline: readonly string[];
  /** "Good morning": holds the word for a day and means none. */
  readonly noDeadline: readonly string[];
  /** "Thanks", "ok": a message made of nothing else says nothing. */
  readonly acknowledgement: readonly string[];
  /** Small talk. */
  readonly chatter: readonly string[];
  /** Something happened: outages, releases, results. */
  readonly news: readonly string[];
  /** First words of a question, for those who forget the question mark. */
  readonly questionStart: readonly string[];
}
