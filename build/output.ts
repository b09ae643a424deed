/** Files that a build leaves: each appears whole or not at all, for others may be reading the one before. */
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { checksumFileName } from './bundle_file.ts';
import { fileDigest } from './digest.ts';

/** Copies by way of a rename: the file may be running, or just being read. */
export async function placeFile(from: string, to: string, mode: number): Promise<void> {
  await place(to, mode, (path) => copyFile(from, path));
}

/** Writes by way of a rename. */
export async function placeText(content: string | Uint8Array, to: string): Promise<void> {
  await place(to, 0o644, (path) => writeFile(path, content));
}

/** Writes the digests of `files`, which are side by side, beside them, as `sha256sum --check` reads them. */
export async function placeChecksums(folder: string, files: readonly string[]): Promise<void> {
  const lines = await Promise.all(
    files.toSorted().map(async (file) => `${await fileDigest(file)}  ${basename(file)}\n`),
  );
  await placeText(lines.join(''), join(folder, checksumFileName));
}

async function place(
  to: string,
  mode: number,
  make: (path: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${to}.${randomUUID()}.unfinished`;
  await mkdir(dirname(to), { recursive: true });
  await make(unfinished);
  await chmod(unfinished, mode);
  await rename(unfinished, to);
}
