/** Fifth step: what each message is worth to somebody who was away, and what it is likely to be. */
import type { Pacer } from '../pacer.ts';
import { featureNames, isRetracted, isSlip, readFeatures } from './features.ts';
import type { Features } from './features.ts';
import { Answers } from './relations.ts';
import type { Entry, Talk } from './talk.ts';
import { decisionWeights, idleWeights, taskWeights, worth } from './weights.ts';
import type { Weights } from './weights.ts';

/** What speaks against a message whatever else it is; its score is multiplied by it. */
const objections = {
  onlyLinks: 0.2,
  trace: 0.7,
  retracted: 0.2,
  /** Takes something back and puts little or nothing sure in its place. */
  slip: 0.3,
  /** The reader knows what the reader wrote. */
  ownMessage: 0.6,
} as const;

/** What a message is likely to be, each from 0 to 1. */
export interface Score {
  /** Worth telling. */
  readonly worth: number;
  readonly decision: number;
  readonly task: number;
  /** An embarrassment where it is quoted: small talk, a joke, a slip. */
  readonly idle: number;
}

/** What the messages of a channel are worth. */
export interface Scores {
  readonly of: (entry: Entry) => Score;
  readonly answers: Answers;
}

const none: Score = { worth: 0, decision: 0, task: 0, idle: 1 };

/** Scores every message of a channel, for this reader. */
export async function scoreTalks(
  talks: readonly Talk[],
  readerId: string,
  pacer: Pacer,
): Promise<Scores> {
  const scores = new Map<Entry, Score>();
  const answers = new Answers();
  for (const talk of talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      scores.set(entry, scoreOf(talk, entry, answers, readerId));
    }
  }
  return { of: (entry) => scores.get(entry) ?? none, answers };
}

function scoreOf(talk: Talk, entry: Entry, answers: Answers, readerId: string): Score {
  const features = readFeatures(talk, entry, answers, readerId);
  const factor = objectionTo(talk, entry, readerId);
  return {
    worth: factor * likelihood(features, worth),
    decision: factor * likelihood(features, decisionWeights),
    task: factor * likelihood(features, taskWeights),
    idle: likelihood(features, idleWeights),
  };
}

/** The odds that the features give, as a share from 0 to 1. */
export function likelihood(features: Features, weights: Weights): number {
  let odds = weights.base;
  for (const name of featureNames) odds += features[name] * (weights.of[name] ?? 0);
  return 1 / (1 + Math.exp(-odds));
}

function objectionTo(talk: Talk, entry: Entry, readerId: string): number {
  const { unit } = entry;
  let factor = 1;
  if (unit.wordCount < 3 && unit.clean.text.includes('://')) factor *= objections.onlyLinks;
  if (unit.clean.hasTrace) factor *= objections.trace;
  if (isRetracted(talk, entry)) factor *= objections.retracted;
  if (isSlip(entry)) factor *= objections.slip;
  if (unit.post.author.id === readerId) factor *= objections.ownMessage;
  return factor;
}
