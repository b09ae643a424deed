/** What a message is for, as far as its phrases betray it. */
import { countCues, findCue, hasCue } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './unit.ts';

/** What was recognised in one message. */
export interface Signals {
  readonly question: boolean;
  readonly decision: boolean;
  readonly proposal: boolean;
  readonly acceptance: boolean;
  /** Says "ok" or "thanks" and nothing else, or nothing at all. */
  readonly acknowledgement: boolean;
  readonly chatter: boolean;
  /** Number of news phrases. */
  readonly news: number;
  readonly task?: Task;
}

/** Something to be done. */
export interface Task {
  /** Who is to act: a user id, where the message tells. */
  readonly assigneeId?: string;
  /** The deadline in the words of the message. */
  readonly due?: string;
}

/** Words that a decision, a task or an open question has at least: less says too little to be listed. */
const leastWords = { decision: 4, task: 4, question: 3 };
/** Words that a message of small talk has at most; longer ones happen to mention lunch. */
const mostChatterWords = 14;
/** Words that an acknowledgement has at most. */
const mostAcknowledgementWords = 8;

/** Reads the signals of one message. */
export function readSignals(unit: Unit, lexicon: Lexicon): Signals {
  const { haystack, wordCount } = unit;
  const question = isQuestion(unit, lexicon);
  const negated = hasCue(lexicon, 'negation', haystack);
  const chatter = wordCount <= mostChatterWords && hasCue(lexicon, 'chatter', haystack);
  const acknowledgement = isAcknowledgement(unit, lexicon);
  const task = acknowledgement || chatter ? undefined : readTask(unit, lexicon, question);
  return {
    question,
    decision:
      !question &&
      !negated &&
      wordCount >= leastWords.decision &&
      hasCue(lexicon, 'decision', haystack),
    proposal: wordCount >= leastWords.decision && hasCue(lexicon, 'proposal', haystack),
    acceptance: !question && hasCue(lexicon, 'acceptance', haystack),
    acknowledgement,
    chatter,
    news: Math.min(3, countCues(lexicon, 'news', haystack)),
    ...(task === undefined ? {} : { task }),
  };
}

function isQuestion(unit: Unit, lexicon: Lexicon): boolean {
  if (unit.wordCount < leastWords.question && lexicon.language !== '') return false;
  if (/[?？؟]["')\]»”]?(?:\s|$)/u.test(unit.clean.text)) return true;
  return hasCue(lexicon, 'questionStart', unit.haystack);
}

function isAcknowledgement(unit: Unit, lexicon: Lexicon): boolean {
  if (unit.wordCount === 0) return unit.clean.text === '' || !/[\p{L}\p{N}]/u.test(unit.clean.text);
  if (unit.wordCount > mostAcknowledgementWords) return false;
  return unit.tokens.every(
    (token) => token.kind !== 'word' || lexicon.acknowledgement.has(token.text),
  );
}

/**
 * A task needs two signs, because one alone is wrong too often: a promise with a deadline or some length, a
 * request with somebody named or a deadline, or a line that is headed as a task.
 */
function readTask(unit: Unit, lexicon: Lexicon, question: boolean): Task | undefined {
  const { haystack, post } = unit;
  if (unit.wordCount < leastWords.task || hasCue(lexicon, 'noCommitment', haystack)) return;
  const due = quoteDeadline(unit, lexicon);
  const [named] = post.mentionedIds;
  const requested =
    hasCue(lexicon, 'request', haystack) && (named !== undefined || due !== undefined);
  const headed = hasCue(lexicon, 'task', haystack);
  const promised =
    !question &&
    hasCue(lexicon, 'commitment', haystack) &&
    (due !== undefined || unit.wordCount >= leastWords.task + 2);
  if (!requested && !headed && !promised) return;
  const assigneeId = promised ? post.author.id : named;
  return {
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(due === undefined ? {} : { due }),
  };
}

/** The deadline as it is written in the message, capitals included. */
function quoteDeadline(unit: Unit, lexicon: Lexicon): string | undefined {
  const greetings = lexicon.needles.noDeadline;
  const haystack = greetings.reduce(
    (text, needle) => text.replaceAll(needle, ' · '),
    unit.haystack,
  );
  const phrase = findCue(lexicon, 'deadline', haystack);
  if (phrase === undefined) return undefined;
  const { tokens } = unit;
  const words = phrase.split(' ');
  const first = tokens.findLastIndex((_, at) =>
    words.every((word, offset) => tokens[at + offset]?.text === word),
  );
  const start = tokens[first]?.start;
  const end = tokens[first + words.length - 1]?.end;
  return start === undefined || end === undefined ? phrase : unit.clean.text.slice(start, end);
}
