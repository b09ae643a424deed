/** The Go type of a schema as an encoder announces it. Two schemas of the same slice are one type. */

import { GobError } from './errors.ts';
import { maxTypeDepth } from './limits.ts';
import { any, map, slice, string } from './make_schema.ts';
import { asNode, type Input, type Schema, type StructSchema } from './schema.ts';
import { fieldsOf } from './struct_fields.ts';
import { basicIds, type BasicKind, type OpaqueKind, type wireTypeSchema } from './wire_type.ts';

/** A type as it is sent. Compared by identity. All but the basic ones need a definition. */
export type OutgoingType =
  | { readonly kind: 'basic'; readonly id: number }
  | { readonly kind: 'slice'; readonly element: OutgoingType }
  | { readonly kind: 'array'; readonly element: OutgoingType; readonly length: number }
  | { readonly kind: 'map'; readonly key: OutgoingType; readonly element: OutgoingType }
  | { readonly kind: 'struct'; readonly schema: StructSchema }
  | { readonly kind: 'opaque'; readonly wireKind: OpaqueKind };

/** What a Go `any` may hold beside basic values: `[]interface {}` and `map[string]interface {}`. */
export const anySlice = slice(any);
/** See `anySlice`. */
export const anyMap = map(string, any);

const known = new WeakMap<Schema, OutgoingType>();
/** Anonymous types, found again by kind and parts, so that all schemas of `[]string` are one type. */
const anonymous = new WeakMap<OutgoingType, Map<string, OutgoingType>>();
const anonymousMaps = new WeakMap<OutgoingType, WeakMap<OutgoingType, OutgoingType>>();
const opaqueTypes: Readonly<Record<OpaqueKind, OutgoingType>> = {
  gobEncoder: { kind: 'opaque', wireKind: 'gobEncoder' },
  binaryMarshaler: { kind: 'opaque', wireKind: 'binaryMarshaler' },
  textMarshaler: { kind: 'opaque', wireKind: 'textMarshaler' },
};
const basicTypes = new Map<BasicKind, OutgoingType>();

/**
 * The type of a schema.
 *
 * @throws {GobError} `bad_schema` when the schema nests too deep.
 */
export function outgoingType(schema: Schema, depth = 0): OutgoingType {
  const before = known.get(schema);
  if (before !== undefined) return before;
  if (depth > maxTypeDepth)
    throw new GobError('bad_schema', `a schema nests deeper than ${maxTypeDepth} levels`);
  const type = make(schema, depth + 1);
  known.set(schema, type);
  return type;
}

/** The types that a schema's value can bring onto the wire inside interfaces, as schemas. */
function concretesOf(schema: Schema): readonly Schema[] {
  const node = asNode(schema);
  if (node.kind === 'any') return [anySlice, anyMap];
  return node.kind === 'interface' ? Object.values(node.concretes) : [];
}

/**
 * Every type that needs a definition before a value of `schema` may be sent: its own, those of its parts, and
 * those of all values that its interfaces may hold. An encoder that defines them all up front never has to
 * interrupt a value for a definition, as Go's does.
 */
export function typesToDefine(schema: Schema): readonly OutgoingType[] {
  const schemas = new Set<Schema>([schema]);
  const found = new Set<OutgoingType>();
  for (const next of schemas) {
    const type = outgoingType(next);
    if (type.kind !== 'basic') found.add(type);
    for (const part of partsOf(next)) schemas.add(part);
  }
  return [...found];
}

function partsOf(schema: Schema): readonly Schema[] {
  const node = asNode(schema);
  switch (node.kind) {
    case 'optional':
      return [node.schema];
    case 'slice':
    case 'array':
      return [node.element];
    case 'map':
      return [node.key, node.value];
    case 'struct':
      return fieldsOf(node).map((field) => field.schema);
    default:
      return concretesOf(node);
  }
}

/** The definition of a composite type for a stream with these ids; undefined for a basic one. */
export function describe(
  type: OutgoingType,
  idOf: (type: OutgoingType) => number,
): Input<typeof wireTypeSchema> | undefined {
  const id = idOf(type);
  switch (type.kind) {
    case 'basic':
      return undefined;
    case 'slice':
      return { sliceT: { commonType: { id }, elem: idOf(type.element) } };
    case 'array':
      return { arrayT: { commonType: { id }, elem: idOf(type.element), len: type.length } };
    case 'map':
      return { mapT: { commonType: { id }, key: idOf(type.key), elem: idOf(type.element) } };
    case 'struct': {
      const field = fieldsOf(type.schema).map(({ wireName, schema }) => ({
        name: wireName,
        id: idOf(outgoingType(schema)),
      }));
      return { structT: { commonType: { name: type.schema.name, id }, field } };
    }
    case 'opaque':
      return { [`${type.wireKind}T`]: { commonType: { id } } };
  }
}

function make(schema: Schema, depth: number): OutgoingType {
  const node = asNode(schema);
  switch (node.kind) {
    case 'int64':
      return basic('int');
    case 'uint64':
      return basic('uint');
    case 'any':
    case 'interface':
      return basic('interface');
    case 'optional':
      return outgoingType(node.schema, depth);
    case 'slice': {
      const element = outgoingType(node.element, depth);
      return once(element, 'slice', () => ({ kind: 'slice', element }));
    }
    case 'array': {
      const { length } = node;
      if (!Number.isSafeInteger(length) || length < 0) {
        throw new GobError('bad_schema', `an array cannot have ${length} elements`);
      }
      const element = outgoingType(node.element, depth);
      return once(element, `array ${length}`, () => ({ kind: 'array', element, length }));
    }
    case 'map': {
      const key = outgoingType(node.key, depth);
      const element = outgoingType(node.value, depth);
      return mapType(key, element);
    }
    case 'struct':
      return { kind: 'struct', schema: node };
    case 'opaque':
      return opaqueTypes[node.wireKind];
    default:
      return basic(node.kind);
  }
}

function basic(kind: BasicKind): OutgoingType {
  const before = basicTypes.get(kind);
  if (before !== undefined) return before;
  const type: OutgoingType = { kind: 'basic', id: basicIds[kind] };
  basicTypes.set(kind, type);
  return type;
}

function once(element: OutgoingType, shape: string, make: () => OutgoingType): OutgoingType {
  let shapes = anonymous.get(element);
  if (shapes === undefined) anonymous.set(element, (shapes = new Map<string, OutgoingType>()));
  let type = shapes.get(shape);
  if (type === undefined) shapes.set(shape, (type = make()));
  return type;
}

function mapType(key: OutgoingType, element: OutgoingType): OutgoingType {
  let elements = anonymousMaps.get(key);
  if (elements === undefined) anonymousMaps.set(key, (elements = new WeakMap()));
  let type = elements.get(element);
  if (type === undefined) elements.set(element, (type = { kind: 'map', key, element }));
  return type;
}
