import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { BuildCache } from '../../build/cache.ts';
import { digest } from '../../build/digest.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();
let folder: string;
let cache: BuildCache;
let made: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  // A second a step: file times may be too coarse to tell two steps of a fast machine apart.
  let now = Date.now();
  cache = new BuildCache(folder, () => (now += 1000));
  made = [];
});

/** Makes a file that holds its own inputs. */
async function make(...inputs: readonly string[]): Promise<string> {
  const { path } = await cache.file('stage', inputs, async (target) => {
    made.push(inputs.join());
    await writeFile(target, inputs.join());
  });
  return readFile(path, 'utf8');
}

describe('BuildCache', () => {
  test('makes a file once for the same inputs', async () => {
    expect([await make('a'), await make('a'), await make('a')]).toEqual(['a', 'a', 'a']);
    expect(made).toEqual(['a']);
  });

  test('makes another for other inputs, in whatever way they are cut', async () => {
    await make('ab', 'c');
    await make('a', 'bc');
    expect(made).toEqual(['ab,c', 'a,bc']);
  });

  test('keeps the two entries used last', async () => {
    for (const input of ['a', 'b', 'a', 'c', 'a', 'b']) await make(input);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('keeps nothing of a step that failed', async () => {
    const failing = cache.file('stage', ['a'], async (target) => {
      await writeFile(target, 'half');
      throw new Error('out of paper');
    });
    await expect(failing).rejects.toThrow('out of paper');
    expect(await readdir(join(folder, 'stage'))).toEqual([]);
    expect(await make('a')).toBe('a');
  });

  test('clears what killed builds left, and leaves what others are making', async () => {
    await make('a');
    const [long, now] = [new Date(Date.now() - 2 * 60 * 60 * 1000), new Date()];
    for (const [name, at] of [
      ['old.unfinished-x', long],
      ['new.unfinished', now],
    ] as const) {
      await writeFile(join(folder, 'stage', name), '');
      await utimes(join(folder, 'stage', name), at, at);
    }
    await make('b');
    const left = await readdir(join(folder, 'stage'));
    expect(left.filter((name) => name.includes('unfinished'))).toEqual(['new.unfinished']);
  });

  test('serves builds that run at once', async () => {
    const results = await Promise.all(['a', 'b', 'a', 'b'].map((input) => make(input)));
    expect(results).toEqual(['a', 'b', 'a', 'b']);
  });
});

describe('digest', () => {
  test('is the same for text and its bytes', () => {
    expect(digest(['é'])).toBe(digest([Buffer.from('é')]));
  });
});
