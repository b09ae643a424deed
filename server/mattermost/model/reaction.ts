/** An emoji that a user put on a post. Source: model.Reaction. */
import { int, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** A reaction. Removed ones keep existing with `deleteAt` set, but are not listed. */
export const Reaction = struct('Reaction', {
  userId: string,
  postId: string,
  emojiName: string,
  createAt: int,
  updateAt: int,
  deleteAt: int,
  remoteId: optional(string),
  channelId: string,
});
/** A decoded `Reaction`. */
export type Reaction = Infer<typeof Reaction>;
/** What encodes as `Reaction`; absent fields are Go's zero value. */
export type ReactionInput = Input<typeof Reaction>;
