/**
 * `npm run dist`: builds `dist/scheduled-recaps-<version>-<platform>.tar.gz`, ready to be uploaded to a server.
 *
 * `--quiet` prints the closing line only. `MM_DEBUG=1` leaves the code unminified: lines of a stack trace are then lines
 * of `dist/main.cjs`.
 * `SOURCE_DATE_EPOCH` (seconds since 1970) is the time of the files in the bundle; without it they are from 1970.
 */
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

import { BuildError } from './errors.ts';
import { buildPlugin } from './pipeline.ts';

const root = join(import.meta.dirname, '..');

async function main(): Promise<void> {
  const quiet = isQuiet();
  const startedAt = performance.now();
  let bundleBytes = 0;
  const path = await buildPlugin({
    root,
    outputFolder: join(root, 'dist'),
    cacheFolder: join(root, 'build/cache'),
    debug: process.env['MM_DEBUG'] === '1',
    modified: sourceDate(process.env['SOURCE_DATE_EPOCH']),
    onStep: (name, bytes, ms) => {
      bundleBytes = bytes;
      if (!quiet) print(`${name.padEnd(12)} ${megabytes(bytes)} ${seconds(ms)}`);
    },
  });
  const took = seconds(performance.now() - startedAt).trim();
  print(`${relative(process.cwd(), path)}, ${megabytes(bundleBytes).trim()}, built in ${took}`);
}

function isQuiet(): boolean {
  try {
    return parseArgs({ options: { quiet: { type: 'boolean', default: false } } }).values.quiet;
  } catch (cause) {
    throw new BuildError('usage', 'Usage: node build/dist.ts [--quiet]', { cause });
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
