/** A message as a line of the recap: all of it, or a run of its whole sentences. */
import type { RecapLine } from '../../document.ts';
import { earliestCut, leastTopicWords, maxLineLength, maxTopicLength } from './limits.ts';
import type { Unit } from './unit.ts';
import type { Sentence } from './words.ts';

/** Tells the sentence that a quote is about. */
export type Wanted = (sentence: Sentence) => boolean;

/**
 * Quotes a message.
 *
 * A long one is quoted by the sentences around the first that `wanted` accepts, or from its start.
 */
export function quote(unit: Unit, wanted?: Wanted): RecapLine {
  return toLine(unit, chooseSpan(unit, maxLineLength, wanted));
}

/**
 * Quotes the start of a message as context for another: its first sentence that says something. Scripts without spaces
 * say twice as much in a letter.
 */
export function quoteTopic(unit: Unit): RecapLine {
  const unspaced = unit.tokens.filter((token) => token.unspaced === true).length;
  const limit = unspaced * 2 > unit.tokens.length ? maxTopicLength / 2 : maxTopicLength;
  const first = unit.sentences.find((sentence) => saysSomething(unit, sentence));
  return toLine(
    unit,
    chooseSpan(unit, limit, (sentence) => sentence === first),
  );
}

/** "Long one, sorry." does not; few words with a number, a piece of code or an address do. */
function saysSomething({ tokens, clean }: Unit, { start, end }: Sentence): boolean {
  const words = tokens.filter(
    (token) => token.kind === 'word' && token.start >= start && token.end <= end,
  );
  return words.length >= leastTopicWords || /[\d`]|:\/\//.test(clean.text.slice(start, end));
}

function toLine(unit: Unit, span: Sentence): RecapLine {
  const { post, clean } = unit;
  return {
    postId: post.id,
    channelId: post.channelId,
    authorId: post.author.id,
    author: post.author.name,
    createAt: post.createAt,
    text: clean.text.slice(span.start, span.end).trim(),
    cutBefore: span.start > 0,
    cutAfter: span.end < clean.text.length,
    extras: {
      codeLines: clean.codeLines,
      tableRows: clean.tableRows,
      images: clean.images,
      fileNames: post.fileNames,
    },
    earlier: unit.earlier,
  };
}

function chooseSpan(unit: Unit, limit: number, wanted?: Wanted): Sentence {
  const { text } = unit.clean;
  if (text.length <= limit) return { start: 0, end: text.length };
  const { sentences } = unit;
  const found = wanted === undefined ? -1 : sentences.findIndex(wanted);
  const at = Math.max(0, found);
  const first = sentences[at];
  if (first === undefined) return { start: 0, end: cutPoint(text, 0, limit) };
  let { start, end } = first;
  if (end - start > limit) return { start, end: cutPoint(text, start, limit) };
  for (const next of sentences.slice(at + 1)) {
    if (next.end - start > limit) break;
    end = next.end;
  }
  for (const previous of sentences.slice(0, at).reverse()) {
    if (end - previous.start > limit) break;
    start = previous.start;
  }
  return { start, end };
}

/** Where to cut a sentence that is longer than a line may be: between words if there are any. */
function cutPoint(text: string, start: number, limit: number): number {
  const end = start + limit;
  const space = text.lastIndexOf(' ', end);
  if (space > start + limit * earliestCut) return space;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return splitsPair ? end - 1 : end;
}
