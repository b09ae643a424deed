/** The section that comes first: what somebody said to the reader. */
import type { Concern, RecapItem, RecapSection } from '../../document.ts';
import type { Pacer } from '../pacer.ts';
import type { Quota } from './limits.ts';
import { quote, quoteTopic } from './quote.ts';
import { findAcceptance, findReplyBy } from './relations.ts';
import { byScore, byTime } from './select.ts';
import type { Candidate } from './select.ts';
import type { ChannelReading } from './reading.ts';
import type { Entry, Talk } from './talk.ts';

/** A reply to the reader that says less than this is left to the thread. */
const leastReplyScore = 0.2;

/** A message that concerns the reader. */
interface Concerned extends Candidate {
  readonly concern: Concern;
}

/**
 * Chooses what concerns the reader, across all channels: messages by others that name the reader, and
 * answers in threads that the reader began. What the reader has already answered shows that answer.
 */
export async function forYouSection(
  readings: readonly ChannelReading[],
  readerId: string,
  quota: Quota,
  pacer: Pacer,
): Promise<RecapSection | undefined> {
  const found: Concerned[] = [];
  for (const reading of readings) {
    for (const talk of reading.talks) {
      if (pacer.due()) await pacer.step();
      for (const entry of talk.entries) {
        const concern = concernOf(entry.unit.post, talk.conversation.root?.post, readerId);
        if (concern === undefined || entry.signals.acknowledgement) continue;
        const score = reading.scores.of(entry);
        if (concern === 'reply' && (entry.signals.chatter || score < leastReplyScore)) continue;
        found.push({ talk, entry, score: concern === 'mention' ? score + 1 : score, concern });
      }
    }
  }
  if (found.length === 0) return undefined;
  const distinct = onePerThread(found.toSorted(byScore));
  const chosen = distinct.slice(0, quota.forYou).sort(byTime);
  return {
    kind: 'for_you',
    items: chosen.map((candidate) => toItem(candidate, readerId)),
    more: distinct.length - chosen.length,
  };
}

/** Every mention, and the best reply of each thread in which there is none. */
function onePerThread(ranked: readonly Concerned[]): Concerned[] {
  const talks = new Set<Talk>();
  return ranked.filter((candidate) => {
    const isFirst = !talks.has(candidate.talk);
    talks.add(candidate.talk);
    return isFirst || candidate.concern === 'mention';
  });
}

function concernOf(
  post: Candidate['entry']['unit']['post'],
  root: Candidate['entry']['unit']['post'] | undefined,
  readerId: string,
): Concern | undefined {
  if (post.author.id === readerId) return undefined;
  if (post.mentionsReader) return 'mention';
  return root?.author.id === readerId && root.id !== post.id ? 'reply' : undefined;
}

function toItem({ talk, entry, concern }: Concerned, readerId: string): RecapItem {
  const { root, isThread } = talk.conversation;
  const answer = answerTo(talk, entry, readerId);
  return {
    line: quote(entry.unit, (tokens) => tokens.some(({ kind }) => kind === 'name')),
    followUps: answer === undefined ? [] : [quote(answer.unit)],
    ...(root === undefined || root === entry.unit ? {} : { topic: quoteTopic(root) }),
    concern,
    replies: isThread ? talk.entries.filter((each) => each.unit !== root).length : 0,
    people: talk.people,
  };
}

/** What came of it: the reader's own answer first of all. */
function answerTo(talk: Talk, entry: Entry, readerId: string): Entry | undefined {
  const own = findReplyBy(talk, entry, readerId);
  if (own !== undefined) return own;
  return entry.signals.proposal ? findAcceptance(talk, entry) : undefined;
}
