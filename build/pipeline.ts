/** From the source tree to the archive an administrator uploads: every step of the build, in order. */
import { randomUUID } from 'node:crypto';
import {
  chmod,
  copyFile,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

import { bundleInputs, writeBundle } from './bundle.ts';
import type { BundleContent, BundleFile } from './bundle.ts';
import { bundleFileName, bundlesIn } from './bundle_file.ts';
import { BuildCache } from './cache.ts';
import { BuildError } from './errors.ts';
import { buildExecutable } from './executable.ts';
import { findLibraries } from './libraries.ts';
import type { Library } from './libraries.ts';
import { readManifest, stampManifest } from './manifest.ts';
import type { StampedManifest } from './manifest.ts';
import { thirdPartyNotices } from './notices.ts';
import { hostPlatform } from './platform.ts';
import type { Platform } from './platform.ts';
import { bundleServer } from './server.ts';
import type { ServerBundle } from './server.ts';
import { readVersion } from './version.ts';
import { bundleWebapp } from './webapp.ts';

/** How to build. */
export interface BuildOptions {
  /** The folder that holds `plugin.json`. */
  readonly root: string;
  /** Where the finished bundle goes, and beside it the code that is in it, for reading stack traces. */
  readonly outputFolder: string;
  /** Where slow steps keep their results. */
  readonly cacheFolder: string;
  /** Code as it was written, not minified: lines of a stack trace are lines of `main.cjs`. */
  readonly debug: boolean;
  /** The time that every file in the bundle carries. */
  readonly modified: Date;
  /** Told of each finished step: its name, the bytes it made, the milliseconds it took. */
  readonly onStep: (name: string, bytes: number, ms: number) => void;
}

/**
 * Builds the plugin for the machine it runs on and returns the path of the bundle. The parts are left in `server/dist`
 * and `webapp/dist`.
 *
 * @throws {BuildError} whose message says what to do about it.
 */
export async function buildPlugin(options: BuildOptions): Promise<string> {
  const { root, debug } = options;
  const platform = hostPlatform();
  const cache = new BuildCache(options.cacheFolder);
  const manifest = stampManifest(await readManifest(root), await readVersion(root));

  const server = await step(options, 'server code', async () => {
    const made = await bundleServer(root, { debug });
    return { result: made, bytes: made.code.length };
  });
  const webapp = await step(options, 'webapp code', async () => {
    const made = await bundleWebapp(root, { debug });
    return { result: made, bytes: made.code.length };
  });
  const executable = await step(options, 'executable', async () => {
    const made = await buildExecutable(root, platform, server.code, cache);
    return { result: made.path, bytes: (await stat(made.path)).size };
  });
  const libraries = await findLibraries(platform);
  await layOut(root, platform, executable, libraries);
  await keepCode(options.outputFolder, server);
  await keepWebapp(root, manifest, webapp.code);

  return step(options, 'bundle', async () => {
    const files: readonly BundleFile[] = [
      ...(await documents(root, manifest, platform, [
        ...new Set([...server.packages, ...webapp.packages]),
      ])),
      ...(await assets(root)),
      { name: executableName(manifest, platform), content: { path: executable }, executable: true },
      { name: manifest.webapp.bundle_path, content: webapp.code },
      ...libraries.map((library) => ({
        name: `server/dist/lib/${library.name}`,
        content: { path: library.path },
      })),
    ];
    const content = { folder: manifest.id, files, modified: options.modified };
    const path = await archive(options.outputFolder, manifest, platform, content, cache);
    return { result: path, bytes: (await stat(path)).size };
  });
}

async function step<T>(
  options: BuildOptions,
  name: string,
  work: () => Promise<{ result: T; bytes: number }>,
): Promise<T> {
  const startedAt = performance.now();
  const { result, bytes } = await work();
  options.onStep(name, bytes, performance.now() - startedAt);
  return result;
}

function executableName(manifest: StampedManifest, platform: Platform): string {
  const name = manifest.server.executables[platform.name];
  if (name !== undefined) return name;
  throw new BuildError('manifest_invalid', `plugin.json names no executable for ${platform.name}.`);
}

/** Leaves the parts in `server/dist`, as the manifest names them, so that they can be started and looked at there. */
async function layOut(
  root: string,
  platform: Platform,
  executable: string,
  libraries: readonly Library[],
): Promise<void> {
  const folder = join(root, 'server/dist');
  await place(executable, join(folder, `plugin-${platform.name}`), 0o755);
  for (const { name, path } of libraries) await place(path, join(folder, 'lib', name), 0o644);
}

async function keepCode(folder: string, { code, sourceMap }: ServerBundle): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'main.cjs'), code);
  await writeFile(join(folder, 'main.cjs.map'), sourceMap);
}

/** Leaves the webapp's script where the manifest names it, so that it can be looked at there. */
async function keepWebapp(
  root: string,
  manifest: StampedManifest,
  code: Uint8Array,
): Promise<void> {
  const path = join(root, manifest.webapp.bundle_path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
}

/** Copies by way of a rename: the file may be running, or just being read. */
async function place(from: string, to: string, mode: number): Promise<void> {
  const unfinished = `${to}.${randomUUID()}.unfinished`;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, unfinished);
  await chmod(unfinished, mode);
  await rename(unfinished, to);
}

async function documents(
  root: string,
  manifest: StampedManifest,
  platform: Platform,
  packages: readonly string[],
): Promise<readonly BundleFile[]> {
  const notices = await thirdPartyNotices(root, platform, packages);
  return [
    { name: 'plugin.json', content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
    { name: 'LICENSE', content: await readFile(join(root, 'LICENSE')) },
    { name: 'THIRD_PARTY_NOTICES.txt', content: Buffer.from(notices) },
  ];
}

async function assets(root: string): Promise<readonly BundleFile[]> {
  const entries = await readdir(join(root, 'assets'), { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { name: relative(root, path), content: await readFile(path) };
      }),
  );
}

/** Writes the one bundle of this platform; bundles of earlier versions would only be mistaken for it. */
async function archive(
  folder: string,
  manifest: StampedManifest,
  platform: Platform,
  content: BundleContent,
  cache: BuildCache,
): Promise<string> {
  const cached = await cache.file('bundle', await bundleInputs(content), (path) =>
    writeBundle(content, path),
  );
  const path = join(folder, bundleFileName(manifest, platform));
  await place(cached.path, path, 0o644);
  for (const other of await bundlesIn(folder, manifest, platform)) {
    if (other !== path) await rm(other, { force: true });
  }
  return path;
}
