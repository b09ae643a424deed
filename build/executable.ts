/**
 * The server as one file that needs no Node on the host: the pinned Node binary with our code inside.
 *
 * The order of the steps matters. Stripping after the code went in, or setting the run path before it, leaves a binary
 * whose string tables are garbage and which does not start.
 */
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { BuildCache, CachedFile } from './cache.ts';
import { fileDigest } from './digest.ts';
import type { Platform } from './platform.ts';
import { run } from './program.ts';
import type { Toolchain } from './toolchain.ts';

/**
 * What Node is started with, always.
 *
 * - A ceiling on the heap, in MiB: a plugin that grows without bound is restarted instead of starving the server.
 * - No debugger on SIGUSR1: a stray signal must not open a port.
 */
export const nodeArguments = ['--max-old-space-size=512', '--disable-sigusr1'] as const;

/**
 * Seeds the string hashes of the Node that compiles the code, so that the code cache comes out the same in every build.
 * It is no flag of the finished executable, whose own hashes are seeded at random as ever.
 */
const compilerArguments = ['--random-seed=1'] as const;

/**
 * Configuration of `node --build-sea`; paths are relative, so that no machine's folders end up in the binary. Compiled
 * code fits the kind of machine it was compiled on; where the plugin runs on another it is compiled at its start.
 */
const seaConfig = ({ isNative }: Toolchain): object => ({
  main: 'main.cjs',
  executable: 'node',
  output: 'plugin',
  disableExperimentalSEAWarning: true,
  useCodeCache: isNative,
  execArgv: nodeArguments,
  // The server's own NODE_OPTIONS, if it has any, are not meant for its plugins.
  execArgvExtension: 'none',
});

/** Bump when a step below changes in a way that its inputs do not show. */
const recipe = '2';

/** What an executable is made from. */
export interface ExecutableParts {
  readonly platform: Platform;
  readonly toolchain: Toolchain;
  /** The platform's Node binary. */
  readonly node: string;
  /** The Node binary of the machine that builds, of the same release: it does the work. */
  readonly builder: string;
  /** The server half, bundled. */
  readonly code: Uint8Array;
}

/** The folder of a platform's libraries, from that of the executable: one bundle may hold several platforms. */
export function libraryFolder(platform: Platform): string {
  return `lib/${platform.name}`;
}

/**
 * Makes the executable of one platform. Unchanged steps are taken from `cache`.
 *
 * @throws {BuildError} `program_missing` or `program_failed`.
 */
export async function buildExecutable(
  parts: ExecutableParts,
  cache: BuildCache,
): Promise<CachedFile> {
  const { platform, toolchain, code } = parts;
  const stripped = await stripSymbols(parts, cache);
  const runPath = [...platform.systemFolders, `$ORIGIN/${libraryFolder(platform)}`].join(':');
  const tools = await run('patchelf', ['--version']);
  const config = JSON.stringify(seaConfig(toolchain));

  const inputs = [recipe, stripped.key, config, runPath, tools, code];
  return cache.file(`executable-${platform.name}`, inputs, async (path) => {
    await inject(parts, stripped.path, config, path);
    await run('patchelf', ['--set-rpath', runPath, path]);
    await chmod(path, 0o755);
  });
}

/** A copy of the Node binary without its symbol table: 30 MB less. */
async function stripSymbols(
  { platform, toolchain, node }: ExecutableParts,
  cache: BuildCache,
): Promise<CachedFile> {
  const tools = await run(toolchain.strip, ['--version']);
  const inputs = [recipe, await fileDigest(node), tools];
  return cache.file(`stripped-${platform.name}`, inputs, async (path) => {
    await run(toolchain.strip, ['--strip-all', '-o', path, node]);
  });
}

/** Puts the code into a copy of the binary `stripped`, writing `output`. */
async function inject(
  { code, builder }: ExecutableParts,
  stripped: string,
  config: string,
  output: string,
): Promise<void> {
  const folder = await mkdtemp(`${output}-`);
  try {
    await copyFile(stripped, join(folder, 'node'));
    await writeFile(join(folder, 'main.cjs'), code);
    await writeFile(join(folder, 'sea.json'), config);
    await run(builder, [...compilerArguments, '--build-sea', 'sea.json'], { cwd: folder });
    await mkdir(dirname(output), { recursive: true });
    await rename(join(folder, 'plugin'), output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
