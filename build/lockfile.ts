/** What `package-lock.json` knows of the packages: exact versions, digests, licences, what they bring along. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import { BuildError } from './errors.ts';

const lockedPackage = z.object({
  version: z.string(),
  /** Digest of the archive in the registry: algorithm, `-`, base64. */
  integrity: z.string().optional(),
  /** An SPDX expression. */
  license: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

const lock = z.object({ packages: z.record(z.string(), z.unknown()) });

/** One package as it is locked. */
export type LockedPackage = z.infer<typeof lockedPackage>;

/** The packages at the top of `node_modules`, by name: those the build takes code from all are there. */
export type Lockfile = (name: string) => LockedPackage;

/**
 * Reads `package-lock.json` in `root`. Asked for a package that is not locked, what it returns throws `package_missing`.
 *
 * @throws {BuildError} `source_invalid` when there is none or it is not readable as one.
 */
export async function readLockfile(root: string): Promise<Lockfile> {
  const file = join(root, 'package-lock.json');
  let packages: Readonly<Record<string, unknown>>;
  try {
    ({ packages } = lock.parse(JSON.parse(await readFile(file, 'utf8'))));
  } catch (cause) {
    throw new BuildError('source_invalid', `${file} is no lock file of npm.`, { cause });
  }
  return (name) => {
    const found = lockedPackage.safeParse(packages[`node_modules/${name}`]);
    if (found.success) return found.data;
    throw new BuildError('package_missing', `package-lock.json does not lock ${name}.`, {
      cause: found.error,
    });
  };
}
