/** Every number that bounds what is sent to an AI and what is taken from it. */

/** Characters of one message that are sent. */
export const maxPostCharacters = 2000;
/** Names of files of one message that are sent, and characters of each. */
export const maxFileNames = 3;
export const maxFileNameCharacters = 60;

/** Tokens of messages in one call, by our own estimate. */
export const maxChunkTokens = 6000;
/** Tokens of messages of one channel, over all its calls; of more the newest are sent. */
export const maxChannelTokens = 48_000;
/** Tokens that one answer may have. Models that think aloud spend most of them before they answer. */
export const maxAnswerTokens = 4096;
/** Bytes of one answer as it is received. */
export const maxAnswerBytes = 512 * 1024;

/** Characters of the schedule's own instructions. */
export const maxInstructionCharacters = 500;

/** Characters of a line in the model's words, and of a deadline. */
export const maxTextCharacters = 320;
export const maxDueCharacters = 48;
/** Messages that one line may rest on; of more the first are kept. */
export const maxSources = 3;
/** Items of one list of an answer that are looked at. */
export const maxListedItems = 40;

/** How many items a channel may have of each kind, and words a line, by the length that the reader wants. */
export const quotas = {
  brief: { forYou: 4, section: 2, highlights: 3, words: 15 },
  standard: { forYou: 8, section: 5, highlights: 6, words: 25 },
  detailed: { forYou: 16, section: 10, highlights: 12, words: 40 },
} as const;

/** One of the rows of `quotas`. */
export type Quota = (typeof quotas)[keyof typeof quotas];
