/** What collecting yields and engines read: posts of the window, with the people and numbers around them. */

/** A span of time, ms since 1970 UTC: `from` is inside, `to` is not. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The kinds of channel as a reader tells them apart. */
export type CollectedChannelKind = 'public' | 'private' | 'direct' | 'group';

/** Somebody who wrote, reacted or reads. */
export interface Person {
  readonly id: string;
  readonly username: string;
  /** The name as the server is set to show it. */
  readonly name: string;
  readonly isBot: boolean;
}

/** The reader of a recap: the owner of its schedule. */
export interface Reader extends Person {
  /** BCP 47 tag from the profile; may be anything that a client stored. */
  readonly locale: string;
  /** Lower-case words that mean the reader, beside `@username`: the mention keys of the profile. */
  readonly keywords: readonly string[];
}

/** An emoji under a message, and who put it there. */
export interface CollectedReaction {
  readonly emoji: string;
  readonly userIds: readonly string[];
}

/** A message, reduced to what a recap needs. */
export interface CollectedPost {
  readonly id: string;
  readonly channelId: string;
  /** Id of the message that started the thread; empty for one that answers nothing. */
  readonly rootId: string;
  readonly author: Person;
  readonly createAt: number;
  /** Markdown as it was written. */
  readonly message: string;
  readonly pinned: boolean;
  readonly reactions: readonly CollectedReaction[];
  readonly fileNames: readonly string[];
  /** The author mentioned the reader by name or keyword. */
  readonly mentionsReader: boolean;
  /** Ids of people named with `@username`. */
  readonly mentionedIds: readonly string[];
}

/** One channel that could be read. */
export interface CollectedChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: CollectedChannelKind;
  /** Names of the team and the channel in links; empty for direct and group messages. */
  readonly teamName: string;
  readonly linkName: string;
  /** Posts of the window, oldest first. */
  readonly posts: readonly CollectedPost[];
  /** Thread roots older than the window, by id: context for replies, never news. */
  readonly roots: ReadonlyMap<string, CollectedPost>;
}

/** A channel whose oldest posts were not read because a limit was reached. */
export interface TrimmedChannel {
  readonly name: string;
  /** How many of its oldest posts were left out. */
  readonly posts: number;
  /** True where counting stopped, too: there are more than `posts`. */
  readonly atLeast: boolean;
  /** Creation time of the oldest post that was read, ms since 1970 UTC. */
  readonly since: number;
}

/** The account of what a recap does not cover. */
export interface LeftOut {
  /** Channels that the reader may not read, or that could not be read; never named, never quoted. */
  readonly unreadableChannels: number;
  /** Channels beyond the limit for one recap. */
  readonly excessChannels: number;
  /** Posts by bots, webhooks and plugins that were counted and not read. */
  readonly botPosts: number;
  readonly trimmed: readonly TrimmedChannel[];
}

/** Everything that one recap is made from. */
export interface Collected {
  readonly reader: Reader;
  readonly window: Window;
  readonly channels: readonly CollectedChannel[];
  /** Names of everybody met on the way, by id. */
  readonly people: ReadonlyMap<string, Person>;
  readonly leftOut: LeftOut;
}
