/**
 * Decodes values into what their schema says.
 *
 * Slices and arrays are a count and the elements, maps a count and pairs of key and value; zeros are not left
 * out as they are in structs. `[]int{0, 3}` and `map[string]int{"a": -1}`:
 *
 *     02 00 06          two elements
 *     01 01 61 01       one entry
 */

import { compileStructDecoder } from './decode_struct.ts';
import { anything } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode } from './incoming_type.ts';
import type { Parts } from './parts.ts';
import { asNode, type InterfaceSchema, type OpaqueSchema, type SchemaNode } from './schema.ts';
import type { Source } from './source.ts';
import type { TypeDefinition } from './wire_type.ts';
import { dictionaryWords, entryWords } from './words.ts';
import { decodeElements } from './decode_elements.ts';

const decodeBool: Decode = (source) => source.bool();
const decodeInt: Decode = (source) => source.int();
const decodeInt64: Decode = (source) => source.int64();
const decodeUint: Decode = (source) => source.uint();
const decodeUint64: Decode = (source) => source.uint64();
const decodeFloat: Decode = (source) => source.float();
const decodeComplex: Decode = (source) => ({ re: source.float(), im: source.float() });
const decodeString: Decode = (source) => source.string();
const decodeBytes: Decode = (source) => source.byteSlice();

/**
 * The function that reads values of a type into `schema`.
 *
 * @throws {GobError} `mismatch` when the kinds differ.
 */
export function compileInto(definition: TypeDefinition, schema: SchemaNode, parts: Parts): Decode {
  switch (schema.kind) {
    case 'bool':
      return definition.kind === 'bool' ? decodeBool : mismatch(definition, schema);
    case 'int':
      return definition.kind === 'int' ? decodeInt : mismatch(definition, schema);
    case 'int64':
      return definition.kind === 'int' ? decodeInt64 : mismatch(definition, schema);
    case 'uint':
      return definition.kind === 'uint' ? decodeUint : mismatch(definition, schema);
    case 'uint64':
      return definition.kind === 'uint' ? decodeUint64 : mismatch(definition, schema);
    case 'float':
      return definition.kind === 'float' ? decodeFloat : mismatch(definition, schema);
    case 'complex':
      return definition.kind === 'complex' ? decodeComplex : mismatch(definition, schema);
    case 'string':
      return definition.kind === 'string' ? decodeString : mismatch(definition, schema);
    case 'bytes':
      return definition.kind === 'bytes' ? decodeBytes : mismatch(definition, schema);
    case 'slice': {
      if (definition.kind !== 'slice') return mismatch(definition, schema);
      const element = parts.decoder(definition.element, asNode(schema.element));
      const bytesEach = parts.bytesEach(definition.element);
      return (source) => decodeElements(source, source.count(bytesEach), element);
    }
    case 'array': {
      if (definition.kind !== 'array' || definition.length !== schema.length) {
        return mismatch(definition, schema);
      }
      const { length } = schema;
      const element = parts.decoder(definition.element, asNode(schema.element));
      return (source) => {
        if (source.uint() !== length)
          throw new GobError('malformed', `it is no array of ${length}`);
        return decodeElements(source, length, element);
      };
    }
    case 'map': {
      if (definition.kind !== 'map') return mismatch(definition, schema);
      const key = parts.decoder(definition.key, asNode(schema.key));
      const value = parts.decoder(definition.element, asNode(schema.value));
      const bytesEach = parts.bytesEach(definition.key, definition.element);
      return (source) => decodeMap(source, source.count(bytesEach), key, value);
    }
    case 'struct':
      if (definition.kind !== 'struct') return mismatch(definition, schema);
      return compileStructDecoder(definition.fields, schema, parts);
    case 'optional':
      return compileInto(definition, asNode(schema.schema), parts);
    case 'any':
      if (definition.kind !== 'interface') return mismatch(definition, schema);
      return (source) => (source.interfaceName() === '' ? null : source.concrete(anything));
    case 'interface':
      if (definition.kind !== 'interface') return mismatch(definition, schema);
      return compileInterface(schema);
    case 'opaque':
      if (definition.kind !== 'opaque' || definition.wireKind !== schema.wireKind) {
        return mismatch(definition, schema);
      }
      return compileOpaque(schema);
  }
}

function mismatch(definition: TypeDefinition, schema: SchemaNode): never {
  const type = (of: TypeDefinition | SchemaNode): string => {
    if (of.kind === 'array') return `array of ${of.length}`;
    return of.kind === 'opaque' ? of.wireKind : of.kind;
  };
  throw new GobError(
    'mismatch',
    `${type(definition)} arrived where the schema says ${type(schema)}`,
  );
}

function decodeMap(source: Source, count: number, key: Decode, value: Decode): unknown {
  source.enter(dictionaryWords + count * entryWords);
  const entries = new Map<unknown, unknown>();
  for (let index = 0; index < count; index++) entries.set(key(source), value(source));
  source.leave();
  return entries;
}

function compileInterface(schema: InterfaceSchema): Decode {
  const concretes = new Map(
    Object.entries(schema.concretes).map(([name, concrete]) => [name, asNode(concrete)]),
  );
  return (source) => {
    const name = source.interfaceName();
    if (name === '') return undefined;
    const concrete = concretes.get(name);
    if (concrete !== undefined) {
      return { type: name, value: source.concrete(concrete) };
    }
    return { type: 'unknown', name, value: source.concrete(anything) };
  };
}

function compileOpaque(schema: OpaqueSchema): Decode {
  return (source) => {
    const bytes = source.byteSlice();
    try {
      return schema.fromBytes(bytes);
    } catch (cause) {
      throw new GobError('opaque', 'the schema could not make a value of its bytes', { cause });
    }
  };
}
