/** The shared libraries that travel with the executable, for hosts that have glibc and nothing else. */
import { access, readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError } from './errors.ts';
import type { Platform } from './platform.ts';
import { run } from './program.ts';
import type { Toolchain } from './toolchain.ts';

/** A library on the machine that builds. */
export interface Library {
  /** The name the executable asks for, such as `libstdc++.so.6`. */
  readonly name: string;
  /** The file behind that name: no link, since Mattermost drops links when it unpacks a bundle. */
  readonly path: string;
  /** The Debian package that brought it. */
  readonly debianPackage: string;
}

/** Where Debian keeps the licence of a package's files. */
const debianDocs = '/usr/share/doc';

/**
 * Finds the libraries of `platform` where `toolchain` keeps them.
 *
 * @throws {BuildError} `library_missing`, naming the Debian packages to install.
 */
export async function findLibraries(
  platform: Platform,
  toolchain: Toolchain,
): Promise<readonly Library[]> {
  const found: Library[] = [];
  const missing: string[] = [];
  for (const need of platform.libraries) {
    const { name } = need;
    const debianPackage = toolchain.debianPackage(need);
    const path = await firstThere(toolchain.libraryFolders.map((folder) => join(folder, name)));
    if (path === undefined) missing.push(debianPackage);
    else found.push({ name, path: await realpath(path), debianPackage });
  }
  if (missing.length === 0) return found;
  throw new BuildError(
    'library_missing',
    `The build copies shared libraries that this machine lacks. Install them with: apt-get install ${missing.join(' ')}`,
  );
}

/**
 * The licence of a library, as its package tells it.
 *
 * @throws {BuildError} `library_missing` when the machine has the library without it.
 */
export async function libraryLicence({ name, debianPackage }: Library): Promise<string> {
  const file = join(debianDocs, debianPackage, 'copyright');
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new BuildError(
      'library_missing',
      `The licence of ${name} is not at ${file}. Install it with: ` +
        `apt-get install --reinstall ${debianPackage}`,
      { cause },
    );
  }
}

/**
 * The version of a library, which is that of its package.
 *
 * @throws {BuildError} `program_missing` or `program_failed` where Debian did not install it.
 */
export async function libraryVersion({ debianPackage }: Library): Promise<string> {
  const versions = await run('dpkg-query', ['--show', '--showformat=${Version}\n', debianPackage]);
  return versions.split('\n')[0] ?? '';
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
