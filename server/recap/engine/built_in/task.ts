/** Whether a message gives somebody something to do, who that is, and until when. */
import type { CueMatch, CueMatches } from './lexicon.ts';
import type { NameMatch } from './names.ts';
import type { Unit } from './unit.ts';

/** Something to be done. */
export interface Task {
  /** Who is to act: a user id, where the message tells. */
  readonly assigneeId?: string;
  /** The deadline in the words of the message. */
  readonly due?: string;
  /** How it was said: the author took it on, somebody is asked to, or it is headed as a task. */
  readonly kind: 'promise' | 'request' | 'heading';
  /** Said so plainly that nothing else needs to speak for it. */
  readonly sure: boolean;
}

/** Words that a task has at least. */
const leastWords = 4;
/** Words of a promise that count as a sign by themselves. */
const longPromise = 7;
/** Characters between a word such as "by" and the date it belongs to. */
const deadlineReach = 12;

/**
 * A task needs two signs, because one alone is wrong too often: a promise with a deadline or some length, a
 * request with somebody named or everybody meant, or a line that is headed as a task. What somebody wants by a
 * date without saying from whom is wrong every other time.
 */
export function readTask(
  unit: Unit,
  cues: CueMatches,
  names: readonly NameMatch[],
  onlyAsks: boolean,
): Task | undefined {
  const { post } = unit;
  if (unit.wordCount < leastWords || cues.has('noCommitment') || cues.has('retraction'))
    return undefined;
  const deadlines = findDeadlines(unit, cues);
  const called = addressed(unit, names);
  const named = post.mentionedIds[0] ?? called?.personId;
  const meant = named !== undefined || cues.has('everyone');
  const dated = deadlines.some((due) => !called || inOneSentence(unit, called, due));
  const requested = meant && (cues.has('request') || (named !== undefined && dated));
  const isLong = deadlines.length > 0 || unit.wordCount >= longPromise;
  const promised = !onlyAsks && cues.has('commitment') && isLong;
  const headed = cues.has('task');
  if (!headed && !requested && !promised) return undefined;
  const kind = headed ? 'heading' : requested ? 'request' : 'promise';
  // Whom a promise names is whom it is about: its author is the one to act.
  const assigneeId = kind === 'promise' ? post.author.id : named;
  const due = dueOf(
    unit,
    deadlines,
    kind === 'heading' ? undefined : askedAt(unit, cues, kind, called),
  );
  const byMention = post.mentionedIds.length > 0 && cues.has('request');
  return {
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(due === undefined ? {} : { due }),
    kind,
    sure: headed || byMention || (kind === 'promise' && due !== undefined),
  };
}

/** Who is spoken to or of as the one to act: named first in a sentence, or before a comma. */
function addressed(unit: Unit, names: readonly NameMatch[]): NameMatch | undefined {
  const { text } = unit.clean;
  return names.find(({ personId, start, end }) => {
    if (personId === unit.post.author.id) return false;
    const opens = unit.sentences.some((sentence) => sentence.start === start);
    return opens || /^(?:[,、]|さん)/u.test(text.slice(end)) || /[,;] $/.test(text.slice(0, start));
  });
}

/** What somebody is to do by a date stands in one sentence with the date; other days are the day of something else. */
function inOneSentence({ sentences }: Unit, first: Span, second: Span): boolean {
  return sentences.some((sentence) => isWithin(first, sentence) && isWithin(second, sentence));
}

/** Where the message asks, or where it promises. */
function askedAt(
  unit: Unit,
  cues: CueMatches,
  kind: 'promise' | 'request',
  called: NameMatch | undefined,
): readonly Span[] {
  if (kind === 'promise') return cues.of('commitment');
  // Others may be asked in other sentences: the day is that of whom the task is given to.
  const named = unit.post.mentionedIds.length > 0 ? firstMention(unit) : called;
  return named === undefined ? [...cues.of('request'), ...cues.of('everyone')] : [named];
}

function firstMention({ tokens }: Unit): Span | undefined {
  return tokens.find((token) => token.kind === 'name');
}

/**
 * The deadline as it is written in the message, capitals included: the longest phrase, the last of equal ones, of the
 * sentences that ask; where they have none, of the sentence right after. A day that stands elsewhere is the day of
 * something else. A heading is asking throughout.
 */
function dueOf(
  { clean, sentences }: Unit,
  deadlines: readonly Span[],
  asked: readonly Span[] | undefined,
): string | undefined {
  const asks = sentences.map((sentence) => asked?.some((span) => isWithin(span, sentence)) ?? true);
  const within = (wanted: (at: number) => boolean): Span | undefined => {
    const open = sentences.filter((_, at) => wanted(at));
    return longest(deadlines.filter((span) => open.some((sentence) => isWithin(span, sentence))));
  };
  const found = within((at) => asks[at] === true) ?? within((at) => asks[at - 1] === true);
  return found === undefined ? undefined : clean.text.slice(found.start, found.end);
}

/** Where a deadline stands. */
function findDeadlines(unit: Unit, cues: CueMatches): Span[] {
  const { text } = unit.clean;
  const greetings = cues.of('noDeadline');
  const clear = ({ start, end }: Span): boolean =>
    !greetings.some((greeting) => greeting.start < end && start < greeting.end);
  const spans: Span[] = [...cues.of('deadline'), ...cues.of('deadlineMark').flatMap(datesAt)];
  return spans.filter(clear);

  /** "by" and the dates and numbers that follow at once; where the mark stands last, those before it. */
  function datesAt(mark: CueMatch): Span[] {
    const numbers = unit.tokens.filter((token) => /^\d/.test(token.text));
    const all = [...cues.of('date'), ...numbers].sort((a, b) => a.start - b.start);
    let end = mark.end;
    for (const date of all) {
      if (date.start >= end && date.start - end <= deadlineReach) end = date.end;
    }
    if (end > mark.end) return [{ start: mark.start, end }];
    let start = mark.start;
    for (const date of all.toReversed()) {
      if (date.end <= start && start - date.end <= deadlineReach) start = date.start;
    }
    return /\p{Script=Hiragana}|\p{Script=Han}/u.test(text.slice(mark.start, mark.end)) &&
      start < mark.start
      ? [{ start, end: mark.end }]
      : [];
  }
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function isWithin(span: Span, { start, end }: Span): boolean {
  return start <= span.start && span.end <= end;
}

function longest(spans: readonly Span[]): Span | undefined {
  let found: Span | undefined;
  for (const span of spans) {
    if (found === undefined || lengthOf(span) >= lengthOf(found)) found = span;
  }
  return found;
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
