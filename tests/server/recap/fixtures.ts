/** Small channels for the tests of recaps, written as lines. */
import type {
  Collected,
  CollectedChannel,
  CollectedPost,
  LeftOut,
  Person,
  Reader,
} from '../../../server/recap/collected.ts';
import { builtInEngine } from '../../../server/recap/engine/index.ts';
import type { EngineOptions } from '../../../server/recap/engine/index.ts';
import type { RecapDocument, RecapItem, SectionKind } from '../../../server/recap/document.ts';
import type { CollectLimits } from '../../../server/recap/collect/index.ts';
import { mentionedNames } from '../../../server/recap/collect/mentions.ts';

/** Monday, 2 November 2026, midnight UTC. */
export const monday = Date.UTC(2026, 10, 2);
/** The window of every fixture: that Monday. */
export const window = { from: monday, to: monday + 24 * 60 * 60_000 };

/** Limits that no small channel reaches. */
export const wideLimits: CollectLimits = {
  channels: 20,
  postsPerChannel: 1000,
  postsPerRecap: 3000,
};

/** What a message may have beside its words. */
export type Extras = Partial<Pick<CollectedPost, 'reactions' | 'fileNames' | 'pinned' | 'id'>>;

/** The id of the n-th message of a channel. */
export function postId(channel: string, index: number): string {
  return `${channel}p${String(index).padStart(2, '0')}`.padEnd(26, 'x');
}

/** A person whose id, user name and name follow from one word. */
export function person(username: string): Person {
  const name = username.charAt(0).toUpperCase() + username.slice(1);
  return { id: username, username, name, isBot: username.endsWith('bot') };
}

/** The reader: Rita. */
export const reader: Reader = { ...person('rita'), locale: 'en', keywords: [] };

/**
 * A channel from lines such as `09:00 ana: text`. A line that begins with `>` answers the last one that does not.
 * `\n` in a text is a line break. `extras` are by index of the line.
 */
export function channel(
  id: string,
  lines: readonly string[],
  extras: Readonly<Record<number, Extras>> = {},
): CollectedChannel {
  let rootId = '';
  const posts = lines.map((line, index): CollectedPost => {
    const match = /^(>?) *(\d\d):(\d\d) (\w+): (.*)$/s.exec(line);
    if (match === null) throw new Error(`not a line: ${line}`);
    const [, reply, hours, minutes, username = '', text = ''] = match;
    const own = extras[index]?.id ?? postId(id, index);
    if (reply === '') rootId = own;
    const names = mentionedNames(text);
    return {
      id: own,
      channelId: id,
      rootId: reply === '' ? '' : rootId,
      author: person(username),
      createAt: monday + (Number(hours) * 60 + Number(minutes)) * 60_000,
      message: text,
      pinned: false,
      reactions: [],
      fileNames: [],
      mentionsReader: names.includes('rita') && username !== 'rita',
      mentionedIds: names,
      ...extras[index],
    };
  });
  return {
    id,
    name: id.charAt(0).toUpperCase() + id.slice(1),
    kind: 'public',
    teamName: 'team',
    linkName: id,
    posts,
    roots: new Map(),
  };
}

/** Nothing left out. */
export const nothingLeftOut: LeftOut = {
  unreadableChannels: 0,
  excessChannels: 0,
  botPosts: 0,
  trimmed: [],
};

/** Channels as collecting gives them. */
export function collected(
  channels: readonly CollectedChannel[],
  leftOut: Partial<LeftOut> = {},
): Collected {
  const people = new Map<string, Person>([[reader.id, reader]]);
  for (const { posts } of channels) {
    for (const post of posts) {
      people.set(post.author.id, post.author);
      for (const id of post.mentionedIds) people.set(id, person(id));
    }
  }
  return { reader, window, channels, people, leftOut: { ...nothingLeftOut, ...leftOut } };
}

/** Runs the built-in engine. */
export function write(
  channels: readonly CollectedChannel[],
  length: EngineOptions['length'] = 'standard',
  focus: EngineOptions['focus'] = 'everything',
): Promise<RecapDocument> {
  const engine = builtInEngine({ monotonic: () => 0 });
  return engine.write(collected(channels), { length, focus, signal: new AbortController().signal });
}

/** The items of one section over all channels. */
export function itemsOf(recap: RecapDocument, kind: SectionKind): readonly RecapItem[] {
  if (kind === 'for_you') return recap.forYou?.items ?? [];
  return recap.channels
    .flatMap((each) => each.sections)
    .filter((section) => section.kind === kind)
    .flatMap((section) => section.items);
}

/** The texts of one section: each item's line. */
export function textsOf(recap: RecapDocument, kind: SectionKind): string[] {
  return itemsOf(recap, kind).map((item) => item.line.text);
}
