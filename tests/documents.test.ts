/** Holds the documents to the repository: commands that exist, links that lead somewhere, files that are there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { paths } from './support/source_file.ts';
import { anchors, commands, links, namedPaths } from './support/document.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Documents for people; examples of messages are no documents. */
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...paths(root, 'docs').filter((path) => path.endsWith('.md') && !path.includes('/messages/')),
];

const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** Scripts that npm starts without `run`. */
const short = ['start', 'test'];

/** What a build or an installation leaves. */
const results = /^(dist|server\/dist|webapp\/dist|node_modules|build\/cache)(\/|$)/;

describe.each(documents)('%s', (document) => {
  const text = read(document);

  test('names scripts that exist', () => {
    const { run, plain } = commands(text);
    const unknown = [...run, ...plain.filter((name) => short.includes(name))].filter(
      (name) => !Object.hasOwn(scripts, name),
    );
    expect(unknown).toEqual([]);
  });

  test('links to files that are there, and to headings in them', () => {
    const broken = links(text).filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? document : normalize(join(dirname(document), path));
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchors(read(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('names files that are there', () => {
    const gone = namedPaths(text).filter(
      (path) => !results.test(path) && !existsSync(join(root, path)),
    );
    expect(gone).toEqual([]);
  });
});

test('every script is explained somewhere', () => {
  const all = documents.map(read).join('\n');
  const words = new Set(all.match(/[\w:]+/g));
  expect(Object.keys(scripts).filter((name) => !words.has(name))).toEqual([]);
});
