/** Values for any schema: with everything filled in, or with as little as there can be. */
import type { Schema, SchemaNode, StructSchema } from '../../../server/wire/gob/index.ts';

/** The fields of a struct, without those whose wire name is spelled out. */
export function fieldsOf(struct: StructSchema): [string, Schema][] {
  return Object.entries(struct.fields).map(([key, field]) => [
    key,
    'wireName' in field ? field.schema : field,
  ]);
}

/** A value in which nothing is zero. Structs that refer to themselves are filled `depth` levels deep. */
export function full(schema: Schema, depth = 2): unknown {
  const node = schema as SchemaNode;
  switch (node.kind) {
    case 'bool':
      return true;
    case 'int':
      return -1_700_000_000_000;
    case 'uint':
      return 4_000_000_000;
    case 'int64':
      return -(2n ** 62n);
    case 'uint64':
      return 2n ** 63n;
    case 'float':
      return 0.5;
    case 'complex':
      return { re: 1, im: -1 };
    case 'string':
      return 'text ü €';
    case 'bytes':
      return Uint8Array.of(1, 0, 255);
    case 'slice':
      return depth === 0 ? [] : [full(node.element, depth - 1), full(node.element, depth - 1)];
    case 'array':
      return Array.from({ length: node.length }, () => full(node.element, depth));
    case 'map':
      return new Map([[full(node.key, depth), full(node.value, depth - 1)]]);
    case 'struct':
      return Object.fromEntries(fieldsOf(node).map(([key, field]) => [key, full(field, depth)]));
    case 'optional':
      return full(node.schema, depth);
    case 'any':
      return { nested: [1.5, 'x', true, { deep: null }] };
    case 'interface': {
      const [first] = Object.entries(node.concretes);
      return first && { type: first[0], value: full(first[1], depth) };
    }
    case 'opaque':
      return '/path?q=1';
  }
}

/** The least that encodes: empty and absent wherever that is allowed. */
export function minimal(schema: Schema): unknown {
  const node = schema as SchemaNode;
  switch (node.kind) {
    case 'bool':
      return false;
    case 'int':
    case 'uint':
    case 'float':
      return 0;
    case 'string':
      return '';
    case 'bytes':
      return new Uint8Array();
    case 'slice':
      return [];
    case 'map':
      return new Map();
    case 'struct':
      return {};
    case 'optional':
    case 'interface':
    case 'any':
      return undefined;
    default:
      throw new Error(`no parameter has the kind ${node.kind}`);
  }
}
