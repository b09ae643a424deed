/** The section that comes first: what somebody said to the reader. */
import type { Concern, RecapItem, RecapSection } from '../../document.ts';
import type { Pacer } from '../pacer.ts';
import type { Quota } from './limits.ts';
import { isIdle, isPlainlyTellable } from './margin.ts';
import { quote, quoteTopic } from './quote.ts';
import { findAcceptance, findReplyBy } from './relations.ts';
import { byScore, byTime } from './select.ts';
import type { Candidate } from './select.ts';
import type { ChannelReading } from './reading.ts';
import type { Entry, Talk } from './talk.ts';
import type { Sentence } from './words.ts';

/** A reply to the reader that is worth less than this is left to the thread. */
const leastReplyWorth = 0.005;
/** What the answer to a question of the reader gains over other replies. */
const answerBonus = 0.5;

/** A message that concerns the reader. */
interface Concerned extends Candidate {
  readonly concern: Concern;
  /** The question that it answers. */
  readonly question?: Entry;
}

/**
 * Chooses what concerns the reader, across all channels: messages by others that name the reader, answers to the
 * reader's questions, and replies in threads that the reader began. What the reader has already answered shows
 * that answer. A reply that only agrees is left to the decisions, which show what it agrees to.
 */
export async function forYouSection(
  readings: readonly ChannelReading[],
  readerId: string,
  quota: Quota,
  pacer: Pacer,
): Promise<RecapSection | undefined> {
  const all: Concerned[] = [];
  for (const reading of readings) {
    for (const talk of reading.talks) {
      for (const entry of talk.entries) {
        if (pacer.due()) await pacer.step();
        if (entry.unit.post.author.id === readerId || entry.signals.acknowledgement) continue;
        const found = concernedBy(reading, talk, entry, readerId);
        if (found !== undefined) all.push(found);
      }
    }
  }
  if (all.length === 0) return undefined;
  const distinct = onePerThread(all.toSorted(byScore));
  const chosen = distinct.slice(0, quota.forYou).sort(byTime);
  return {
    kind: 'for_you',
    items: chosen.map((candidate) => toItem(candidate, readerId)),
    more: distinct.length - chosen.length,
  };
}

/** Every mention and every answer, and the best reply of each thread in which there is none. */
function onePerThread(ranked: readonly Concerned[]): Concerned[] {
  const talks = new Set<Talk>();
  return ranked.filter(({ talk, concern, question }) => {
    const isFirst = !talks.has(talk);
    talks.add(talk);
    return isFirst || concern === 'mention' || question !== undefined;
  });
}

function concernedBy(
  { scores }: ChannelReading,
  talk: Talk,
  entry: Entry,
  readerId: string,
): Concerned | undefined {
  const { root } = talk.conversation;
  const { post } = entry.unit;
  const likely = scores.of(entry);
  const { worth: score } = likely;
  const asked = talk.authors.has(readerId) || post.mentionsReader;
  const question = asked ? scores.answers.questionOf(talk, entry) : undefined;
  const common = { talk, entry, ...(question === undefined ? {} : { question }) };
  if (post.mentionsReader && isPlainlyTellable(likely)) {
    return { ...common, score: score + 1, concern: 'mention' };
  }
  if (entry.signals.chatter) return undefined;
  if (question?.unit.post.author.id === readerId) {
    return { ...common, score: score + answerBonus, concern: 'reply' };
  }
  const isReply = root?.post.author.id === readerId && root !== entry.unit;
  if (!isReply || score < leastReplyWorth || isIdle(likely)) return undefined;
  if (entry.signals.acceptance) return undefined;
  return { ...common, score, concern: 'reply' };
}

function toItem({ talk, entry, concern, question }: Concerned, readerId: string): RecapItem {
  const { root, isThread } = talk.conversation;
  const answer = answerTo(talk, entry, readerId);
  const topic = question?.unit ?? root;
  const isRoot = root === entry.unit;
  return {
    line: quote(entry.unit, (sentence) => namesSomebody(entry, sentence)),
    followUps: answer === undefined ? [] : [quote(answer.unit)],
    ...(topic === undefined || topic === entry.unit ? {} : { topic: quoteTopic(topic) }),
    concern,
    replies: isThread && isRoot ? talk.entries.length - 1 : 0,
    people: talk.people,
  };
}

function namesSomebody({ unit }: Entry, { start, end }: Sentence): boolean {
  return unit.tokens.some(
    (token) => token.kind === 'name' && token.start >= start && token.end <= end,
  );
}

/** What came of it: the reader's own answer first of all. */
function answerTo(talk: Talk, entry: Entry, readerId: string): Entry | undefined {
  const own = findReplyBy(talk, entry, readerId);
  if (own !== undefined) return own;
  return entry.signals.proposal ? findAcceptance(talk, entry) : undefined;
}
