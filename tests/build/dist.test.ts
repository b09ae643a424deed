/** The bundle that `npm run dist` left, as a server would unpack it. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { parseManifest } from '../../build/manifest.ts';
import { readArchive } from '../support/archive.ts';
import type { ArchiveEntry } from '../support/archive.ts';
import { builtBundle } from '../host/built_bundle.ts';

/** What a reverse proxy before a server usually lets through, in bytes. */
const maxBundleBytes = 50 * 1000 * 1000;

describe('the bundle in dist', () => {
  let path: string;
  let entries: readonly ArchiveEntry[];

  beforeAll(async () => {
    path = await builtBundle();
    entries = await readArchive(path);
  });

  const file = (name: string): ArchiveEntry | undefined =>
    entries.find((entry) => entry.name === `scheduled-recaps/${name}`);

  test('holds what a server needs, and nothing else', () => {
    const files = entries.filter(({ type }) => type === 'file').map(({ name }) => name);
    expect(files).toEqual([
      'scheduled-recaps/LICENSE',
      'scheduled-recaps/THIRD_PARTY_NOTICES.txt',
      'scheduled-recaps/assets/icon.svg',
      'scheduled-recaps/assets/profile.png',
      'scheduled-recaps/plugin.json',
      'scheduled-recaps/server/dist/lib/libatomic.so.1',
      'scheduled-recaps/server/dist/lib/libgcc_s.so.1',
      'scheduled-recaps/server/dist/lib/libstdc++.so.6',
      'scheduled-recaps/server/dist/plugin-linux-amd64',
      'scheduled-recaps/webapp/dist/main.js',
    ]);
  });

  test('has no links: a server drops them', () => {
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(['directory', 'file']));
  });

  test('is small enough to pass a proxy', async () => {
    expect((await stat(path)).size).toBeLessThan(maxBundleBytes);
  });

  test('carries a manifest with its version, which its name repeats', () => {
    const manifest = parseManifest(JSON.parse(file('plugin.json')!.bytes.toString('utf8')));
    expect(path.endsWith(`scheduled-recaps-${manifest.version ?? ''}-linux-amd64.tar.gz`)).toBe(
      true,
    );
  });

  test('has an executable where the manifest says, and marks it so', () => {
    const manifest = parseManifest(JSON.parse(file('plugin.json')!.bytes.toString('utf8')));
    const executable = file(manifest.server.executables['linux-amd64']!)!;
    expect(executable.mode & 0o111).toBe(0o111);
    expect(executable.bytes.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
  });

  test('names no folder of the machine that built it', () => {
    const executable = file('server/dist/plugin-linux-amd64')!;
    expect(executable.bytes.includes(join(import.meta.dirname, '../..') + '/')).toBe(false);
  });
});
