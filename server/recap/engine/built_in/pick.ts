/** Sixth step: which messages of a channel are told, before anything is said about where. */
import type { Pacer } from '../pacer.ts';
import {
  busyMessages,
  fewMessages,
  leastDecision,
  leastExtraQuestion,
  leastNews,
  leastPlainDecision,
  leastShareOfBest,
  leastSureTask,
  leastTask,
  leastWorthEver,
  quietFactor,
} from './limits.ts';
import type { Quota } from './limits.ts';
import type { ChannelReading } from './reading.ts';
import { isPlainlyTellable, isTellable } from './margin.ts';
import { findReplyBy, isTaken } from './relations.ts';
import { byScore, choose } from './select.ts';
import type { Candidate } from './select.ts';
import type { Entry, Talk } from './talk.ts';
import type { Told } from './told.ts';

/** What a channel's choice depends on beside its messages. */
export interface PickOptions {
  readonly quota: Quota;
  readonly told: Told;
  /** Which conversations may be told of. */
  readonly of: (talk: Talk) => boolean;
}

/**
 * The best messages of a channel that were not told yet, none like another, in no order to rely on. Decisions,
 * tasks and open questions are told more easily than other messages: they need few words, and yet they matter.
 */
export async function pick(
  reading: ChannelReading,
  { quota, told, of }: PickOptions,
  pacer: Pacer,
): Promise<Candidate[]> {
  const { scores } = reading;
  const found: Candidate[] = [];
  const decisions: Candidate[] = [];
  const tasks: Candidate[] = [];
  const questions: Candidate[] = [];
  let before = 0;
  const best = bestOf(reading);
  const isQuiet =
    reading.channel.posts.length <= fewMessages &&
    worthCounting(reading, leastNews) < quietFactor * Math.sqrt(reading.channel.posts.length);
  const least = Math.max(leastWorthEver, Math.min(quota.leastWorth, best * leastShareOfBest));
  const leastQuestion =
    leastExtraQuestion * Math.min(1, reading.channel.posts.length / busyMessages);
  for (const talk of reading.talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      if (told.has(entry.unit.post.id)) before += 1;
      else if (of(talk)) {
        const score = scores.of(entry);
        const { worth, decision, task } = score;
        if (worth >= least && isTellable(score, isQuiet)) found.push({ talk, entry, score: worth });
        const { decision: decides, proposal: proposes, task: gives } = entry.signals;
        // What is headed as a task, or was taken by others, is meant, however it sounds; among few messages all is.
        const isMeant = isQuiet || gives?.kind === 'heading' || (proposes && isTaken(talk, entry));
        if (!isMeant && !isPlainlyTellable(score)) continue;
        // What is said plainly comes before what only looks like it.
        if (isDecision(reading, talk, entry)) {
          decisions.push({ talk, entry, score: decision + Number(decides) });
        }
        if (isTask(reading, talk, entry)) {
          tasks.push({ talk, entry, score: task + Number(gives?.sure === true) });
        }
        if (worth >= leastQuestion && isOpenQuestion(reading, talk, entry)) {
          questions.push({ talk, entry, score: worth });
        }
      }
    }
  }
  const top = choose(found, countFor(reading, quota, before), quota.perConversation);
  const chosen = new Set(top.map((candidate) => candidate.entry));
  const extra = (more: readonly Candidate[], count: number): Candidate[] => {
    const left = more
      .filter(({ entry }) => !chosen.has(entry))
      .sort(byScore)
      .slice(0, count);
    for (const { entry } of left) chosen.add(entry);
    return left;
  };
  return [
    ...top,
    ...extra(decisions, quota.extraDecisions),
    ...extra(tasks, quota.extraTasks),
    ...extra(questions, quota.extraQuestions),
  ];
}

/** What the best message of a channel is worth. */
function bestOf({ talks, scores }: ChannelReading): number {
  let best = 0;
  for (const { entries } of talks) {
    for (const entry of entries) best = Math.max(best, scores.of(entry).worth);
  }
  return best;
}

/** Whether a message decides: by a phrase, by enough that speaks for it without one, or as a proposal that was taken. */
export function isDecision({ scores }: ChannelReading, talk: Talk, entry: Entry): boolean {
  const { decision, onlyAsks, question, proposal } = entry.signals;
  if (onlyAsks) return false;
  const likely = scores.of(entry).decision;
  if (decision ? likely >= leastPlainDecision : !question && likely >= leastDecision) return true;
  if (!proposal || isSuperseded(talk, entry)) return false;
  return isTaken(talk, entry);
}

/** Whether somebody later said in the same thread what is decided: then that is the decision, and not what led to it. */
function isSuperseded({ conversation, entries }: Talk, { place }: Entry): boolean {
  return conversation.isThread && entries.slice(place + 1).some(({ signals }) => signals.decision);
}

/**
 * Whether a message gives somebody something to do. What somebody took on and came back to in the same thread is no
 * longer to be done.
 */
export function isTask({ scores }: ChannelReading, talk: Talk, entry: Entry): boolean {
  const { task } = entry.signals;
  if (task === undefined) return false;
  if (scores.of(entry).task < (task.sure ? leastSureTask : leastTask)) return false;
  const { author } = entry.unit.post;
  if (task.assigneeId !== author.id || !talk.conversation.isThread) return true;
  return findReplyBy(talk, entry, author.id) === undefined;
}

/**
 * Whether nobody answered what is asked. What people laughed at or put a balloon under, or what is about lunch, was
 * not meant.
 */
export function isOpenQuestion({ scores }: ChannelReading, talk: Talk, entry: Entry): boolean {
  const { signals, moods, cues } = entry;
  if (!signals.question || cues.has('chatter') || moods.laugh + moods.other > 0) return false;
  return scores.answers.to(talk, entry) === undefined;
}

/**
 * How many messages are told: as many as are worth it, within what a channel of this size gets, less those that other
 * sections have already told; never less than half.
 */
function countFor(reading: ChannelReading, quota: Quota, before: number): number {
  const root = Math.sqrt(reading.channel.posts.length);
  const [low, high] = quota.channelFactors;
  const whole = Math.ceil(
    Math.min(high * root, Math.max(low * root, worthCounting(reading, quota.leastCounted))),
  );
  const most = Math.min(quota.channelMost, whole);
  return Math.max(1, Math.ceil(most / 2), most - before);
}

function worthCounting({ talks, scores }: ChannelReading, least: number): number {
  const isWorth = (entry: Entry): boolean => scores.of(entry).worth >= least;
  return talks.reduce((sum, { entries }) => sum + entries.filter(isWorth).length, 0);
}
