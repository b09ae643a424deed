/** Content addresses: equal inputs give equal text, on every machine. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Bytes read at a time. */
const readSize = 1024 * 1024;

/** The SHA-256 of several inputs, in hex. Lengths are hashed too, so that ['ab', 'c'] and ['a', 'bc'] differ. */
export function digest(inputs: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const bytes = typeof input === 'string' ? Buffer.from(input) : input;
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

/** The SHA-256 of a file's bytes, in hex; the file is never held in memory whole. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: readSize }), hash);
  return hash.digest('hex');
}
