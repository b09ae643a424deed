/** A message. Source: model.Post. */
import { any, bool, int, map, optional, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';
import { PostMetadata } from './post_metadata.ts';
import { User } from './user.ts';

/** A message. Times are milliseconds since 1970. */
export const Post = struct('Post', {
  id: string,
  createAt: int,
  updateAt: int,
  /** Not 0 for an edited post. */
  editAt: int,
  /** Not 0 for a deleted post. */
  deleteAt: int,
  isPinned: bool,
  userId: string,
  channelId: string,
  /** The first post of the thread; empty for a post that starts one. */
  rootId: string,
  originalId: string,
  /** Markdown. */
  message: string,
  messageSource: string,
  /** Empty for what a person or bot wrote; `system_...` for the server's own notices; `custom_...` for plugins. */
  type: string,
  props: map(string, any),
  hashtags: string,
  filenames: slice(string),
  fileIds: slice(string),
  pendingPostId: string,
  hasReactions: bool,
  remoteId: optional(string),
  replyCount: int,
  lastReplyAt: int,
  participants: slice(User),
  isFollowing: optional(bool),
  metadata: optional(PostMetadata),
});
/** A decoded `Post`. */
export type Post = Infer<typeof Post>;
/** What encodes as `Post`; absent fields are Go's zero value. */
export type PostInput = Input<typeof Post>;
