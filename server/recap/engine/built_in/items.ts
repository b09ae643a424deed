/** Eighth step: a chosen message with what belongs to it, as an item of the recap. */
import type { Person } from '../../collected.ts';
import type { RecapItem, RecapLine } from '../../document.ts';
import type { Cue } from './lexicon.ts';
import { isIdle, isTellable } from './margin.ts';
import { isTask } from './pick.ts';
import { quote, quoteTopic } from './quote.ts';
import type { ChannelReading } from './reading.ts';
import { findAcceptance, findReplyBy } from './relations.ts';
import type { Candidate } from './select.ts';
import type { Entry, Talk } from './talk.ts';
import type { Told } from './told.ts';

/** Words from which on the reply of an assignee says more than "ok". */
const leastReplyWords = 4;
/** Words that a plain consent has at most. */
const mostConsentWords = 3;

/**
 * A decision; where it is no more than a proposal, with the message that accepts it. One that gives somebody
 * something to do names them, as a task does; whom it mentions may have taken it up.
 */
export function decisionItem(
  reading: ChannelReading,
  candidate: Candidate,
  people: ReadonlyMap<string, Person>,
): RecapItem {
  const { talk, entry } = candidate;
  const decides = entry.signals.decision ? 'decision' : 'ruling';
  const acceptance = entry.cues.has(decides) ? undefined : acceptanceOf(reading, candidate);
  const { replies, to } = isTask(reading, talk, entry)
    ? orderOf(reading, candidate, people)
    : { replies: promisesOf(reading, candidate), to: {} };
  const followUps = acceptance === undefined ? replies : [quote(acceptance.unit)];
  return { ...itemOf(candidate, entry.cues.has(decides) ? decides : 'proposal', followUps), ...to };
}

/** Who took a proposal, unless it looks like a jest: two words of consent look like nothing else. */
function acceptanceOf({ scores }: ChannelReading, { talk, entry }: Candidate): Entry | undefined {
  const acceptance = findAcceptance(talk, entry);
  if (acceptance === undefined || acceptance.unit.wordCount <= mostConsentWords) return acceptance;
  return isIdle(scores.of(acceptance)) ? undefined : acceptance;
}

/** What the first who took something on said of those whom a decision names. */
function promisesOf({ scores }: ChannelReading, { talk, entry }: Candidate): RecapLine[] {
  for (const { personId } of entry.names) {
    if (personId === entry.unit.post.author.id) continue;
    const reply = findReplyBy(talk, entry, personId);
    if (reply?.signals.task?.kind !== 'promise' || !isTellable(scores.of(reply))) continue;
    return [quote(reply.unit)];
  }
  return [];
}

/** A task, with what its assignee said to it. */
export function taskItem(
  reading: ChannelReading,
  candidate: Candidate,
  people: ReadonlyMap<string, Person>,
): RecapItem {
  const cue = candidate.entry.signals.task?.kind === 'promise' ? 'commitment' : 'request';
  const { replies, to } = orderOf(reading, candidate, people);
  return { ...itemOf(candidate, cue, replies), ...to };
}

/** Who is to act and until when, and what they said to it. */
function orderOf(
  { scores }: ChannelReading,
  { talk, entry }: Candidate,
  people: ReadonlyMap<string, Person>,
): { replies: RecapLine[]; to: Pick<RecapItem, 'assigneeId' | 'assignee' | 'due'> } {
  const { task } = entry.signals;
  const assignee = task?.assigneeId === undefined ? undefined : people.get(task.assigneeId);
  const isOther = assignee !== undefined && assignee.id !== entry.unit.post.author.id;
  const reply = isOther ? findReplyBy(talk, entry, assignee.id) : undefined;
  const says =
    reply !== undefined && reply.unit.wordCount >= leastReplyWords && isTellable(scores.of(reply));
  return {
    replies: says ? [quote(reply.unit)] : [],
    to: {
      ...(assignee === undefined ? {} : { assigneeId: assignee.id, assignee: assignee.name }),
      ...(task?.due === undefined ? {} : { due: task.due }),
    },
  };
}

/** A question that nobody answered. */
export function questionItem(candidate: Candidate): RecapItem {
  return itemOf(candidate, 'question', []);
}

/** An item that quotes the sentence with the cue; a reply also says what it replies to. */
function itemOf({ talk, entry }: Candidate, cue: Cue, followUps: readonly RecapLine[]): RecapItem {
  const { root, isThread } = talk.conversation;
  const matches = entry.cues.of(cue);
  return {
    line: quote(entry.unit, ({ start, end }) =>
      matches.some((m) => m.start >= start && m.end <= end),
    ),
    followUps,
    ...(root === undefined || root === entry.unit ? {} : { topic: quoteTopic(root) }),
    replies: isThread && root === entry.unit ? talk.entries.length - 1 : 0,
    people: talk.people,
  };
}

/**
 * What else was chosen of one conversation, led by the first of it; a question brings its answer. A reply names what
 * it answers: the question, or the start of the thread.
 */
export function highlightItem(
  reading: ChannelReading,
  talk: Talk,
  chosen: readonly Candidate[],
  told: Told,
): RecapItem {
  const { answers } = reading.scores;
  const entries = new Set(chosen.map((candidate) => candidate.entry));
  for (const { entry } of chosen) {
    const answer = entry.signals.question ? answers.to(talk, entry) : undefined;
    if (answer === undefined || told.has(answer.unit.post.id)) continue;
    if (!isIdle(reading.scores.of(answer))) entries.add(answer);
  }
  const [first, ...rest] = talk.entries.filter((entry) => entries.has(entry));
  if (first === undefined) throw new Error('a conversation without a chosen message has no item');
  const { root, isThread } = talk.conversation;
  const topic = topicOf(reading, talk, first);
  return {
    line: quote(first.unit),
    followUps: rest.map((entry) => quote(entry.unit)),
    ...(topic === undefined ? {} : { topic }),
    replies: isThread && first.unit === root ? talk.entries.length - 1 : 0,
    people: talk.people,
  };
}

function topicOf({ scores }: ChannelReading, talk: Talk, entry: Entry): RecapLine | undefined {
  const { root } = talk.conversation;
  const topic = scores.answers.questionOf(talk, entry)?.unit ?? root;
  return topic === undefined || topic === entry.unit ? undefined : quoteTopic(topic);
}
