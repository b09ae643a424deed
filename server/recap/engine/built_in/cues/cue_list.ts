/** What a language file gives: phrases that betray what a message is for. */

/**
 * Phrases of one language. All are lower case, words separated by one space, apostrophes straight. A phrase
 * matches whole words in a row, wherever they stand; with `^` before it only at the start of a sentence, with
 * `$` after it only at the end of one. Where `unspaced` says so, a phrase matches wherever its letters stand.
 * Precision comes before recall: a phrase that is as often wrong as right is left out.
 */
export interface CueList {
  /** BCP 47 language, which is also the name of its file. */
  readonly language: string;
  /** Written without spaces between words. */
  readonly unspaced?: boolean;
  /** How letters are written where a keyboard lacks them: ä as ae. Phrases and words match either way. */
  readonly transcriptions?: Readonly<Record<string, string>>;
  /** Words too frequent to be a topic; they also tell the language. */
  readonly stopWords: readonly string[];
  /** "This was decided." */
  readonly decision: readonly string[];
  /** "From Monday on", "is on hold": a decision where enough else says so. */
  readonly ruling: readonly string[];
  /** Turns a decision into none: "not decided yet". */
  readonly undecided: readonly string[];
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
  /** "Everybody": all are meant. */
  readonly everyone: readonly string[];
  /** "By": what stands after it, a date or a time, is a deadline. */
  readonly deadlineMark: readonly string[];
  /** Deadlines that are no date: "asap", "before the release". */
  readonly deadline: readonly string[];
  /** "Good morning": holds the word for a day and means none. */
  readonly noDeadline: readonly string[];
  /** Days and months by name, and days by their distance: "Friday", "tomorrow". */
  readonly date: readonly string[];
  /** "Thanks", "ok": a message made of nothing else says nothing. */
  readonly acknowledgement: readonly string[];
  /** Small talk. */
  readonly chatter: readonly string[];
  /** Something is wrong: outages, faults, delays. */
  readonly trouble: readonly string[];
  /** Something came of it: mended, found, delivered. */
  readonly outcome: readonly string[];
  /** What was so is so no more: "no longer", "instead of", "moves to". */
  readonly change: readonly string[];
  /** Takes back what was said before: "no wait", "false alarm". */
  readonly retraction: readonly string[];
  /** Says less than it seems to: "I guess", "probably". */
  readonly hedge: readonly string[];
  /** Asks, for those who forget the question mark. */
  readonly question: readonly string[];
  /** Tells a story, an opinion, what would be nice, or what concerns others: "years ago", "if it were up to me". */
  readonly aside: readonly string[];
  /** "I", "my": by which authors speak of themselves. */
  readonly self: readonly string[];
}

/** The phrases of a text, which stand between bars or on lines of their own. */
export function phrases(text: string): readonly string[] {
  return text
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

/** The words of a text. */
export function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
