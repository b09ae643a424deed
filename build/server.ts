/** The server half as one CommonJS file, which is what a single executable application can hold. */
import { join } from 'node:path';

import { build } from 'esbuild';

import { asciiSource } from './ascii.ts';
import { BuildError, describeCauses } from './errors.ts';
import { packageNames } from './npm_package.ts';

/** The server's code, ready to go into the executable. */
export interface ServerBundle {
  readonly code: Uint8Array;
  /** Maps lines of the code back to the source. The executable cannot use it; people and debuggers can. */
  readonly sourceMap: Uint8Array;
  /** Names of the npm packages whose code went in, sorted. */
  readonly packages: readonly string[];
}

/** Where a module finds itself. In the executable every module is the executable. */
const moduleAddress = {
  banner: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;',
  define: { 'import.meta.url': '__moduleUrl' },
};

/**
 * Bundles `server/main.ts` with everything it imports.
 *
 * Names are kept even when minifying, so that error names and stack traces in a log stay readable; they cost next to
 * nothing beside the runtime.
 *
 * @throws {BuildError} `source_invalid` when the code does not bundle, or loads modules at run time: an executable
 *   has no files to load them from.
 */
export async function bundleServer(
  root: string,
  options: { readonly debug: boolean },
): Promise<ServerBundle> {
  const outfile = join(root, 'server/dist/main.cjs');
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['server/main.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node26',
    legalComments: 'none',
    minifySyntax: !options.debug,
    minifyWhitespace: !options.debug,
    banner: { js: moduleAddress.banner },
    plugins: [asciiSource],
    define: moduleAddress.define,
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'silent',
  }).catch((cause: unknown) => {
    throw new BuildError('source_invalid', `The server does not bundle. ${describeCauses(cause)}`, {
      cause,
    });
  });

  const { inputs, outputs } = result.metafile;
  refuseDynamicImports(Object.values(outputs).flatMap((output) => output.imports));
  const contents = (suffix: string): Uint8Array =>
    result.outputFiles.find((file) => file.path.endsWith(suffix))?.contents ?? new Uint8Array();
  return {
    code: contents('.cjs'),
    sourceMap: contents('.cjs.map'),
    packages: packageNames(Object.keys(inputs)),
  };
}

function refuseDynamicImports(imports: readonly { path: string; kind: string }[]): void {
  const dynamic = imports.filter((found) => found.kind === 'dynamic-import');
  if (dynamic.length === 0) return;
  const names = dynamic.map((found) => found.path).join(', ');
  throw new BuildError(
    'source_invalid',
    `The server loads modules at run time, which a single executable cannot do: ${names}`,
  );
}
