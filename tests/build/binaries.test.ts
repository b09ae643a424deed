/** The executables of both platforms and their libraries, as `npm run dist` left them: what a system needs to load them. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { libraryFolder } from '../../build/executable.ts';
import { platforms } from '../../build/platform.ts';
import { isNewer, readElf } from '../support/elf_file.ts';

const folder = join(import.meta.dirname, '../../server/dist');

/** The newest symbols that the oldest systems we run on have, RHEL 8 and Debian 10: no root of theirs is to be had here. */
const oldest = { GLIBC: '2.28', GLIBCXX: '3.4.25', CXXABI: '1.3.11' } as const;

/** Which glibc the bundled libraries need where a system has none of its own: that of Debian 12. */
const libraryGlibc = '2.36';

const machines = new Map([
  ['linux-amd64', ['Advanced Micro Devices X86-64', '/lib64/ld-linux-x86-64.so.2']],
  ['linux-arm64', ['AArch64', '/lib/ld-linux-aarch64.so.1']],
]);

/** What glibc itself brings, on either platform. */
const ofGlibc = /^(libc|libdl|libm|libpthread|ld-linux[\w-]*)\.so\.\d$/;

describe.each(platforms.map((platform) => [platform.name, platform] as const))(
  'the executable for %s',
  (name, platform) => {
    const executable = join(folder, `plugin-${name}`);
    const libraries = platform.libraries.map((library) =>
      join(folder, libraryFolder(platform), library.name),
    );

    test('is of its machine, and loaded by its glibc', async () => {
      const { machine, loader } = await readElf(executable);
      expect([machine, loader]).toEqual(machines.get(name));
    });

    test('asks for glibc and the libraries beside it, and nothing else', async () => {
      const { needed } = await readElf(executable);
      const others = needed.filter((library) => !ofGlibc.test(library));
      expect(others).toEqual(platform.libraries.map((library) => library.name).sort());
      await expect(Promise.all(libraries.map((path) => access(path)))).resolves.toBeDefined();
    });

    test("looks for them in the system's folders first, then beside it", async () => {
      const { runPath } = await readElf(executable);
      expect(runPath).toEqual([...platform.systemFolders, `$ORIGIN/lib/${name}`]);
    });

    test.each(Object.entries(oldest))('needs no %s after %s', async (family, version) => {
      const { newest } = await readElf(executable);
      expect(newest.has(family)).toBe(true);
      expect(isNewer(newest.get(family)!, version)).toBe(false);
    });

    test(`its libraries need no glibc after ${libraryGlibc}`, async () => {
      for (const path of libraries) {
        const { newest, machine } = await readElf(path);
        expect(machine).toBe(machines.get(name)![0]);
        expect(isNewer(newest.get('GLIBC') ?? '0', libraryGlibc)).toBe(false);
      }
    });
  },
);
