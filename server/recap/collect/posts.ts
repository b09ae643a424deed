/** The posts of a channel in a window: which count, which are news, which are only counted. */
import { postType } from '../../contract/index.ts';
import type { Api, Post, PostList } from '../../mattermost/index.ts';
import type { Window } from '../collected.ts';
import { maxCountingPages, maxFruitlessPages, pageSize } from './limits.ts';
import type { People } from './people.ts';

/** What was found in a channel. */
export interface FoundPosts {
  /** Posts to read, oldest first. */
  readonly posts: readonly Post[];
  /** Starts of threads that `posts` answer in, as far as they came along, by id. */
  readonly known: ReadonlyMap<string, Post>;
  /** Posts by bots that were only counted. */
  readonly botPosts: number;
  /** Posts over the limit. */
  readonly leftOut: number;
  /** True where looking stopped before the window's start: there may be more, of either kind. */
  readonly leftOutAtLeast: boolean;
}

/** What to look for. */
export interface PostQuery {
  readonly channelId: string;
  readonly window: Window;
  readonly includeBots: boolean;
  /** Id of our own bot, whose posts never count. */
  readonly botUserId: string;
  readonly limit: number;
}

/**
 * Pages through a channel, newest first, until before the window. Each page begins behind a post of the last one, not
 * at a number: posts that arrive or are deleted meanwhile shift nothing. Pages overlap, and a post is taken once.
 */
export async function findPosts(
  api: Pick<Api, 'getPostsForChannel' | 'getPostsBefore'>,
  people: People,
  query: PostQuery,
  signal: AbortSignal,
): Promise<FoundPosts> {
  const known = new Map<string, Post>();
  const answered = new Set<string>();
  const seen = new Set<string>();
  const posts: Post[] = [];
  let botPosts = 0;
  let leftOut = 0;
  let countingPages = 0;
  let fruitlessPages = 0;
  let ended = false;
  let place: Place = { page: 0 };
  while (!ended) {
    // A channel that programs write to must not be read to its beginning for nothing.
    if (countingPages >= maxCountingPages || fruitlessPages >= maxFruitlessPages) break;
    signal.throwIfAborted();
    const list = await pageAt(api, query.channelId, place);
    if (leftOut > 0) countingPages += 1;
    const inOrder = list.order.flatMap((id) => list.posts.get(id) ?? []);
    await people.meet(inOrder.map((post) => post.userId));
    const before = posts.length;
    for (const post of inOrder) {
      if (seen.has(post.id) || !isNews(post, query)) continue;
      seen.add(post.id);
      if (!query.includeBots && isByBot(post, people)) botPosts += 1;
      else if (posts.length < query.limit) posts.push(post);
      else leftOut += 1;
    }
    if (posts.length === before) fruitlessPages += 1;
    for (const post of posts.slice(before)) if (post.rootId !== '') answered.add(post.rootId);
    for (const post of list.posts.values()) if (answered.has(post.id)) known.set(post.id, post);
    place = placeAfter(place, inOrder);
    ended = list.order.length < pageSize || (inOrder.at(-1)?.createAt ?? 0) < query.window.from;
  }
  const oldestFirst = posts.sort((a, b) => a.createAt - b.createAt || (a.id < b.id ? -1 : 1));
  return { posts: oldestFirst, known, botPosts, leftOut, leftOutAtLeast: !ended };
}

/** Where a page begins: behind a post of the channel, or so many pages behind the newest or such a post. */
interface Place {
  readonly before?: string;
  readonly page: number;
}

function pageAt(
  api: Pick<Api, 'getPostsForChannel' | 'getPostsBefore'>,
  channelId: string,
  { before, page }: Place,
): Promise<PostList> {
  return before === undefined
    ? api.getPostsForChannel(channelId, page, pageSize)
    : api.getPostsBefore(channelId, before, page, pageSize);
}

/**
 * The server looks for posts older than the one that it is given, so those of the same millisecond must come again:
 * the page begins behind the last post that is younger than the oldest.
 */
function placeAfter(place: Place, newestFirst: readonly Post[]): Place {
  const oldest = newestFirst.at(-1)?.createAt ?? 0;
  const before = newestFirst.findLast((post) => post.createAt > oldest)?.id;
  return before === undefined ? { ...place, page: place.page + 1 } : { before, page: 0 };
}

/** Whether a post may be shown at all: there, written by somebody, and not gone once read. */
export function isQuotable(post: Post, botUserId: string): boolean {
  return (
    post.deleteAt === 0 &&
    post.originalId === '' &&
    !post.type.startsWith('system_') &&
    post.type !== 'burn_on_read' &&
    post.type !== postType &&
    post.userId !== botUserId
  );
}

/** Whether a post was written by a program: a bot's account, a webhook, or a plugin in somebody's name. */
export function isByBot(post: Post, people: People): boolean {
  if (people.get(post.userId).isBot) return true;
  return ['from_bot', 'from_webhook', 'from_plugin'].some((name) => {
    const value = post.props.get(name);
    return value === 'true' || value === true;
  });
}

function isNews(post: Post, query: PostQuery): boolean {
  const inWindow = post.createAt >= query.window.from && post.createAt < query.window.to;
  return inWindow && isQuotable(post, query.botUserId);
}
