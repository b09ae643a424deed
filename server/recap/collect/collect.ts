/** Reads what happened in the channels of a recap, as its owner, with an honest account of what was left out. */
import { isApiError } from '../../mattermost/index.ts';
import type { Api, Post } from '../../mattermost/index.ts';
import { ChannelAccess } from './access.ts';
import type { AccessApi, ReadableChannel } from './access.ts';
import { chosenChannels } from './choice.ts';
import type { ChannelChoice, ChoiceApi } from './choice.ts';
import type {
  Collected,
  CollectedChannel,
  CollectedPost,
  Reader,
  TrimmedChannel,
  Window,
} from '../collected.ts';
import { PostDetails } from './details.ts';
import type { DetailsApi } from './details.ts';
import { CollectError } from './errors.ts';
import { maxRootLookups } from './limits.ts';
import type { CollectLimits } from './limits.ts';
import { keywordsOf } from './mentions.ts';
import { People } from './people.ts';
import type { NameDisplay } from './people.ts';
import { findPosts, isByBot, isQuotable } from './posts.ts';
import type { FoundPosts } from './posts.ts';

/** The calls that collecting takes. */
export type CollectApi = AccessApi &
  ChoiceApi &
  DetailsApi &
  Pick<
    Api,
    | 'getUser'
    | 'getUsersByIds'
    | 'getUsersByUsernames'
    | 'getPostsForChannel'
    | 'getPostsBefore'
    | 'getPost'
  >;

/** What to collect, and for whom. */
export interface CollectRequest {
  readonly ownerId: string;
  readonly channels: ChannelChoice;
  readonly window: Window;
  /** Begin in each channel where the owner last read it, instead of at the window's start. */
  readonly sinceLastRead: boolean;
  readonly includeBots: boolean;
  readonly botUserId: string;
  readonly display: NameDisplay;
  readonly limits: CollectLimits;
  /** Told after each channel how many of all are read. */
  readonly progress?: (done: number, total: number) => void;
}

/** What one channel gave, before the limit of the whole recap. */
interface ChannelCatch {
  readonly channel: ReadableChannel;
  readonly found: FoundPosts;
}

/**
 * Collects a recap's input.
 *
 * @throws {CollectError} when the owner's account is not active.
 * @throws {ApiError} when the server could not answer; trying again may help.
 */
export async function collect(
  api: CollectApi,
  request: CollectRequest,
  signal: AbortSignal,
): Promise<Collected> {
  const people = new People(api, request.display);
  const reader = await readOwner(api, people, request.ownerId);
  const access = new ChannelAccess(api, people, reader.id);
  const catches: ChannelCatch[] = [];
  const chosen = await chosenChannels(api, reader.id, request.channels, signal);
  const asked = chosen.slice(0, request.limits.channels);
  for (const [done, channelId] of asked.entries()) {
    signal.throwIfAborted();
    request.progress?.(done, asked.length);
    const channel = await access.open(channelId);
    if (channel === undefined) continue;
    const query = {
      channelId,
      window: windowFor(channel, request),
      includeBots: request.includeBots,
      botUserId: request.botUserId,
      limit: request.limits.postsPerChannel,
    };
    catches.push({ channel, found: await findPosts(api, people, query, signal) });
  }
  request.progress?.(asked.length, asked.length);
  const counts = catches.map(({ found }) => found.posts.length);
  const shares = fairShares(counts, request.limits.postsPerRecap);
  const channels: CollectedChannel[] = [];
  const trimmed: TrimmedChannel[] = [];
  for (const [index, { channel, found }] of catches.entries()) {
    const share = shares[index] ?? 0;
    const posts = share === 0 ? [] : found.posts.slice(-share);
    const details = new PostDetails(api, people, reader);
    channels.push({
      id: channel.id,
      name: channel.name,
      kind: channel.kind,
      teamName: channel.teamName,
      linkName: channel.linkName,
      posts: await details.read(posts, signal),
      roots: await readRoots(api, people, details, { ...found, posts }, request, signal),
    });
    const left = found.leftOut + found.posts.length - posts.length;
    if (left > 0 || found.leftOutAtLeast) {
      const since = posts[0]?.createAt ?? request.window.to;
      trimmed.push({ name: channel.name, posts: left, atLeast: found.leftOutAtLeast, since });
    }
  }
  return {
    reader,
    window: wholeWindow(catches, request),
    channels,
    people: people.byId,
    leftOut: {
      unreadableChannels: asked.length - catches.length,
      excessChannels: chosen.length - asked.length,
      botPosts: catches.reduce((sum, { found }) => sum + found.botPosts, 0),
      trimmed,
    },
  };
}

async function readOwner(
  api: Pick<Api, 'getUser'>,
  people: People,
  ownerId: string,
): Promise<Reader> {
  try {
    const user = await api.getUser(ownerId);
    if (user.deleteAt !== 0) throw new CollectError('owner_inactive', 'the account is not active');
    return { ...people.add(user), locale: user.locale, keywords: keywordsOf(user) };
  } catch (error) {
    if (!isApiError(error, 'not_found')) throw error;
    throw new CollectError('owner_inactive', 'there is no such account', { cause: error });
  }
}

/** What a channel's window is. A channel that was never read begins where the recap does. */
function windowFor(channel: ReadableChannel, request: CollectRequest): Window {
  if (!request.sinceLastRead || channel.lastViewedAt === 0) return request.window;
  return { from: channel.lastViewedAt + 1, to: request.window.to };
}

/** The span that all channels together cover, for the reader to see. */
function wholeWindow(catches: readonly ChannelCatch[], request: CollectRequest): Window {
  const starts = catches.map(({ channel }) => windowFor(channel, request).from);
  const from = starts.length === 0 ? request.window.from : Math.min(...starts);
  return { from: Math.min(from, request.window.to), to: request.window.to };
}

/** Divides a limit so that small channels are read whole and large ones share the rest alike. */
export function fairShares(counts: readonly number[], limit: number): number[] {
  const shares = counts.map(() => 0);
  let rest = limit;
  const order = counts.map((count, index) => ({ count, index })).sort((a, b) => a.count - b.count);
  for (const [place, { count, index }] of order.entries()) {
    const share = Math.min(count, Math.floor(rest / (order.length - place)));
    shares[index] = share;
    rest -= share;
  }
  return shares;
}

/** Starts of threads that were answered in the window and are not in it themselves. */
async function readRoots(
  api: Pick<Api, 'getPost'>,
  people: People,
  details: PostDetails,
  found: FoundPosts,
  request: CollectRequest,
  signal: AbortSignal,
): Promise<Map<string, CollectedPost>> {
  const inside = new Set(found.posts.map((post) => post.id));
  const wanted = new Set<string>();
  for (const post of found.posts.toReversed()) {
    if (post.rootId !== '' && !inside.has(post.rootId)) wanted.add(post.rootId);
  }
  const roots: Post[] = [];
  let lookups = 0;
  for (const rootId of wanted) {
    signal.throwIfAborted();
    let root = found.known.get(rootId);
    if (root === undefined && lookups < maxRootLookups) {
      lookups += 1;
      root = await findRoot(api, rootId);
    }
    if (root !== undefined && isQuotable(root, request.botUserId)) roots.push(root);
  }
  await people.meet(roots.map((root) => root.userId));
  const shown = roots.filter((root) => request.includeBots || !isByBot(root, people));
  const collected = await details.read(shown, signal);
  return new Map(collected.map((root) => [root.id, root]));
}

async function findRoot(api: Pick<Api, 'getPost'>, rootId: string): Promise<Post | undefined> {
  try {
    return await api.getPost(rootId);
  } catch (error) {
    if (isApiError(error, 'not_found', 'denied')) return undefined;
    throw error;
  }
}
