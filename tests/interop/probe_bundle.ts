/** Packs the probe the way the product is packed: one executable in one bundle. */
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'esbuild';

import { writeBundle } from '../../build/bundle.ts';
import { BuildCache } from '../../build/cache.ts';
import { buildExecutable } from '../../build/executable.ts';
import { readLockfile } from '../../build/lockfile.ts';
import { nodeBinary } from '../../build/node_binary.ts';
import { hostPlatform } from '../../build/platform.ts';
import { toolchainFor } from '../../build/toolchain.ts';

const root = join(import.meta.dirname, '../..');
const source = join(import.meta.dirname, 'probe_plugin');
const output = join(root, 'node_modules/.cache/interop');

/** Builds the probe's bundle and returns its path. Unchanged steps come from the build's cache. */
export async function buildProbe(): Promise<string> {
  await mkdir(output, { recursive: true });
  const bundled = await build({
    entryPoints: [join(source, 'main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    write: false,
    logLevel: 'silent',
  });
  const code = bundled.outputFiles[0]?.contents ?? new Uint8Array();
  const cache = new BuildCache(join(root, 'build/cache'));
  const platform = hostPlatform();
  const toolchain = toolchainFor(platform);
  const node = await nodeBinary(root, platform, toolchain, await readLockfile(root), cache);
  const parts = { platform, toolchain, node, builder: node, code };
  const executable = await buildExecutable(parts, cache);
  const path = join(output, 'interop-probe.tar.gz');
  const unfinished = `${path}.${process.pid}`;
  await writeBundle(
    {
      folder: 'interop-probe',
      modified: new Date(0),
      files: [
        { name: 'plugin.json', content: await readFile(join(source, 'plugin.json')) },
        {
          name: 'server/plugin-linux-amd64',
          content: { path: executable.path },
          executable: true,
        },
      ],
    },
    unfinished,
  );
  // Suites run side by side: none may read what another is still writing.
  await rename(unfinished, path);
  return path;
}
