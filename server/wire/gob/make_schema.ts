/** The schemas themselves: constants for basic kinds, functions for those made of others. */

import type {
  AnySchema,
  ArraySchema,
  BoolSchema,
  BytesSchema,
  ComplexSchema,
  Concretes,
  Fields,
  FloatSchema,
  Int64Schema,
  IntSchema,
  InterfaceSchema,
  MapSchema,
  NamedField,
  OpaqueSchema,
  OptionalSchema,
  Schema,
  SliceSchema,
  StringSchema,
  StructSchema,
  Uint64Schema,
  UintSchema,
} from './schema.ts';

/** A Go `bool`. */
export const bool: BoolSchema = { kind: 'bool' };
/** A signed Go integer as a number; see `IntSchema` for values beyond 2^53. */
export const int: IntSchema = { kind: 'int' };
/** A signed Go integer as a bigint. */
export const int64: Int64Schema = { kind: 'int64' };
/** An unsigned Go integer as a number; see `UintSchema` for values beyond 2^53. */
export const uint: UintSchema = { kind: 'uint' };
/** An unsigned Go integer as a bigint. */
export const uint64: Uint64Schema = { kind: 'uint64' };
/** A Go float. */
export const float: FloatSchema = { kind: 'float' };
/** A Go complex number. */
export const complex: ComplexSchema = { kind: 'complex' };
/** A Go string. */
export const string: StringSchema = { kind: 'string' };
/** A Go `[]byte`. */
export const bytes: BytesSchema = { kind: 'bytes' };
/** A Go `any` holding JSON-like values. */
export const any: AnySchema = { kind: 'any' };

/** A Go slice of `element`. */
export function slice<E extends Schema>(element: E): SliceSchema<E> {
  return { kind: 'slice', element };
}

/** A Go array of exactly `length` elements. */
export function array<E extends Schema>(element: E, length: number): ArraySchema<E> {
  return { kind: 'array', element, length };
}

/** A Go map. */
export function map<K extends Schema, V extends Schema>(key: K, value: V): MapSchema<K, V> {
  return { kind: 'map', key, value };
}

/** A Go struct; `name` is its Go name, informational only. */
export function struct<F extends Fields>(name: string, fields: F): StructSchema<F> {
  return { kind: 'struct', name, fields };
}

/** A Go pointer to `schema`. */
export function optional<S extends Schema>(schema: S): OptionalSchema<S> {
  return { kind: 'optional', schema };
}

/** A struct field whose wire name is given, for names such as `URL` that the key cannot yield. */
export function named<S extends Schema>(wireName: string, schema: S): NamedField<S> {
  return { wireName, schema };
}

/** A Go interface that may hold one of `concretes`, keyed by registered name. */
export function interfaceOf<C extends Concretes>(concretes: C): InterfaceSchema<C> {
  return { kind: 'interface', concretes };
}

/** A Go type with an encoding of its own (GobEncoder, BinaryMarshaler or TextMarshaler). */
export function opaque<T>(definition: Omit<OpaqueSchema<T>, 'kind' | '_types'>): OpaqueSchema<T> {
  return { kind: 'opaque', ...definition };
}
