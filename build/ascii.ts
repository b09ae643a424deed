/**
 * Source in ASCII alone. V8 keeps a program in one byte per character only while none needs two: a single dash in a
 * regular expression doubles what the server's code takes in memory. esbuild escapes what stands in strings, and leaves
 * regular expressions as they are.
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';

import type { Plugin } from 'esbuild';

import { BuildError } from './errors.ts';

const loaders = { '.ts': 'ts', '.mts': 'ts', '.js': 'js', '.cjs': 'js', '.mjs': 'js' } as const;

const foreign = /[^\0-\x7F]/g;

/** A backslash before such a character, or a template that is read as it is written: an escape would mean another text. */
const fragile = /(?<!\\)(?:\\\\)*\\[^\0-\x7F]|String\.raw`[^`]*[^\0-\x7F]/;

/** Gives esbuild every file in ASCII. */
export const asciiSource: Plugin = {
  name: 'ascii source',
  setup(build) {
    build.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => ({
      contents: asciiText(await readFile(path, 'utf8'), path),
      loader: loaders[extname(path) as keyof typeof loaders],
    }));
  },
};

/**
 * The same program with every other character escaped. Lines stay what they are.
 *
 * @throws {BuildError} `source_invalid` where an escape would change what the program does.
 */
export function asciiText(text: string, path: string): string {
  if (fragile.test(text)) {
    throw new BuildError('source_invalid', `${path}: a character outside ASCII cannot be escaped`);
  }
  return text.replace(foreign, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
