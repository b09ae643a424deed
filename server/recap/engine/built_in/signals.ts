/** What a message is for, as far as its phrases betray it. */
import type { CueMatches, Lexicon } from './lexicon.ts';
import type { NameMatch } from './names.ts';
import { readTask } from './task.ts';
import type { Task } from './task.ts';
import type { Unit } from './unit.ts';

/** What was recognised in one message. */
export interface Signals {
  readonly question: boolean;
  /** Says nothing beside what it asks. */
  readonly onlyAsks: boolean;
  readonly decision: boolean;
  readonly proposal: boolean;
  readonly acceptance: boolean;
  /** Says "ok" or "thanks" and nothing else, or nothing at all. */
  readonly acknowledgement: boolean;
  readonly chatter: boolean;
  /** Takes back what its author said before. */
  readonly retraction: boolean;
  /** Numbers, dates among them. */
  readonly numbers: number;
  /** Names a day or a time of day. */
  readonly dated: boolean;
  /** Names a year before the one it was written in. */
  readonly past: boolean;
  readonly task?: Task;
}

/** Words that a decision and a question have at least: less says too little to be listed. */
const leastWords = { decision: 4, question: 3 };
/** Words that a message of small talk has at most; longer ones happen to mention lunch. */
const mostChatterWords = 14;
/** Words that an acknowledgement has at most. */
const mostAcknowledgementWords = 8;

/** A number, with its parts: 1,240 and 4.31.2 are one each. */
const number = /\d+(?:[.,:]\d+)*/g;
/** What may be a year: no part of a date, a time or a longer number. */
const year = /(?<![\d.,:/-])(?:19|20)\d\d(?![\d,:/-]|\.\d)/gu;
const questionMark = /[?？؟]["')\]»”」』]*(?:\s|$)/u;
/** Times and dates that need no word: 15:00, 9h30, 12.4., 3rd, 10時, 8月. */
const timeOrDate =
  /(?<![\d.,:])(?:\d{1,2}[:h]\d{2}|\d{1,2}\.\d{1,2}\.(?!\d)|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|h|am|pm)\b|\d{1,2}[時月日])/u;

/** Reads the signals of one message from its phrases, and from the people it names. */
export function readSignals(
  unit: Unit,
  lexicon: Lexicon,
  cues: CueMatches,
  names: readonly NameMatch[],
): Signals {
  const { wordCount, clean, sentences } = unit;
  const question = isQuestion(unit, lexicon, cues);
  const chatter = wordCount <= mostChatterWords && cues.has('chatter');
  const acknowledgement = isAcknowledgement(unit, lexicon);
  const onlyAsks =
    question &&
    sentences.every(({ start, end }) => questionMark.test(clean.text.slice(start, end)));
  const says = !acknowledgement && !chatter;
  const task = says ? readTask(unit, cues, names, onlyAsks) : undefined;
  const past = namesPastYear(unit);
  const dated = cues.has('date') || timeOrDate.test(clean.text);
  return {
    question,
    onlyAsks,
    decision:
      !onlyAsks &&
      !past &&
      !cues.has('undecided') &&
      !cues.has('aside') &&
      wordCount >= leastWords.decision &&
      cues.has('decision'),
    proposal: wordCount >= leastWords.decision && cues.has('proposal'),
    acceptance: !question && cues.has('acceptance'),
    acknowledgement,
    chatter,
    retraction: cues.has('retraction'),
    numbers: clean.text.match(number)?.length ?? 0,
    dated,
    past,
    ...(task === undefined ? {} : { task }),
  };
}

function namesPastYear({ clean, post }: Unit): boolean {
  const now = new Date(post.createAt).getUTCFullYear();
  return clean.text.match(year)?.some((written) => Number(written) < now) === true;
}

function isQuestion(unit: Unit, lexicon: Lexicon, cues: CueMatches): boolean {
  if (unit.wordCount < leastWords.question && lexicon.language !== '') return false;
  return questionMark.test(unit.clean.text) || cues.has('question');
}

function isAcknowledgement(unit: Unit, lexicon: Lexicon): boolean {
  if (unit.wordCount === 0) return unit.clean.text === '' || !/[\p{L}\p{N}]/u.test(unit.clean.text);
  if (unit.wordCount > mostAcknowledgementWords) return false;
  return unit.tokens.every(
    (token) => token.kind !== 'word' || lexicon.acknowledgement.has(token.text),
  );
}
