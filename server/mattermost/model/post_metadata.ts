/** What the server works out about a post for its readers. Source: model.PostMetadata. */
import {
  any,
  bool,
  bytes,
  int,
  map,
  named,
  optional,
  slice,
  string,
  struct,
} from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';
import { Emoji } from './emoji.ts';
import { FileInfo } from './file_info.ts';
import { Reaction } from './reaction.ts';

/** A preview of a link, a quoted post or an attachment. */
export const PostEmbed = struct('PostEmbed', {
  /** `image`, `message_attachment`, `opengraph`, `link`, `permalink` or `boards`. */
  type: string,
  url: named('URL', string),
  data: any,
});
/** A decoded `PostEmbed`. */
export type PostEmbed = Infer<typeof PostEmbed>;

/** The size of an image in a post. */
export const PostImage = struct('PostImage', {
  width: int,
  height: int,
  format: string,
  frameCount: int,
});
/** A decoded `PostImage`. */
export type PostImage = Infer<typeof PostImage>;

/** How urgent the author said a post is. */
export const PostPriority = struct('PostPriority', {
  /** `urgent`, `important` or empty. */
  priority: optional(string),
  requestedAck: optional(bool),
  persistentNotifications: optional(bool),
  postId: string,
  channelId: string,
});
/** A decoded `PostPriority`. */
export type PostPriority = Infer<typeof PostPriority>;

/** A reader's "seen" on a post that asked for one. */
export const PostAcknowledgement = struct('PostAcknowledgement', {
  userId: string,
  postId: string,
  acknowledgedAt: int,
  channelId: string,
  remoteId: optional(string),
});
/** A decoded `PostAcknowledgement`. */
export type PostAcknowledgement = Infer<typeof PostAcknowledgement>;

/** A translation of a post into one language. */
export const PostTranslation = struct('PostTranslation', {
  text: string,
  /** JSON text. */
  object: bytes,
  type: string,
  state: string,
  sourceLang: string,
});
/** A decoded `PostTranslation`. */
export type PostTranslation = Infer<typeof PostTranslation>;

/** Embeds, files, reactions and more of one post; absent where the server stripped it. */
export const PostMetadata = struct('PostMetadata', {
  embeds: slice(PostEmbed),
  emojis: slice(Emoji),
  files: slice(FileInfo),
  images: map(string, PostImage),
  reactions: slice(Reaction),
  priority: optional(PostPriority),
  acknowledgements: slice(PostAcknowledgement),
  translations: map(string, PostTranslation),
  expireAt: int,
  recipients: slice(string),
  redactedFileCount: int,
});
/** A decoded `PostMetadata`. */
export type PostMetadata = Infer<typeof PostMetadata>;
