/** Cue lists made ready for matching: phrases by their first word, found by walking a text's tokens once. */
import { cueLists } from './cues/index.ts';
import type { CueList } from './cues/index.ts';
import type { Token } from './words.ts';

/** What a phrase may betray; the fields of a cue list that hold phrases. */
export type Cue = Exclude<keyof CueList, 'language' | 'stopWords' | 'acknowledgement'>;

/** Every cue. */
const cues: readonly Cue[] = [
  'decision',
  'negation',
  'proposal',
  'acceptance',
  'commitment',
  'noCommitment',
  'request',
  'task',
  'deadline',
  'noDeadline',
  'chatter',
  'news',
  'questionStart',
];

/** A phrase of a cue list. */
interface Phrase {
  readonly cue: Cue;
  readonly words: readonly string[];
  /** Counts only at the start of a sentence. */
  readonly atStart: boolean;
  /** Characters; the longest of several phrases is the one to quote. */
  readonly length: number;
}

/** A language ready for matching. */
export interface Lexicon {
  readonly language: string;
  readonly stopWords: ReadonlySet<string>;
  readonly acknowledgement: ReadonlySet<string>;
  /** All phrases, by their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

/** A phrase that stands in a text, as the tokens from `at` to before `end`. */
export interface CueMatch {
  readonly phrase: Phrase;
  readonly at: number;
  readonly end: number;
}

/** The phrases that stand in a text. */
export class CueMatches {
  readonly #matches: readonly CueMatch[];

  constructor(matches: readonly CueMatch[]) {
    this.#matches = matches;
  }

  /** Whether any phrase of `cue` is there. */
  has(cue: Cue): boolean {
    return this.#matches.some(({ phrase }) => phrase.cue === cue);
  }

  /** How many different phrases of `cue` are there. */
  count(cue: Cue): number {
    return new Set(this.of(cue).map(({ phrase }) => phrase)).size;
  }

  /** Where phrases of `cue` are, in the order of the text. */
  of(cue: Cue): readonly CueMatch[] {
    return this.#matches.filter(({ phrase }) => phrase.cue === cue);
  }
}

/** Finds the phrases of a language in a text. */
export function matchCues(lexicon: Lexicon, tokens: readonly Token[]): CueMatches {
  const matches: CueMatch[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const phrase of lexicon.phrases.get(token.text) ?? []) {
      if (phrase.atStart && at > 0 && tokens[at - 1]?.kind !== 'stop') continue;
      const { words } = phrase;
      let length = 1;
      while (length < words.length && tokens[at + length]?.text === words[length]) length += 1;
      if (length === words.length) matches.push({ phrase, at, end: at + length });
    }
  }
  return new CueMatches(matches);
}

function compile(list: CueList): Lexicon {
  const phrases = cues.flatMap((cue) => list[cue].map((text) => toPhrase(cue, text)));
  return {
    language: list.language,
    stopWords: new Set(list.stopWords),
    acknowledgement: new Set(list.acknowledgement),
    phrases: Map.groupBy(phrases, ({ words }) => words[0] ?? ''),
  };
}

/** `^` before a phrase ties it to the start of a sentence. */
function toPhrase(cue: Cue, text: string): Phrase {
  const atStart = text.startsWith('^');
  const bare = atStart ? text.slice(1) : text;
  return { cue, words: bare.split(' '), atStart, length: bare.length };
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
