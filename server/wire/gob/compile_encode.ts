/**
 * Turns schemas into functions that write values: once for each schema, shared by all encoders. Type ids
 * differ from stream to stream; the `Writer` knows those of the stream at hand.
 */

import { compileOnce } from './compile_once.ts';
import { encodeAny } from './encode_any.ts';
import { EncodeFault } from './encode_fault.ts';
import { encodeInInterface } from './encode_interface.ts';
import { compileStructEncoder } from './encode_struct.ts';
import { GobError } from './errors.ts';
import { outgoingType } from './outgoing_type.ts';
import {
  asNode,
  type ArraySchema,
  type InterfaceSchema,
  type MapSchema,
  type OpaqueSchema,
  type Schema,
  type SliceSchema,
} from './schema.ts';
import { zeroInput } from './zero.ts';
import type { Writer } from './writer.ts';

/** Writes one value without anything around it. Throws an `EncodeFault` when the value does not fit. */
export type Encode = (writer: Writer, value: unknown) => void;

/** The function that writes values of `schema` as they stand inside others. */
export const compileEncode: (schema: Schema) => Encode = compileOnce(compile, (resolve) => {
  let target: Encode | undefined;
  return (writer, value) => {
    target ??= resolve();
    target(writer, value);
  };
});

/** The function that writes values of `schema` as they stand at top level, type id included. */
export function compileTopLevel(schema: Schema): Encode {
  const encode = compileEncode(schema);
  const type = outgoingType(schema);
  return (writer, value) => {
    writer.typeId(type);
    if (type.kind !== 'struct') writer.rawUint(0);
    encode(writer, value);
  };
}

function compile(schema: Schema): Encode {
  const node = asNode(schema);
  switch (node.kind) {
    case 'bool':
      return (writer, value) => writer.bool(value);
    case 'int':
      return (writer, value) => writer.int(value);
    case 'int64':
      return (writer, value) => writer.int64(value);
    case 'uint':
      return (writer, value) => writer.uint(value);
    case 'uint64':
      return (writer, value) => writer.uint64(value);
    case 'float':
      return (writer, value) => writer.float(value);
    case 'complex':
      return encodeComplex;
    case 'string':
      return (writer, value) => writer.string(value);
    case 'bytes':
      return (writer, value) => writer.byteSlice(value);
    case 'slice':
      return compileSlice(node);
    case 'array':
      return compileArray(node);
    case 'map':
      return compileMap(node);
    case 'struct':
      return compileStructEncoder(node, compileEncode);
    case 'optional':
      return compileOptional(node.schema);
    case 'any':
      return encodeAny;
    case 'interface':
      return compileInterface(node);
    case 'opaque':
      return compileOpaque(node);
  }
}

function encodeComplex(writer: Writer, value: unknown): void {
  if (!isObject(value) || !('re' in value) || !('im' in value)) {
    throw new EncodeFault('it is no complex number');
  }
  writer.float(value.re);
  writer.float(value.im);
}

function compileSlice(schema: SliceSchema): Encode {
  const element = compileEncode(schema.element);
  return (writer, value) => {
    if (!Array.isArray(value)) throw new EncodeFault('it is no array');
    encodeElements(writer, value, element);
  };
}

function compileArray(schema: ArraySchema): Encode {
  const element = compileEncode(schema.element);
  const { length } = schema;
  const zero = zeroInput(schema.element);
  return (writer, value) => {
    if (value === undefined) {
      encodeElements(
        writer,
        Array.from({ length }, () => zero),
        element,
      );
      return;
    }
    if (!Array.isArray(value) || value.length !== length) {
      throw new EncodeFault(`it is no array of ${length}`);
    }
    encodeElements(writer, value, element);
  };
}

function encodeElements(writer: Writer, values: readonly unknown[], element: Encode): void {
  writer.enter();
  writer.rawUint(values.length);
  let index = 0;
  try {
    for (; index < values.length; index++) element(writer, values[index]);
  } catch (thrown) {
    throw EncodeFault.within(thrown, `[${index}]`);
  }
  writer.leave();
}

function compileMap(schema: MapSchema): Encode {
  const encodeKey = compileEncode(schema.key);
  const encodeValue = compileEncode(schema.value);
  return (writer, value) => {
    if (!(value instanceof Map)) throw new EncodeFault('it is no Map');
    writer.enter();
    writer.rawUint(value.size);
    let entry = 0;
    try {
      for (const [key, item] of value as ReadonlyMap<unknown, unknown>) {
        encodeKey(writer, key);
        encodeValue(writer, item);
        entry++;
      }
    } catch (thrown) {
      throw EncodeFault.within(thrown, `[entry ${entry}]`);
    }
    writer.leave();
  };
}

/** A pointer where nothing can be left out: in slices, arrays, maps and at top level. */
function compileOptional(schema: Schema): Encode {
  const encode = compileEncode(schema);
  return (writer, value) => {
    if (value === undefined) throw new EncodeFault('a nil pointer cannot be sent here');
    encode(writer, value);
  };
}

function compileInterface(schema: InterfaceSchema): Encode {
  const concretes = new Map(Object.entries(schema.concretes).map(compileConcrete));
  return (writer, value) => {
    if (value === undefined) {
      writer.rawUint(0);
      return;
    }
    const name = isObject(value) && 'type' in value ? value.type : undefined;
    const encode = typeof name === 'string' ? concretes.get(name) : undefined;
    if (encode === undefined) {
      throw new EncodeFault('it is none of the types that the interface may hold');
    }
    encode(writer, value);
  };
}

/** Compiled when first met: the concrete type may be the struct that the interface is part of. */
function compileConcrete([name, schema]: [string, Schema]): [string, Encode] {
  if (name === '') throw new GobError('bad_schema', 'a concrete type needs a name: none means nil');
  let encode: Encode | undefined;
  const encodeLater: Encode = (writer, value) => {
    encode ??= compileEncode(schema);
    encodeInInterface(
      writer,
      name,
      schema,
      encode,
      isObject(value) && 'value' in value ? value.value : undefined,
    );
  };
  return [name, encodeLater];
}

function compileOpaque(schema: OpaqueSchema): Encode {
  return (writer, value) => {
    let bytes: Uint8Array;
    try {
      bytes = schema.toBytes(value);
    } catch (cause) {
      throw new EncodeFault('its schema could not turn it into bytes', 'opaque', cause);
    }
    writer.byteSlice(bytes);
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
