/** What finished bundles are called, and where the last one is. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError, systemCode } from './errors.ts';
import type { Manifest, StampedManifest } from './manifest.ts';
import type { Platform } from './platform.ts';

/** File name of a bundle: plugin, version, platform. */
export function bundleFileName(manifest: StampedManifest, platform: Platform): string {
  return `${manifest.id}-${manifest.version}-${platform.name}.tar.gz`;
}

/** The bundles in `folder`, whatever their version. No folder, no bundles. */
export async function bundlesIn(
  folder: string,
  manifest: Manifest,
  platform: Platform,
): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => name.startsWith(`${manifest.id}-`))
    .filter((name) => name.endsWith(`-${platform.name}.tar.gz`))
    .map((name) => join(folder, name));
}

/**
 * The bundle that the last build left in `folder`.
 *
 * @throws {BuildError} `bundle_missing` when there is none.
 */
export async function lastBundle(
  folder: string,
  manifest: Manifest,
  platform: Platform,
): Promise<string> {
  const [path] = await bundlesIn(folder, manifest, platform);
  if (path !== undefined) return path;
  throw new BuildError('bundle_missing', `There is no bundle in ${folder}. Run: npm run dist`);
}
