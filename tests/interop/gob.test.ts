/** Our encoder against Go's decoder, and back: what Go reads is what was written. */
import { isDeepStrictEqual } from 'node:util';

import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  any,
  bool,
  bytes,
  create,
  decodeOnce,
  encodeOnce,
  float,
  GobDecoder,
  GobEncoder,
  incomplete,
  int,
  int64,
  map,
  slice,
  string,
  struct,
  uint64,
  type Input,
  type Schema,
} from '../../server/wire/gob/index.ts';
import { gobValues } from '../support/gob_arbitraries.ts';
import { askGo, randomGoVectors, type GoAnswer } from '../support/gob_peer.ts';
import {
  composites,
  embedding,
  holder,
  known,
  knowingHolder,
  opaques,
  payload,
  point,
  pointers,
  post,
  request,
  scalars,
  tree,
} from '../support/gob_schemas.ts';
import { fromHex, gobVectors } from '../support/gob_vectors.ts';
import { buildGo, goMissing } from './go_host.ts';

/** Compiling may take long on a machine without caches. */
const setupMs = 5 * 60_000;

const reason = goMissing();
if (reason !== undefined) process.stdout.write(`gob against Go: ${reason}\n`);
const describeHere = reason === undefined ? describe : describe.skip;

let executable = '';

function ask(name: string, stream: Uint8Array): GoAnswer {
  const [answer] = askGo(executable, [[name, stream]]);
  if (answer === undefined) throw new Error('Go did not answer');
  return answer;
}

/** Sends a value through Go and back. */
function echo<S extends Schema>(name: string, schema: S, value: Input<S>): unknown {
  const answer = ask(name, encodeOnce(schema, value));
  if (answer.error !== undefined) throw new Error(answer.error);
  return decodeOnce(schema, answer.bytes);
}

/** What Go shows of a value. */
function shown<S extends Schema>(name: string, schema: S, value: Input<S>): unknown {
  const answer = ask(name, encodeOnce(schema, value));
  if (answer.error !== undefined) throw new Error(answer.error);
  return JSON.parse(answer.json);
}

/** Sends random values through Go and back, many at a time: each question starts a process. */
function echoAll<S extends Schema>(name: string, schema: S, values: fc.Arbitrary<Input<S>>): void {
  const batch = fc.array(values, { minLength: 200, maxLength: 200, size: 'max' });
  fc.assert(
    fc.property(fc.noShrink(batch), (list) => {
      const answers = askGo(
        executable,
        list.map((value) => [name, encodeOnce(schema, value)]),
      );
      list.forEach((value, index) => {
        const answer = answers[index];
        if (answer === undefined || answer.error !== undefined) {
          throw new Error(`Go says: ${answer?.error ?? 'nothing'}`);
        }
        const back = decodeOnce(schema, answer.bytes);
        const expected = create(schema, value);
        if (!isDeepStrictEqual(back, expected)) expect(back).toStrictEqual(expected);
      });
    }),
    { numRuns: 5 },
  );
}

describeHere('gob against Go', () => {
  beforeAll(() => {
    executable = buildGo('vectors');
  }, setupMs);

  test.each<[string, Schema, unknown]>([
    ['bool', bool, true],
    ['int64', int, -404],
    ['int64', int64, -(2n ** 63n)],
    ['int64', int64, 2n ** 63n - 1n],
    ['int64', int, 1 - 2 ** 53],
    ['uint64', uint64, 2n ** 64n - 1n],
    ['float64', float, Math.PI],
    ['float64', float, -0],
    ['float64', float, -Infinity],
    ['string', string, 'ü€😀\0'],
    ['bytes', bytes, Uint8Array.of(0, 255)],
    ['strings', slice(string), ['a', '', 'b']],
    ['header', map(string, slice(string)), new Map([['Content-Type', ['text/plain']]])],
    ['point', point, { x: -1, y: 0 }],
    ['request', request, { serviceMethod: 'Plugin.X', seq: 2 ** 40 }],
    ['empty', struct('E', {}), {}],
    ['time', payload('gobEncoder'), fromHex('010000000ee0e92ca500000006ffff')],
    ['url', payload('binaryMarshaler'), Uint8Array.from(Buffer.from('https://x/y?z=1'))],
  ])('a %s at top level', (name, schema, value) => {
    expect(echo(name, schema, value)).toStrictEqual(value);
  });

  test('every scalar', () => {
    const value = {
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
    };
    expect(echo('scalars', scalars, value)).toStrictEqual(value);
    expect(echo('scalars', scalars, {})).toStrictEqual(create(scalars));
  });

  test('given zeros reach Go as pointers to zero', () => {
    const value = { b: false, i: 0, u: 0, f: 0, s: '', pp: 0, st: {}, m: new Map(), a: [0, 0] };
    expect(shown('pointers', pointers, value)).toEqual({
      B: false,
      I: 0,
      U: 0,
      F: 0,
      S: '',
      Y: null,
      PP: 0,
      St: { X: 0, Y: 0 },
      M: {},
      A: [0, 0],
      L: null,
    });
  });

  test('absent values reach Go as nil, empty maps do not', () => {
    expect(Object.values(shown('pointers', pointers, {}) as object)).toEqual(Array(11).fill(null));
    expect(shown('post', post, {})).toMatchObject({ Props: null, Metadata: null, FileIds: null });
    expect(shown('post', post, { props: new Map(), metadata: {} })).toMatchObject({
      Props: {},
      Metadata: { Reactions: null },
    });
  });

  test('embedded structs', () => {
    const value = { base: { id: 'b' }, point: { x: 1, y: 2 }, name: 'n' };
    expect(echo('embedding', embedding, value)).toStrictEqual(value);
  });

  test('opaque types', () => {
    const time = fromHex('010000000ee0e92ca500000006ffff');
    const url = Uint8Array.from(Buffer.from('http://u@h:1/p?q#f'));
    const secret = Uint8Array.from(Buffer.from('<s>'));
    const value = { time, url, secret, times: [time], byUrl: new Map([['k', url]]), last: 1 };
    expect(echo('opaques', opaques, value)).toStrictEqual(value);
    expect(shown('opaques', opaques, value)).toMatchObject({
      Time: '2026-01-02T03:04:05.000000006Z',
    });
  });

  test('interfaces of known types, nested', () => {
    const nested = {
      type: '*main.Inner1',
      value: { x: [{ a: 'deep' }] },
    } as const;
    const value = {
      a: nested,
      err: { type: '*plugin.ErrorString', value: { code: 1, err: 'bad' } },
      list: [{ type: 'main.Names', value: ['n'] }, undefined, { type: 'main.Number', value: -5 }],
      map: new Map([['k', { type: 'main.Point', value: { x: 1 } }]]),
      pair: [undefined, nested],
      last: 'z',
    } as unknown as Input<typeof knowingHolder>;
    expect(echo('holder', knowingHolder, value)).toStrictEqual(create(knowingHolder, value));
    const encoder = new GobEncoder();
    const stream = Buffer.concat([value, {}, value].map((v) => encoder.encode(knowingHolder, v)));
    expect(ask('tree', stream).error).toMatch('no fields matched');
    expect(ask('holder', stream).error).toBeUndefined();
  });

  test('interfaces that Go ignores', () => {
    // Without nil elements: Go cannot skip those, not even its own.
    const schema = struct('Ignored', { a: known, list: slice(any), last: string });
    const value = {
      a: { type: '*main.Inner1', value: { x: [{ a: ['deep'] }] } },
      list: [1, { b: [true] }, 'c'],
      last: 'z',
    } as unknown as Input<typeof schema>;
    const encoder = new GobEncoder();
    const stream = Buffer.concat([value, {}, value].map((v) => encoder.encode(schema, v)));
    expect(ask('ignored', stream).error).toBeUndefined();
    const wrapped = struct('Wrapped', { unknown: schema, name: string });
    expect(shown('tree', wrapped, { unknown: value, name: 'n' })).toMatchObject({ Name: 'n' });
  });

  test('whatever an any holds', () => {
    const parts = fc.record({
      a: gobValues,
      list: fc.array(gobValues, { maxLength: 3 }),
      map: fc
        .array(fc.tuple(fc.string(), gobValues), { maxLength: 3 })
        .map((list) => new Map(list)),
      pair: fc.tuple(gobValues, gobValues),
      last: fc.string(),
    });
    echoAll('holder', holder, parts);
  });

  test('random composites', () => {
    const small = fc.integer({ min: -1000, max: 1000 });
    const points = fc.record({ x: fc.maxSafeInteger(), y: small });
    const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 4 });
    const entries = <K, V>(key: fc.Arbitrary<K>, value: fc.Arbitrary<V>): fc.Arbitrary<Map<K, V>> =>
      some(fc.tuple(key, value)).map((list) => new Map(list));
    const entry = <K, V>(key: fc.Arbitrary<K>, value: fc.Arbitrary<V>): fc.Arbitrary<Map<K, V>> =>
      fc.tuple(key, value).map((one) => new Map([one]));
    const value = fc.record({
      ints: some(fc.maxSafeInteger()),
      strings: some(fc.string({ unit: 'grapheme' })),
      nested: some(some(fc.string())),
      points: some(points),
      refs: some(points),
      bools: fc.tuple(fc.boolean(), fc.boolean()),
      names: fc.tuple(fc.string(), fc.string()),
      byName: entries(fc.string(), small),
      byInt: entries(fc.maxSafeInteger(), fc.string()),
      byUint: entries(fc.nat(255), fc.boolean()),
      byFloat: entries(fc.double({ noNaN: true }), fc.string()),
      byPoint: entry(points, fc.string()),
      byArray: entry(fc.tuple(small, small), fc.string()),
      deep: entries(fc.string(), entries(fc.string(), some(small))),
      blobs: some(fc.uint8Array({ maxLength: 20 })),
      empties: some(fc.constant({})),
      inner: points,
    });
    echoAll('composites', composites, value);
  });

  test('random trees', () => {
    const trees = fc.letrec<{ tree: Record<string, unknown>; node: Record<string, unknown> }>(
      (tie) => ({
        tree: fc.oneof({ maxDepth: 4 }, fc.record({ name: fc.string() }), tie('node')),
        node: fc.record({
          name: fc.string(),
          left: fc.option(tie('tree'), { nil: undefined }),
          children: fc.array(tie('tree'), { maxLength: 2 }),
          byName: fc
            .array(fc.tuple(fc.string(), tie('tree')), { maxLength: 2 })
            .map((list) => new Map(list)),
          any: gobValues,
        }),
      }),
    ).tree;
    echoAll('tree', tree, trees);
  });

  test('random values of Go, whole and byte by byte', () => {
    const decodeAll = (chunks: Iterable<Uint8Array>, discards: boolean): unknown[] => {
      const decoder = new GobDecoder();
      const values: unknown[] = [];
      for (const chunk of chunks) {
        decoder.push(chunk);
        for (;;) {
          const value = discards ? decoder.discard() : decoder.decodeAny();
          if (value === false || value === incomplete) break;
          values.push(value);
        }
      }
      expect(decoder.buffered).toBe(0);
      return values;
    };
    for (const { bytes: stream, values } of randomGoVectors(executable, 1_000, 7)) {
      const single = Array.from(stream, (byte) => Uint8Array.of(byte));
      const decoded = decodeAll([stream], false);
      if (!isDeepStrictEqual(decoded, values)) expect(decoded).toStrictEqual(values);
      expect(isDeepStrictEqual(decodeAll(single, false), decoded)).toBe(true);
      expect(decodeAll([stream], true)).toHaveLength(values.length);
    }
  });

  test('what we decode of Go and encode again is what Go meant', () => {
    const types: readonly (readonly [string, Schema])[] = [
      ['scalars', scalars],
      ['composites', composites],
      ['tree', tree],
      ['holder', holder],
      ['post', post],
      ['opaques', opaques],
    ];
    let compared = 0;
    for (const [name, schema] of types) {
      for (const vector of gobVectors()) {
        let value: unknown;
        try {
          value = decodeOnce(schema, vector.bytes);
        } catch {
          continue;
        }
        expect(echo(name, schema, value)).toEqual(value);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(60);
  });
});
