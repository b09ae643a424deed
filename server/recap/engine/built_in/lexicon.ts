/** Cue lists made ready for matching, and the one pass over a text that finds their phrases. */
import { cueLists } from './cues/index.ts';
import type { CueList } from './cues/index.ts';
import type { Token } from './words.ts';

/** What a phrase may betray; the fields of a cue list that hold phrases. */
export type Cue = Exclude<
  keyof CueList,
  'language' | 'unspaced' | 'transcriptions' | 'stopWords' | 'acknowledgement'
>;

/** Every cue. */
const cues: readonly Cue[] = [
  'decision',
  'ruling',
  'undecided',
  'proposal',
  'acceptance',
  'commitment',
  'noCommitment',
  'request',
  'task',
  'everyone',
  'deadlineMark',
  'deadline',
  'noDeadline',
  'date',
  'chatter',
  'trouble',
  'outcome',
  'change',
  'retraction',
  'hedge',
  'question',
  'aside',
  'self',
];

/** A phrase of a cue list. */
interface Phrase {
  readonly cue: Cue;
  readonly text: string;
  readonly words: readonly string[];
  /** Counts only at the start of a sentence. */
  readonly atStart: boolean;
  /** Counts only at the end of a sentence. */
  readonly atEnd: boolean;
}

/**
 * A language ready for matching. Its phrases are made ready with the first text in it: few are spoken on one site, and
 * an idle process does without any.
 */
export class Lexicon {
  readonly language: string;
  readonly unspaced: boolean;
  readonly stopWords: ReadonlySet<string>;
  readonly acknowledgement: ReadonlySet<string>;
  readonly #list: CueList;
  #phrases: ReadonlyMap<string, readonly Phrase[]> | undefined;

  constructor(list: CueList) {
    this.language = list.language;
    this.unspaced = list.unspaced === true;
    this.stopWords = new Set(spellings(list, list.stopWords));
    this.acknowledgement = new Set(spellings(list, list.acknowledgement));
    this.#list = list;
  }

  /** All phrases, by their first word; in a script without spaces by their first letter. */
  get phrases(): ReadonlyMap<string, readonly Phrase[]> {
    return (this.#phrases ??= phrasesOf(this.#list));
  }
}

/** A phrase that stands in a text from `start` to before `end`. */
export interface CueMatch {
  readonly cue: Cue;
  readonly start: number;
  readonly end: number;
}

/** The phrases that stand in a text. */
export class CueMatches {
  readonly #matches: ReadonlyMap<Cue, readonly CueMatch[]>;

  constructor(matches: readonly CueMatch[]) {
    this.#matches = Map.groupBy(matches, ({ cue }) => cue);
  }

  /** Whether any phrase of `cue` is there. */
  has(cue: Cue): boolean {
    return this.#matches.has(cue);
  }

  /** Where phrases of `cue` are, in the order of the text. */
  of(cue: Cue): readonly CueMatch[] {
    return this.#matches.get(cue) ?? [];
  }
}

/** Finds the phrases of a language in a text and its tokens. */
export function matchCues(lexicon: Lexicon, text: string, tokens: readonly Token[]): CueMatches {
  return new CueMatches(
    lexicon.unspaced ? matchLetters(lexicon, text) : matchWords(lexicon, tokens),
  );
}

function matchWords(lexicon: Lexicon, tokens: readonly Token[]): CueMatch[] {
  const matches: CueMatch[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const { cue, words, atStart, atEnd } of lexicon.phrases.get(token.text) ?? []) {
      if (atStart && at > 0 && tokens[at - 1]?.kind !== 'stop') continue;
      let length = 1;
      while (length < words.length && tokens[at + length]?.text === words[length]) length += 1;
      if (length < words.length) continue;
      const next = tokens[at + length];
      if (atEnd && next !== undefined && next.kind !== 'stop') continue;
      matches.push({ cue, start: token.start, end: tokens[at + length - 1]?.end ?? token.end });
    }
  }
  return matches;
}

function matchLetters(lexicon: Lexicon, whole: string): CueMatch[] {
  const matches: CueMatch[] = [];
  const text = whole.toLowerCase();
  for (let start = 0; start < text.length; start += 1) {
    for (const phrase of lexicon.phrases.get(text.charAt(start)) ?? []) {
      if (!text.startsWith(phrase.text, start)) continue;
      const end = start + phrase.text.length;
      if (phrase.atStart && start > 0 && !isBreak(text.charAt(start - 1))) continue;
      if (phrase.atEnd && end < text.length && !isBreak(text.charAt(end))) continue;
      matches.push({ cue: phrase.cue, start, end });
    }
  }
  return matches;
}

function isBreak(char: string): boolean {
  return /[\s。！？!?、，,.…·]/u.test(char);
}

/** Laughs in every language. */
const laughter = '😂 🤣 😆 😹 :joy: :rofl: :laughing: :sweat_smile:'.split(' ');

function phrasesOf(list: CueList): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = cues.flatMap((cue) =>
    spellings(list, list[cue]).map((text) => toPhrase(cue, text)),
  );
  phrases.push(...laughter.map((text) => toPhrase('chatter', text)));
  return Map.groupBy(phrases, ({ text, words }) =>
    list.unspaced === true ? text.charAt(0) : (words[0] ?? ''),
  );
}

/** The texts, and those again that are also written otherwise. */
function spellings({ transcriptions = {} }: CueList, texts: readonly string[]): readonly string[] {
  const letters = Object.entries(transcriptions);
  const other = (text: string): string =>
    letters.reduce((so, [letter, others]) => so.replaceAll(letter, others), text);
  return [...texts, ...texts.filter((text) => other(text) !== text).map(other)];
}

/** `^` before a phrase ties it to the start of a sentence, `$` after it to the end. */
function toPhrase(cue: Cue, marked: string): Phrase {
  const atStart = marked.startsWith('^');
  const atEnd = marked.endsWith('$');
  const text = marked.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  return { cue, text, words: text.split(' '), atStart, atEnd };
}

/** Every language with cues. */
export const lexicons: readonly Lexicon[] = cueLists.map((list) => new Lexicon(list));

/** For languages without cues: what needs no language still works. */
export const noLexicon = new Lexicon({
  language: '',
  stopWords: [],
  decision: [],
  ruling: [],
  undecided: [],
  proposal: [],
  acceptance: ['^+1', '^👍', '^✅', '^:+1:', '^:white_check_mark:'],
  commitment: [],
  noCommitment: [],
  request: [],
  task: [],
  everyone: [],
  deadlineMark: [],
  deadline: [],
  noDeadline: [],
  date: [],
  // Where nobody says more than thanks, the language does not show: any language's thanks will do.
  acknowledgement: cueLists.flatMap((list) => list.acknowledgement),
  chatter: [],
  trouble: [],
  outcome: [],
  change: [],
  retraction: [],
  hedge: [],
  question: [],
  aside: [],
  self: [],
});
