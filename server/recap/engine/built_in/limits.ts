/** Every number that bounds the work of the built-in engine, and how much it tells. */

/** Characters of one message that are read; longer ones are read up to here. */
export const maxScannedLength = 4000;
/** Words, marks and stops of one message that are looked at. */
export const maxTokens = 400;
/** Characters of a quoted message; longer ones are quoted by whole sentences. */
export const maxLineLength = 320;
/** Characters of the start of a thread when it is quoted as context only. */
export const maxTopicLength = 90;
/** Words of a sentence that tells what a thread is about, where it has such a one. */
export const leastTopicWords = 4;
/** A sentence that is longer than a line may be is cut after this share of it at the earliest. */
export const earliestCut = 0.6;

/** A pause that ends a conversation among messages outside threads, in ms. */
export const conversationGapMs = 30 * 60_000;
/** Messages after a question outside a thread that may still answer it. */
export const answerReach = 6;
/** Messages after a proposal that may still accept it. */
export const acceptanceReach = 6;
/** Messages of a thread after which nothing answers or accepts what was said before them. */
export const threadReach = 30;
/** Messages after a statement within which its author may take it back. */
export const retractionReach = 6;
/** Distinct people whose agreeing reaction makes a proposal accepted. */
export const agreeingReactions = 2;

/** Candidates that redundancy control compares; the rest are too weak to matter. */
export const maxCandidates = 120;
/** Share of the score against the likeness to what is already chosen (maximal marginal relevance). */
export const relevanceShare = 0.85;
/** Two lines more alike than this (cosine) say the same thing. */
export const duplicateLikeness = 0.8;

/**
 * From here on a message is told as a decision although no phrase says so plainly; below it as a highlight, which
 * says less and is wrong less.
 */
export const leastDecision = 0.7;
/** ... and where a phrase says so, from here on: below it, it is a tale of what was decided once, or elsewhere. */
export const leastPlainDecision = 0.04;
/** From here on a message is told as a possible action item; those that say so plainly are at `leastSureTask`. */
export const leastTask = 0.62;
export const leastSureTask = 0.05;
/**
 * An open question beyond the best messages of a channel is worth a line from here on; where a channel has fewer
 * messages than these, from as much less.
 */
export const leastExtraQuestion = 0.004;
export const busyMessages = 30;
/** From here on a message is likely an embarrassment, and not quoted below another ... */
export const mostIdle = 0.2;
/** ... and from here on where it decides, promises, or asks in so many words ... */
export const mostIdlePlain = 0.28;
/** ... unless it is so many times likelier to be worth telling. */
export const leastOddsIfIdle = 2;
/**
 * A channel is quiet if it has no more than `fewMessages`, and fewer worth `leastNews` than `quietFactor` times the root
 * of their number ...
 */
export const fewMessages = 20;
export const leastNews = 0.3;
export const quietFactor = 0.5;
/** ... and there what speaks for a message must be this many times what speaks against it, not as much. */
export const leastOddsInQuiet = 0.2;
/**
 * A message below the `leastWorth` of its quota is not worth a line, unless the whole channel is quiet: then this share
 * of its best message will do ...
 */
export const leastShareOfBest = 0.2;
/** ... but never less than this. */
export const leastWorthEver = 0.015;

/**
 * How much a recap tells, by the length that the reader wants. A channel gets as many quoted messages as it has of
 * those worth `leastCounted` or more, but no fewer and no more than `channelFactors` times the root of its number of
 * messages: more for a busy channel, but ten times the messages are not ten times the news. Decisions, tasks and open
 * questions that are not among them may come on top. Of a channel of fifty messages a standard recap quotes about
 * twelve.
 */
export const quotas = {
  brief: {
    leastWorth: 0.08,
    forYou: 4,
    leastCounted: 0.5,
    channelFactors: [0.5, 0.9],
    channelMost: 8,
    extraDecisions: 1,
    extraTasks: 2,
    extraQuestions: 1,
    perConversation: 2,
  },
  standard: {
    leastWorth: 0.08,
    forYou: 8,
    leastCounted: 0.15,
    channelFactors: [1, 1.8],
    channelMost: 20,
    extraDecisions: 4,
    extraTasks: 6,
    extraQuestions: 2,
    perConversation: 5,
  },
  detailed: {
    leastWorth: 0.03,
    forYou: 16,
    leastCounted: 0.04,
    channelFactors: [1.8, 3],
    channelMost: 40,
    extraDecisions: 6,
    extraTasks: 10,
    extraQuestions: 4,
    perConversation: 7,
  },
} as const;

/** One of the rows of `quotas`. */
export type Quota = (typeof quotas)[keyof typeof quotas];
