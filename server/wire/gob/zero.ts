/** Go's zero values: as an encoder takes them, and as a decoder yields them. */

import { GobError } from './errors.ts';
import { maxTypeDepth } from './limits.ts';
import { noBytes } from './reader.ts';
import { asNode, type Schema } from './schema.ts';
import { fieldsOf } from './struct_fields.ts';

/** The value that encodes to Go's zero value; undefined where that is nil. */
export function zeroInput(schema: Schema): unknown {
  const node = asNode(schema);
  switch (node.kind) {
    case 'slice':
      return [];
    case 'map':
      return new Map();
    case 'struct':
      return {};
    case 'array':
      return undefined;
    default:
      return zero(schema);
  }
}

/** A new zero value of `schema`, as decoding an absent field yields it. */
export function zero(schema: Schema, depth = 0): unknown {
  if (depth > maxTypeDepth) throw new GobError('bad_schema', 'a schema holds itself by value');
  const node = asNode(schema);
  switch (node.kind) {
    case 'bool':
      return false;
    case 'int':
    case 'uint':
    case 'float':
      return 0;
    case 'int64':
    case 'uint64':
      return 0n;
    case 'complex':
      return { re: 0, im: 0 };
    case 'string':
      return '';
    case 'bytes':
      return noBytes;
    case 'slice':
      return [];
    case 'array':
      return Array.from({ length: node.length }, () => zero(node.element, depth + 1));
    case 'map':
      return new Map();
    case 'struct':
      return Object.fromEntries(
        fieldsOf(node).map((field) => [field.key, zero(field.schema, depth + 1)]),
      );
    case 'any':
      return null;
    case 'optional':
    case 'interface':
      return undefined;
    case 'opaque':
      return node.zero;
  }
}
