import { describe, expect, test } from '@jest/globals';

import {
  any,
  array,
  bool,
  bytes,
  complex,
  decodeOnce,
  encodeOnce,
  float,
  GobDecoder,
  GobEncoder,
  GobError,
  int,
  int64,
  interfaceOf,
  map,
  opaque,
  optional,
  slice,
  string,
  struct,
  uint,
  uint64,
  type GobValue,
  type Schema,
} from '../../../../server/wire/gob/index.ts';
import { fromHex, gobVector, toHex } from '../../../support/gob_vectors.ts';
import { point, request, tree } from '../../../support/gob_schemas.ts';

/** Encodes what the types would forbid. */
function encodeWrong(schema: Schema, value: unknown): Uint8Array {
  return encodeOnce(schema, value);
}

function errorOf(schema: Schema, value: unknown): GobError {
  try {
    encodeWrong(schema, value);
  } catch (thrown) {
    if (thrown instanceof GobError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

/** The bytes of a struct's fields: without the definitions, the length, the type id and the end. */
function fieldsOf(schema: Schema, value: unknown): string {
  const encoder = new GobEncoder();
  encoder.encode(schema, value);
  const again = toHex(encoder.encode(schema, value));
  return again.replace(/^..ff82/, '').replace(/00$/, '');
}

describe('bytes', () => {
  test.each<[Schema, unknown, string]>([
    [bool, true, '03020001'],
    [bool, false, '03020000'],
    [string, 'hooks', '080c0005686f6f6b73'],
    [string, '', '030c0000'],
    [uint, 1, '03060001'],
    [uint, 127, '0306007f'],
    [uint, 128, '040600ff80'],
    [uint, 256, '050600fe0100'],
    [uint, 2 ** 32, '080600fb0100000000'],
    [uint, 2 ** 53 - 1, '0a0600f91fffffffffffff'],
    [uint64, 2n ** 64n - 1n, '0b0600f8ffffffffffffffff'],
    [uint64, 2n ** 32n - 1n, '070600fcffffffff'],
    [uint64, 5n, '03060005'],
    [int, 404, '050400fe0328'],
    [int, 3, '03040006'],
    [int, -1, '03040001'],
    [int, -129, '050400fe0101'],
    [int, -0, '03040000'],
    [int, 2 ** 30, '070400fc80000000'],
    [int, -(2 ** 30) - 1, '070400fc80000001'],
    [int, 2 ** 53 - 1, '0a0400f93ffffffffffffe'],
    [int, 1 - 2 ** 53, '0a0400f93ffffffffffffd'],
    [int64, -(2n ** 63n), '0b0400f8ffffffffffffffff'],
    [int64, 2n ** 63n - 1n, '0b0400f8fffffffffffffffe'],
    [int64, -65n, '040400ff81'],
    [bytes, Uint8Array.of(0x68, 0x69), '050a00026869'],
    [bytes, new Uint8Array(), '030a0000'],
    [float, 17, '050800fe3140'],
    [float, 0, '03080000'],
    [float, -0, '040800ff80'],
    [float, 0.1, '0b0800f89a9999999999b93f'],
    [complex, { re: 1, im: -2 }, '070e00fef03fffc0'],
    [struct('E', {}), {}, '0dff81030101014501ff82000000' + '03ff8200'],
    [slice(string), ['a'], '0cff81020102ff8200010c0000' + '06ff8200010161'],
  ])('of %j %p', (schema, value, hex) => {
    expect(toHex(encodeWrong(schema, value))).toBe(hex);
  });

  test('of an any are the name, the type, a count and the value', () => {
    const types = '0cff81020102ff82000110000' + '00eff83040102ff8400010c01100000';
    expect(toHex(encodeOnce(any, null))).toBe(`${types}03100000`);
    expect(toHex(encodeOnce(any, 'hi'))).toBe(`${types}0f100006737472696e670c0400026869`);
  });

  test('of a request are the ones Go sends', () => {
    const bytesOfGo = gobVector('rpc request').bytes;
    expect(encodeOnce(request, { serviceMethod: 'Plugin.Implemented', seq: 0 })).toEqual(bytesOfGo);
  });

  test.each([0, 1, 15, 16, 41, 42, 43, 127, 128, 300, 70_000])('of strings of %i', (length) => {
    for (const unit of ['a', 'é', '€', '😀', '\ud800']) {
      const text = unit.repeat(length);
      const encoded = Buffer.from(text, 'utf8');
      expect(decodeOnce(string, encodeOnce(string, text))).toBe(encoded.toString('utf8'));
      expect(decodeOnce(slice(string), encodeOnce(slice(string), [text, 'end']))[1]).toBe('end');
    }
  });
});

describe('struct fields', () => {
  test.each<[string, Schema, unknown, string]>([
    ['a zero int', int, 0, ''],
    ['false', bool, false, ''],
    ['an empty string', string, '', ''],
    ['empty bytes', bytes, new Uint8Array(), ''],
    ['an empty slice', slice(int), [], ''],
    ['a zero complex', complex, { re: 0, im: 0 }, ''],
    ['a zero bigint', int64, 0n, ''],
    ['null in an any', any, null, ''],
    ['undefined', string, undefined, ''],
    ['an undefined map', map(string, int), undefined, ''],
    ['an absent pointer', optional(point), undefined, ''],
    ['a nil interface', interfaceOf({}), undefined, ''],
    ['an empty map', map(string, int), new Map(), '0100'],
    ['a zero struct', point, {}, '0100'],
    ['an undefined struct', point, undefined, '0100'],
    ['a zero array', array(int, 2), [0, 0], '01020000'],
    ['an undefined array', array(string, 2), undefined, '01020000'],
    ['a given false', optional(bool), false, '0100'],
    ['a given 0', optional(int), 0, '0100'],
    ['a given empty string', optional(string), '', '0100'],
    ['given empty bytes', optional(bytes), new Uint8Array(), '0100'],
    ['a given empty slice', optional(slice(int)), [], '0100'],
    ['a given empty map', optional(map(int, int)), new Map(), '0100'],
    ['a given zero struct', optional(point), {}, '0100'],
    ['a given null', optional(any), null, '0100'],
    ['minus zero', float, -0, '01ff80'],
    ['NaN', float, NaN, '01fef87f'],
  ])('%s', (_name, schema, value, hex) => {
    expect(fieldsOf(struct('S', { f: schema }), { f: value })).toBe(hex);
    expect(fieldsOf(struct('S', { f: schema, last: int }), { f: value, last: 1 })).toBe(
      `${hex}${hex === '' ? '02' : '01'}02`,
    );
  });

  test('that are absent do not disturb the numbers of the others', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_unused, i) => [`f${i}`, int]));
    const schema = struct('Many', many);
    const value = { f1: 1, f150: 2, f299: 3 };
    expect(fieldsOf(schema, value)).toBe('0202' + 'ff9504' + 'ff9506');
    expect(decodeOnce(schema, encodeOnce(schema, value))).toMatchObject({ f0: 0, ...value });
  });

  test('are read from the object itself where every object seems to have them', () => {
    const schema = struct('S', { constructor: string, toString: string, hasOwnProperty: string });
    expect(fieldsOf(schema, {})).toBe('');
    expect(fieldsOf(schema, { toString: 'x' })).toBe('020178');
  });
});

describe('definitions', () => {
  test('go out once for each stream, in front of the first value that needs them', () => {
    const encoder = new GobEncoder();
    expect(toHex(encoder.encode(slice(string), []))).toBe('0cff81020102ff8200010c000004ff820000');
    expect(toHex(encoder.encode(slice(string), []))).toBe('04ff820000');
    expect(toHex(new GobEncoder().encode(slice(string), []))).toMatch(/^0cff81/);
  });

  test('are shared by all schemas of the same anonymous type', () => {
    const encoder = new GobEncoder();
    encoder.encode(map(string, slice(int)), new Map());
    expect(toHex(encoder.encode(map(string, slice(int64)), new Map()))).toBe('04ff820000');
    expect(toHex(encoder.encode(slice(optional(int)), []))).toBe('04ff840000');
    expect(toHex(encoder.encode(array(int, 2), [0, 0]))).toMatch(/ff85/);
  });

  test('of everything an interface may hold go out before the value', () => {
    const held = struct('Held', { p: optional(point), any });
    const schema = struct('S', { i: interfaceOf({ '*p.Held': held }) });
    const encoder = new GobEncoder();
    const first = encoder.encode(schema, {});
    const second = encoder.encode(schema, {
      i: { type: '*p.Held', value: { p: { x: 1 }, any: [{ a: 'b' }] } },
    });
    expect(first.length).toBeGreaterThan(100);
    // Message, type id, field, name: no definition is in between.
    expect(toHex(second).slice(2, 28)).toBe('ff820107' + toHex(Buffer.from('*p.Held')) + 'ff84');
    const decoder = new GobDecoder();
    decoder.push(first);
    decoder.push(second);
    expect(decoder.discard()).toBe(true);
    expect(decoder.decode(schema)).toMatchObject({ i: { value: { any: [{ a: 'b' }] } } });
  });

  test('of a type that contains itself are finite', () => {
    const value = { name: 'a', left: { name: 'b', children: [{ name: 'c' }] }, any: [1] };
    expect(decodeOnce(tree, encodeWrong(tree, value))).toMatchObject(value);
  });

  test('are sent by the next value when the first one failed', () => {
    const encoder = new GobEncoder();
    const wrong = { x: 'no' } as never;
    expect(() => encoder.encode(point, wrong)).toThrow(GobError);
    const decoder = new GobDecoder();
    decoder.push(encoder.encode(point, { x: 1 }));
    expect(decoder.decode(point)).toEqual({ x: 1, y: 0 });
    expect(() => encoder.encode(point, wrong)).toThrow(GobError);
    decoder.push(encoder.encode(point, { x: 2 }));
    expect(decoder.decode(point)).toEqual({ x: 2, y: 0 });
  });

  test('may be asked for while another value is being encoded', () => {
    const nested = opaque<string>({
      wireKind: 'gobEncoder',
      zero: '',
      toBytes: (value) => encodeOnce(slice(string), [value, 'x'.repeat(10_000)]),
      fromBytes: (value) => decodeOnce(slice(string), value)[0] ?? '',
    });
    const schema = slice(nested);
    expect(decodeOnce(schema, encodeOnce(schema, ['a', 'b']))).toEqual(['a', 'b']);
  });
});

describe('anys', () => {
  test.each<[GobValue, string]>([
    [true, 'bool'],
    [1.5, 'float64'],
    ['s', 'string'],
    [5n, 'int64'],
    [2n ** 63n, 'uint64'],
    [Uint8Array.of(1), '[]uint8'],
    [[], '[]interface {}'],
    [{}, 'map[string]interface {}'],
  ])('%p goes under the name %s', (value, name) => {
    expect(Buffer.from(encodeOnce(any, value)).toString('latin1')).toContain(name);
    const known = interfaceOf({ other: int });
    expect(decodeOnce(known, encodeOnce(any, value))).toMatchObject({ type: 'unknown', name });
  });

  test('takes undefined for nil, wherever it is', () => {
    const value = { a: undefined, b: [undefined] } as unknown as GobValue;
    expect(decodeOnce(any, encodeOnce(any, value))).toEqual({ a: null, b: [null] });
    expect(decodeOnce(any, encodeOnce(any, undefined))).toBeNull();
  });

  test('takes objects without a prototype, and those of JSON', () => {
    const value = JSON.parse('{"__proto__":{"x":1},"a":[{}]}') as GobValue;
    expect(decodeOnce(any, encodeOnce(any, value))).toEqual(value);
  });
});

describe('values that do not fit', () => {
  const s = struct('S', {
    name: string,
    list: slice(point),
    map: map(string, int),
    inner: struct('I', { deep: optional(array(bool, 2)) }),
    any,
    iface: interfaceOf({ '*p.E': struct('E', { code: int }) }),
  });
  const circle: unknown[] = [];
  circle.push(circle);
  let chain: unknown = {};
  for (let depth = 0; depth < 600; depth++) chain = { left: chain };

  test.each<[Schema, unknown, string]>([
    [s, null, ''],
    [s, 'x', ''],
    [s, { name: 1 }, 'name'],
    [s, { list: {} }, 'list'],
    [s, { list: null }, 'list'],
    [s, { list: [{}, undefined] }, 'list[1]'],
    [s, { list: [{}, { y: 1.5 }] }, 'list[1].y'],
    [s, { map: {} }, 'map'],
    [
      s,
      {
        map: new Map([
          ['a', 1],
          ['b', 'secret' as never],
        ]),
      },
      'map[entry 1]',
    ],
    [s, { map: new Map([[1, 1]]) }, 'map[entry 0]'],
    [s, { inner: null }, 'inner'],
    [s, { inner: { deep: [true] } }, 'inner.deep'],
    [s, { inner: { deep: [true, 1] } }, 'inner.deep[1]'],
    [s, { any: () => 1 }, 'any'],
    [s, { any: { a: Symbol('x') } }, 'any.(map[string]interface {})[entry 0]'],
    [s, { any: [new Date(0)] }, 'any.([]interface {})[0]'],
    [s, { any: 2n ** 64n }, 'any.(uint64)'],
    [s, { any: -(2n ** 63n) - 1n }, 'any.(uint64)'],
    [s, { any: new Map() }, 'any'],
    [s, { iface: { type: 'nope', value: 1 } }, 'iface'],
    [s, { iface: { type: '__proto__', value: 1 } }, 'iface'],
    [s, { iface: 5 }, 'iface'],
    [s, { iface: null }, 'iface'],
    [s, { iface: { type: '*p.E', value: { code: NaN } } }, 'iface.(*p.E).code'],
    [s, { iface: { type: '*p.E' } }, 'iface.(*p.E)'],
    [optional(point), undefined, ''],
    [slice(optional(point)), [undefined], '[0]'],
    [map(string, optional(int)), new Map([['a', undefined]]), '[entry 0]'],
    [struct('A', { a: array(optional(int), 1) }), {}, 'a[0]'],
    [bool, 1, ''],
    [int, 2 ** 53, ''],
    [int, 1n, ''],
    [int, '1', ''],
    [uint, -1, ''],
    [uint, 0.5, ''],
    [int64, 1, ''],
    [int64, 2n ** 63n, ''],
    [uint64, -1n, ''],
    [uint64, 2n ** 64n, ''],
    [float, '1', ''],
    [complex, 1, ''],
    [complex, { re: 1 }, ''],
    [complex, { re: 1, im: 'x' }, ''],
    [string, 5, ''],
    [string, null, ''],
    [bytes, 'x', ''],
    [bytes, [1], ''],
    [slice(int), 'x', ''],
    [array(int, 2), [1], ''],
    [map(int, int), null, ''],
    [any, circle, expect.stringContaining('…') as unknown as string],
    [tree, chain, expect.stringMatching(/^left\.left.*…$/) as unknown as string],
  ])('%#: path %3$s', (schema, value, path) => {
    const error = errorOf(schema, value);
    expect([error.code, error.path]).toEqual(['bad_value', path]);
    expect(error.message).not.toContain('secret');
  });

  test('opaque: the cause is kept', () => {
    const cause = new Error('no');
    const broken = opaque<number>({
      wireKind: 'binaryMarshaler',
      zero: 0,
      toBytes: () => {
        throw cause;
      },
      fromBytes: () => 0,
    });
    const error = errorOf(struct('S', { t: broken }), { t: 1 });
    expect([error.code, error.path, error.cause]).toEqual(['opaque', 't', cause]);
  });

  test('an error thrown by a getter passes through, and the encoder goes on', () => {
    const encoder = new GobEncoder();
    const value = {
      get x(): number {
        throw new RangeError('getter');
      },
    };
    expect(() => encoder.encode(point, value)).toThrow(RangeError);
    expect(decodeOnce(point, encoder.encode(point, { x: 1 }))).toEqual({ x: 1, y: 0 });
  });
});

describe('schemas that describe nothing', () => {
  const loop: Schema = struct('Loop', {
    get inner() {
      return loop;
    },
  });
  let deep: Schema = int;
  for (let depth = 0; depth < 600; depth++) deep = slice(deep);
  let deepStruct: Schema = int;
  for (let depth = 0; depth < 600; depth++) deepStruct = struct('D', { inner: deepStruct });

  test.each<[string, Schema, unknown]>([
    ['two fields of one wire name', struct('S', { a: int, A: int }), {}],
    ['a field without a wire name', struct('S', { '': int }), {}],
    ['a field named __proto__', struct('S', { ['__proto__']: int }), {}],
    ['an array of negative length', array(int, -1), []],
    ['an array of half a length', array(int, 0.5), []],
    ['a concrete type without a name', interfaceOf({ '': int }), undefined],
    ['slices in slices without end', deep, []],
    ['structs in structs without end', deepStruct, {}],
  ])('%s', (_name, schema, value) => {
    expect(errorOf(schema, value).code).toBe('bad_schema');
  });

  test('a struct that holds itself by value', () => {
    expect(errorOf(loop, {}).code).toBe('bad_value');
    const receive = (): unknown =>
      decodeOnce(loop, fromHex(toHex(encodeOnce(struct('L', {}), {}))));
    expect(receive).toThrow(expect.objectContaining({ code: 'bad_schema' }));
  });
});
