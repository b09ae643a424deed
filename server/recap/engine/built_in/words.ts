/** Words and sentences of a cleaned text, in any script. */
import { lineJoint } from './clean.ts';
import { maxScannedLength, maxTokens } from './limits.ts';

/** What a token is: a word, a mark that speaks (`+1`, an emoji), somebody's name, or the end of a sentence. */
export type TokenKind = 'word' | 'mark' | 'name' | 'stop';

/** A piece of text that means something, and where it stands. */
export interface Token {
  readonly kind: TokenKind;
  /** Lower case, composed (NFC), with straight apostrophes; `.` for every kind of stop. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A word of a script that is written without spaces. */
  readonly unspaced?: true;
}

/** Scripts that are written without spaces between words, where only `Intl.Segmenter` knows them apart. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Alternatives in order: code and addresses (dropped), emoji codes and marks, names, words, stops. */
const tokenPattern =
  /(`[^`]*`|[a-z][a-z0-9+.-]{1,20}:\/\/\S+)|(:[a-z0-9_+-]{1,40}:|\+1(?![\p{L}\p{N}])|\p{Extended_Pictographic})|(@[a-z0-9][a-z0-9._-]{0,63})|([\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*)|([.!?](?=\s|$)|[。！？]|·)/giu;

/** The tokens of a text, at most `maxTokens`. Addresses and code are none. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(0, maxScannedLength).matchAll(tokenPattern)) {
    if (tokens.length >= maxTokens) break;
    const [found, dropped, mark, name, word] = match;
    if (dropped !== undefined) continue;
    const kind = mark !== undefined ? 'mark' : name !== undefined ? 'name' : 'word';
    if (word !== undefined && unspaced.test(word)) tokens.push(...segmentWords(word, match.index));
    else if (kind === 'word' && word === undefined) tokens.push(stopAt(match.index));
    else tokens.push(toToken(kind, found, match.index));
  }
  return tokens;
}

function segmentWords(run: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const segment of segmenter.segment(run.slice(0, maxTokens * 4))) {
    if (segment.isWordLike === true) {
      tokens.push({
        ...toToken('word', segment.segment, offset + segment.index),
        unspaced: true,
      });
    }
  }
  return tokens;
}

function stopAt(start: number): Token {
  return { kind: 'stop', text: '.', start, end: start + 1 };
}

function toToken(kind: TokenKind, found: string, start: number): Token {
  return {
    kind,
    text: found.toLowerCase().normalize('NFC').replaceAll('’', "'"),
    start,
    end: start + found.length,
  };
}

/** Ends of words after which a full stop ends no sentence. */
const abbreviations = new Set(
  'e.g i.e etc vs dr mr mrs ms prof no nr z.b d.h u.a bzw ca usw p.ej sr sra approx min max'.split(
    ' ',
  ),
);

/** A sentence by where it starts and ends. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into sentences; joints between lines of the message cut as well, and a colon before a numbered list. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const cut = (end: number, next: number): void => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end });
    start = next;
  };
  for (const match of text.matchAll(/[.!?…]["')\]”»]? (?=\S)|: (?=\d{1,3}\) )|[。！？]|\n| · /gu)) {
    const end = match.index + match[0].length;
    if (match[0] === lineJoint) cut(match.index, end);
    else if (match[0].startsWith('.') && isAbbreviation(text, match.index, end)) continue;
    else cut(match[0].endsWith(' ') ? end - 1 : end, end);
  }
  cut(text.length, text.length);
  return sentences;
}

/** Whether the full stop at `dot` belongs to a short form: a known one, a single letter, or before lower case. */
function isAbbreviation(text: string, dot: number, next: number): boolean {
  const head = text.slice(Math.max(0, dot - 8), dot);
  const word = head.slice(head.lastIndexOf(' ') + 1).toLowerCase();
  if (word.length === 1 || abbreviations.has(word)) return true;
  return /\p{Ll}/u.test(text.charAt(next));
}
