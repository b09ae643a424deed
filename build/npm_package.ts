/** Finds installed npm packages: the Node binary, and the licences of what goes into the bundle. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { BuildError } from './errors.ts';

/**
 * The folder of an installed package. All of ours are installed at the top, which is where npm puts direct dependencies.
 *
 * @throws {BuildError} `package_missing` when it is not installed.
 */
export async function packageFolder(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name);
  try {
    await access(join(folder, 'package.json'));
  } catch (cause) {
    throw new BuildError(
      'package_missing',
      `The npm package ${name} is not installed. Run: npm install`,
      { cause },
    );
  }
  return folder;
}

/** The packages behind paths such as `node_modules/@scope/name/lib/index.js`, sorted. */
export function packageNames(paths: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const path of paths) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (name !== undefined) names.add(name);
  }
  return [...names].sort();
}
