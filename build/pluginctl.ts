/**
 * `node build/pluginctl.ts deploy|enable|disable|reset|logs [bundle]`: handles this plugin on a running server.
 *
 * The server is found by `MM_LOCALSOCKETPATH` (its local-mode socket; there is a default), else by
 * `MM_SERVICESETTINGS_SITEURL` with `MM_ADMIN_TOKEN`, or with `MM_ADMIN_USERNAME` and `MM_ADMIN_PASSWORD`.
 */
import { join } from 'node:path';

import { lastBundle } from './bundle_file.ts';
import { connect, deploy } from './deploy.ts';
import { BuildError } from './errors.ts';
import { readManifest } from './manifest.ts';
import { hostPlatform } from './platform.ts';

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
      print(await deploy(id, path, () => connect(process.env)));
      return;
    }
    case 'enable':
    case 'disable': {
      const admin = await connect(process.env);
      await admin[action](id);
      print(`${id} is ${action}d at ${admin.where}`);
      return;
    }
    case 'reset': {
      const admin = await connect(process.env);
      await admin.disable(id);
      await admin.enable(id);
      print(`${id} is started anew at ${admin.where}`);
      return;
    }
    case 'logs': {
      const admin = await connect(process.env);
      for (const line of (await admin.logs(logDepth)).filter(isOf(id))) print(line.trimEnd());
      return;
    }
    default:
      throw new BuildError('usage', usage);
  }
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
