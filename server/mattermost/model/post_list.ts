/** A page of posts. Source: model.PostList. */
import { bool, int, map, optional, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';
import { Post } from './post.ts';

/** Posts by id, and the ids in order. `posts` may hold more than `order`: roots of the threads that are quoted. */
export const PostList = struct('PostList', {
  /** Newest first. */
  order: slice(string),
  posts: map(string, Post),
  nextPostId: string,
  prevPostId: string,
  hasNext: optional(bool),
  /** Not 0 where a plan limit hides older posts. */
  firstInaccessiblePostTime: int,
  burnOnReadPosts: map(string, Post),
});
/** A decoded `PostList`. */
export type PostList = Infer<typeof PostList>;
