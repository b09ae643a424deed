/** The architecture test's own eyes: what they must not overlook. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { drawnPaths, tables } from './document.ts';
import { house, mayImport, placeOf } from './house.ts';
import { findCycle, partsGraph } from './import_graph.ts';
import { sourceFiles } from './source_file.ts';
import type { SourceFile } from './source_file.ts';
import { temporaryFolders } from './temporary_folder.ts';

const temporaryFolder = temporaryFolders();

/** The files of a small tree, read as the architecture test reads ours. */
async function tree(files: Readonly<Record<string, string>>): Promise<readonly SourceFile[]> {
  const root = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return sourceFiles(root, 'server');
}

async function one(text: string): Promise<SourceFile> {
  const [file] = await tree({ 'server/store/kv.ts': text });
  return file!;
}

describe('sourceFiles', () => {
  test.each([
    [`import { a } from './a.ts';`, 'server/store/a.ts'],
    [`import type { A } from '../a.ts';`, 'server/a.ts'],
    [`import '../contract/index.ts';`, 'server/contract/index.ts'],
    [`export * from './a.ts';`, 'server/store/a.ts'],
    [`export type { A } from './a.ts';`, 'server/store/a.ts'],
    [`const a = await import('./a.ts');`, 'server/store/a.ts'],
    [`let a: import('./a.ts').A;`, 'server/store/a.ts'],
    [`import { z } from 'zod';`, 'zod'],
    [`import { readFile } from 'node:fs/promises';`, 'node:fs/promises'],
  ])('finds what %s names', async (text, target) => {
    expect((await one(text)).imports).toEqual([target]);
  });

  test('tells types from what is there at run time', async () => {
    const file = await one(`import type { A } from './a.ts'; import { b } from './b.ts';`);
    expect(file.runtimeImports).toEqual(['server/store/b.ts']);
  });

  test('takes no word in a comment or a text for code', async () => {
    const file = await one(`// import './a.ts';\nconst text = "process.env"; /* process.exit() */`);
    expect(file).toMatchObject({ imports: [], processMembers: [] });
  });

  test('finds uses of the process', async () => {
    const file = await one(`process.exit(1); const path = process.env['PATH'];`);
    expect(file.processMembers).toEqual(['exit', 'env']);
  });

  test.each([`export default 1;`, `export default class A {}`, `export { a as default };`])(
    'finds the default export in %s',
    async (text) => {
      expect((await one(text)).hasDefaultExport).toBe(true);
    },
  );

  test('reads the opening comment and counts lines', async () => {
    const file = await one(`/** Keys and values. */\nexport const a = 1;\n`);
    expect(file).toMatchObject({ openingComment: '/** Keys and values. */', lines: 2 });
  });
});

describe('partsGraph and findCycle', () => {
  test('find files that import each other', async () => {
    const files = await tree({
      'server/store/a.ts': `import { b } from './b.ts';`,
      'server/store/b.ts': `import { c } from './c.ts';`,
      'server/store/c.ts': `import { a } from './a.ts';`,
    });
    expect(findCycle(partsGraph(files, 'server/store'))).toEqual(['a.ts', 'b.ts', 'c.ts', 'a.ts']);
    expect(findCycle(partsGraph(files, 'server'))).toBeUndefined();
  });

  test('find folders that import each other through different files', async () => {
    const files = await tree({
      'server/store/a.ts': `import type { b } from '../recap/b.ts';`,
      'server/recap/b.ts': ``,
      'server/recap/c.ts': `import type { d } from '../store/d.ts';`,
      'server/store/d.ts': ``,
    });
    expect(findCycle(partsGraph(files, 'server'))).toEqual(['recap', 'store', 'recap']);
  });

  test('let types of neighbouring files be recursive', async () => {
    const files = await tree({
      'server/store/a.ts': `import type { B } from './b.ts';`,
      'server/store/b.ts': `import { a } from './a.ts';`,
    });
    expect(findCycle(partsGraph(files, 'server/store'))).toBeUndefined();
  });
});

describe('the house', () => {
  test.each([
    ['server/wire/yamux/frame.ts', 'server/wire/yamux'],
    ['server/plugin/plugin.ts', 'server/plugin'],
    ['server/http/app.ts', 'server/http'],
    ['server/nowhere/a.ts', undefined],
  ])('has %s in %s', (path, name) => {
    expect(placeOf(path)?.name).toBe(name);
  });

  test.each([
    ['server/wire/yamux', 'server/wire/bytes/index.ts', true],
    ['server/wire/bytes', 'server/wire/yamux/index.ts', false],
    ['server/mattermost', 'server/wire/gob/index.ts', true],
    ['server/store', 'server/wire/bytes/index.ts', false],
    ['server/contract', 'server/store/index.ts', false],
    ['server/main.ts', 'server/plugin/index.ts', true],
    ['server/http', 'server/plugin/index.ts', false],
    ['build', 'server/errors.ts', false],
  ])('%s importing %s: %s', (from, target, allowed) => {
    expect(
      mayImport(
        house.find(({ name }) => name === from)!,
        target,
      ),
    ).toBe(allowed);
  });

  test('has arrows that point down: a place imports only places before it', () => {
    const names = house.map(({ name }) => name);
    const upward = house.flatMap(({ name, may }, at) =>
      may
        .filter((target) => !target.endsWith('/') && names.indexOf(target) >= at)
        .map((target) => `${name} -> ${target}`),
    );
    expect(upward).toEqual([]);
  });
});

describe('documents', () => {
  test('are read as trees', () => {
    const text =
      '```\nserver/      the server\n  store/     keys\n    kv.ts\n  log.ts\nbuild/\n```\n';
    expect(drawnPaths(text)).toEqual([
      'server',
      'server/store',
      'server/store/kv.ts',
      'server/log.ts',
      'build',
    ]);
  });

  test('are read as tables', () => {
    const text = 'Text.\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n| 3 |   |\n\nMore.\n';
    expect(tables(text)).toEqual([
      {
        header: ['A', 'B'],
        rows: [
          ['1', '2'],
          ['3', ''],
        ],
      },
    ]);
  });
});
