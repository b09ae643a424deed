'use strict';
/**
 * Jest transform: TypeScript to CommonJS with esbuild, nothing else. Types are checked by `tsc`, not here.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { transformSync, version } = require('esbuild');

const own = readFileSync(__filename);

module.exports = {
  process(source, path) {
    return transformSync(source, {
      loader: 'ts',
      format: 'cjs',
      target: 'node26',
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
