/**
 * The Node binary of a platform. npm installs the package of the machine's own kind; that of another is asked of it here,
 * in the version and with the digest that package-lock.json has.
 */
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { extract } from 'tar-stream';

import type { BuildCache } from './cache.ts';
import { BuildError } from './errors.ts';
import type { Lockfile } from './lockfile.ts';
import { packageFolder } from './npm_package.ts';
import type { Platform } from './platform.ts';
import { run } from './program.ts';
import type { Toolchain } from './toolchain.ts';

/** Where the binary is in its package, which npm packs below `package/`. */
const binaryPath = 'bin/node';

/**
 * The path of the binary: in `node_modules`, or in the cache.
 *
 * @throws {BuildError} `package_missing` when npm has it not, or another than the locked one; `program_failed` with what
 *   npm says of it.
 */
export async function nodeBinary(
  root: string,
  platform: Platform,
  toolchain: Toolchain,
  lockfile: Lockfile,
  cache: BuildCache,
): Promise<string> {
  const { nodePackage } = platform;
  if (toolchain.isNative) return join(await packageFolder(root, nodePackage), binaryPath);
  const { version, integrity } = lockfile(nodePackage);
  const inputs = [nodePackage, version, integrity ?? ''];
  const { path } = await cache.file(`node-${platform.name}`, inputs, async (target) => {
    const folder = await mkdtemp(`${target}-`);
    try {
      const archive = await fetchPackage(`${nodePackage}@${version}`, folder);
      await checkIntegrity(archive, integrity, nodePackage);
      await extractBinary(archive, target, nodePackage);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
  return path;
}

/** Has npm put the archive of a package into `folder`. Returns its path. */
async function fetchPackage(name: string, folder: string): Promise<string> {
  const args = ['pack', name, '--ignore-scripts', '--silent', '--pack-destination', folder];
  const printed = await run('npm', args, { cwd: folder });
  const fileName = printed.trim().split('\n').at(-1) ?? '';
  return join(folder, fileName);
}

async function checkIntegrity(
  archive: string,
  integrity: string | undefined,
  name: string,
): Promise<void> {
  const found = createHash('sha512').update(await readFile(archive));
  if (integrity === `sha512-${found.digest('base64')}`) return;
  throw new BuildError(
    'package_missing',
    `What npm has as ${name} is not what package-lock.json locks.`,
  );
}

async function extractBinary(archive: string, target: string, name: string): Promise<void> {
  const entries = extract();
  const unpacked = pipeline(createReadStream(archive), createGunzip(), entries);
  let isFound = false;
  for await (const entry of entries) {
    if (entry.header.name !== `package/${binaryPath}`) {
      entry.resume();
      continue;
    }
    await pipeline(entry, createWriteStream(target));
    isFound = true;
  }
  await unpacked;
  if (!isFound) throw new BuildError('package_missing', `${name} has no ${binaryPath}.`);
}
