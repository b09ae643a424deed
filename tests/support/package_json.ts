/** What package.json declares. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

const versions = z.record(z.string(), z.string()).default({});
const schema = z.object({
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
});

/** Declared packages by name, each with its version. */
export interface DeclaredPackages {
  /** Those that go into the plugin. */
  readonly runtime: ReadonlyMap<string, string>;
  /** Those, and what builds and tests it. */
  readonly all: ReadonlyMap<string, string>;
}

/** Reads package.json of the repository at `root`. */
export function declaredPackages(root: string): DeclaredPackages {
  const file = readFileSync(join(root, 'package.json'), 'utf8');
  const { dependencies, devDependencies, optionalDependencies } = schema.parse(JSON.parse(file));
  return {
    runtime: new Map(Object.entries(dependencies)),
    all: new Map(Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })),
  };
}
