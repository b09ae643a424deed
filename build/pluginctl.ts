/**
 * `node build/pluginctl.ts deploy|enable|disable|reset|logs [bundle]`: handles this plugin on a running server.
 *
 * The server is found by `MM_LOCALSOCKETPATH` (its local-mode socket; there is a default), else by
 * `MM_SERVICESETTINGS_SITEURL` with `MM_ADMIN_TOKEN`, or with `MM_ADMIN_USERNAME` and `MM_ADMIN_PASSWORD`.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { lastBundle } from './bundle_file.ts';
import { BuildError } from './errors.ts';
import { readManifest } from './manifest.ts';
import { hostPlatform } from './platform.ts';
import { serverAddress, siteAddress } from './plugin_admin.ts';
import type { PluginAdmin } from './plugin_admin.ts';
import { siteAdmin } from './site_admin.ts';
import { socketAdmin } from './socket_admin.ts';

const root = join(import.meta.dirname, '..');

const usage = 'Usage: node build/pluginctl.ts deploy|enable|disable|reset|logs [bundle]';

/** How far back `logs` looks, in lines of the whole server's log: as many as one request may ask for. */
const logDepth = 10_000;

async function main(action: string | undefined, bundle: string | undefined): Promise<void> {
  const manifest = await readManifest(root);
  const { id } = manifest;
  switch (action) {
    case 'deploy': {
      const path = bundle ?? (await lastBundle(join(root, 'dist'), manifest, hostPlatform()));
      const bytes = await readBundle(path);
      const admin = await connect();
      await admin.upload(basename(path), bytes);
      await admin.enable(id);
      print(`${basename(path)} is installed and enabled at ${admin.where}`);
      return;
    }
    case 'enable':
    case 'disable': {
      const admin = await connect();
      await admin[action](id);
      print(`${id} is ${action}d at ${admin.where}`);
      return;
    }
    case 'reset': {
      const admin = await connect();
      await admin.disable(id);
      await admin.enable(id);
      print(`${id} is started anew at ${admin.where}`);
      return;
    }
    case 'logs': {
      const admin = await connect();
      for (const line of (await admin.logs(logDepth)).filter(isOf(id))) print(line.trimEnd());
      return;
    }
    default:
      throw new BuildError('usage', usage);
  }
}

async function readBundle(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw new BuildError('bundle_missing', `The bundle ${path} cannot be read.`, { cause });
  }
}

async function connect(): Promise<PluginAdmin> {
  const address = serverAddress(process.env);
  return (await socketAdmin(address.socketPath)) ?? siteAdmin(siteAddress(address));
}

/** Server log lines are JSON objects that name the plugin they came from. */
function isOf(id: string): (line: string) => boolean {
  const mark = `"plugin_id":${JSON.stringify(id)}`;
  return (line) => line.replaceAll('": "', '":"').includes(mark);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const [action, bundle] = process.argv.slice(2);
main(action, bundle).catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
