/** The examples in docs/messages are what the source makes, and hold what every message must. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { examplesFolder, makeExamples } from './examples.ts';
import type { Example } from './examples.ts';

let examples: readonly Example[];

beforeAll(async () => {
  examples = await makeExamples();
});

test('docs/messages has these files and no others', async () => {
  const files = await readdir(examplesFolder);
  expect(files.sort()).toEqual(examples.map(({ file }) => file).sort());
});

test('each is what the source makes; `npm exec -- node tests/messages/write.ts` writes them anew', async () => {
  for (const { file, content } of examples) {
    const written = await readFile(join(examplesFolder, file), 'utf8');
    expect({ file, content: written }).toEqual({ file, content });
  }
});

describe('a message', () => {
  test('pings nobody', () => {
    for (const { file, content } of examples) {
      if (file === 'README.md') continue;
      expect({ file, pings: /@\w/.test(content) }).toEqual({ file, pings: false });
    }
  });

  test('has no hole left', () => {
    for (const { file, content } of examples) {
      expect({ file, hole: /\{[a-z_]+\}|undefined|NaN/.test(content) }).toEqual({
        file,
        hole: false,
      });
    }
  });
});
