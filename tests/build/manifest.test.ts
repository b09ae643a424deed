import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { onlyFor, parseManifest, readManifest, stampManifest } from '../../build/manifest.ts';

const root = join(import.meta.dirname, '../..');

/** A valid manifest with one thing changed. */
async function changed(change: Record<string, unknown>): Promise<unknown> {
  return { ...(await readManifest(root)), ...change };
}

describe('plugin.json', () => {
  test('is a valid manifest without a version', async () => {
    const manifest = await readManifest(root);
    expect(manifest.id).toBe('scheduled-recaps');
    expect(manifest.version).toBeUndefined();
  });

  test('names files that the bundle will hold', async () => {
    const manifest = await readManifest(root);
    expect(await readFile(join(root, manifest.icon_path), 'utf8')).toContain('<svg');
    expect(manifest.server.executables).toEqual({
      'linux-amd64': 'server/dist/plugin-linux-amd64',
      'linux-arm64': 'server/dist/plugin-linux-arm64',
    });
  });

  test('has its keys in the customary order', async () => {
    const keys = Object.keys(
      JSON.parse(await readFile(join(root, 'plugin.json'), 'utf8')) as object,
    );
    expect(keys.slice(0, 4)).toEqual(['id', 'name', 'description', 'homepage_url']);
  });
});

describe('parseManifest refuses', () => {
  const setting = { key: 'Limit', display_name: 'Limit', type: 'number', help_text: 'A limit.' };
  test.each<[string, Record<string, unknown>]>([
    ['an unknown key', { homepage: 'https://example.org' }],
    ['an id with capitals, which the server would lower', { id: 'Scheduled-Recaps' }],
    ['an id that is too short', { id: 'ab' }],
    ['an address that is no web address', { support_url: 'ftp://example.org' }],
    ['a version with a leading v', { version: 'v1.2.3' }],
    ['a version of two parts', { min_server_version: '10.11' }],
    ['an icon that is no SVG', { icon_path: 'assets/profile.png' }],
    [
      'an executable outside the bundle',
      { server: { executables: { 'linux-amd64': '../plugin' } } },
    ],
    ['a webapp path that begins with a dot', { webapp: { bundle_path: './main.js' } }],
    [
      'a setting of an unknown type',
      { settings_schema: { header: '', footer: '', settings: [{ ...setting, type: 'date' }] } },
    ],
    [
      'a setting with an unknown key',
      { settings_schema: { header: '', footer: '', settings: [{ ...setting, min: 1 }] } },
    ],
    [
      'a setting without a help text',
      {
        settings_schema: {
          header: '',
          footer: '',
          settings: [{ ...setting, help_text: undefined }],
        },
      },
    ],
  ])('%s', async (_name, change) => {
    const value = await changed(change);
    expect(() => parseManifest(value)).toThrow(
      expect.objectContaining({ name: 'BuildError', code: 'manifest_invalid' }),
    );
  });

  test('what is no object', () => {
    expect(() => parseManifest('plugin')).toThrow('plugin.json is not a valid manifest');
  });
});

describe('stampManifest', () => {
  test('adds the version', async () => {
    const stamped = stampManifest(await readManifest(root), {
      version: '1.2.3+abc',
      tag: undefined,
    });
    expect(stamped.version).toBe('1.2.3+abc');
    expect(stamped.release_notes_url).toBeUndefined();
  });

  test('on a tag adds the address of the release notes', async () => {
    const manifest = await readManifest(root);
    const stamped = stampManifest(manifest, { version: '1.2.3', tag: 'v1.2.3' });
    expect(stamped.release_notes_url).toBe(`${manifest.homepage_url}/releases/tag/v1.2.3`);
  });

  test('keeps release notes that the source names', async () => {
    const value = await changed({ release_notes_url: 'https://example.org/notes' });
    const stamped = stampManifest(parseManifest(value), { version: '1.2.3', tag: 'v1.2.3' });
    expect(stamped.release_notes_url).toBe('https://example.org/notes');
  });

  test('refuses a tag that is no version', async () => {
    const manifest = await readManifest(root);
    expect(() => stampManifest(manifest, { version: 'next', tag: 'vnext' })).toThrow(
      expect.objectContaining({ code: 'manifest_invalid' }),
    );
  });
});

describe('onlyFor', () => {
  test('leaves the executables of the platforms named', async () => {
    const manifest = stampManifest(await readManifest(root), { version: '1.2.3', tag: undefined });
    const own = onlyFor(manifest, ['linux-arm64']);
    expect(own.server.executables).toEqual({ 'linux-arm64': 'server/dist/plugin-linux-arm64' });
    expect({ ...own, server: manifest.server }).toEqual(manifest);
  });
});
