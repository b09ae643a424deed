/** Values as decoding would yield them, without bytes. */

import { asNode, type Infer, type Input, type Schema } from './schema.ts';
import { fieldsOf, isInherited } from './struct_fields.ts';
import { zero } from './zero.ts';

/**
 * What decoding the encoding of `value` would yield: a copy with every absent field set to its zero value.
 * Values that could not be encoded are not found here; they are when they are encoded.
 */
export function create<S extends Schema>(schema: S, value?: Input<S>): Infer<S> {
  return fill(schema, value) as Infer<S>;
}

function fill(schema: Schema, value: unknown): unknown {
  if (value === undefined) return zero(schema);
  const node = asNode(schema);
  switch (node.kind) {
    case 'optional':
      return fill(node.schema, value);
    case 'slice':
    case 'array':
      return (value as readonly unknown[]).map((element) => fill(node.element, element));
    case 'map': {
      const entries = [...(value as ReadonlyMap<unknown, unknown>)];
      return new Map(entries.map(([key, item]) => [fill(node.key, key), fill(node.value, item)]));
    }
    case 'struct': {
      const given = value as Readonly<Record<string, unknown>>;
      return Object.fromEntries(
        fieldsOf(node).map(({ key, schema: field }) => {
          const absent = isInherited(key) && !Object.hasOwn(given, key);
          return [key, fill(field, absent ? undefined : given[key])];
        }),
      );
    }
    case 'bytes':
      return (value as Uint8Array).slice();
    case 'string':
      return (value as string).toWellFormed();
    case 'complex': {
      const { re, im } = value as { readonly re: number; readonly im: number };
      return { re, im };
    }
    case 'interface': {
      const { type, value: held } = value as { readonly type: string; readonly value: unknown };
      const concrete = node.concretes[type];
      return { type, value: concrete === undefined ? held : fill(concrete, held) };
    }
    case 'int':
    case 'uint':
      return (value as number) + 0;
    case 'any':
      return fillAny(value);
    default:
      return value;
  }
}

function fillAny(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value;
  }
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (value instanceof Uint8Array) return value.slice();
  if (Array.isArray(value)) return Array.from(value, fillAny);
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key.toWellFormed()] = fillAny(item);
  return copy;
}
