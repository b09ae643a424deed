/** Compiling schemas that may contain themselves, each at most once. */

import { GobError } from './errors.ts';
import { maxTypeDepth } from './limits.ts';
import type { Schema } from './schema.ts';

/**
 * Wraps `compile` so that it runs once for each schema. Where a schema is met again inside itself, `defer`
 * gives a function that asks again when it is first called.
 *
 * @throws {GobError} `bad_schema` when the schema nests too deep.
 */
export function compileOnce<F>(
  compile: (schema: Schema) => F,
  defer: (resolve: () => F) => F,
): (schema: Schema) => F {
  const compiled = new WeakMap<Schema, { readonly result: F }>();
  const underway = new Set<Schema>();
  const once = (schema: Schema): F => {
    const before = compiled.get(schema);
    if (before !== undefined) return before.result;
    if (underway.has(schema)) return defer(() => once(schema));
    if (underway.size > maxTypeDepth)
      throw new GobError('bad_schema', `a schema nests deeper than ${maxTypeDepth} levels`);
    underway.add(schema);
    try {
      const result = compile(schema);
      compiled.set(schema, { result });
      return result;
    } finally {
      underway.delete(schema);
    }
  };
  return once;
}
