import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { workOnChange } from '../../build/changes.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();

/** Long enough for the files of one change to be written, in milliseconds. */
const settleMs = 50;

let folder: string;
let stop: AbortController;
let rounds: number;
let waiting: { readonly rounds: number; readonly resolve: () => void } | undefined;
let ended: Promise<void>;

/** What the next round does before it is over. */
let during: () => Promise<void>;

beforeEach(async () => {
  folder = await temporaryFolder();
  await mkdir(join(folder, 'inside/dist'), { recursive: true });
  stop = new AbortController();
  rounds = 0;
  during = () => Promise.resolve();
  ended = workOnChange({
    paths: [folder],
    counts: (name) => !name.includes('dist'),
    settleMs,
    signal: stop.signal,
    work: async () => {
      await during();
      rounds += 1;
      if (waiting?.rounds === rounds) waiting.resolve();
    },
  });
  await round(1);
});

afterEach(async () => {
  stop.abort();
  await ended;
});

/** Settles once that many rounds are over. */
function round(count: number): Promise<void> {
  return new Promise((resolve) => {
    waiting = { rounds: count, resolve };
    if (rounds >= count) resolve();
  });
}

const change = (name: string): Promise<void> => writeFile(join(folder, name), String(rounds));

describe('workOnChange', () => {
  test('works once for several changes at once', async () => {
    await Promise.all(['a', 'b', 'inside/c'].map(change));
    await round(2);
    await change('a');
    await round(3);
    expect(rounds).toBe(3);
  });

  test('works once more for what changes while it works', async () => {
    during = async () => {
      during = () => Promise.resolve();
      await change('b');
    };
    await change('a');
    await round(3);
    expect(rounds).toBe(3);
  });

  test('does not work for what does not count', async () => {
    await change('inside/dist/main.js');
    await change('a');
    await round(2);
    expect(rounds).toBe(2);
  });

  test('ends at the signal, after its round', async () => {
    during = async () => {
      stop.abort();
      await Promise.resolve();
    };
    await change('a');
    await ended;
    expect(rounds).toBe(2);
  });
});
