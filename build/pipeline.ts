/** From the source tree to the archives an administrator uploads: every step of the build, in order. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { bundleInputs, writeBundle } from './bundle.ts';
import type { BundleFile } from './bundle.ts';
import { bundleFileName, checksumFileName, clearBuilds, sbomFileName } from './bundle_file.ts';
import { BuildCache } from './cache.ts';
import { BuildError } from './errors.ts';
import { buildExecutable, libraryFolder } from './executable.ts';
import { findLibraries } from './libraries.ts';
import type { Library } from './libraries.ts';
import { readLockfile } from './lockfile.ts';
import type { Lockfile } from './lockfile.ts';
import { onlyFor, readManifest, stampManifest } from './manifest.ts';
import type { StampedManifest } from './manifest.ts';
import { nodeBinary } from './node_binary.ts';
import { thirdPartyNotices } from './notices.ts';
import { placeChecksums, placeFile, placeText } from './output.ts';
import { hostPlatform } from './platform.ts';
import type { Platform } from './platform.ts';
import { billOfMaterials } from './sbom.ts';
import { bundleServer } from './server.ts';
import type { ServerBundle } from './server.ts';
import { toolchainFor } from './toolchain.ts';
import { readVersion } from './version.ts';
import { bundleWebapp } from './webapp.ts';
import type { WebappBundle } from './webapp.ts';

/** How to build. */
export interface BuildOptions {
  /** The folder that holds `plugin.json`. */
  readonly root: string;
  /** Where the finished bundles go, and beside them the code that is in them, for reading stack traces. */
  readonly outputFolder: string;
  /** Where slow steps keep their results. */
  readonly cacheFolder: string;
  /** A bundle is made for each of them, and if there are several, one more that holds them all. */
  readonly platforms: readonly Platform[];
  /** Code as it was written, not minified: lines of a stack trace are lines of `main.cjs`. */
  readonly debug: boolean;
  /** The time that every file in the bundles carries. */
  readonly modified: Date;
  /** Told of each finished step: its name, the bytes it made, the milliseconds it took. */
  readonly onStep: (name: string, bytes: number, ms: number) => void;
}

/** What all steps of one build know. */
interface Build {
  readonly options: BuildOptions;
  readonly cache: BuildCache;
  readonly manifest: StampedManifest;
  readonly lockfile: Lockfile;
  readonly server: ServerBundle;
  readonly webapp: WebappBundle;
}

/** What a bundle holds for one platform. */
interface PlatformParts {
  readonly platform: Platform;
  readonly executable: string;
  readonly libraries: readonly Library[];
}

/**
 * Builds the plugin and returns the paths of the bundles. The parts are left in `server/dist` and `webapp/dist`; the
 * digests of all that is for others lie beside the bundles, and after a build of several platforms a bill of materials.
 *
 * @throws {BuildError} whose message says what to do about it.
 */
export async function buildPlugin(options: BuildOptions): Promise<readonly string[]> {
  const { root, outputFolder, platforms } = options;
  const build = await compile(options);
  const { manifest } = build;
  const parts = await Promise.all(platforms.map((platform) => buildPlatform(build, platform)));
  await keepParts(build, parts);

  const single = platforms.length === 1;
  const bundles = await Promise.all([
    ...parts.map((part) => buildBundle(build, [part], part.platform)),
    ...(single ? [] : [buildBundle(build, parts, undefined)]),
  ]);
  const files = single ? bundles : [...bundles, await writeBill(build, parts)];
  await placeChecksums(outputFolder, files);
  const kept = [...files.map((file) => relative(outputFolder, file)), checksumFileName];
  await clearBuilds(outputFolder, manifest, kept);
  await placeText(build.server.code, join(outputFolder, 'main.cjs'));
  await placeText(build.server.sourceMap, join(outputFolder, 'main.cjs.map'));
  await placeText(build.webapp.code, join(root, manifest.webapp.bundle_path));
  return bundles;
}

async function compile(options: BuildOptions): Promise<Build> {
  const { root, debug } = options;
  const manifest = stampManifest(await readManifest(root), await readVersion(root));
  const cache = new BuildCache(options.cacheFolder);
  const lockfile = await readLockfile(root);
  const server = await step(options, 'server code', async () => {
    const made = await bundleServer(root, { debug });
    return { result: made, bytes: made.code.length };
  });
  const webapp = await step(options, 'webapp code', async () => {
    const made = await bundleWebapp(root, { debug });
    return { result: made, bytes: made.code.length };
  });
  return { options, cache, manifest, lockfile, server, webapp };
}

async function buildPlatform(
  { options, cache, lockfile, server }: Build,
  platform: Platform,
): Promise<PlatformParts> {
  const { root } = options;
  const toolchain = toolchainFor(platform);
  const libraries = await findLibraries(platform, toolchain);
  const executable = await step(options, `executable ${platform.name}`, async () => {
    const node = await nodeBinary(root, platform, toolchain, lockfile, cache);
    const { code } = server;
    const builder = await hostNode(root, lockfile, cache);
    const made = await buildExecutable({ platform, toolchain, node, builder, code }, cache);
    return { result: made.path, bytes: (await stat(made.path)).size };
  });
  return { platform, executable, libraries };
}

/** The Node binary of the machine that builds. */
function hostNode(root: string, lockfile: Lockfile, cache: BuildCache): Promise<string> {
  const host = hostPlatform();
  return nodeBinary(root, host, toolchainFor(host), lockfile, cache);
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

/** Leaves the executables in `server/dist`, as the manifest names them, so that they can be started and looked at there. */
async function keepParts(
  { options, manifest }: Build,
  parts: readonly PlatformParts[],
): Promise<void> {
  const folder = join(options.root, 'server/dist');
  for (const { platform, executable, libraries } of parts) {
    await placeFile(executable, join(options.root, executableName(manifest, platform)), 0o755);
    for (const { name, path } of libraries) {
      await placeFile(path, join(folder, libraryFolder(platform), name), 0o644);
    }
  }
}

/** The bundle with `parts`: of one platform, or of all when `platform` is left out. */
function buildBundle(
  build: Build,
  parts: readonly PlatformParts[],
  platform: Platform | undefined,
): Promise<string> {
  const { options, manifest, cache } = build;
  const name = platform?.name ?? 'combined';
  return step(options, `bundle ${name}`, async () => {
    const files = [
      ...(await documents(build, parts)),
      ...(await assets(options.root)),
      ...parts.flatMap((part) => platformFiles(manifest, part)),
      { name: manifest.webapp.bundle_path, content: build.webapp.code },
    ];
    const content = { folder: manifest.id, files, modified: options.modified };
    const inputs = await bundleInputs(content);
    const cached = await cache.file(`bundle-${name}`, inputs, (path) => writeBundle(content, path));
    const path = join(options.outputFolder, bundleFileName(manifest, platform));
    await placeFile(cached.path, path, 0o644);
    return { result: path, bytes: (await stat(path)).size };
  });
}

function platformFiles(
  manifest: StampedManifest,
  { platform, executable, libraries }: PlatformParts,
): readonly BundleFile[] {
  return [
    { name: executableName(manifest, platform), content: { path: executable }, executable: true },
    ...libraries.map(({ name, path }) => ({
      name: `server/dist/${libraryFolder(platform)}/${name}`,
      content: { path },
    })),
  ];
}

async function documents(
  { options, manifest, lockfile, server, webapp }: Build,
  parts: readonly PlatformParts[],
): Promise<readonly BundleFile[]> {
  const { root } = options;
  const own = onlyFor(
    manifest,
    parts.map(({ platform }) => platform.name),
  );
  const foreign = {
    nodePackages: parts.map(({ platform }) => platform.nodePackage),
    installedNode: hostPlatform().nodePackage,
    packages: [...new Set([...server.packages, ...webapp.packages])],
    libraries: parts.flatMap(({ libraries }) => libraries),
  };
  const notices = await thirdPartyNotices(root, foreign, lockfile);
  return [
    { name: 'plugin.json', content: Buffer.from(`${JSON.stringify(own, null, 2)}\n`) },
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

async function writeBill(build: Build, platforms: readonly PlatformParts[]): Promise<string> {
  const { options, manifest, lockfile, cache } = build;
  const node = await hostNode(options.root, lockfile, cache);
  const packages = { server: build.server.packages, webapp: build.webapp.packages };
  const bill = await billOfMaterials({ manifest, packages, platforms, node }, lockfile);
  const path = join(options.outputFolder, sbomFileName(manifest));
  await placeText(bill, path);
  return path;
}
