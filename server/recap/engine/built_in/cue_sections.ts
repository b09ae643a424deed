/** The sections that phrases lead to: decisions, possible action items, open questions. */
import type { Person } from '../../collected.ts';
import type { RecapItem, RecapLine, RecapSection, SectionKind } from '../../document.ts';
import type { Pacer } from '../pacer.ts';
import { matchCues } from './lexicon.ts';
import type { Cue } from './lexicon.ts';
import type { Quota } from './limits.ts';
import { quote, quoteTopic } from './quote.ts';
import type { ChannelReading } from './reading.ts';
import { findAcceptance, findReplyBy, isAgreedByReaction } from './relations.ts';
import { byTime, choose } from './select.ts';
import type { Candidate } from './select.ts';
import type { Entry, Talk } from './talk.ts';

/** Decisions of one conversation that are listed; the rest of it is seen by following a link. */
const mostPerTalk = 3;

/** What the sections have already told, by post id: nothing is told twice. */
export type Told = Set<string>;

/** The cue sections of a channel, in the order they are read; only those that have items. */
export async function cueSections(
  reading: ChannelReading,
  people: ReadonlyMap<string, Person>,
  quota: Quota,
  told: Told,
  pacer: Pacer,
): Promise<RecapSection[]> {
  const section = async (
    kind: SectionKind,
    belongs: (entry: Entry, talk: Talk) => boolean,
    toItem: (candidate: Candidate) => RecapItem,
  ): Promise<RecapSection> => {
    const found = await candidatesOf(reading, told, belongs, pacer);
    const chosen = choose(found, quota.section, mostPerTalk).sort(byTime);
    const isNew = (candidate: Candidate): boolean => !told.has(candidate.entry.unit.post.id);
    const items: RecapItem[] = [];
    for (const candidate of chosen) {
      // What belongs to one item may be an item by itself: it is told where it belongs.
      if (!isNew(candidate)) continue;
      const item = toItem(candidate);
      const followUps = item.followUps.filter((line) => !told.has(line.postId));
      items.push({ ...item, followUps });
      markTold(item, told);
    }
    return { kind, items, more: found.filter(isNew).length };
  };
  return [
    await section('decisions', isDecision, decisionItem),
    await section('action_items', isTask, (candidate) => taskItem(candidate, people)),
    await section(
      'open_questions',
      (entry, talk) => isOpenQuestion(entry, talk, reading),
      (candidate) => itemOf(candidate, 'questionStart', []),
    ),
  ].filter((candidate) => candidate.items.length > 0);
}

/** Remembers every line of an item. */
export function markTold(item: RecapItem, told: Told): void {
  told.add(item.line.postId);
  for (const line of item.followUps) told.add(line.postId);
}

async function candidatesOf(
  reading: ChannelReading,
  told: Told,
  belongs: (entry: Entry, talk: Talk) => boolean,
  pacer: Pacer,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const talk of reading.talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      if (told.has(entry.unit.post.id) || entry.signals.acknowledgement) continue;
      if (entry.signals.chatter || !belongs(entry, talk)) continue;
      found.push({ talk, entry, score: reading.scores.of(entry) });
    }
  }
  return found;
}

function isDecision(entry: Entry, talk: Talk): boolean {
  if (entry.signals.decision) return true;
  if (!entry.signals.proposal || entry.signals.task !== undefined) return false;
  return isAgreedByReaction(entry.unit.post) || findAcceptance(talk, entry) !== undefined;
}

/** What somebody took on and came back to in the same conversation is no longer to be done. */
function isTask(entry: Entry, talk: Talk): boolean {
  const { task } = entry.signals;
  if (task === undefined) return false;
  const { author } = entry.unit.post;
  if (task.assigneeId !== author.id || !talk.conversation.isThread) return true;
  return findReplyBy(talk, entry, author.id) === undefined;
}

function isOpenQuestion(entry: Entry, talk: Talk, reading: ChannelReading): boolean {
  return entry.signals.question && reading.answers.to(talk, entry) === undefined;
}

function decisionItem(candidate: Candidate): RecapItem {
  const { talk, entry } = candidate;
  const acceptance = entry.signals.proposal ? findAcceptance(talk, entry) : undefined;
  const followUps = acceptance === undefined ? [] : [quote(acceptance.unit)];
  return itemOf(candidate, entry.signals.decision ? 'decision' : 'proposal', followUps);
}

function taskItem(candidate: Candidate, people: ReadonlyMap<string, Person>): RecapItem {
  const { talk, entry } = candidate;
  const { task } = entry.signals;
  const reply =
    task?.assigneeId === undefined || task.assigneeId === entry.unit.post.author.id
      ? undefined
      : findReplyBy(talk, entry, task.assigneeId);
  const assignee = task?.assigneeId === undefined ? undefined : people.get(task.assigneeId);
  return {
    ...itemOf(candidate, 'request', reply === undefined ? [] : [quote(reply.unit)]),
    ...(assignee === undefined ? {} : { assigneeId: assignee.id, assignee: assignee.name }),
    ...(task?.due === undefined ? {} : { due: task.due }),
  };
}

/** An item that quotes the sentence with the cue; a reply also says what it replies to. */
function itemOf({ talk, entry }: Candidate, cue: Cue, followUps: readonly RecapLine[]): RecapItem {
  const { root, isThread } = talk.conversation;
  return {
    line: quote(entry.unit, (tokens) => matchCues(talk.lexicon, tokens).has(cue)),
    followUps,
    ...(root === undefined || root === entry.unit ? {} : { topic: quoteTopic(root) }),
    replies: isThread && root === entry.unit ? talk.entries.length - 1 : 0,
    people: talk.people,
  };
}
