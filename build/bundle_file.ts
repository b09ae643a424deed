/** What the files of a build are called, and where the last bundle is. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError, systemCode } from './errors.ts';
import type { Manifest, StampedManifest } from './manifest.ts';
import type { Platform } from './platform.ts';

/** The list of digests, as `sha256sum --check` reads it. */
export const checksumFileName = 'SHA256SUMS';

/** File name of a bundle: plugin, version, and the platform, unless it is for all of them. */
export function bundleFileName(manifest: StampedManifest, platform: Platform | undefined): string {
  const suffix = platform === undefined ? '' : `-${platform.name}`;
  return `${manifest.id}-${manifest.version}${suffix}.tar.gz`;
}

/** File name of the bill of materials: plugin, version, and the ending by which its format is known. */
export function sbomFileName(manifest: StampedManifest): string {
  return `${manifest.id}-${manifest.version}.cdx.json`;
}

/** Removes what earlier builds left in `folder`: it would only be mistaken for the work of this one. */
export async function clearBuilds(
  folder: string,
  manifest: Manifest,
  kept: readonly string[],
): Promise<void> {
  const ours = new RegExp(`^(${checksumFileName}|${manifest.id}-.*\\.(tar\\.gz|cdx\\.json))$`);
  for (const name of await namesIn(folder)) {
    if (ours.test(name) && !kept.includes(name)) await rm(join(folder, name), { force: true });
  }
}

/**
 * The bundle for `platform` that the last build left in `folder`.
 *
 * @throws {BuildError} `bundle_missing` when there is none.
 */
export async function lastBundle(
  folder: string,
  manifest: Manifest,
  platform: Platform,
): Promise<string> {
  const name = (await namesIn(folder))
    .filter((entry) => entry.startsWith(`${manifest.id}-`))
    .find((entry) => entry.endsWith(`-${platform.name}.tar.gz`));
  if (name !== undefined) return join(folder, name);
  throw new BuildError('bundle_missing', `There is no bundle in ${folder}. Run: npm run dist`);
}

/** No folder, no names. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
}
