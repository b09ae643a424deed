/** What `npm run dist` left, as a server would unpack it and as whoever downloads it would check it. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { beforeAll, describe, expect, jest, test } from '@jest/globals';

import { checksumFileName, sbomFileName } from '../../build/bundle_file.ts';
import { fileDigest } from '../../build/digest.ts';
import { parseManifest } from '../../build/manifest.ts';
import type { StampedManifest } from '../../build/manifest.ts';
import { hostPlatform, platforms } from '../../build/platform.ts';
import { readArchive } from '../support/archive.ts';
import type { ArchiveEntry } from '../support/archive.ts';
import { builtBundle } from '../host/built_bundle.ts';

/** What a reverse proxy before a server usually lets through, in bytes. */
const maxBundleBytes = 50 * 1000 * 1000;

/** What a server itself takes unless it is told otherwise, in bytes. */
const maxCombinedBytes = 100 * 1024 * 1024;

// Each bundle is a hundred megabytes to unpack, on a machine that may be busy with the other tests.
jest.setTimeout(60_000);

/** Where the combined bundle is, beside that of this machine. */
async function combinedBundle(): Promise<string> {
  return (await builtBundle()).replace(`-${hostPlatform().name}.tar.gz`, '.tar.gz');
}

const bundles = [
  ...platforms.map(({ name }) => [name, [name], maxBundleBytes] as const),
  ['all platforms', platforms.map(({ name }) => name), maxCombinedBytes] as const,
];

describe.each(bundles)('the bundle for %s', (title, names, maxBytes) => {
  let path: string;
  let entries: readonly ArchiveEntry[];
  let manifest: StampedManifest;

  beforeAll(async () => {
    const platform = platforms.find(({ name }) => name === title);
    path = platform === undefined ? await combinedBundle() : await builtBundle(platform);
    entries = await readArchive(path);
    const parsed = parseManifest(JSON.parse(file('plugin.json').bytes.toString('utf8')));
    manifest = { ...parsed, version: parsed.version! };
  });

  const file = (name: string): ArchiveEntry =>
    entries.find((entry) => entry.name === `scheduled-recaps/${name}`)!;

  test('holds what a server needs, and nothing else', () => {
    const files = entries.filter(({ type }) => type === 'file').map(({ name }) => name);
    const platformFiles = names.flatMap((name) => [
      `server/dist/lib/${name}/libatomic.so.1`,
      `server/dist/lib/${name}/libgcc_s.so.1`,
      `server/dist/lib/${name}/libstdc++.so.6`,
      `server/dist/plugin-${name}`,
    ]);
    const common = ['LICENSE', 'THIRD_PARTY_NOTICES.txt', 'plugin.json', 'webapp/dist/main.js'];
    const assets = ['assets/icon.svg', 'assets/profile.png'];
    const expected = [...common, ...assets, ...platformFiles].sort();
    expect(files).toEqual(expected.map((name) => `scheduled-recaps/${name}`));
  });

  test('has no links: a server drops them', () => {
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(['directory', 'file']));
  });

  test('is small enough to be uploaded', async () => {
    expect((await stat(path)).size).toBeLessThan(maxBytes);
  });

  test('carries a manifest with its version, which its name repeats', () => {
    const suffix = names.length === 1 ? `-${names[0]}` : '';
    expect(basename(path)).toBe(`scheduled-recaps-${manifest.version}${suffix}.tar.gz`);
  });

  test('has executables where the manifest says, marks them so, and names no others', () => {
    expect(Object.keys(manifest.server.executables)).toEqual(names);
    for (const name of Object.values(manifest.server.executables)) {
      const executable = file(name);
      expect(executable.mode & 0o111).toBe(0o111);
      expect(executable.bytes.subarray(0, 4).toString('latin1')).toBe('\x7fELF');
    }
  });

  test('names no folder of the machine that built it', () => {
    for (const name of Object.values(manifest.server.executables)) {
      const root = `${join(import.meta.dirname, '../..')}/`;
      expect(file(name).bytes.includes(root)).toBe(false);
    }
  });

  test('says of each Node binary and each library what its licence is', () => {
    const notices = file('THIRD_PARTY_NOTICES.txt').bytes.toString('utf8');
    for (const { nodePackage, name } of platforms) {
      expect(notices.includes(`${nodePackage} `)).toBe(names.includes(name));
    }
    expect(notices).toContain('GCC Runtime Library Exception');
  });
});

describe('beside the bundles', () => {
  test('are their digests, as sha256sum reads them', async () => {
    const folder = dirname(await builtBundle());
    const text = await readFile(join(folder, checksumFileName), 'utf8');
    const lines = [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)\n/gm)];
    expect(lines.map((line) => line[0]).join('')).toBe(text);
    const paths = [
      ...(await Promise.all(platforms.map((platform) => builtBundle(platform)))),
      await combinedBundle(),
    ];
    const version = /scheduled-recaps-(.*)\.tar\.gz$/.exec(await combinedBundle())![1]!;
    const bill = sbomFileName({ id: 'scheduled-recaps', version } as StampedManifest);
    const names = [...paths.map((path) => basename(path)), bill].sort();
    expect(lines.map(([, , name]) => name)).toEqual(names);
    for (const [, hash, name] of lines) expect(await fileDigest(join(folder, name!))).toBe(hash);
  });
});
