/** Results of slow build steps, kept under the digest of everything that went into them. */
import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { digest } from './digest.ts';
import { systemCode } from './errors.ts';

/** A file from the cache. It belongs to the cache: copy it, never change it. */
export interface CachedFile {
  readonly path: string;
  /** The digest of its inputs: an address for whatever is made from the file. */
  readonly key: string;
}

/** Entries kept for each stage: the current one, and the one before it for going back and forth. */
const keptEntries = 2;

/** In the name of whatever is still being made; steps that need more than one file put it beside, under a longer name. */
const unfinishedMark = '.unfinished';

/** Age in milliseconds at which something unfinished belongs to a build that was killed. */
const abandonedMs = 60 * 60 * 1000;

/** Files by stage and key in one folder. Safe for several builds at once: entries appear whole or not at all. */
export class BuildCache {
  readonly #folder: string;
  readonly #now: () => number;

  /** @param now milliseconds since 1970, by which the entries used last are known */
  constructor(folder: string, now: () => number = Date.now) {
    this.#folder = folder;
    this.#now = now;
  }

  /**
   * The file that `make` writes from `inputs`; `make` runs only when no such file is kept.
   *
   * @param inputs everything the result depends on, the step's own recipe and the versions of its tools included
   */
  async file(
    stage: string,
    inputs: readonly (string | Uint8Array)[],
    make: (path: string) => Promise<void>,
  ): Promise<CachedFile> {
    const key = digest(inputs);
    const folder = join(this.#folder, stage);
    const path = join(folder, key);
    if (await touch(path, this.#now())) return { path, key };

    await mkdir(folder, { recursive: true });
    const unfinished = join(folder, `${key}.${randomUUID()}${unfinishedMark}`);
    try {
      await make(unfinished);
      await rename(unfinished, path);
      await touch(path, this.#now());
    } finally {
      await rm(unfinished, { force: true });
    }
    await prune(folder);
    return { path, key };
  }
}

/** Marks an entry as used at `now`. False when there is none. */
async function touch(path: string, now: number): Promise<boolean> {
  const at = new Date(now);
  try {
    await utimes(path, at, at);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Removes all but the entries used last, and what builds left behind that never came to their end. */
async function prune(folder: string): Promise<void> {
  const entries: { path: string; usedAt: number }[] = [];
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = await statIfThere(path);
    if (stats === undefined) continue;
    if (!name.includes(unfinishedMark)) entries.push({ path, usedAt: stats.mtimeMs });
    else if (Date.now() - stats.mtimeMs > abandonedMs) await remove(path);
  }
  entries.sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of entries.slice(keptEntries)) await remove(path);
}

async function remove(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

async function statIfThere(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
