/** The licences of everything in the bundle that others wrote, as those licences ask. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BuildError } from './errors.ts';
import { packageFolder } from './npm_package.ts';
import type { Platform } from './platform.ts';

const packageJson = z.object({ version: z.string(), license: z.string() });

/** Where Debian keeps the licence of a package's files. */
const debianDocs = '/usr/share/doc';

const rule = '-'.repeat(80);

/**
 * The text of `THIRD_PARTY_NOTICES.txt`: Node, the bundled npm `packages`, the shared libraries, one after the other.
 *
 * @throws {BuildError} `package_missing` when a package is not installed or carries no licence text.
 */
export async function thirdPartyNotices(
  root: string,
  platform: Platform,
  packages: readonly string[],
): Promise<string> {
  const npm = [platform.nodePackage, ...packages];
  const sections = [
    ...(await Promise.all(npm.map((name) => npmNotice(root, name)))),
    ...(await libraryNotices(platform.libraries)),
  ];
  const opening = 'This bundle contains software by others, under the licences below.\n';
  return [opening, ...sections].join(`\n${rule}\n`);
}

async function npmNotice(root: string, name: string): Promise<string> {
  const folder = await packageFolder(root, name);
  const facts = packageJson.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
  if (file === undefined) {
    throw new BuildError('package_missing', `The npm package ${name} carries no licence text.`);
  }
  const text = await readFile(join(folder, file), 'utf8');
  return `${name} ${facts.version} (${facts.license})\n\n${text}`;
}

/** One notice for all libraries of one origin: GCC's share theirs. */
async function libraryNotices(libraries: Platform['libraries']): Promise<readonly string[]> {
  const namesByText = new Map<string, string[]>();
  for (const library of libraries) {
    const text = await libraryLicence(library);
    namesByText.set(text, [...(namesByText.get(text) ?? []), library.name]);
  }
  return [...namesByText].map(([text, names]) => `${names.join(', ')}\n\n${text}`);
}

async function libraryLicence(library: Platform['libraries'][number]): Promise<string> {
  const file = join(debianDocs, library.debianPackage, 'copyright');
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new BuildError(
      'library_missing',
      `The licence of ${library.name} is not at ${file}. Install it with: ` +
        `apt-get install --reinstall ${library.debianPackage}`,
      { cause },
    );
  }
}
