/** A gold channel as collecting would give it to an engine. */
import type { Collected, CollectedPost } from '../../../server/recap/collected.ts';
import type { GoldChannel } from './gold_channel.ts';

/** The posts of the channel for its reader, without those of bots, which nobody asked for. */
export function toCollected(gold: GoldChannel): Collected {
  const { window } = gold;
  const isInside = ({ createAt }: CollectedPost): boolean => createAt >= window.from;
  const inside = gold.posts.filter(isInside);
  const byPeople = inside.filter((post) => !post.author.isBot);
  const roots = gold.posts.filter((post) => !isInside(post) && !post.author.isBot);
  return {
    reader: {
      ...gold.reader,
      locale: gold.language === 'mixed' ? 'en' : gold.language,
      keywords: [],
    },
    window,
    channels: [
      {
        id: gold.name,
        name: gold.title,
        kind: 'public',
        teamName: 'team',
        linkName: gold.name,
        posts: byPeople.toSorted((a, b) => a.createAt - b.createAt),
        roots: new Map(roots.map((root) => [root.id, root])),
      },
    ],
    people: new Map(gold.people.map((person) => [person.id, person])),
    leftOut: {
      unreadableChannels: 0,
      excessChannels: 0,
      botPosts: inside.length - byPeople.length,
      trimmed: [],
    },
  };
}
