/** The bundle that `npm run dist` left: what the stand-in installs. */
import { join } from 'node:path';

import { lastBundle } from '../../build/bundle_file.ts';
import { readManifest } from '../../build/manifest.ts';
import { hostPlatform } from '../../build/platform.ts';
import type { Platform } from '../../build/platform.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Path of the bundle for `platform`: this machine's, unless it is given.
 *
 * @throws {BuildError} `bundle_missing`, saying which command makes one.
 */
export async function builtBundle(platform: Platform = hostPlatform()): Promise<string> {
  return lastBundle(join(root, 'dist'), await readManifest(root), platform);
}
