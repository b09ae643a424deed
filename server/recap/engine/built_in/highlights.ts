/** The section for all else that matters, grouped by conversation so that each line has its context. */
import type { RecapItem, RecapSection } from '../../document.ts';
import type { Pacer } from '../pacer.ts';
import { markTold } from './cue_sections.ts';
import type { Told } from './cue_sections.ts';
import type { Quota } from './limits.ts';
import { quote, quoteTopic } from './quote.ts';
import type { ChannelReading } from './reading.ts';
import { byTime, choose } from './select.ts';
import type { Candidate } from './select.ts';
import type { Entry, Talk } from './talk.ts';

/** A message below this score is not worth a line, however quiet the channel was. */
const leastScore = 0.16;
/** Nor is one that is this much weaker than the best of its channel. */
const leastShareOfBest = 0.3;

/**
 * A channel is a place to chat, and gets half the lines, where less than this share of the messages is weighty, and
 * less than that share of them has `substantialWords`.
 */
const chattyShare = { weighty: 0.1, substantial: 0.35 };
const substantialWords = 9;

/** Words that the outcome of a thread has at least. */
const leastOutcomeWords = 3;

/** What stands in the recap already. */
export interface Before {
  readonly told: Told;
  /** Items in the other sections of the channel. */
  readonly listed: number;
}

/** The highlights of a channel; undefined where nothing stands out. */
export async function highlights(
  reading: ChannelReading,
  quota: Quota,
  { told, listed }: Before,
  pacer: Pacer,
): Promise<RecapSection | undefined> {
  const found = await candidatesOf(reading, told, pacer);
  const chosen = choose(found, countFor(reading, quota, listed), quota.perConversation);
  if (chosen.length === 0) return undefined;
  const byTalk = Map.groupBy(chosen.sort(byTime), (candidate) => candidate.talk);
  const items: RecapItem[] = [];
  for (const [talk, members] of byTalk) items.push(toItem(reading, talk, members, told));
  for (const item of items) markTold(item, told);
  return { kind: 'highlights', items, more: 0 };
}

/** More for a busy channel, but by the square root: ten times the messages are not ten times the news. */
function countFor(reading: ChannelReading, quota: Quota, listed: number): number {
  const messages = reading.channel.posts.length;
  const factor = quota.channelFactor * (isChatty(reading) ? 0.5 : 1);
  const whole = Math.min(quota.channelMost, Math.ceil(factor * Math.sqrt(messages)));
  return Math.max(1, whole - Math.floor(listed / 2));
}

function isChatty({ channel, weighty, talks }: ChannelReading): boolean {
  const messages = channel.posts.length;
  if (weighty >= messages * chattyShare.weighty) return false;
  const substantial = talks
    .flatMap((talk) => talk.entries)
    .filter(({ unit }) => unit.wordCount >= substantialWords);
  return substantial.length < messages * chattyShare.substantial;
}

async function candidatesOf(
  reading: ChannelReading,
  told: Told,
  pacer: Pacer,
): Promise<Candidate[]> {
  const all: Candidate[] = [];
  let best = 0;
  for (const talk of reading.talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      const score = reading.scores.of(entry);
      best = Math.max(best, score);
      if (told.has(entry.unit.post.id)) continue;
      // A question whose answer stands elsewhere already would look as if it were open.
      const answer = entry.signals.question ? reading.answers.to(talk, entry) : undefined;
      if (answer === undefined || !told.has(answer.unit.post.id)) all.push({ talk, entry, score });
    }
  }
  const least = Math.max(leastScore, best * leastShareOfBest);
  return all.filter((candidate) => candidate.score >= least);
}

/**
 * One conversation: led by the start of its thread, or by the first of the chosen messages; the others follow,
 * a question with its answer.
 */
function toItem(
  reading: ChannelReading,
  talk: Talk,
  chosen: readonly Candidate[],
  told: Told,
): RecapItem {
  const { root, isThread } = talk.conversation;
  const units = new Set(chosen.map((candidate) => candidate.entry.unit));
  for (const { entry } of chosen) {
    if (!entry.signals.question) continue;
    const answer = reading.answers.to(talk, entry);
    if (answer !== undefined && !told.has(answer.unit.post.id)) units.add(answer.unit);
  }
  const outcome = isThread && chosen.length === 1 ? outcomeOf(talk, told) : undefined;
  if (outcome !== undefined && units.size === 1) units.add(outcome.unit);
  const ordered = talk.entries.map((entry) => entry.unit).filter((unit) => units.has(unit));
  const rootIsNew = root !== undefined && !told.has(root.post.id);
  const lead = rootIsNew ? root : ordered[0];
  const rest = ordered.filter((unit) => unit !== lead);
  const first = lead ?? chosen[0]?.entry.unit;
  if (first === undefined) throw new Error('a conversation without a chosen message has no item');
  return {
    line: quote(first),
    followUps: rest.map((unit) => quote(unit)),
    ...(root !== undefined && !rootIsNew ? { topic: quoteTopic(root) } : {}),
    replies:
      isThread && first === root ? talk.entries.filter((entry) => entry.unit !== root).length : 0,
    people: talk.people,
  };
}

/** The last reply of a thread that says something: what came of it. */
function outcomeOf(talk: Talk, told: Told): Entry | undefined {
  return talk.entries.findLast(({ unit, signals }) => {
    if (unit === talk.conversation.root || told.has(unit.post.id)) return false;
    const says = unit.wordCount >= leastOutcomeWords && !signals.acknowledgement;
    return says && !signals.chatter && !signals.question;
  });
}
