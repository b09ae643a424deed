/** The version of a build: the manifest in the source has none, so that a tag is the only place to change. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BuildError } from './errors.ts';
import { run } from './program.ts';

/** A version and, when the commit carries one, its tag. */
export interface Version {
  /** Strict semver without a leading `v`, as Mattermost demands. */
  readonly version: string;
  /** The tag of exactly this commit, as written in git. */
  readonly tag: string | undefined;
}

const packageJson = z.object({ version: z.string() });

/** Digits of the commit that an untagged version carries. */
const hashLength = 8;

/**
 * Finds the version of the source in `root`.
 *
 * On a tag `v1.3.1` it is `1.3.1`; after that tag `1.3.1+<commit>`; before any tag the version of package.json takes
 * the tag's place; outside a git work tree it is the version of package.json alone.
 *
 * @throws {BuildError} `source_invalid` when package.json has no version.
 */
export async function readVersion(root: string): Promise<Version> {
  const declared = await readDeclaredVersion(root);
  const commit = await git(root, ['rev-parse', `--short=${hashLength}`, 'HEAD']);
  if (commit === undefined) return { version: declared, tag: undefined };

  const describe = ['describe', '--tags', '--match', 'v[0-9]*'];
  const exact = await git(root, [...describe, '--exact-match']);
  if (exact !== undefined) return { version: exact.slice(1), tag: exact };

  const last = await git(root, [...describe, '--abbrev=0']);
  return { version: `${last?.slice(1) ?? declared}+${commit}`, tag: undefined };
}

async function readDeclaredVersion(root: string): Promise<string> {
  const file = join(root, 'package.json');
  const parsed = packageJson.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) {
    throw new BuildError('source_invalid', `${file} has no version.`, { cause: parsed.error });
  }
  return parsed.data.version;
}

/** What git prints, or `undefined` when it has no answer, as in an unpacked source archive or before a first tag. */
async function git(root: string, args: readonly string[]): Promise<string | undefined> {
  try {
    return (await run('git', args, { cwd: root })).trim();
  } catch (error) {
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
