/** Packs the Go plugin that the TypeScript ones are compared with. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { writeBundle } from '../../build/bundle.ts';
import { hostPlatform } from '../../build/platform.ts';
import { buildGo } from '../interop/go_host.ts';
import { cacheFolder } from './folders.ts';

const id = 'bench-go';
const executable = 'server/plugin';

/** Compiles and packs the Go plugin; returns the path of the bundle. */
export async function buildGoBundle(): Promise<string> {
  const manifest = {
    id,
    name: 'Yardstick in Go',
    version: '1.0.0',
    min_server_version: '10.11.0',
    server: { executables: { [hostPlatform().name]: executable } },
  };
  await mkdir(cacheFolder, { recursive: true });
  const path = join(cacheFolder, `${id}.tar.gz`);
  const files = [
    { name: 'plugin.json', content: Buffer.from(JSON.stringify(manifest)) },
    { name: executable, content: { path: buildGo('bench_plugin') }, executable: true },
  ];
  await writeBundle({ folder: id, modified: new Date(0), files }, path);
  return path;
}
