/** The house as rules: which place may import which, and how a file has to look. docs/architecture.md shows the same. */
import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { drawnPaths, tables } from './support/document.ts';
import { arrowRow, computing, house, mayImport, placeOf } from './support/house.ts';
import type { Place } from './support/house.ts';
import { findCycle, partsGraph } from './support/import_graph.ts';
import { declaredPackages } from './support/package_json.ts';
import { paths, sourceFiles } from './support/source_file.ts';
import type { SourceFile } from './support/source_file.ts';

const root = join(import.meta.dirname, '..');
const tops = ['server', 'webapp', 'build', 'tests'];
const files = tops.flatMap((top) => sourceFiles(root, top));
const product = files.filter((file) => !file.path.startsWith('tests/'));

/** Folders whose parts have doors of their own; every other folder is entered by its `index.ts`. */
const streets = ['server', 'server/wire', 'build'];

/** Files that a person or a server starts: they alone know of arguments, environment and exit. */
const entries = [
  'server/main.ts',
  'build/attach.ts',
  'build/dist.ts',
  'build/pluginctl.ts',
  'build/watch.ts',
];

/** What of `process` belongs to an entry. */
const entryMembers = ['abort', 'argv', 'chdir', 'env', 'exit', 'exitCode', 'kill', 'on', 'once'];

/** Past this many lines a file says in its opening comment why it is that long. */
const maxLines = 300;

const isOwn = (name: string): boolean => tops.some((top) => name.startsWith(`${top}/`));
const isBuiltin = (name: string): boolean =>
  name.startsWith('node:') || builtinModules.includes(name);
const packagesOf = (file: SourceFile): readonly string[] =>
  file.imports
    .filter((name) => !isOwn(name) && !isBuiltin(name))
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'));

/** Each fault as one line, so that a failure reads as a list of what to change. */
function faults(
  among: readonly SourceFile[],
  find: (file: SourceFile) => readonly string[],
): readonly string[] {
  return among.flatMap((file) => find(file).map((fault) => `${file.path} ${fault}`));
}

/** The same for rules that depend on the place a file lives in. */
function faultsByPlace(
  find: (file: SourceFile, place: Place) => readonly string[],
): readonly string[] {
  return faults(product, (file) => {
    const place = placeOf(file.path);
    return place === undefined
      ? []
      : find(file, place).map((name) => `must not import ${name}: ${place.name} may not`);
  });
}

/** The file by which `from` has to enter the folder that holds `target`. */
function doorTo(from: string, target: string): string {
  const parts = target.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    const inside = from.startsWith(`${folder}/`);
    if (!inside && !streets.includes(folder)) return `${folder}/index.ts`;
  }
  return target;
}

describe('arrows', () => {
  test('every file of the product lives in a place of the house', () => {
    const homeless = product.filter((file) => placeOf(file.path) === undefined);
    expect(homeless.map((file) => file.path)).toEqual([]);
  });

  test('a place imports only what is written', () => {
    const found = faultsByPlace((file, place) =>
      file.imports.filter((name) => isOwn(name) && !mayImport(place, name)),
    );
    expect(found).toEqual([]);
  });

  test('a place uses only the npm packages it is allowed', () => {
    const found = faultsByPlace((file, place) =>
      packagesOf(file).filter((name) => !place.packages.includes(name)),
    );
    expect(found).toEqual([]);
  });

  test('a place uses only the modules of Node it is allowed', () => {
    const found = faultsByPlace((file, { node }) =>
      node === 'all'
        ? []
        : file.imports
            .filter(isBuiltin)
            .filter((name) => !computing.includes(name) && !node.includes(name)),
    );
    expect(found).toEqual([]);
  });

  test('every imported package is declared, and what goes into the plugin as a dependency', () => {
    const { runtime, all } = declaredPackages(root);
    const found = faults(files, (file) => {
      const declared = file.path.startsWith('server/') ? runtime : all;
      return packagesOf(file)
        .filter((name) => !declared.has(name))
        .map((name) => `imports ${name}, which package.json does not declare for it`);
    });
    expect(found).toEqual([]);
  });

  test('nothing reaches into the inside of another folder', () => {
    const found = faults(product, (file) =>
      file.imports
        .filter((name) => isOwn(name) && doorTo(file.path, name) !== name)
        .map((name) => `must import ${doorTo(file.path, name)}, not ${name}`),
    );
    expect(found).toEqual([]);
  });

  test.each(tops)('in no folder below %s do the parts import each other in a circle', (top) => {
    const found = [top, ...paths(root, top)].flatMap((folder) => {
      const cycle = findCycle(partsGraph(files, folder));
      return cycle === undefined ? [] : [`${folder}: ${cycle.join(' -> ')}`];
    });
    expect(found).toEqual([]);
  });
});

describe('files', () => {
  test('have snake_case names', () => {
    const code = tops
      .flatMap((top) => paths(root, top))
      .filter((path) => /\.[cm]?[jt]sx?$/.test(path));
    const odd = code.filter((path) => !/^([a-z0-9_]+\/)+[a-z0-9_]+(\.[a-z0-9]+)+$/.test(path));
    expect(odd).toEqual([]);
  });

  test('leave arguments, environment and exit to the entry points', () => {
    const found = faults(product, (file) =>
      entries.includes(file.path)
        ? []
        : [
            ...file.processMembers.filter((member) => entryMembers.includes(member)),
            ...file.imports.filter((name) => name === 'process' || name === 'node:process'),
          ].map((name) => `uses ${name} of the process`),
    );
    expect(found).toEqual([]);
  });

  test('have no default exports', () => {
    // A declaration says what a style sheet or the like hands over.
    const found = files.filter(
      ({ path, hasDefaultExport }) => hasDefaultExport && !path.endsWith('.d.ts'),
    );
    expect(found.map((file) => file.path)).toEqual([]);
  });

  test('leave nothing for later', () => {
    // Taken apart, so that this file does not find itself.
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`);
    const found = faults(files, (file) => {
      const line = file.text.split('\n').findIndex((text) => marks.test(text));
      return line === -1 ? [] : [`has such a mark in line ${line + 1}`];
    });
    expect(found).toEqual([]);
  });

  test('open by saying what they are', () => {
    const found = product.filter((file) => file.openingComment === '');
    expect(found.map((file) => file.path)).toEqual([]);
  });

  test('say why, where they are long', () => {
    // A test is as long as its cases are many.
    const found = files
      .filter((file) => !/\.test\.tsx?$/.test(file.path))
      .filter(
        (file) => file.lines > maxLines && !/\b(long|length|lines)\b/i.test(file.openingComment),
      )
      .map((file) => `${file.path} has ${file.lines} lines`);
    expect(found).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const document = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const drawn = drawnPaths(document);

  test('draws only what is there', () => {
    expect(drawn.length).toBeGreaterThan(20);
    expect(drawn.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('draws every place', () => {
    const there = house.map((place) => place.name).filter((name) => existsSync(join(root, name)));
    expect(there.filter((name) => !drawn.includes(name))).toEqual([]);
  });

  test('has the arrows that hold', () => {
    const [arrows] = tables(document);
    expect(arrows?.rows).toEqual(house.map(arrowRow));
  });
});
