/** A file handed over in memory. Source: model.FileData. */
import { bytes, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** A file's name and content. */
export const FileData = struct('FileData', {
  filename: string,
  body: bytes,
});
/** A decoded `FileData`. */
export type FileData = Infer<typeof FileData>;
/** What encodes as `FileData`; absent fields are Go's zero value. */
export type FileDataInput = Input<typeof FileData>;
