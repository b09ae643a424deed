/**
 * Generates the function that writes a struct.
 *
 * A struct is its fields in order, each preceded by the difference between its number and that of the field
 * before (numbers start at 0, the one before the first is -1), and a zero at the end. Zero values are left
 * out, except structs and arrays. `{A: 7, C: "x"}` of three fields:
 *
 *     01 0e       field 0: 7
 *     02 01 78    field 2: "x"
 *     00          end
 *
 * For `{ a: int, c: string }` the generated function is
 *
 *     return function encodeStruct(writer, value) {
 *       if (typeof value !== 'object' || value === null) throw notAnObject();
 *       writer.enter();
 *       let last = -1, at = 0, x;
 *       try {
 *         x = value.a;
 *         if (x !== undefined && x !== 0) { writer.rawUint(0 - last); last = 0; writer.int(x); }
 *         at = 1;
 *         x = value.c;
 *         if (x !== undefined && x !== '') { writer.rawUint(1 - last); last = 1; writer.string(x); }
 *       } catch (thrown) { throw within(thrown, keys[at]); }
 *       writer.rawUint(0);
 *       writer.leave();
 *     };
 */

import { build } from './code_generator.ts';
import { EncodeFault } from './encode_fault.ts';
import type { Schema, SchemaNode, StructSchema } from './schema.ts';
import { fieldsOf, isInherited, type StructField } from './struct_fields.ts';
import type { Writer } from './writer.ts';
import { zeroInput } from './zero.ts';

type Encode = (writer: Writer, value: unknown) => void;

/** The function that writes structs of `schema`; `compileField` compiles the fields that need a call. */
export function compileStructEncoder(
  schema: StructSchema,
  compileField: (schema: Schema) => Encode,
): Encode {
  const fields = fieldsOf(schema);
  const inner = fields.map((field) =>
    compileField(field.schema.kind === 'optional' ? field.schema.schema : field.schema),
  );
  const lines = [
    ...inner.map(
      (_, index) => `const encode${index} = inner[${index}], zero${index} = zeros[${index}];`,
    ),
    'return function encodeStruct(writer, value) {',
    "if (typeof value !== 'object' || value === null) throw notAnObject();",
    'writer.enter();',
    'let last = -1, at = 0, x;',
    'try {',
    ...fields.flatMap(encodeField),
    '} catch (thrown) { throw within(thrown, keys[at]); }',
    'writer.rawUint(0);',
    'writer.leave();',
    '};',
  ];
  const parameters = ['inner', 'zeros', 'keys', 'within', 'notAnObject', 'hasOwn'];
  const keys = fields.map((field) => field.key);
  const zeros = fields.map((field) =>
    alwaysSent(field.schema) ? zeroInput(field.schema) : undefined,
  );
  return build(parameters, lines, [
    inner,
    zeros,
    keys,
    within,
    notAnObject,
    Object.hasOwn,
  ]) as Encode;
}

function encodeField({ key, property, schema }: StructField, index: number): string[] {
  const send = `writer.rawUint(${index} - last); last = ${index}; ${encodeCall(schema, index)}`;
  const condition = isInherited(key) ? `!hasOwn(value, keys[${index}]) ? undefined : ` : '';
  const read = [`at = ${index};`, `x = ${condition}value${property};`];
  if (alwaysSent(schema)) return [...read, `if (x === undefined) x = zero${index};`, send];
  return [...read, `if (${isGiven(schema)}) { ${send} }`];
}

/** Structs and arrays are sent whatever they hold; Go's encoder does the same, and some receivers rely on it. */
function alwaysSent(schema: SchemaNode): boolean {
  return schema.kind === 'struct' || schema.kind === 'array';
}

/**
 * The condition under which a field is sent. An optional one is sent whenever it is there. Unlike Go, -0 is
 * sent, since it is not what an absent field means.
 */
function isGiven(schema: SchemaNode): string {
  switch (schema.kind) {
    case 'bool':
      return 'x !== undefined && x !== false';
    case 'int':
    case 'uint':
      return 'x !== undefined && x !== 0';
    case 'float':
      return 'x !== undefined && (x !== 0 || Object.is(x, -0))';
    case 'int64':
    case 'uint64':
      return 'x !== undefined && x !== 0n';
    case 'string':
      return "x !== undefined && x !== ''";
    case 'bytes':
    case 'slice':
      return 'x !== undefined && (x === null || x.length !== 0)';
    case 'complex':
      return 'x !== undefined && (x === null || !Object.is(x.re, 0) || !Object.is(x.im, 0))';
    case 'any':
      return 'x !== undefined && x !== null';
    default:
      return 'x !== undefined';
  }
}

/** The statement that writes `x`: straight to the writer for simple kinds, else through a function. */
function encodeCall(schema: SchemaNode, index: number): string {
  const node = schema.kind === 'optional' ? schema.schema : schema;
  switch (node.kind) {
    case 'bool':
    case 'int':
    case 'uint':
    case 'float':
    case 'int64':
    case 'uint64':
    case 'string':
      return `writer.${node.kind}(x);`;
    case 'bytes':
      return 'writer.byteSlice(x);';
    default:
      return `encode${index}(writer, x);`;
  }
}

function within(thrown: unknown, key: string): unknown {
  return EncodeFault.within(thrown, `.${key}`);
}

function notAnObject(): EncodeFault {
  return new EncodeFault('it is no object');
}
