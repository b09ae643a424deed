/**
 * The executable on a system that has glibc and nothing else, as Mattermost's official image does: no shell, no Node, no
 * libstdc++. Such a root is made of this machine's glibc and the unpacked bundle, with /proc mounted in a mount namespace
 * of its own.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { unpackArchive } from '../support/archive.ts';
import { builtBundle } from '../host/built_bundle.ts';

/** Everything Debian's libc6 puts beside the dynamic loader that a program may ask for. */
const glibcLibraries = [
  'libc.so.6',
  'libdl.so.2',
  'libm.so.6',
  'libnss_dns.so.2',
  'libnss_files.so.2',
  'libpthread.so.0',
  'libresolv.so.2',
  'librt.so.1',
  'libutil.so.1',
];

const libraryFolder = '/lib/x86_64-linux-gnu';
const loader = '/lib64/ld-linux-x86-64.so.2';
const executable = '/plugins/scheduled-recaps/server/dist/plugin-linux-amd64';

/** User and group of the official image. */
const imageUser = '2000:2000';

/** What a server sets for a plugin it starts. */
const environment = {
  MATTERMOST_PLUGIN: 'Securely message teams, anywhere.',
  PLUGIN_MIN_PORT: '10000',
  PLUGIN_MAX_PORT: '25000',
  PLUGIN_PROTOCOL_VERSIONS: '1',
  // Plugins inherit the server's environment; what it holds for another Node must not reach ours.
  NODE_OPTIONS: '--no-such-option',
};

const reason = reasonToSkip();
if (reason !== undefined) process.stdout.write(`glibc-only root: skipped, ${reason}\n`);

function reasonToSkip(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'this is no Linux on x64';
  if (process.getuid?.() !== 0) return 'mounting and changing the root need the root user';
  return undefined;
}

(reason === undefined ? describe : describe.skip)('in a root with glibc alone', () => {
  let root: string;

  beforeAll(async () => {
    const bundle = await builtBundle();
    root = await mkdtemp(join(tmpdir(), 'recaps-glibc-'));
    await chmod(root, 0o755);
    for (const folder of ['proc', 'tmp', 'lib64', libraryFolder, 'plugins']) {
      await mkdir(join(root, folder), { recursive: true });
    }
    await chmod(join(root, 'tmp'), 0o1777);
    await copyFile(loader, join(root, loader));
    for (const name of glibcLibraries) {
      await copyFile(join(libraryFolder, name), join(root, libraryFolder, name));
    }
    await unpackArchive(bundle, join(root, 'plugins'));
  });

  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  test('the executable answers the handshake', async () => {
    const plugin = start(root, environment);
    const errors = text(plugin.stderr);
    const ended = once(plugin, 'exit');
    try {
      const line = await Promise.race([firstLine(plugin.stdout), errors]);
      expect(line).toMatch(/^1\|1\|unix\|\/tmp\/[^|]+\|netrpc\|$/);
      const socket = line.split('|')[3]!;
      await expect(access(join(root, socket))).resolves.toBeUndefined();
    } finally {
      plugin.kill('SIGKILL');
      await ended;
    }
  });

  test('it says on standard error what it is when no server started it', async () => {
    const plugin = start(root, {});
    const [output, errors] = await Promise.all([text(plugin.stdout), text(plugin.stderr)]);
    expect(output).toBe('');
    // Alone: no warning of the runtime, such as one that it rejects the compiled code it carries.
    expect(errors).toMatch(/^This is a Mattermost plugin.*\n$/);
  });

  test('without the libraries of the bundle it cannot start: the root lacks them', async () => {
    const libraries = join(root, 'plugins/scheduled-recaps/server/dist/lib');
    await rename(libraries, `${libraries}-away`);
    try {
      const plugin = start(root, environment);
      expect(await text(plugin.stderr)).toContain('cannot open shared object file');
    } finally {
      await rename(`${libraries}-away`, libraries);
    }
  });
});

/** Starts the plugin inside `root`, as the image's user, with nothing in its environment but `env`. */
function start(
  root: string,
  env: Readonly<Record<string, string>>,
): ChildProcessByStdio<null, Readable, Readable> {
  const script = `mount -t proc proc "$1/proc" && exec chroot --userspec=${imageUser} "$1" ${executable}`;
  const args = ['--mount', '--propagation', 'private', 'sh', '-c', script, 'sh', root];
  return spawn('unshare', args, {
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  return '';
}
