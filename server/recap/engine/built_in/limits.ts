/** Every number that bounds the work of the built-in engine, and every weight that steers it. */

/** Characters of one message that are read; longer ones are read up to here. */
export const maxScannedLength = 4000;
/** Words, marks and stops of one message that are looked at. */
export const maxTokens = 400;
/** Characters of a quoted message; longer ones are quoted by whole sentences. */
export const maxLineLength = 320;
/** Characters of the start of a thread when it is quoted as context only. */
export const maxTopicLength = 90;
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
/** Distinct people whose agreeing reaction makes a proposal accepted. */
export const agreeingReactions = 2;

/** Candidates that redundancy control compares; the rest are too weak to matter. */
export const maxCandidates = 120;
/** Share of the score against the likeness to what is already chosen (maximal marginal relevance). */
export const relevanceShare = 0.7;
/** Two lines more alike than this (cosine) say the same thing. */
export const duplicateLikeness = 0.8;

/** How many items a channel and a section may have, by the length that the reader wants. */
export const quotas = {
  brief: { forYou: 4, section: 2, channelFactor: 0.4, channelMost: 4, perConversation: 2 },
  standard: { forYou: 8, section: 5, channelFactor: 0.8, channelMost: 10, perConversation: 4 },
  detailed: { forYou: 16, section: 10, channelFactor: 1.6, channelMost: 24, perConversation: 7 },
} as const;

/** One of the rows of `quotas`. */
export type Quota = (typeof quotas)[keyof typeof quotas];
