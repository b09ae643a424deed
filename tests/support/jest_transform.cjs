'use strict';
/**
 * Jest transform: TypeScript and JSX to CommonJS with esbuild, nothing else. Types are checked by `tsc`, not here.
 * A style sheet becomes a module whose value is its text, as in the bundle.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { extname } = require('node:path');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);
const loaders = { '.ts': 'ts', '.tsx': 'tsx', '.css': 'text' };

module.exports = {
  process(source, path) {
    return transformSync(source, {
      loader: loaders[extname(path)],
      format: 'cjs',
      target: 'node26',
      // Jest's own module system knows no import(); it becomes a require.
      supported: { 'dynamic-import': false },
      sourcefile: path,
      sourcemap: 'inline',
      define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
    });
  },
  getCacheKey(source, path) {
    return createHash('sha256')
      .update(own)
      .update(version)
      .update(path)
      .update(source)
      .digest('hex');
  },
};
