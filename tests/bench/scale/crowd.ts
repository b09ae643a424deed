/** A workspace with very many people, who read a few busy channels. */
import type { Workspace } from '../../host/index.ts';
import { samplePosts } from '../sample_posts.ts';

/** How large it is to be. */
export interface CrowdSize {
  readonly people: number;
  readonly channels: number;
  readonly postsPerChannel: number;
}

/** Who and what there is. */
export interface Crowd {
  /** User ids. */
  readonly people: readonly string[];
  /** The channel that each of them reads, in the same order. */
  readonly channels: readonly string[];
}

/** People who write in each channel. */
const authorsPerChannel = 6;
const setUpMs = 30 * 24 * 3_600_000;
/** Different messages, said again and again. */
const sampleSize = 1000;
const minuteMs = 60_000;

/** Fills a workspace: person after person joins channel after channel, and in each people talk until just before `now`. */
export function gather(workspace: Workspace, size: CrowdSize, now: number): Crowd {
  const { users, teams, channels, posts } = workspace;
  const setUpAt = now - setUpMs;
  const team = teams.add({ name: 'crowd', displayName: 'Crowd' }, setUpAt);
  const rooms = Array.from(
    { length: size.channels },
    (_, index) =>
      channels.add(
        { name: `room-${index}`, displayName: `Room ${index}`, teamId: team.id },
        setUpAt,
      ).id,
  );
  const crowd: { people: string[]; channels: string[] } = { people: [], channels: [] };
  const authors = new Map(rooms.map((room): [string, string[]] => [room, []]));
  for (let index = 0; index < size.people; index += 1) {
    const user = users.add({ username: `person${index}`, firstName: `Person ${index}` }, setUpAt);
    const room = rooms[index % rooms.length] ?? '';
    teams.join(team.id, user, setUpAt);
    channels.join(room, user, setUpAt);
    const writers = authors.get(room) ?? [];
    if (writers.length < authorsPerChannel) writers.push(user.id);
    crowd.people.push(user.id);
    crowd.channels.push(room);
  }
  const texts = [...samplePosts(sampleSize).posts.values()].map(({ message }) => message);
  for (const [at, room] of rooms.entries()) {
    const writers = authors.get(room) ?? [];
    for (let index = 0; index < size.postsPerChannel; index += 1) {
      const message = texts[(at * size.postsPerChannel + index) % texts.length] ?? '';
      const userId = writers[index % writers.length] ?? '';
      const createAt = now - (size.postsPerChannel - index + 1) * minuteMs;
      posts.create({ channelId: room, userId, message, createAt }, createAt);
    }
  }
  return crowd;
}
