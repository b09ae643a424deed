/** What is known of an uploaded file. Source: model.FileInfo. */
import { bool, bytes, int, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** An uploaded file, without its content. */
export const FileInfo = struct('FileInfo', {
  id: string,
  creatorId: string,
  postId: string,
  channelId: string,
  createAt: int,
  updateAt: int,
  deleteAt: int,
  path: string,
  thumbnailPath: string,
  previewPath: string,
  name: string,
  extension: string,
  /** In bytes. */
  size: int,
  mimeType: string,
  width: int,
  height: int,
  hasPreviewImage: bool,
  miniPreview: optional(bytes),
  /** Text found in the file, for search. */
  content: string,
  remoteId: optional(string),
  archived: bool,
});
/** A decoded `FileInfo`. */
export type FileInfo = Infer<typeof FileInfo>;
