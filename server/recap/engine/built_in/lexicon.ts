/** Cue lists made ready for matching: phrases become needles in a text of tokens joined by spaces. */
import { cueLists } from './cues/index.ts';
import type { CueList } from './cues/index.ts';
import type { Token } from './words.ts';

/** What a phrase may betray; the fields of a cue list that hold phrases. */
export type Cue = Exclude<keyof CueList, 'language' | 'stopWords' | 'acknowledgement'>;

/** A language ready for matching. */
export interface Lexicon {
  readonly language: string;
  readonly stopWords: ReadonlySet<string>;
  readonly acknowledgement: ReadonlySet<string>;
  readonly needles: Readonly<Record<Cue, readonly string[]>>;
}

/** Tokens as one text: each between spaces, a stop at the start. */
export function haystackOf(tokens: readonly Token[]): string {
  return ` . ${tokens.map((token) => token.text).join(' ')} `;
}

/** `^` before a phrase ties it to the start of a sentence. */
function toNeedle(phrase: string): string {
  return phrase.startsWith('^') ? ` . ${phrase.slice(1)} ` : ` ${phrase} `;
}

function compile(list: CueList): Lexicon {
  const needles = (phrases: readonly string[]): readonly string[] => phrases.map(toNeedle);
  return {
    language: list.language,
    stopWords: new Set(list.stopWords),
    acknowledgement: new Set(list.acknowledgement),
    needles: {
      decision: needles(list.decision),
      negation: needles(list.negation),
      proposal: needles(list.proposal),
      acceptance: needles(list.acceptance),
      commitment: needles(list.commitment),
      noCommitment: needles(list.noCommitment),
      request: needles(list.request),
      task: needles(list.task),
      // The longest phrase that matches is the one to quote.
      deadline: needles(list.deadline.toSorted((a, b) => b.length - a.length)),
      noDeadline: needles(list.noDeadline),
      chatter: needles(list.chatter),
      news: needles(list.news),
      questionStart: needles(list.questionStart),
    },
  };
}

/** Every language with cues, ready for matching. */
export const lexicons: readonly Lexicon[] = cueLists.map(compile);

/** For languages without cues: what needs no language still works. */
export const noLexicon: Lexicon = compile({
  language: '',
  stopWords: [],
  decision: [],
  negation: [],
  proposal: [],
  acceptance: ['^+1', '^👍', '^✅', '^:+1:', '^:white_check_mark:'],
  commitment: [],
  noCommitment: [],
  request: [],
  task: [],
  deadline: [],
  noDeadline: [],
  // Where nobody says more than thanks, the language does not show: any language's thanks will do.
  acknowledgement: cueLists.flatMap((list) => list.acknowledgement),
  chatter: [],
  news: [],
  questionStart: [],
});

/** The first phrase of `cue` that stands in the text, without its spaces. */
export function findCue(lexicon: Lexicon, cue: Cue, haystack: string): string | undefined {
  return lexicon.needles[cue].find((needle) => haystack.includes(needle))?.trim();
}

/** Whether any phrase of `cue` stands in the text. */
export function hasCue(lexicon: Lexicon, cue: Cue, haystack: string): boolean {
  return lexicon.needles[cue].some((needle) => haystack.includes(needle));
}

/** How many phrases of `cue` stand in the text. */
export function countCues(lexicon: Lexicon, cue: Cue, haystack: string): number {
  let count = 0;
  for (const needle of lexicon.needles[cue]) if (haystack.includes(needle)) count += 1;
  return count;
}
