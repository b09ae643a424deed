/**
 * The executable for linux-arm64 under an emulator of that processor, in a root that has its glibc and nothing else. What
 * it cannot show is how fast it is: compiled code is not carried to another kind of machine, and the emulator is slow.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { unpackArchive } from '../support/archive.ts';
import { builtBundle } from '../host/built_bundle.ts';
import { platformsNamed } from '../../build/platform.ts';

const emulator = 'qemu-aarch64';

/** Where Debian's libc6-arm64-cross keeps that processor's glibc, beside other libraries. */
const crossLibraries = '/usr/aarch64-linux-gnu/lib';

const glibcLibraries = [
  'ld-linux-aarch64.so.1',
  'libc.so.6',
  'libdl.so.2',
  'libm.so.6',
  'libpthread.so.0',
];

// An emulated start takes seconds, on a machine that may be busy with the other tests.
jest.setTimeout(60_000);

const reason = reasonToSkip();
if (reason !== undefined) process.stdout.write(`emulated arm64: skipped, ${reason}\n`);

function reasonToSkip(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is no Linux on x64';
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  if (!folders.some((folder) => existsSync(join(folder, emulator)))) {
    return `there is no ${emulator} here (Debian: qemu-user)`;
  }
  if (!existsSync(join(crossLibraries, 'libc.so.6'))) return 'there is no libc6-arm64-cross here';
  return undefined;
}

(reason === undefined ? describe : describe.skip)('on an emulated arm64', () => {
  let root: string;

  beforeAll(async () => {
    const [platform] = platformsNamed('linux-arm64');
    root = await mkdtemp(join(tmpdir(), 'recaps-arm64-'));
    await mkdir(join(root, 'lib'), { recursive: true });
    for (const name of glibcLibraries) {
      await cp(join(crossLibraries, name), join(root, 'lib', name));
    }
    await unpackArchive(await builtBundle(platform), join(root, 'plugins'));
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  function start(
    env: Readonly<Record<string, string>>,
  ): ChildProcessByStdio<null, Readable, Readable> {
    const executable = join(root, 'plugins/scheduled-recaps/server/dist/plugin-linux-arm64');
    return spawn(emulator, ['-L', root, executable], {
      env: { PATH: process.env['PATH'], TMPDIR: tmpdir(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  test('it answers the handshake', async () => {
    const plugin = start({
      MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
      PLUGIN_PROTOCOL_VERSIONS: '1',
    });
    const errors = text(plugin.stderr);
    const ended = once(plugin, 'exit');
    try {
      const [line] = (await Promise.race([
        once(createInterface({ input: plugin.stdout }), 'line'),
        errors.then((printed) => [printed]),
      ])) as [string];
      expect(line).toMatch(/^1\|1\|unix\|\/[^|]+\|netrpc\|$/);
    } finally {
      plugin.kill('SIGTERM');
      await ended;
    }
  });

  test('it says on standard error what it is when no server started it', async () => {
    const plugin = start({});
    const [output, errors] = await Promise.all([text(plugin.stdout), text(plugin.stderr)]);
    expect(output).toBe('');
    expect(errors).toMatch(/^This is a Mattermost plugin.*\n$/);
  });
});
