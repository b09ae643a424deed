/** The shared libraries that travel with the executable, for hosts that have glibc and nothing else. */
import { access, realpath } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError } from './errors.ts';
import type { Platform } from './platform.ts';

/** A library on the machine that builds. */
export interface Library {
  /** The name the executable asks for, such as `libstdc++.so.6`. */
  readonly name: string;
  /** The file behind that name: no link, since Mattermost drops links when it unpacks a bundle. */
  readonly path: string;
}

/**
 * Finds the libraries of `platform` where its systems keep them.
 *
 * @throws {BuildError} `library_missing`, naming the Debian packages to install.
 */
export async function findLibraries(platform: Platform): Promise<readonly Library[]> {
  const found: Library[] = [];
  const missing: string[] = [];
  for (const { name, debianPackage } of platform.libraries) {
    const path = await firstThere(platform.systemFolders.map((folder) => join(folder, name)));
    if (path === undefined) missing.push(debianPackage);
    else found.push({ name, path: await realpath(path) });
  }
  if (missing.length === 0) return found;
  throw new BuildError(
    'library_missing',
    `The build copies shared libraries that this machine lacks. Install them with: apt-get install ${missing.join(' ')}`,
  );
}

async function firstThere(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return undefined;
}
