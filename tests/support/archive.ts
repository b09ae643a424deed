/** Reads bundles back: what is in them, and how it is marked. */
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { extract } from 'tar-stream';

/** One entry of an archive, with its bytes. */
export interface ArchiveEntry {
  readonly name: string;
  readonly type: string;
  readonly mode: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly owner: string;
  readonly bytes: Buffer;
}

/** All entries of a gzipped tar, in order. */
export async function readArchive(path: string): Promise<readonly ArchiveEntry[]> {
  const archive = extract();
  const unpacked = pipeline(createReadStream(path), createGunzip(), archive);
  const entries: ArchiveEntry[] = [];
  for await (const entry of archive) {
    const { name, type, mode, mtime, uid, gid } = entry.header;
    entries.push({
      name,
      type,
      mode,
      modified: Number(mtime),
      owner: `${String(uid)}:${String(gid)}`,
      bytes: await buffer(entry),
    });
  }
  await unpacked;
  return entries;
}

/** Unpacks as Mattermost does: regular files with the mode the archive says, folders as needed, nothing else. */
export async function unpackArchive(path: string, folder: string): Promise<void> {
  const archive = extract();
  const unpacked = pipeline(createReadStream(path), createGunzip(), archive);
  for await (const entry of archive) {
    const { name, type, mode } = entry.header;
    if (type !== 'file') {
      entry.resume();
      continue;
    }
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(entry, createWriteStream(target));
    await chmod(target, mode);
  }
  await unpacked;
}
