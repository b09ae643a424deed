/** The way to a server, and a bundle's way onto it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { BuildError } from './errors.ts';
import { serverAddress, siteAddress } from './plugin_admin.ts';
import type { LocalAdmin, PluginAdmin } from './plugin_admin.ts';
import { siteAdmin } from './site_admin.ts';
import { socketAdmin } from './socket_admin.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The server that the environment names: the one at the local-mode socket, else the one at the site's address.
 *
 * @throws {BuildError} `usage`, naming what is missing; `server_refused` when the login fails.
 */
export async function connect(env: Environment): Promise<PluginAdmin> {
  const address = serverAddress(env);
  return (await socketAdmin(address.socketPath)) ?? siteAdmin(siteAddress(address));
}

/**
 * The server at the local-mode socket, which alone can be asked to attach itself to a process.
 *
 * @throws {BuildError} `server_refused` when none answers there, saying how to make one.
 */
export async function connectLocally(env: Environment): Promise<LocalAdmin> {
  const { socketPath } = serverAddress(env);
  const admin = await socketAdmin(socketPath);
  if (admin !== undefined) return admin;
  throw new BuildError(
    'server_refused',
    `No server answers at the socket ${socketPath}. Set ServiceSettings.EnableLocalMode to true on a server of this ` +
      'machine, and MM_LOCALSOCKETPATH to the path of its socket.',
  );
}

/**
 * Installs the bundle at `path` and enables the plugin. Connects once the bundle has been read. Returns what was done, in
 * words.
 *
 * @throws {BuildError} `bundle_missing`, `usage` or `server_refused`.
 */
export async function deploy(
  id: string,
  path: string,
  connectTo: () => Promise<PluginAdmin>,
): Promise<string> {
  const bytes = await readBundle(path);
  const admin = await connectTo();
  await admin.upload(basename(path), bytes);
  await admin.enable(id);
  return `${basename(path)} is installed and enabled at ${admin.where}`;
}

async function readBundle(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new BuildError('bundle_missing', `The bundle ${path} cannot be read.`, { cause });
  }
}
