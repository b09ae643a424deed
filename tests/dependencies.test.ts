/** Holds docs/dependencies.md to package.json, and to what the build and continuous integration ask of Debian. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { platforms } from '../build/platform.ts';
import { tables } from './support/document.ts';
import { declaredPackages } from './support/package_json.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const listed = tables(read('docs/dependencies.md'));
const named = (cell: string | undefined): string => cell!.replaceAll('`', '');
const fromNpm = listed
  .filter(({ header }) => header[1] === 'Version')
  .flatMap(({ rows }) => rows)
  .map(([name, version, licence]) => ({ name: named(name), version, licence }));
const fromDebian = listed
  .filter(({ header }) => header[1] === 'Licence')
  .flatMap(({ rows }) => rows.map(([name]) => named(name)));

describe('docs/dependencies.md', () => {
  test('lists exactly the npm packages of package.json, in their versions', () => {
    const pairs = fromNpm.map(({ name, version }) => [name, version] as const);
    expect(new Map(pairs)).toEqual(declaredPackages(root).all);
    expect(pairs).toHaveLength(new Set(fromNpm.map(({ name }) => name)).size);
  });

  test('names their licences as they name them themselves', () => {
    const itself = z.object({ license: z.string() });
    const wrong = fromNpm.filter(({ name, licence }) => {
      const file = `node_modules/${name}/package.json`;
      // Node for another platform is not installed here.
      if (!existsSync(join(root, file))) return false;
      return !licence!.startsWith(itself.parse(JSON.parse(read(file))).license);
    });
    expect(wrong).toEqual([]);
  });

  test('says why for each', () => {
    const whys = listed.flatMap(({ rows }) => rows.map((row) => row.at(-1)));
    expect(whys.filter((why) => why === undefined || why === '')).toEqual([]);
  });

  test('lists the Debian packages whose libraries the bundle carries', () => {
    const carried = platforms.flatMap(({ libraries }) =>
      libraries.map(({ debianPackage }) => debianPackage),
    );
    expect(fromDebian).toEqual(expect.arrayContaining(carried));
  });

  test('lists exactly the Debian packages that continuous integration installs', () => {
    const installed = /^packages=\((.*)\)$/m.exec(read('.ci/run'))?.[1]?.split(' ');
    expect(installed?.toSorted()).toEqual(fromDebian.toSorted());
  });
});

test('versions are exact', () => {
  const loose = [...declaredPackages(root).all].filter(([, version]) => !/^\d/.test(version));
  expect(loose).toEqual([]);
});
