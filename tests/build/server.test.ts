import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { bundleServer } from '../../build/server.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();
let root: string;

beforeEach(async () => {
  root = await temporaryFolder();
  await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
});

async function source(name: string, text: string): Promise<void> {
  const path = join(root, 'server', name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Runs bundled code as the executable does, and returns what it printed. */
function printed(code: Uint8Array): readonly string[] {
  const lines: string[] = [];
  runInNewContext(Buffer.from(code).toString('utf8'), {
    require: (name: string): unknown => process.getBuiltinModule(name),
    console: { log: (line: string) => lines.push(line) },
    __filename: '/plugins/scheduled-recaps/server/dist/plugin',
  });
  return lines;
}

describe('bundleServer', () => {
  test('makes one file of all that is imported', async () => {
    await source('part.ts', `export const word: string = 'hello';`);
    await source('main.ts', `import { word } from './part.ts'; console.log(word);`);
    const { code, packages } = await bundleServer(root, { debug: false });
    expect(printed(code)).toEqual(['hello']);
    expect(packages).toEqual([]);
  });

  test('names the packages that went in', async () => {
    await source('main.ts', `import { z } from 'zod'; console.log(z.string().parse('zod'));`);
    expect((await bundleServer(root, { debug: false })).packages).toEqual(['zod']);
  });

  test.each([true, false])('keeps the names of errors (debug: %s)', async (debug) => {
    await source(
      'main.ts',
      `class StoreError extends Error { constructor() { super(); this.name = new.target.name; } }
       function open() { throw new StoreError(); }
       try { open(); } catch (error) { console.log((error as Error).name); }`,
    );
    expect(printed((await bundleServer(root, { debug })).code)).toEqual(['StoreError']);
  });

  test('lets a module ask where it is', async () => {
    await source('main.ts', `console.log(import.meta.url);`);
    const { code } = await bundleServer(root, { debug: false });
    expect(printed(code)).toEqual(['file:///plugins/scheduled-recaps/server/dist/plugin']);
  });

  test('is ASCII and means the same', async () => {
    await source(
      'main.ts',
      `// Für später.
       const dash = /^[–—]\\s*(?<größe>\\p{L}+|😀)$/u;
       for (const text of ['– è', '—😀', '-x', \`\${'—'} 時\`]) console.log(dash.exec(text)?.groups?.größe ?? 'ê');`,
    );
    const { code } = await bundleServer(root, { debug: false });
    expect(code.every((byte) => byte < 0x80)).toBe(true);
    expect(printed(code)).toEqual(['è', '😀', 'ê', '時']);
  });

  test.each([
    ['a backslash before it', 'console.log(/\\–/.source);'],
    ['a template that is read raw', 'console.log(String.raw`a\n–`);'],
  ])('refuses a character that cannot be escaped: %s', async (_, text) => {
    await source('main.ts', text);
    await expect(bundleServer(root, { debug: false })).rejects.toMatchObject({
      code: 'source_invalid',
      message: expect.stringContaining('main.ts'),
    });
  });

  test('keeps the lines of the source with debugging, and is smaller without', async () => {
    await source('main.ts', `// Says hello.\nconst word = 'hello';\nconsole.log(word);`);
    const plain = await bundleServer(root, { debug: false });
    const debug = await bundleServer(root, { debug: true });
    expect(plain.code.length).toBeLessThan(debug.code.length);
    expect(Buffer.from(debug.code).toString()).toContain('\nconsole.log(word);\n');
    for (const { sourceMap } of [plain, debug]) {
      expect(JSON.parse(Buffer.from(sourceMap).toString())).toMatchObject({ version: 3 });
    }
  });

  test('refuses modules that would be loaded at run time', async () => {
    await source('main.ts', `void import('node:fs');`);
    await expect(bundleServer(root, { debug: false })).rejects.toMatchObject({
      code: 'source_invalid',
      message: expect.stringContaining('node:fs'),
    });
  });

  test('says where the source is wrong', async () => {
    await source('main.ts', `import { gone } from './gone.ts'; console.log(gone);`);
    await expect(bundleServer(root, { debug: false })).rejects.toMatchObject({
      code: 'source_invalid',
      message: expect.stringContaining('./gone.ts'),
    });
  });
});
