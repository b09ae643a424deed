/** A bundle unpacked on a node: where it is, what it says of itself, and what to start. */
import { access, constants, link, copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { extractBundle } from './extract.ts';
import { InstallError } from './install_error.ts';
import { parseManifest, type Manifest } from './manifest.ts';

/** An unpacked bundle. */
export interface Bundle {
  readonly manifest: Manifest;
  /** The folder that holds the manifest. */
  readonly path: string;
}

/** Go's names for what Node calls otherwise. */
const goArch: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };
const goOs: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Unpacks a bundle below `folder` and finds its manifest, at the top or in the one folder there.
 *
 * @throws {InstallError} and leaves nothing behind.
 */
export async function unpackBundle(bundle: Uint8Array, folder: string): Promise<Bundle> {
  try {
    await extractBundle(bundle, folder);
    return await readBundle(folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Puts the files of a bundle into another folder, sharing them where the file system can. */
export async function shareBundle(bundle: Bundle, folder: string): Promise<Bundle> {
  await rm(folder, { recursive: true, force: true });
  for (const entry of await readdir(bundle.path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = join(entry.parentPath, entry.name);
    const to = join(folder, from.slice(bundle.path.length));
    await mkdir(dirname(to), { recursive: true });
    await link(from, to).catch(() => copyFile(from, to));
  }
  return { manifest: bundle.manifest, path: folder };
}

/**
 * The file to start on this machine: from `server.executables`, else `server.executable`.
 *
 * @throws {InstallError} `executable`.
 */
export async function executableOf({ manifest, path }: Bundle): Promise<string> {
  const { server } = manifest;
  const platform = `${goOs[process.platform] ?? process.platform}-${goArch[process.arch] ?? process.arch}`;
  const given = server?.executables[platform] ?? server?.executable ?? '';
  if (given === '') {
    throw new InstallError('executable', `the plugin has no executable for ${platform}`);
  }
  const relative = normalize(given);
  if (relative.startsWith('..')) {
    throw new InstallError('executable', 'the executable is outside the plugin');
  }
  const executable = join(path, relative);
  try {
    await access(executable, constants.X_OK);
  } catch (cause) {
    throw new InstallError('executable', `${relative} is missing or may not be executed`, {
      cause,
    });
  }
  return executable;
}

async function readBundle(folder: string): Promise<Bundle> {
  const entries = await readdir(folder, { withFileTypes: true });
  const only = entries.length === 1 ? entries[0] : undefined;
  const path = only?.isDirectory() === true ? join(folder, only.name) : folder;
  for (const name of ['plugin.yml', 'plugin.yaml']) {
    if ((await readdir(path)).includes(name)) {
      throw new InstallError('manifest', `${name} would be read before plugin.json`);
    }
  }
  try {
    return { manifest: parseManifest(await readFile(join(path, 'plugin.json'), 'utf8')), path };
  } catch (cause) {
    throw new InstallError('manifest', 'the bundle has no manifest that the server takes', {
      cause,
    });
  }
}
