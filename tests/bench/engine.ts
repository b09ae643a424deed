/** How fast the built-in engine reads, whether it stays linear, and whether others get their turn meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { builtInEngine } from '../../server/recap/engine/index.ts';
import type { Collected, CollectedPost } from '../../server/recap/collected.ts';
import { readGold } from '../support/gold/gold_files.ts';
import { toCollected } from '../support/gold/to_collected.ts';
import { median } from './pair.ts';
import type { Row } from './table.ts';

/** Posts of a channel, and how often it is read: about a second's worth each. */
const sizes = [
  { posts: 100, rounds: 100 },
  { posts: 1_000, rounds: 21 },
  { posts: 10_000, rounds: 5 },
] as const;
/** Readings before the clock counts: the engine compiles what runs often. */
const warmUp = 3;
const leastPostsPerSecond = 20_000;
const mostStallMs = 50;
/** What time a post may take in the largest channel against the smallest, in per cent. */
const mostGrowth = 150;

/** What one size gave. */
interface Measured {
  /** Time of the processor for a post, in ms: other work on the machine does not count. */
  readonly perPost: number;
  /** Longest time in which nothing else had its turn, in ms. */
  readonly stall: number;
}

/** Reads channels of three sizes, made of the gold set's chats one after the other. */
export async function engineRows(): Promise<readonly Row[]> {
  const engine = builtInEngine({ monotonic: () => performance.now() });
  const { signal } = new AbortController();
  const rows: Row[] = [];
  const times: number[] = [];
  for (const { posts, rounds } of sizes) {
    const collected = channelOf(posts);
    const { perPost, stall } = await measure(posts, rounds, () =>
      engine.write(collected, { length: 'standard', focus: 'everything', signal }),
    );
    times.push(perPost);
    const what = `engine, ${posts.toLocaleString('en')} posts`;
    rows.push(
      {
        what: `${what}: posts for a second of processor`,
        unit: '/s',
        typescript: 1000 / perPost,
        go: undefined,
        goal: { kind: 'least', least: leastPostsPerSecond },
      },
      {
        what: `${what}: longest stall`,
        unit: 'ms',
        typescript: stall,
        go: undefined,
        goal: { kind: 'value', most: mostStallMs },
      },
    );
  }
  const [first = NaN] = times;
  rows.push({
    what: 'engine, time of a post: largest channel against smallest',
    unit: '%',
    typescript: (100 * (times.at(-1) ?? NaN)) / first,
    go: undefined,
    goal: { kind: 'value', most: mostGrowth },
  });
  return rows;
}

async function measure(
  posts: number,
  rounds: number,
  work: () => Promise<unknown>,
): Promise<Measured> {
  const times: number[] = [];
  let stall = 0;
  for (let round = -warmUp; round < rounds; round += 1) {
    const watch = watchTurns();
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    const longest = await watch.stop();
    if (round < 0) continue;
    times.push(took / posts);
    stall = Math.max(stall, longest);
  }
  return { perPost: median(times), stall };
}

/** Takes a turn of the event loop whenever it may, and notes the longest wait between two. */
function watchTurns(): { stop(): Promise<number> } {
  const end = new AbortController();
  let longest = 0;
  const watching = (async () => {
    let last = performance.now();
    while (!end.signal.aborted) {
      await nextTurn();
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
  })();
  return {
    stop: async () => {
      end.abort();
      await watching;
      return longest;
    },
  };
}

/** A channel of `count` posts: all tuning chats in turn, a minute between posts, again and again. */
function channelOf(count: number): Collected {
  const chats = readGold('tuning').map(toCollected);
  const all = chats.flatMap(({ channels }, chat) =>
    channels.flatMap((channel) =>
      channel.posts.map((post): CollectedPost => {
        const rootId = post.rootId === '' ? '' : `${chat}-${post.rootId}`;
        return { ...post, id: `${chat}-${post.id}`, rootId };
      }),
    ),
  );
  const posts = Array.from({ length: count }, (_, at): CollectedPost => {
    const post = all[at % all.length];
    if (post === undefined) throw new Error('the gold set has no posts');
    const round = Math.floor(at / all.length);
    const rootId = post.rootId === '' ? '' : `${round}-${post.rootId}`;
    return { ...post, id: `${round}-${post.id}`, rootId, createAt: at * 60_000 };
  });
  const [first] = chats;
  const [channel] = first?.channels ?? [];
  if (first === undefined || channel === undefined) throw new Error('the gold set is empty');
  return {
    ...first,
    window: { from: 0, to: count * 60_000 },
    people: new Map(chats.flatMap(({ people }) => [...people])),
    channels: [{ ...channel, posts, roots: new Map() }],
  };
}
