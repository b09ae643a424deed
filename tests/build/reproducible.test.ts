/** Two builds of one source, in two folders and with nothing cached, give the same bytes. */
import { cp, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { BuildCache } from '../../build/cache.ts';
import { fileDigest } from '../../build/digest.ts';
import { buildExecutable } from '../../build/executable.ts';
import { readLockfile } from '../../build/lockfile.ts';
import { nodeBinary } from '../../build/node_binary.ts';
import { buildPlugin } from '../../build/pipeline.ts';
import { hostPlatform, platforms } from '../../build/platform.ts';
import { toolchainFor } from '../../build/toolchain.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const repository = join(import.meta.dirname, '../..');
const temporaryFolder = temporaryFolders();

// Two whole builds, on a machine that may be busy with the other tests.
jest.setTimeout(180_000);

/** A copy of everything the build reads, in a folder of its own, outside git. */
async function copyOf(source: string): Promise<string> {
  const root = await temporaryFolder();
  const isResult = (path: string): boolean => path === join(source, 'server/dist');
  const names = ['plugin.json', 'package.json', 'package-lock.json', 'LICENSE'];
  for (const name of [...names, 'assets', 'server', 'webapp']) {
    const filter = (path: string): boolean => !isResult(path);
    await cp(join(source, name), join(root, name), { recursive: true, filter });
  }
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'));
  return root;
}

interface Build {
  readonly name: string;
  readonly bytes: Buffer;
  readonly steps: readonly string[];
}

async function build(root: string, modified = new Date(0)): Promise<Build> {
  const steps: string[] = [];
  const [path] = await buildPlugin({
    root,
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'cache'),
    platforms: [hostPlatform()],
    debug: false,
    modified,
    onStep: (name) => steps.push(name),
  });
  return { name: basename(path!), bytes: await readFile(path!), steps };
}

describe('buildPlugin', () => {
  test('is reproducible', async () => {
    const first = await copyOf(repository);
    const second = await copyOf(first);
    const [a, b] = [await build(first), await build(second)];
    const { name } = hostPlatform();
    const steps = ['server code', 'webapp code', `executable ${name}`, `bundle ${name}`];
    expect(a.steps).toEqual(steps);
    expect(b.name).toBe(a.name);
    expect(b.bytes.equals(a.bytes)).toBe(true);

    // From the cache it is the same again; another time is another bundle.
    expect((await build(first)).bytes.equals(a.bytes)).toBe(true);
    expect((await build(first, new Date(1000))).bytes.equals(a.bytes)).toBe(false);
  });
});

describe('buildExecutable', () => {
  test('is reproducible for the other kind of machine', async () => {
    const lockfile = await readLockfile(repository);
    const shared = new BuildCache(join(repository, 'build/cache'));
    const host = hostPlatform();
    const platform = platforms.find((other) => other !== host)!;
    const toolchain = toolchainFor(platform);
    const [node, builder] = await Promise.all([
      nodeBinary(repository, platform, toolchain, lockfile, shared),
      nodeBinary(repository, host, toolchainFor(host), lockfile, shared),
    ]);
    const parts = { platform, toolchain, node, builder, code: Buffer.from('console.log(1);') };
    const made = async (): Promise<string> => {
      const { path } = await buildExecutable(parts, new BuildCache(await temporaryFolder()));
      return fileDigest(path);
    };
    expect(await made()).toBe(await made());
  });
});
