/**
 * Generates the function that reads a struct into an object.
 *
 * For the wire fields `Id string, Extra int, Tags []string` and `{ id: string, tags: slice(string) }` it is
 *
 *     return function decodeStruct(source) {
 *       source.enter(9);
 *       let value0 = '', value1;
 *       let number = -1;
 *       for (;;) {
 *         const delta = source.uint();
 *         if (delta === 0) break;
 *         number += delta;
 *         switch (number) {
 *           case 0: value0 = source.string(); break;
 *           case 1: decode1(source); break;
 *           case 2: value1 = decode2(source); break;
 *           default: throw fieldOutOfRange();
 *         }
 *       }
 *       source.leave();
 *       return { id: value0, tags: value1 === undefined ? [] : value1 };
 *     };
 *
 * Building the object at the end gives all structs of a schema the same hidden class, whatever was sent.
 */

import { build, isPlainKey } from './code_generator.ts';
import { skipped } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode } from './incoming_type.ts';
import type { Parts } from './parts.ts';
import { fieldOutOfRange, noBytes } from './reader.ts';
import type { SchemaNode, StructSchema } from './schema.ts';
import { fieldsOf, type StructField } from './struct_fields.ts';
import type { TypeField } from './wire_type.ts';
import { zeroWords } from './words.ts';
import { zero } from './zero.ts';

/** The function that reads structs with these wire fields into `schema`. */
export function compileStructDecoder(
  wireFields: readonly TypeField[],
  schema: StructSchema,
  parts: Parts,
): Decode {
  const fields = fieldsOf(schema);
  const zeros = fields.map((field) => makeZero(field.schema));
  const places = new Map(fields.map((field, index) => [field.wireName, { field, index }]));
  const decoders: Decode[] = [];
  const cases: string[] = [];
  wireFields.forEach(({ name, id }, number) => {
    const place = places.get(name);
    if (place === undefined) {
      decoders.push(parts.decoder(id, skipped));
      cases.push(`case ${number}: decode${number}(source); break;`);
      return;
    }
    decoders.push(decoderOf(id, schema, place.field, parts));
    const read = inline(place.field.schema) ?? `decode${number}(source)`;
    cases.push(`case ${number}: value${place.index} = ${read}; break;`);
  });
  const lines = [
    ...decoders.map((_, number) => `const decode${number} = decoders[${number}];`),
    'return function decodeStruct(source) {',
    `source.enter(${zeroWords(schema)});`,
    ...fields.map(({ schema: of }, index) => `let value${index} = ${initial(of, index)};`),
    'let number = -1;',
    'for (;;) {',
    'const delta = source.uint();',
    'if (delta === 0) break;',
    'number += delta;',
    'switch (number) {',
    ...cases,
    'default: throw fieldOutOfRange();',
    '} }',
    'source.leave();',
    `return { ${fields.map(property).join(', ')} };`,
    '};',
  ];
  const keys = fields.map((field) => field.key);
  const parameters = ['decoders', 'zeros', 'keys', 'fieldOutOfRange', 'noBytes'];
  return build(parameters, lines, [decoders, zeros, keys, fieldOutOfRange, noBytes]) as Decode;
}

function decoderOf(id: number, struct: StructSchema, field: StructField, parts: Parts): Decode {
  try {
    return parts.decoder(id, field.schema);
  } catch (thrown) {
    if (!(thrown instanceof GobError) || thrown.code !== 'mismatch') throw thrown;
    const path = `${struct.name}.${field.wireName}`;
    if (thrown.path !== '') throw thrown;
    throw new GobError('mismatch', `${path}: ${thrown.message}`, { path, cause: thrown });
  }
}

/** Reads that need no function of their own. */
function inline(schema: SchemaNode): string | undefined {
  const node = schema.kind === 'optional' ? schema.schema : schema;
  switch (node.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'string':
    case 'int64':
    case 'uint64':
      return `source.${node.kind}()`;
    case 'bytes':
      return 'source.byteSlice()';
    default:
      return undefined;
  }
}

/** What a field's variable holds until the field arrives; undefined where the zero value must be made anew. */
function initial(schema: SchemaNode, index: number): string {
  switch (schema.kind) {
    case 'bool':
      return 'false';
    case 'int':
    case 'uint':
    case 'float':
      return '0';
    case 'int64':
    case 'uint64':
      return '0n';
    case 'string':
      return "''";
    case 'bytes':
      return 'noBytes';
    case 'any':
      return 'null';
    case 'opaque':
      return `zeros[${index}]`;
    default:
      return 'undefined';
  }
}

function property({ key, schema }: StructField, index: number): string {
  const name = isPlainKey(key) ? key : `[keys[${index}]]`;
  const value = `value${index}`;
  switch (schema.kind) {
    case 'slice':
      return `${name}: ${value} === undefined ? [] : ${value}`;
    case 'map':
      return `${name}: ${value} === undefined ? new Map() : ${value}`;
    case 'struct':
    case 'array':
    case 'complex':
      return `${name}: ${value} === undefined ? zeros[${index}]() : ${value}`;
    default:
      return `${name}: ${value}`;
  }
}

/**
 * What `zeros` holds for a field: a function for kinds that must be made anew, a value for opaque ones. The
 * function is tried at once, so that a struct that holds itself by value is found before it is used.
 */
function makeZero(schema: SchemaNode): unknown {
  if (schema.kind === 'opaque') return schema.zero;
  const make = (): unknown => zero(schema);
  make();
  return make;
}
