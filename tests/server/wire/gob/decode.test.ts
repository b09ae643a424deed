import { describe, expect, test } from '@jest/globals';

import {
  any,
  array,
  bytes,
  decodeOnce,
  encodeOnce,
  GobDecoder,
  GobEncoder,
  GobError,
  incomplete,
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
} from '../../../../server/wire/gob/index.ts';
import {
  bytesOf,
  definition,
  definitionBody,
  int as intBytes,
  message,
  structDefinition,
  text as textBytes,
  uint as uintBytes,
  type Part,
} from '../../../support/gob_bytes.ts';
import {
  composites,
  embedding,
  holder,
  knowingHolder,
  opaques,
  point,
  pointers,
  scalars,
  tree,
} from '../../../support/gob_schemas.ts';
import { gobVector, toHex } from '../../../support/gob_vectors.ts';

/** Shares only the last field with the struct that is sent to it. */
const skippedByName = struct('S', { b: int });

const errorOf = (act: () => unknown): GobError => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof GobError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
};

describe('with a schema', () => {
  test('fills every field of a struct, with zero values where nothing came', () => {
    expect(decodeOnce(scalars, gobVector('zero scalars').bytes)).toStrictEqual({
      b: false,
      i: 0n,
      i8: 0,
      i16: 0,
      i32: 0,
      i64: 0n,
      u: 0n,
      u8: 0,
      u16: 0,
      u32: 0,
      u64: 0n,
      p: 0,
      f32: 0,
      f64: 0,
      c64: { re: 0, im: 0 },
      c128: { re: 0, im: 0 },
      s: '',
      y: new Uint8Array(),
    });
  });

  test('reads every scalar', () => {
    expect(decodeOnce(scalars, gobVector('scalars').bytes)).toStrictEqual({
      b: true,
      i: -1n,
      i8: -128,
      i16: -32768,
      i32: -(2 ** 31),
      i64: -(2n ** 63n),
      u: 1n,
      u8: 255,
      u16: 65535,
      u32: 2 ** 32 - 1,
      u64: 2n ** 64n - 1n,
      p: 3,
      f32: 1.5,
      f64: -2.25,
      c64: { re: 1, im: 0 },
      c128: { re: 0, im: -1 },
      s: 's',
      y: Uint8Array.of(0, 255),
    });
  });

  test('reads every composite, maps as Map', () => {
    const value = decodeOnce(composites, gobVector('every composite').bytes);
    expect(value).toStrictEqual({
      ints: [1],
      strings: ['a'],
      nested: [['b']],
      points: [{ x: 1, y: 0 }],
      refs: [{ x: 0, y: 2 }],
      bools: [false, true],
      names: ['', 'n'],
      none: [],
      grid: [
        [1, 2],
        [3, 4],
      ],
      byName: new Map([['x', 0]]),
      byInt: new Map([[1, '']]),
      byUint: new Map([[255, true]]),
      byFloat: new Map([[2.5, 'f']]),
      byBool: new Map([[true, 1]]),
      byPoint: new Map([[{ x: 0, y: 0 }, 'o']]),
      byArray: new Map([[[1, 2], 'a']]),
      deep: new Map([['a', new Map([['b', [1]]])]]),
      blobs: [Uint8Array.of(1)],
      empties: [{}],
      inner: { x: 0, y: 9 },
    });
  });

  test('makes new containers for absent fields, never shared ones', () => {
    const encoded = gobVector('no composite').bytes;
    const first = decodeOnce(composites, encoded);
    first.ints.push(1);
    first.byName.set('x', 1);
    first.inner.x = 1;
    first.grid[0]?.push(3);
    const second = decodeOnce(composites, encoded);
    expect([second.ints, second.byName, second.inner, second.grid]).toStrictEqual([
      [],
      new Map(),
      { x: 0, y: 0 },
      [
        [0, 0],
        [0, 0],
      ],
    ]);
  });

  test('tells nil pointers from pointers to something', () => {
    const none = { b: undefined, i: undefined, u: undefined, f: undefined, s: undefined };
    const rest = { y: undefined, pp: undefined, l: undefined };
    expect(decodeOnce(pointers, gobVector('pointers to zero').bytes)).toStrictEqual({
      ...none,
      ...rest,
      st: { x: 0, y: 0 },
      m: new Map(),
      a: [0, 0],
    });
    expect(decodeOnce(pointers, gobVector('pointers').bytes)).toMatchObject({ pp: 5, b: true });
  });

  test('reads embedded structs as fields', () => {
    expect(decodeOnce(embedding, gobVector('embedded nil pointer').bytes)).toStrictEqual({
      base: { id: '' },
      point: undefined,
      name: 'n',
    });
  });

  test('reads types that contain themselves', () => {
    expect(decodeOnce(tree, gobVector('tree').bytes)).toMatchObject({
      name: 'root',
      left: { name: 'left', left: { name: '', left: undefined } },
      children: [{ name: 'c1' }, { children: [{ name: 'c3' }] }],
      byName: new Map([['m', expect.objectContaining({ name: 'mapped' })]]),
    });
  });

  test('reads interfaces it knows, and others as unknown', () => {
    const error = decodeOnce(knowingHolder, gobVector('error').bytes);
    expect(error.err).toStrictEqual({
      type: '*plugin.ErrorString',
      value: { code: 0, err: 'bad' },
    });
    expect(error.last).toBe('z');
    const { a } = decodeOnce(knowingHolder, gobVector('opaque in an interface').bytes);
    expect(a).toStrictEqual({
      type: 'unknown',
      name: 'main.Secret',
      value: new Uint8Array(Buffer.from('<>')),
    });
  });

  test('reads new types inside the values of other new types', () => {
    const { a, last } = decodeOnce(knowingHolder, gobVector('nested new types').bytes);
    expect(a).toMatchObject({ type: '*main.Inner1' });
    expect(last).toBe('z');
  });

  test('hands opaque payloads to the schema', () => {
    const value = decodeOnce(opaques, gobVector('opaque fields').bytes);
    expect(toHex(value.time as Uint8Array)).toBe('010000000ee0e92ca500000006ffff');
    expect(Buffer.from(value.url as Uint8Array).toString()).toMatch('https://user@example.com');
    expect(decodeOnce(opaques, gobVector('zero opaque fields').bytes).time).toBeUndefined();
  });

  test('keeps the cause when a schema cannot read its payload', () => {
    const cause = new Error('no');
    const broken = opaque({
      wireKind: 'gobEncoder',
      zero: 0,
      toBytes: () => new Uint8Array(),
      fromBytes: (): number => {
        throw cause;
      },
    });
    const error = errorOf(() => decodeOnce(broken, gobVector('secret').bytes));
    expect([error.code, error.cause]).toEqual(['opaque', cause]);
  });

  test('matches fields by wire name, and skips those it does not know', () => {
    const schema = struct('Holder', { z: named('Last', string), missing: int64 });
    for (const name of ['nested new types', 'new types after one another', 'error', 'nil error']) {
      const { bytes: stream } = gobVector(name);
      const expected = name === 'new types after one another' ? '' : 'z';
      expect(decodeOnce(schema, stream)).toStrictEqual({ z: expected, missing: 0n });
    }
  });

  test('takes any struct into one without fields, and one without fields into any', () => {
    expect(decodeOnce(struct('E', {}), gobVector('scalars').bytes)).toStrictEqual({});
    expect(decodeOnce(point, gobVector('struct without fields').bytes)).toEqual({ x: 0, y: 0 });
  });

  test('takes an empty struct that was sent where an interface has a pointer', () => {
    const schema = interfaceOf({ e: struct('E', {}) });
    const encoded = encodeOnce(schema, { type: 'e', value: {} });
    expect(decodeOnce(schema, encoded)).toStrictEqual({ type: 'e', value: {} });
  });

  test('copies bytes out of the chunk', () => {
    const chunk = encodeOnce(bytes, Uint8Array.of(1, 2));
    const value = decodeOnce(bytes, chunk);
    chunk.fill(9);
    expect(value).toEqual(Uint8Array.of(1, 2));
  });
});

describe('without a schema', () => {
  test('gives objects that inherit nothing, whatever their keys are', () => {
    const keys = ['__proto__', 'constructor', 'toString', ''];
    const object = Object.create(null) as Record<string, GobValue>;
    for (const key of keys) object[key] = { polluted: true };
    const value = decodeOnce(any, encodeOnce(any, object)) as Record<string, GobValue>;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(keys);
    expect(value).toEqual(object);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('takes a field named __proto__ for what it is', () => {
    const stream = bytesOf(
      structDefinition(65, { ['__proto__']: 6, constructor: 6, ok: 6 }),
      message(intBytes(65), '01 01 61', '01 01 62', '01 01 63', '00'),
    );
    const decoder = new GobDecoder();
    decoder.push(stream);
    const value = decoder.decodeAny();
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['ok', 'c'],
    ]);
    expect(Object.getPrototypeOf(value)).toBeNull();
  });

  test('does not confuse a registered name with what objects inherit', () => {
    const sender = interfaceOf({ ['__proto__x']: int, constructor: int, toString: string });
    const receiver = interfaceOf({ other: int });
    for (const type of ['constructor', 'toString'] as const) {
      const value = { type, value: type === 'constructor' ? 1 : 'x' } as never;
      expect(decodeOnce(receiver, encodeOnce(sender, value))).toMatchObject({
        type: 'unknown',
        name: type,
      });
    }
  });

  test('decodes structs to what was sent of them', () => {
    const decoder = new GobDecoder();
    decoder.push(encodeOnce(point, { y: 3 }));
    expect(decoder.decodeAny()).toEqual({ Y: 3 });
  });
});

describe('a stream', () => {
  test('is decoded value by value, with schemas that may differ', () => {
    const encoder = new GobEncoder();
    const decoder = new GobDecoder();
    decoder.push(encoder.encode(point, { x: 1 }));
    decoder.push(encoder.encode(point, { y: 2 }));
    decoder.push(encoder.encode(slice(string), ['a']));
    decoder.push(encoder.encode(point, { x: 5 }));
    expect(decoder.decode(point)).toEqual({ x: 1, y: 0 });
    expect(decoder.decodeAny()).toEqual({ Y: 2 });
    expect(decoder.discard()).toBe(true);
    expect(decoder.decode(struct('P', { x: int }))).toEqual({ x: 5 });
    expect(decoder.decode(point)).toBe(incomplete);
    expect(decoder.buffered).toBe(0);
  });

  test('waits for the message that continues a value, and starts over', () => {
    const { bytes: stream } = gobVector('new types after one another');
    const decoder = new GobDecoder();
    const values: unknown[] = [];
    for (const byte of stream) {
      decoder.push(Uint8Array.of(byte));
      const value = decoder.decode(holder);
      if (value !== incomplete) values.push(value);
    }
    expect(values).toEqual([decodeOnce(holder, stream)]);
  });

  test.each<[string, Part, Part]>([
    ['a slice', definition(66, { sliceT: { commonType: { id: 66 }, elem: 8 } }), ''],
    ['a map', definition(66, { mapT: { commonType: { id: 66 }, key: 6, elem: 8 } }), '00'],
    ['an array', definition(66, { arrayT: { commonType: { id: 66 }, elem: 8, len: 300 } }), ''],
  ])('may split %s with more elements to come than bytes', (_name, type, key) => {
    const schemas = [any, skippedByName];
    for (const schema of schemas) {
      const decoder = new GobDecoder();
      const keys = (index: number): Part => (key === '' ? '' : textBytes(`${index}`));
      const rest = Array.from({ length: 299 }, (_unused, index) => bytesOf(keys(index), '00'));
      decoder.push(
        bytesOf(
          structDefinition(65, { A: 66, B: 2 }),
          type,
          message(
            intBytes(65),
            '01',
            uintBytes(300),
            keys(-1),
            textBytes('x'),
            definitionBody(67, { sliceT: { commonType: { id: 67 }, elem: 2 } }),
          ),
          message(intBytes(67), '03 00 01 06', ...rest, '01 0a 00'),
        ),
      );
      const value = decoder.decode(schema) as { readonly B?: number; readonly b?: number };
      expect([value.B ?? value.b, decoder.buffered]).toEqual([5, 0]);
    }
  });

  test('may switch the schema while a value is incomplete', () => {
    const { bytes: stream } = gobVector('nested new types');
    const decoder = new GobDecoder();
    for (const byte of stream.subarray(0, -1)) {
      decoder.push(Uint8Array.of(byte));
      expect(decoder.decode(holder)).toBe(incomplete);
      expect(decoder.decode(knowingHolder)).toBe(incomplete);
      expect(decoder.discard()).toBe(false);
    }
    decoder.push(stream.subarray(-1));
    expect(decoder.decode(holder)).toEqual(decodeOnce(holder, stream));
  });

  test('is dead after an error, and repeats it', () => {
    const decoder = new GobDecoder();
    decoder.push(bytesOf('03 02 00 01', '01 ff', '03 02 00 01'));
    expect(decoder.decodeAny()).toBe(true);
    const error = errorOf(() => decoder.decodeAny());
    expect(errorOf(() => decoder.decodeAny())).toBe(error);
    expect(errorOf(() => decoder.discard())).toBe(error);
    expect(
      errorOf(() => {
        decoder.push(Uint8Array.of(1));
      }),
    ).toBe(error);
  });

  test('reports what is buffered', () => {
    const decoder = new GobDecoder();
    expect(decoder.buffered).toBe(0);
    decoder.push(bytesOf('03 02 00'));
    expect([decoder.decodeAny(), decoder.buffered]).toEqual([incomplete, 3]);
    decoder.push(bytesOf('01 03 02'));
    expect([decoder.decodeAny(), decoder.buffered]).toEqual([true, 2]);
  });
});

describe('decodeOnce', () => {
  test('wants one value and nothing else', () => {
    const encoded = encodeOnce(uint64, 7n);
    expect(decodeOnce(uint64, encoded)).toBe(7n);
    expect(errorOf(() => decodeOnce(uint64, encoded.subarray(0, -1))).code).toBe('incomplete');
    expect(errorOf(() => decodeOnce(uint64, bytesOf(encoded, '00'))).code).toBe('incomplete');
  });

  test.each([
    ['optional', optional(int), 5],
    ['array', array(uint, 2), [1, 0]],
    ['map', map(int64, string), new Map([[-1n, 'x']])],
    ['any', any, { a: [1n, null] }],
  ] as const)('reads what encodeOnce wrote: %s', (_, schema, value) => {
    const encoded = encodeOnce(schema as typeof any, value as never);
    const expected = schema === any ? { a: [1, null] } : value;
    expect(decodeOnce(schema as typeof any, encoded)).toEqual(expected);
  });
});
