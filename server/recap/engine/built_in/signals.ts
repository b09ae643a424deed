/** What a message is for, as far as its phrases betray it. */
import { matchCues } from './lexicon.ts';
import type { CueMatch, CueMatches, Lexicon } from './lexicon.ts';
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
  const { wordCount } = unit;
  const cues = matchCues(lexicon, unit.tokens);
  const question = isQuestion(unit, lexicon, cues);
  const chatter = wordCount <= mostChatterWords && cues.has('chatter');
  const acknowledgement = isAcknowledgement(unit, lexicon);
  const task = acknowledgement || chatter ? undefined : readTask(unit, cues, question);
  return {
    question,
    decision:
      !question &&
      !cues.has('negation') &&
      wordCount >= leastWords.decision &&
      cues.has('decision'),
    proposal: wordCount >= leastWords.decision && cues.has('proposal'),
    acceptance: !question && cues.has('acceptance'),
    acknowledgement,
    chatter,
    news: cues.count('news'),
    ...(task === undefined ? {} : { task }),
  };
}

function isQuestion(unit: Unit, lexicon: Lexicon, cues: CueMatches): boolean {
  if (unit.wordCount < leastWords.question && lexicon.language !== '') return false;
  if (/[?？؟]["')\]»”]?(?:\s|$)/u.test(unit.clean.text)) return true;
  return cues.has('questionStart');
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
function readTask(unit: Unit, cues: CueMatches, question: boolean): Task | undefined {
  const { post } = unit;
  if (unit.wordCount < leastWords.task || cues.has('noCommitment')) return;
  const due = quoteDeadline(unit, cues);
  const [named] = post.mentionedIds;
  const requested = cues.has('request') && (named !== undefined || due !== undefined);
  const headed = cues.has('task');
  const promised =
    !question &&
    cues.has('commitment') &&
    (due !== undefined || unit.wordCount >= leastWords.task + 2);
  if (!requested && !headed && !promised) return;
  const assigneeId = promised ? post.author.id : named;
  return {
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(due === undefined ? {} : { due }),
  };
}

/** The deadline as it is written in the message, capitals included: the longest phrase, where it stands last. */
function quoteDeadline(unit: Unit, cues: CueMatches): string | undefined {
  const greetings = cues.of('noDeadline');
  let found: CueMatch | undefined;
  for (const match of cues.of('deadline')) {
    if (greetings.some((greeting) => greeting.at < match.end && match.at < greeting.end)) continue;
    if (found === undefined || match.phrase.length >= found.phrase.length) found = match;
  }
  if (found === undefined) return undefined;
  const start = unit.tokens[found.at]?.start;
  return unit.clean.text.slice(start, unit.tokens[found.end - 1]?.end);
}
