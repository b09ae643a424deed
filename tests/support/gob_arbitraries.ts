/** Random schemas, and random values of them, for properties of the gob codec. */
import fc from 'fast-check';

import {
  any,
  array,
  bool,
  bytes,
  complex,
  float,
  int,
  int64,
  interfaceOf,
  map,
  named,
  opaque,
  optional,
  slice,
  string,
  struct,
  uint,
  uint64,
  type GobValue,
  type Schema,
} from '../../server/wire/gob/index.ts';

/** A schema, and the values it takes. */
export interface Sample {
  readonly schema: Schema;
  readonly values: fc.Arbitrary<unknown>;
}

/** Names that mean something to JavaScript, to Go, or to neither. */
const keys = fc.oneof(
  fc.constantFrom('constructor', 'toString', 'valueOf', 'a b', 'ünï', "'];x", '0', 'prototype'),
  fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,5}$/),
);

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', minLength: 40, maxLength: 300 }),
);
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, 1, 17, 2 ** 53));
const signed = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -300, max: 300 }));
const unsigned = fc.oneof(fc.maxSafeNat(), fc.nat(300));
const blob = fc.uint8Array({ maxLength: 40 });

/** Values that a Go `any` takes. */
export const gobValues: fc.Arbitrary<GobValue> = fc.letrec<{ value: GobValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, true, false, '', 0, -0),
    number,
    text,
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
    blob,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(text, fc.constantFrom('__proto__', 'constructor')), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

const tagged = opaque<string>({
  wireKind: 'textMarshaler',
  zero: 'none',
  toBytes: (value) => new Uint8Array(Buffer.from(value)),
  fromBytes: (value) => Buffer.from(value).toString(),
});

const simple: readonly Sample[] = [
  { schema: bool, values: fc.boolean() },
  { schema: int, values: signed },
  { schema: uint, values: unsigned },
  { schema: int64, values: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) },
  { schema: uint64, values: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) },
  { schema: float, values: number },
  { schema: complex, values: fc.record({ re: number, im: number }) },
  { schema: string, values: text },
  { schema: bytes, values: blob },
  { schema: any, values: gobValues },
  { schema: tagged, values: fc.string({ unit: 'grapheme', minLength: 1 }) },
];

const containers: readonly ((part: Sample) => Sample)[] = [
  ({ schema, values }) => ({
    schema: slice(schema),
    values: fc.array(given(schema, values), { maxLength: 5 }),
  }),
  ({ schema, values }) => ({
    schema: array(schema, 2),
    values: fc.tuple(given(schema, values), given(schema, values)),
  }),
  ({ schema, values }) => ({
    schema: map(string, schema),
    values: fc
      .array(fc.tuple(text, given(schema, values)), { maxLength: 4 })
      .map((e) => new Map(e)),
  }),
  ({ schema, values }) => ({
    schema: map(int, schema),
    values: fc
      .array(fc.tuple(signed, given(schema, values)), { maxLength: 4 })
      .map((e) => new Map(e)),
  }),
  ({ schema, values }) => ({
    schema: optional(schema),
    values: fc.option(values, { nil: undefined }),
  }),
  ({ schema, values }) => ({
    schema: interfaceOf({ '*p.T': schema, other: string }),
    values: fc.oneof(
      given(schema, values).map((value) => ({ type: '*p.T', value })),
      text.map((value) => ({ type: 'other', value })),
      fc.constant(undefined),
    ),
  }),
];

/** Nil pointers cannot be elements. */
function given(schema: Schema, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return schema.kind === 'optional' ? values.filter((value) => value !== undefined) : values;
}

function structSample(parts: readonly (readonly [string, Sample])[]): Sample {
  const fields: Record<string, Schema | ReturnType<typeof named>> = {};
  const values: Record<string, fc.Arbitrary<unknown>> = {};
  parts.forEach(([key, { schema, values: of }], index) => {
    fields[key] = index % 3 === 0 ? named(`Field ${index}`, schema) : schema;
    // An array of pointers, and a struct that holds one, have no zero value that could be sent.
    const mayLack = schema.kind !== 'array' && schema.kind !== 'struct';
    values[key] = mayLack ? fc.option(of, { nil: undefined }) : of;
  });
  return { schema: struct('T', fields), values: fc.record(values) };
}

/** Schemas of up to four levels. */
export const samples: fc.Arbitrary<Sample> = fc.letrec<{ sample: Sample }>((tie) => ({
  sample: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...simple),
    fc.tuple(fc.constantFrom(...containers), tie('sample')).map(([wrap, part]) => wrap(part)),
    fc
      .uniqueArray(fc.tuple(keys, tie('sample')), {
        maxLength: 6,
        selector: ([key]) => key.toLowerCase(),
      })
      .map(structSample),
  ),
})).sample;
