/** Two builds of one source, in two folders and with nothing cached, give the same bytes. */
import { cp, readFile, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { buildPlugin } from '../../build/pipeline.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const repository = join(import.meta.dirname, '../..');
const temporaryFolder = temporaryFolders();

// Two whole builds, on a machine that may be busy with the other tests.
jest.setTimeout(180_000);

/** A copy of everything the build reads, in a folder of its own, outside git. */
async function copyOf(source: string): Promise<string> {
  const root = await temporaryFolder();
  const isResult = (path: string): boolean => path === join(source, 'server/dist');
  for (const name of ['plugin.json', 'package.json', 'LICENSE', 'assets', 'server', 'webapp']) {
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
  const path = await buildPlugin({
    root,
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'cache'),
    debug: false,
    modified,
    onStep: (name) => steps.push(name),
  });
  return { name: basename(path), bytes: await readFile(path), steps };
}

describe('buildPlugin', () => {
  test('is reproducible', async () => {
    const first = await copyOf(repository);
    const second = await copyOf(first);
    const [a, b] = [await build(first), await build(second)];
    expect(a.steps).toEqual(['server code', 'webapp code', 'executable', 'bundle']);
    expect(b.name).toBe(a.name);
    expect(b.bytes.equals(a.bytes)).toBe(true);

    // From the cache it is the same again; another time is another bundle.
    expect((await build(first)).bytes.equals(a.bytes)).toBe(true);
    expect((await build(first, new Date(1000))).bytes.equals(a.bytes)).toBe(false);
  });
});
