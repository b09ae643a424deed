/**
 * `npm run watch`: builds the plugin and deploys it, and again after each change of the source, until Ctrl-C.
 *
 * The server is found by the same environment variables as by `npm run deploy`. `--platform <name>` says what the server
 * runs on, if that is not what this machine is. The code is left readable, as with `MM_DEBUG=1`.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { workOnChange } from './changes.ts';
import { connect, deploy } from './deploy.ts';
import { BuildError } from './errors.ts';
import { readManifest } from './manifest.ts';
import { buildPlugin } from './pipeline.ts';
import { platformsNamed } from './platform.ts';

const root = join(import.meta.dirname, '..');

/** What a bundle is made of; what the build leaves beside it is none of it. */
const sources = ['server', 'webapp', 'assets', 'plugin.json'];
const result = /(^|\/)dist(\/|$)/;

/** How long nothing may change before a build begins, in milliseconds. */
const settleMs = 300;

async function main(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const platforms = platformsNamed(readPlatform());
  await workOnChange({
    paths: sources.map((name) => join(root, name)),
    counts: (name) => !result.test(name),
    settleMs,
    signal: stop.signal,
    work: async () => {
      try {
        await buildAndDeploy(platforms);
      } catch (error) {
        if (!(error instanceof BuildError)) throw error;
        process.stderr.write(`${error.message}\n`);
      }
    },
  });
}

async function buildAndDeploy(platforms: ReturnType<typeof platformsNamed>): Promise<void> {
  const startedAt = performance.now();
  const [path] = await buildPlugin({
    root,
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'build/cache'),
    platforms,
    debug: true,
    modified: new Date(0),
    onStep: () => undefined,
  });
  const { id } = await readManifest(root);
  const done = await deploy(id, path ?? '', () => connect(process.env));
  const took = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${done}, ${took} s after the change\n`);
}

function readPlatform(): string {
  try {
    const options = { platform: { type: 'string', default: 'host' } } as const;
    return parseArgs({ options }).values.platform;
  } catch (cause) {
    throw new BuildError('usage', 'Usage: node build/watch.ts [--platform <name>]', { cause });
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
