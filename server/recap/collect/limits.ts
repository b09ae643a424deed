/** How much one recap reads. */

/** Limits that an administrator may set; the rest of a recap's input is left out and said to be. */
export interface CollectLimits {
  /** Channels of one recap. */
  readonly channels: number;
  /** Posts of one channel. */
  readonly postsPerChannel: number;
  /** Posts of one recap. */
  readonly postsPerRecap: number;
}

/** Posts in one page of a channel; the server takes up to 1,000, but a reply that size stalls both sides. */
export const pageSize = 200;
/** Pages read beyond the limit only to count what is left out. */
export const maxCountingPages = 20;
/** Pages of one channel that may bring nothing to read, such as those full of posts by bots. */
export const maxFruitlessPages = 50;
/** Older thread starts fetched for one channel, one call each. */
export const maxRootLookups = 50;
/** Posts of one channel whose reactions are fetched, one call each. */
export const maxReactionLookups = 200;
/** Files of one channel whose names are fetched, one call each. */
export const maxFileLookups = 100;
/** Memberships in one page, and pages at most: of more channels than that nobody reads a recap. */
export const memberPageSize = 200;
export const maxMemberPages = 25;
/** Users in one batch. */
export const userBatch = 100;
/** User names mentioned in one channel that are looked up. */
export const maxMentionLookups = 100;
/** Mentions in one post that count. */
export const maxMentionsPerPost = 20;
/** Members of a group message, at most; Mattermost allows eight. */
export const maxGroupMembers = 8;
