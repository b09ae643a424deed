/** Bundles: what is unpacked and what is skipped, where the manifest is looked for, which file is started. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { tarGz, type BundleFile } from '../../support/script_bundle.ts';
import { executableOf, shareBundle, unpackBundle } from './bundle.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle_'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const manifest = JSON.stringify({
  id: 'Some.Plugin',
  server: {
    executables: { 'linux-amd64': 'server/run', 'linux-arm64': 'server/run' },
    executable: 'server/run',
  },
});

async function unpack(files: readonly BundleFile[]): ReturnType<typeof unpackBundle> {
  return unpackBundle(await tarGz(files), join(folder, 'into'));
}

test('the manifest may be in the one top folder or at the root, and its id is lower-cased', async () => {
  const nested = await unpack([{ name: 'some/plugin.json', content: manifest }]);
  expect(nested).toMatchObject({
    manifest: { id: 'some.plugin' },
    path: join(folder, 'into/some'),
  });
  rmSync(nested.path, { recursive: true });
  const flat = await unpack([{ name: 'plugin.json', content: manifest }]);
  expect(flat.path).toBe(join(folder, 'into'));
});

test('modes come from the archive, links are skipped', async () => {
  const { path } = await unpack([
    { name: 'p/plugin.json', content: manifest, mode: 0o640 },
    { name: 'p/server/run', content: '#!/bin/sh\n', mode: 0o755 },
    { name: 'p/link', type: 'symlink', linkname: 'plugin.json' },
    { name: 'p/hard', type: 'link', linkname: 'p/plugin.json' },
  ]);
  expect(statSync(join(path, 'server/run')).mode & 0o777).toBe(0o755);
  expect(statSync(join(path, 'plugin.json')).mode & 0o777).toBe(0o640);
  expect(existsSync(join(path, 'link'))).toBe(false);
  expect(existsSync(join(path, 'hard'))).toBe(false);
});

describe('what is refused leaves nothing behind', () => {
  test.each<[string, string, readonly BundleFile[]]>([
    ['a way out', 'extract', [{ name: '../out', content: 'x' }]],
    ['a hidden way out', 'extract', [{ name: 'a/../../out', content: 'x' }]],
    ['an absolute name', 'extract', [{ name: '/out', content: 'x' }]],
    ['no manifest', 'manifest', [{ name: 'p/readme', content: 'x' }]],
    ['a manifest without an id', 'manifest', [{ name: 'p/plugin.json', content: '{}' }]],
    ['a manifest that is no JSON', 'manifest', [{ name: 'p/plugin.json', content: 'id: x' }]],
  ])('%s', async (_, code, files) => {
    await expect(unpack(files)).rejects.toMatchObject({ code });
    expect(existsSync(join(folder, 'into'))).toBe(false);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('what is no archive', async () => {
    const junk = Buffer.from('not a tar');
    await expect(unpackBundle(junk, join(folder, 'into'))).rejects.toMatchObject({
      code: 'extract',
    });
  });
});

describe('the executable', () => {
  test('must be there and be executable', async () => {
    const missing = await unpack([{ name: 'p/plugin.json', content: manifest }]);
    await expect(executableOf(missing)).rejects.toMatchObject({ code: 'executable' });
    writeFileSync(join(missing.path, 'server'), 'x');
    await expect(executableOf(missing)).rejects.toMatchObject({ code: 'executable' });
  });

  test('is shared with further nodes, mode and all', async () => {
    const bundle = await unpack([
      { name: 'p/plugin.json', content: manifest },
      { name: 'p/server/run', content: '#!/bin/sh\n', mode: 0o755 },
    ]);
    const shared = await shareBundle(bundle, join(folder, 'node1'));
    expect(await executableOf(shared)).toBe(join(folder, 'node1/server/run'));
    expect(readFileSync(join(shared.path, 'plugin.json'), 'utf8')).toBe(manifest);
  });

  test('may not be outside the plugin', async () => {
    const outside = JSON.stringify({ id: 'some', server: { executable: '../../bin/sh' } });
    const bundle = await unpack([{ name: 'p/plugin.json', content: outside }]);
    await expect(executableOf(bundle)).rejects.toMatchObject({ code: 'executable' });
  });
});
