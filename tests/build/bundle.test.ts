import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { bundleInputs, writeBundle } from '../../build/bundle.ts';
import type { BundleContent, BundleFile } from '../../build/bundle.ts';
import { readArchive } from '../support/archive.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();

async function content(change: Partial<BundleContent> = {}): Promise<BundleContent> {
  const program = join(await temporaryFolder(), 'program');
  await writeFile(program, 'program'.repeat(300_000));
  const files: BundleFile[] = [
    { name: 'server/dist/plugin', content: { path: program }, executable: true },
    { name: 'plugin.json', content: Buffer.from('{}') },
    { name: 'assets/icon.svg', content: Buffer.from('<svg/>') },
  ];
  return { folder: 'scheduled-recaps', files, modified: new Date(0), ...change };
}

async function written(bundle: BundleContent): Promise<string> {
  const path = join(await temporaryFolder(), 'bundle.tar.gz');
  await writeBundle(bundle, path);
  return path;
}

describe('writeBundle', () => {
  test('has one folder at the top, and folders before what is in them', async () => {
    const entries = await readArchive(await written(await content()));
    expect(entries.map(({ name, type }) => [name, type])).toEqual([
      ['scheduled-recaps/', 'directory'],
      ['scheduled-recaps/assets/', 'directory'],
      ['scheduled-recaps/server/', 'directory'],
      ['scheduled-recaps/server/dist/', 'directory'],
      ['scheduled-recaps/assets/icon.svg', 'file'],
      ['scheduled-recaps/plugin.json', 'file'],
      ['scheduled-recaps/server/dist/plugin', 'file'],
    ]);
  });

  test('marks executables, and nothing else, as such', async () => {
    const entries = await readArchive(await written(await content()));
    const modes = entries.map(({ name, mode }) => [name.split('/').pop(), mode.toString(8)]);
    expect(Object.fromEntries(modes.filter(([name]) => name !== ''))).toEqual({
      'icon.svg': '644',
      'plugin.json': '644',
      plugin: '755',
    });
  });

  test('holds every byte of every file', async () => {
    const entries = await readArchive(await written(await content()));
    const program = entries.find(({ name }) => name.endsWith('/plugin'));
    expect(program?.bytes.equals(Buffer.from('program'.repeat(300_000)))).toBe(true);
  });

  test('says neither when nor by whom it was built', async () => {
    const modified = new Date('2026-01-02T03:04:05Z');
    const entries = await readArchive(await written(await content({ modified })));
    expect(new Set(entries.map((entry) => entry.modified))).toEqual(new Set([modified.getTime()]));
    expect(new Set(entries.map((entry) => entry.owner))).toEqual(new Set(['0:0']));
  });

  test('gives the same bytes for the same content, in whatever order it came', async () => {
    const bundle = await content();
    const turned = { ...bundle, files: [...bundle.files].reverse() };
    const [a, b] = [await readFile(await written(bundle)), await readFile(await written(turned))];
    expect(a.equals(b)).toBe(true);
    expect(await bundleInputs(bundle)).toEqual(await bundleInputs(turned));
  });

  test('fails when a file is not there', async () => {
    const files = [{ name: 'gone', content: { path: join(await temporaryFolder(), 'gone') } }];
    await expect(written(await content({ files }))).rejects.toThrow('ENOENT');
  });
});

describe('bundleInputs', () => {
  test.each<[string, (bundle: BundleContent) => BundleContent]>([
    ['the time', (bundle) => ({ ...bundle, modified: new Date(1000) })],
    ['the folder', (bundle) => ({ ...bundle, folder: 'other' })],
    [
      'a mode',
      (bundle) => ({
        ...bundle,
        files: bundle.files.map((file) => ({ ...file, executable: true })),
      }),
    ],
    [
      'a name',
      (bundle) => ({
        ...bundle,
        files: bundle.files.map((file) => ({ ...file, name: `${file.name}2` })),
      }),
    ],
    [
      'a byte',
      (bundle) => ({
        ...bundle,
        files: bundle.files.map((file) => ({ ...file, content: Buffer.from('{ }') })),
      }),
    ],
  ])('differ when %s differs', async (_name, change) => {
    const bundle = await content();
    expect(await bundleInputs(change(bundle))).not.toEqual(await bundleInputs(bundle));
  });
});
