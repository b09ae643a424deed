/** The packaged plugin for this machine in `dist/`. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DemoError } from './demo_error.ts';

/** @throws {DemoError} `setup` when there is none. */
export async function findBundle(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const bundles = names
    .filter((name) => name.endsWith('.tar.gz'))
    .map((name) => join(folder, name));
  const dated = await Promise.all(
    bundles.map(async (path) => ({ path, at: (await stat(path)).mtimeMs })),
  );
  const newest = dated.sort((a, b) => b.at - a.at)[0];
  if (newest === undefined) {
    throw new DemoError('setup', `there is no bundle in ${folder}: run "npm run dist" first`);
  }
  return newest.path;
}
