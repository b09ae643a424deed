/** What the build says of a machine that lacks something. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { findLibraries } from '../../build/libraries.ts';
import { thirdPartyNotices } from '../../build/notices.ts';
import { packageFolder } from '../../build/npm_package.ts';
import { hostPlatform, platforms } from '../../build/platform.ts';
import type { Platform } from '../../build/platform.ts';
import { run } from '../../build/program.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();
const root = join(import.meta.dirname, '../..');
const platform = hostPlatform({ platform: 'linux', arch: 'x64' });

describe('a program that is missing', () => {
  test.each([
    ['patchelf', 'apt-get install patchelf'],
    ['strip', 'apt-get install binutils'],
    ['git', 'apt-get install git'],
  ])('%s is named with its Debian package', async (program, remedy) => {
    const env = { PATH: await temporaryFolder() };
    await expect(run(program, ['--version'], { env })).rejects.toMatchObject({
      code: 'program_missing',
      message: expect.stringContaining(remedy),
    });
  });
});

test('a program that fails is quoted', async () => {
  await expect(run('git', ['no-such-command'])).rejects.toMatchObject({
    code: 'program_failed',
    message: expect.stringContaining('no-such-command'),
  });
});

describe('hostPlatform', () => {
  test('knows Linux on x64 by the names of Go', () => {
    expect(platform.name).toBe('linux-amd64');
  });

  test('says what is supported where nothing can be built', () => {
    expect(() => hostPlatform({ platform: 'darwin', arch: 'arm64' })).toThrow(
      'No bundle can be built on darwin arm64. Supported: linux x64.',
    );
  });

  test('has a platform for every executable of the manifest', () => {
    expect(platforms.map(({ name }) => name)).toEqual(['linux-amd64']);
  });
});

describe('findLibraries', () => {
  const there = (folder: string, names: readonly string[]): Platform => ({
    ...platform,
    systemFolders: [folder],
    libraries: names.map((name) => ({ name, debianPackage: `${name}-package` })),
  });

  test('names the packages of all that are missing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'libb.so.1'), '');
    await expect(
      findLibraries(there(folder, ['liba.so.1', 'libb.so.1', 'libc.so.1'])),
    ).rejects.toMatchObject({
      code: 'library_missing',
      message: expect.stringContaining('apt-get install liba.so.1-package libc.so.1-package'),
    });
  });

  test('takes the first folder that has one', async () => {
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    for (const folder of [first, second]) await writeFile(join(folder, 'liba.so.1'), '');
    const two = { ...there(first, ['liba.so.1']), systemFolders: ['/nowhere', first, second] };
    expect(await findLibraries(two)).toEqual([
      { name: 'liba.so.1', path: join(first, 'liba.so.1') },
    ]);
  });
});

describe('npm packages', () => {
  test('that are not installed are named', async () => {
    await expect(packageFolder(root, 'no-such-package')).rejects.toMatchObject({
      code: 'package_missing',
      message: 'The npm package no-such-package is not installed. Run: npm install',
    });
  });
});

describe('thirdPartyNotices', () => {
  test('carries the licences of Node, of the packages and of the libraries, shared ones once', async () => {
    const notices = await thirdPartyNotices(root, platform, ['luxon', 'zod']);
    const count = (text: string): number => notices.split(text).length - 1;
    expect(count('\nnode-linux-x64 ')).toBe(1);
    expect(count('\nluxon ')).toBe(1);
    expect(count('\nzod ')).toBe(1);
    expect(count('libatomic.so.1, libgcc_s.so.1, libstdc++.so.6')).toBe(1);
    expect(notices).toContain('GCC Runtime Library Exception');
  });
});
