/** The licences of everything in the bundle that others wrote, as those licences ask. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError } from './errors.ts';
import { libraryLicence } from './libraries.ts';
import type { Library } from './libraries.ts';
import type { Lockfile } from './lockfile.ts';
import { packageFolder } from './npm_package.ts';

/** What others wrote of a bundle. */
export interface ForeignParts {
  /** The npm packages whose Node binaries are in it, for one platform each. */
  readonly nodePackages: readonly string[];
  /** The npm package of the machine that builds: of the same release, with the same licence text. */
  readonly installedNode: string;
  /** The npm packages whose code is in it. */
  readonly packages: readonly string[];
  readonly libraries: readonly Library[];
}

const rule = '-'.repeat(80);

/**
 * The text of `THIRD_PARTY_NOTICES.txt`: Node, the bundled npm packages, the shared libraries, one after the other.
 *
 * @throws {BuildError} `package_missing` when a package is not installed or carries no licence text; `library_missing`
 *   when a library has none.
 */
export async function thirdPartyNotices(
  root: string,
  parts: ForeignParts,
  lockfile: Lockfile,
): Promise<string> {
  const opening = 'This bundle contains software by others, under the licences below.\n';
  const sections = [
    await nodeNotice(root, parts, lockfile),
    ...(await Promise.all(
      parts.packages.map(
        async (name) => `${titleOf(name, lockfile)}\n\n${await npmLicence(root, name)}`,
      ),
    )),
    ...(await libraryNotices(parts.libraries)),
  ];
  return [opening, ...sections].join(`\n${rule}\n`);
}

/** One notice for the Node binaries of all platforms: they are of one release. */
async function nodeNotice(
  root: string,
  { nodePackages, installedNode }: ForeignParts,
  lockfile: Lockfile,
): Promise<string> {
  const titles = nodePackages.map((name) => titleOf(name, lockfile));
  return `${titles.join(', ')}\n\n${await npmLicence(root, installedNode)}`;
}

function titleOf(name: string, lockfile: Lockfile): string {
  const { version, license } = lockfile(name);
  return `${name} ${version} (${license ?? 'licence below'})`;
}

async function npmLicence(root: string, name: string): Promise<string> {
  const folder = await packageFolder(root, name);
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (file === undefined) {
    throw new BuildError('package_missing', `The npm package ${name} carries no licence text.`);
  }
  return readFile(join(folder, file), 'utf8');
}

/** One notice for all libraries of one origin: GCC's share theirs. */
async function libraryNotices(libraries: readonly Library[]): Promise<readonly string[]> {
  const namesByText = new Map<string, Set<string>>();
  for (const library of libraries) {
    const text = await libraryLicence(library);
    namesByText.set(text, (namesByText.get(text) ?? new Set()).add(library.name));
  }
  return [...namesByText].map(([text, names]) => `${[...names].join(', ')}\n\n${text}`);
}
