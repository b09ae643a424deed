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
import { packageFolder } from './npm_package.ts';
import type { Platform } from './platform.ts';
import { run } from './program.ts';

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

/** Configuration of `node --build-sea`; paths are relative, so that no machine's folders end up in the binary. */
const seaConfig = {
  main: 'main.cjs',
  executable: 'node',
  output: 'plugin',
  disableExperimentalSEAWarning: true,
  useCodeCache: true,
  execArgv: nodeArguments,
  // The server's own NODE_OPTIONS, if it has any, are not meant for its plugins.
  execArgvExtension: 'none',
} as const;

/** Bump when a step below changes in a way that its inputs do not show. */
const recipe = '1';

/**
 * Makes the executable for `platform` from bundled `code`. Unchanged steps are taken from `cache`.
 *
 * @throws {BuildError} `program_missing`, `program_failed` or `package_missing`.
 */
export async function buildExecutable(
  root: string,
  platform: Platform,
  code: Uint8Array,
  cache: BuildCache,
): Promise<CachedFile> {
  const node = join(await packageFolder(root, platform.nodePackage), 'bin/node');
  const stripped = await stripSymbols(node, cache);
  const runPath = [...platform.systemFolders, '$ORIGIN/lib'].join(':');
  const tools = await run('patchelf', ['--version']);

  const inputs = [recipe, stripped.key, JSON.stringify(seaConfig), runPath, tools, code];
  return cache.file('executable', inputs, async (path) => {
    await inject(node, stripped.path, code, path);
    await run('patchelf', ['--set-rpath', runPath, path]);
    await chmod(path, 0o755);
  });
}

/** A copy of the Node binary without its symbol table: 30 MB less. */
async function stripSymbols(node: string, cache: BuildCache): Promise<CachedFile> {
  const tools = await run('strip', ['--version']);
  return cache.file('stripped', [recipe, await fileDigest(node), tools], async (path) => {
    await run('strip', ['--strip-all', '-o', path, node]);
  });
}

/** Puts `code` into a copy of the binary `stripped`, writing `output`. `node` does the work. */
async function inject(
  node: string,
  stripped: string,
  code: Uint8Array,
  output: string,
): Promise<void> {
  const folder = await mkdtemp(`${output}-`);
  try {
    await copyFile(stripped, join(folder, 'node'));
    await writeFile(join(folder, 'main.cjs'), code);
    await writeFile(join(folder, 'sea.json'), JSON.stringify(seaConfig));
    await run(node, [...compilerArguments, '--build-sea', 'sea.json'], { cwd: folder });
    await mkdir(dirname(output), { recursive: true });
    await rename(join(folder, 'plugin'), output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
