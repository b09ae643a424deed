/**
 * `npm run dist`: builds bundles ready to be uploaded to a server, `dist/scheduled-recaps-<version>-<platform>.tar.gz` for
 * each platform and `dist/scheduled-recaps-<version>.tar.gz` for all of them, with their digests and a bill of materials.
 *
 * `--platform <name>` builds for one platform only; `host` is the machine's own, `all` is what happens without.
 * `--quiet` prints the closing lines only. `MM_DEBUG=1` leaves the code unminified: lines of a stack trace are then lines
 * of `dist/main.cjs`.
 * `SOURCE_DATE_EPOCH` (seconds since 1970) is the time of the files in the bundles; without it they are from 1970.
 */
import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { BuildError } from './errors.ts';
import { buildPlugin } from './pipeline.ts';
import { platformsNamed } from './platform.ts';

const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const { quiet, platform } = readOptions();
  const startedAt = performance.now();
  const bundles = await buildPlugin({
    root,
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'build/cache'),
    platforms: platformsNamed(platform),
    debug: process.env['MM_DEBUG'] === '1',
    modified: sourceDate(process.env['SOURCE_DATE_EPOCH']),
    onStep: (name, bytes, ms) => {
      if (!quiet) print(`${name.padEnd(22)} ${megabytes(bytes)} ${seconds(ms)}`);
    },
  });
  const took = seconds(performance.now() - startedAt).trim();
  for (const path of bundles) {
    const { size } = await stat(path);
    print(`${relative(process.cwd(), path)}, ${megabytes(size).trim()}, built in ${took}`);
  }
}

function readOptions(): { readonly quiet: boolean; readonly platform: string } {
  try {
    const options = {
      quiet: { type: 'boolean', default: false },
      platform: { type: 'string', default: 'all' },
    } as const;
    return parseArgs({ options }).values;
  } catch (cause) {
    const usage = 'Usage: node build/dist.ts [--platform <name>|host|all] [--quiet]';
    throw new BuildError('usage', usage, { cause });
  }
}

function sourceDate(text: string | undefined): Date {
  if (text === undefined || text === '') return new Date(0);
  const date = new Date(Number(text) * 1000);
  if (!/^\d+$/.test(text) || Number.isNaN(date.getTime())) {
    throw new BuildError('usage', `SOURCE_DATE_EPOCH is no number of seconds: ${text}`);
  }
  return date;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`.padStart(10);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`.padStart(8);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
