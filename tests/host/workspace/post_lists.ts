/**
 * Pages of posts as the server's store selects them (`SqlPostStore`), before metadata is added.
 *
 * What surprises: a page's `posts` hold more than its `order` (the whole threads of the replies on it); reply
 * counts are filled in only where the query computes them; `since` selects by time of update, in no promised
 * order before its cut at 1,000, deleted rows and old versions included.
 */
import { PostList } from '../../../server/mattermost/model/index.ts';
import type { Post } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { Posts } from './posts.ts';

/** The largest page the server gives. */
const maxPerPage = 1000;
/** Where `GetPostsSince` cuts off. */
const maxSince = 1000;

/** Reads lists of posts out of the table. */
export class PostLists {
  readonly #posts: Posts;

  constructor(posts: Posts) {
    this.#posts = posts;
  }

  /**
   * `GetPostsForChannel`: living posts, newest first, replies among them; reply counts are 0.
   *
   * @throws {AppFailure} 400 for more than 1,000 on a page, 500 for negative numbers.
   */
  page(channelId: string, page: number, perPage: number): PostList {
    if (perPage > maxPerPage)
      throw new AppFailure('GetPostsPage', 'app.post.get_posts.app_error', 400);
    if (page < 0 || perPage < 0) {
      throw new AppFailure('GetPostsPage', 'app.post.get_root_posts.app_error', 500);
    }
    const posts = take(this.#posts.newestFirst(channelId), page * perPage, perPage);
    const roots = new Set(posts.map((post) => post.rootId).filter((id) => id !== ''));
    const threads = [...roots].flatMap((id) => this.#posts.thread(id));
    return list(posts, [...posts, ...threads].map(withoutReplyCount));
  }

  /** `GetPostsSince`: rows updated after `time`, and the roots of the replies among them. */
  since(channelId: string, time: number): PostList {
    const rows = this.#posts
      .rows(channelId)
      .filter((post) => post.updateAt > time)
      .slice(0, maxSince);
    const found = new Map(rows.map((post) => [post.id, post]));
    for (const row of rows) {
      if (row.rootId === '' || found.has(row.rootId)) continue;
      const root = this.#posts.get(row.rootId, true);
      found.set(root.id, root);
    }
    const all = [...found.values()].sort((a, b) => b.createAt - a.createAt).map(withoutReplyCount);
    return list(
      all.filter((post) => post.updateAt > time),
      all,
    );
  }

  /**
   * `GetPostThread`: the post itself first, then the rest of its thread. The server's query names no order for the
   * rest; here it is newest first, so that nobody comes to rely on a better one.
   *
   * @throws {AppFailure} 404 when there is no such living post.
   */
  thread(postId: string): PostList {
    const post = this.#posts.get(postId);
    const rest = this.#posts
      .thread(post.rootId === '' ? post.id : post.rootId)
      .filter((each) => each.id !== post.id)
      .reverse();
    const all = [post, ...rest].map((each) => this.#counted(each));
    return create(PostList, { ...list(all, all), hasNext: false });
  }

  /** `GetPostsBefore` and `GetPostsAfter`: a page of what stands before or after a post, newest first. */
  around(
    where: 'before' | 'after',
    channelId: string,
    postId: string,
    page: number,
    perPage: number,
  ): PostList {
    if (page < 0 || perPage < 0) {
      throw new AppFailure('GetPostsAroundPost', 'app.post.get_posts_around.get.app_error', 400);
    }
    const living = [...this.#posts.newestFirst(channelId)];
    const pivot =
      living.find((post) => post.id === postId) ?? this.#deletedPivot(channelId, postId);
    if (pivot === undefined) return list([], []);
    const posts =
      where === 'before'
        ? living.filter((post) => post.createAt < pivot.createAt)
        : living.filter((post) => post.createAt > pivot.createAt).reverse();
    const shown = posts.slice(page * perPage, (page + 1) * perPage);
    if (where === 'after') shown.reverse();
    const threads = shown.flatMap((post) =>
      this.#posts.thread(post.rootId === '' ? post.id : post.rootId),
    );
    return list(
      shown,
      [...shown, ...threads].map((post) => this.#counted(post)),
    );
  }

  /** What clients ask for that collapse threads: roots alone, with their counts, newest first; all of them, or those before or after one. */
  roots(
    channelId: string,
    page: number,
    perPage: number,
    {
      before,
      after,
    }: { readonly before?: string | undefined; readonly after?: string | undefined },
  ): PostList {
    const pivot = this.#posts.find(before ?? after ?? '');
    const isWanted = ({ rootId, createAt }: Post): boolean => {
      if (rootId !== '') return false;
      if (before !== undefined) return createAt < (pivot?.createAt ?? 0);
      return after === undefined || createAt > (pivot?.createAt ?? Infinity);
    };
    const wanted = [...this.#posts.newestFirst(channelId)].filter(isWanted);
    // Pages after a post begin at it; the others at the newest.
    if (after !== undefined) wanted.reverse();
    const shown = take(wanted, page * perPage, perPage).map((post) => this.#counted(post));
    if (after !== undefined) shown.reverse();
    return list(shown, shown);
  }

  #deletedPivot(channelId: string, postId: string): Post | undefined {
    return this.#posts.rows(channelId).find((post) => post.id === postId);
  }

  #counted(post: Post): Post {
    return { ...post, replyCount: this.#posts.replyCount(post) };
  }
}

function list(order: readonly Post[], posts: readonly Post[]): PostList {
  return create(PostList, {
    order: order.map((post) => post.id),
    posts: new Map(posts.map((post) => [post.id, post])),
  });
}

function withoutReplyCount(post: Post): Post {
  return post.replyCount === 0 ? post : { ...post, replyCount: 0 };
}

function take<T>(items: Iterable<T>, skip: number, count: number): T[] {
  const taken: T[] = [];
  let at = 0;
  for (const item of items) {
    if (taken.length === count) break;
    if (at >= skip) taken.push(item);
    at += 1;
  }
  return taken;
}
