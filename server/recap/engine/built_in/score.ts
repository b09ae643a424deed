/**
 * Fourth step: how much each message is worth telling. A sum of what speaks for it, times what speaks against
 * it, times how much its conversation moved people.
 */
import type { Pacer } from '../pacer.ts';
import { findAnswer, isAgreedByReaction } from './relations.ts';
import type { Entry, Talk } from './talk.ts';
import { likeness } from './vector.ts';

/**
 * What speaks for a message; each is multiplied by a value from 0 to 1. That a message was marked important or
 * urgent would be one: the server takes that mark off posts before it hands them to plugins.
 */
const reasons = {
  /** Talks about what its conversation talks about. */
  centrality: 0.3,
  /** Says something at length, up to `fullLengthWords`. */
  length: 0.22,
  replies: 0.12,
  reactions: 0.1,
  /** Starts a thread. */
  root: 0.1,
  /** Ends one: what came of it. */
  last: 0.08,
  mention: 0.15,
  answeredQuestion: 0.1,
  decision: 0.22,
  agreedProposal: 0.18,
  task: 0.14,
  news: 0.18,
  pinned: 0.12,
  files: 0.05,
} as const;

/** What speaks against a message; the score is multiplied by it. */
const objections = {
  acknowledgement: 0.03,
  chatter: 0.25,
  onlyLinks: 0.35,
  trace: 0.7,
  /** The reader knows what the reader wrote. */
  ownMessage: 0.75,
} as const;

/** From here on length adds nothing: a strong sign up to here, and noise after. */
const fullLengthWords = 40;
/** Share of the score that does not depend on how lively the conversation is. */
const ownShare = 0.65;

/** What the messages of a channel are worth. */
export interface Scores {
  /** How much a message is worth telling, from 0. */
  readonly of: (entry: Entry) => number;
  /** How much a conversation moved people, from 0 to 1. */
  readonly heatOf: (talk: Talk) => number;
}

/** Scores every message of a channel, for this reader. */
export async function scoreTalks(
  talks: readonly Talk[],
  readerId: string,
  pacer: Pacer,
): Promise<Scores> {
  const scores = new Map<Entry, number>();
  const heats = new Map<Talk, number>();
  const hottest = talks.reduce((most, talk) => Math.max(most, rawHeat(talk)), 1);
  for (const talk of talks) {
    if (pacer.due()) await pacer.step();
    const heat = rawHeat(talk) / hottest;
    heats.set(talk, heat);
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      const own = pro(talk, entry) * contra(entry, readerId);
      scores.set(entry, own * (ownShare + (1 - ownShare) * heat));
    }
  }
  return {
    of: (entry) => scores.get(entry) ?? 0,
    heatOf: (talk) => heats.get(talk) ?? 0,
  };
}

/** Distinct people first, then messages, then reactions: a long monologue is no lively conversation. */
function rawHeat(talk: Talk): number {
  let reactions = 0;
  for (const entry of talk.entries) {
    for (const reaction of entry.unit.post.reactions) reactions += reaction.userIds.length;
  }
  return talk.people + Math.log2(1 + talk.entries.length) + 0.5 * Math.log2(1 + reactions);
}

function pro(talk: Talk, entry: Entry): number {
  const { unit, signals } = entry;
  const { post } = unit;
  const isRoot = talk.conversation.isThread && talk.conversation.root === unit;
  const replies = isRoot ? talk.entries.length - 1 : 0;
  const reactions = post.reactions.reduce((sum, reaction) => sum + reaction.userIds.length, 0);
  const answered = signals.question && findAnswer(talk, entry, () => 1) !== undefined;
  const agreed = signals.proposal && isAgreedByReaction(post);
  const isLast =
    talk.conversation.isThread && talk.entries.length > 2 && talk.entries.at(-1) === entry;
  return (
    reasons.centrality * likeness(entry.vector, talk.centroid) * upTo(unit.wordCount, 8) +
    reasons.length * upTo(unit.wordCount, fullLengthWords) +
    reasons.replies * saturate(replies) +
    reasons.reactions * saturate(reactions) +
    reasons.root * Number(isRoot) +
    reasons.last * Number(isLast) +
    reasons.mention * Number(post.mentionsReader) +
    reasons.answeredQuestion * Number(answered) +
    reasons.decision * Number(signals.decision) +
    reasons.agreedProposal * Number(agreed) +
    reasons.task * Number(signals.task !== undefined) +
    reasons.news * upTo(signals.news, 2) +
    reasons.pinned * Number(post.pinned) +
    reasons.files * Number(post.fileNames.length > 0)
  );
}

function contra(entry: Entry, readerId: string): number {
  const { unit, signals } = entry;
  let factor = 1;
  if (signals.acknowledgement) {
    factor *= unit.post.fileNames.length > 0 ? objections.onlyLinks : objections.acknowledgement;
  }
  if (signals.chatter) factor *= objections.chatter;
  if (unit.wordCount < 3 && unit.clean.text.includes('://')) factor *= objections.onlyLinks;
  if (unit.clean.hasTrace) factor *= objections.trace;
  if (unit.post.author.id === readerId) factor *= objections.ownMessage;
  return factor;
}

/** The share of `enough` that there is. */
function upTo(count: number, enough: number): number {
  return Math.min(1, count / enough);
}

/** 0 for none, 0.5 for about three, towards 1: the tenth reaction tells less than the first. */
function saturate(count: number): number {
  return Math.min(1, Math.log2(1 + count) / 4);
}
