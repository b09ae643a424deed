/** The webapp half as the one script that a host loads. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build, transform } from 'esbuild';
import type { Plugin } from 'esbuild';

import { BuildError, describeCauses } from './errors.ts';
import { hostExternals } from './host_externals.ts';
import { packageNames } from './npm_package.ts';

/** The webapp's code, ready to be served. */
export interface WebappBundle {
  readonly code: Uint8Array;
  /** Names of the npm packages whose code went in, sorted. */
  readonly packages: readonly string[];
}

/** Syntax that every browser knows which the oldest server we run on supports. */
const target = 'es2022';

/**
 * Bundles `webapp/index.tsx` with everything it imports, apart from what the host has.
 *
 * @throws {BuildError} `source_invalid` when the code does not bundle.
 */
export async function bundleWebapp(
  root: string,
  options: { readonly debug: boolean },
): Promise<WebappBundle> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['webapp/index.tsx'],
    outfile: join(root, 'webapp/dist/main.js'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    jsx: 'transform',
    target,
    charset: 'utf8',
    legalComments: 'none',
    minify: !options.debug,
    plugins: [librariesOfHost, styleSheets, contractByName],
    metafile: true,
    write: false,
    logLevel: 'silent',
  }).catch((cause: unknown) => {
    throw new BuildError('source_invalid', `The webapp does not bundle. ${describeCauses(cause)}`, {
      cause,
    });
  });
  return {
    code: result.outputFiles[0]?.contents ?? new Uint8Array(),
    packages: packageNames(
      Object.values(result.metafile.outputs).flatMap(({ inputs }) =>
        Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
          bytesInOutput > 0 ? [path] : [],
        ),
      ),
    ),
  };
}

/** Imports of the host's libraries become looks at `window`. */
const librariesOfHost: Plugin = {
  name: 'libraries of the host',
  setup(each) {
    const names = Object.keys(hostExternals).join('|');
    each.onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path }) => ({
      path,
      namespace: 'host',
      sideEffects: false,
    }));
    each.onLoad({ filter: /.*/, namespace: 'host' }, ({ path }) => ({
      contents: `module.exports = window.${hostExternals[path] ?? ''};`,
      loader: 'js',
    }));
  },
};

/** A style sheet is its text, made small. */
const styleSheets: Plugin = {
  name: 'style sheets',
  setup(each) {
    each.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const minify = each.initialOptions.minify ?? false;
      const { code } = await transform(text, { loader: 'css', minify });
      return { contents: code, loader: 'text' };
    });
  },
};

/**
 * Of the contract a browser needs names and limits, not the schemas and the library they are made with: what is not
 * used of it is left out, for it does nothing by being loaded.
 */
const contractByName: Plugin = {
  name: 'contract by name',
  setup(each) {
    const inside = { pluginData: 'resolved' };
    each.onResolve({ filter: /^\.{1,2}\// }, async ({ path, pluginData, ...args }) => {
      if (pluginData === inside.pluginData) return undefined;
      const resolved = await each.resolve(path, { ...args, ...inside });
      const isContract = /[\\/]server[\\/]contract[\\/]/.test(resolved.path);
      return isContract ? { ...resolved, sideEffects: false } : resolved;
    });
  },
};
