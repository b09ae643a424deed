/**
 * How much each feature counts, for each of the three questions that the engine asks of a message: is it worth
 * telling, is it a decision, is it a task. They are log-odds: adding 0.7 about doubles the odds. They were fitted
 * to the tuning part of the gold set (ridge logistic regression, each channel judged by the others), rounded, and
 * corrected by hand where the set is too small to tell; `docs/engine.md` says more.
 */
import type { FeatureName } from './features.ts';

/** Log-odds by feature; what is not named does not count. */
export interface Weights {
  /** Log-odds of a message of which nothing is seen. */
  readonly base: number;
  readonly of: Readonly<Partial<Record<FeatureName, number>>>;
}

/** Is it worth telling to somebody who was away? */
export const worth: Weights = {
  base: -5.3,
  of: {
    substance: 1.5,
    fullStop: 1.3,
    namesReader: 1.3,
    numbers: 1.1,
    change: 0.9,
    afterPause: 0.9,
    length: 0.85,
    thankedByMany: 0.75,
    outcome: 0.65,
    request: 0.6,
    agreed: 0.6,
    thanked: 0.6,
    alarmed: 0.55,
    asks: 0.5,
    openAtLength: 0.5,
    openQuestion: 0.4,
    late: 0.4,
    last: 0.4,
    decision: 0.45,
    ruling: 0.35,
    plan: 0.3,
    agreedByMany: 0.4,
    capital: 0.4,
    pinned: 0.4,
    code: 0.3,
    central: 0.3,
    sentences: 0.3,
    dated: 0.3,
    files: 0.2,
    deadline: 0.2,
    digest: 0.4,
    trouble: 0.2,
    calls: 0.1,
    onlyAsks: -0.15,
    proposal: -0.15,
    promise: -0.2,
    reply: -0.2,
    hedge: -0.2,
    laughed: -0.3,
    question: -0.4,
    followed: -0.45,
    answers: -0.45,
    chatter: -1,
    acknowledgement: -2,
  },
};

/** Does it tell a decision? */
export const decisionWeights: Weights = {
  base: -5.75,
  of: {
    decision: 1.3,
    ruling: 1.3,
    plan: 0.4,
    calls: 0.8,
    agreed: 0.75,
    request: 0.75,
    fullStop: 0.7,
    agreedByMany: 0.7,
    substance: 0.7,
    capital: 0.6,
    digest: 0.6,
    numbers: 0.45,
    reply: 0.45,
    length: 0.45,
    change: 0.4,
    sentences: 0.4,
    last: 0.35,
    pinned: 0.35,
    asks: 0.3,
    dated: 0.3,
    central: 0.3,
    afterPause: 0.3,
    late: 0.3,
    proposal: 0.2,
    deadline: -0.2,
    openQuestion: -0.2,
    openAtLength: -0.2,
    followed: -0.35,
    alarmed: -0.4,
    trouble: -0.4,
    hedge: -0.4,
    onlyAsks: -2,
    chatter: -2,
    acknowledgement: -3,
  },
};

/** Does it give somebody something to do? */
export const taskWeights: Weights = {
  base: -4.3,
  of: {
    promise: 1.95,
    asks: 1.2,
    namesReader: 1.1,
    calls: 1,
    substance: 0.9,
    request: 0.75,
    deadline: 0.7,
    late: 0.7,
    length: 0.65,
    dated: 0.6,
    everyone: 0.5,
    reply: 0.45,
    agreedByMany: 0.4,
    root: 0.4,
    last: 0.4,
    sentences: 0.4,
    proposal: 0.4,
    decision: 0.3,
    openQuestion: 0.25,
    openAtLength: 0.2,
    pinned: 0.2,
    hedge: -0.2,
    laughed: -0.2,
    change: -0.25,
    thanked: -0.25,
    afterPause: -0.25,
    trouble: -0.3,
    question: -0.4,
    acceptance: -0.4,
    alarmed: -0.5,
    answers: -0.55,
    followed: -0.6,
    onlyAsks: -0.3,
    chatter: -1,
    acknowledgement: -3,
  },
};
