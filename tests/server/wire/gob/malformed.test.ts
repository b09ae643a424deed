/** Streams that break a rule: what each is answered with, and that it costs neither time nor memory. */
import { describe, expect, test } from '@jest/globals';

import {
  any,
  array,
  bool,
  bytes,
  complex,
  float,
  GobDecoder,
  GobError,
  incomplete,
  int,
  int64,
  interfaceOf,
  map,
  optional,
  slice,
  string,
  struct,
  uint,
  uint64,
  type GobErrorCode,
  type GobLimits,
  type Schema,
} from '../../../../server/wire/gob/index.ts';
import {
  bytesOf,
  definition,
  definitionBody,
  int as id,
  message,
  structDefinition,
  text,
  uint as count,
  type Part,
} from '../../../support/gob_bytes.ts';
import { payload, point } from '../../../support/gob_schemas.ts';

type Way = (decoder: GobDecoder) => unknown;

function outcome(parts: readonly Part[], way: Way, limits?: Partial<GobLimits>): string {
  const decoder = new GobDecoder(limits === undefined ? {} : { limits });
  try {
    decoder.push(bytesOf(...parts));
    for (;;) {
      const value = way(decoder);
      if (value === incomplete || value === false) return 'incomplete';
      if (decoder.buffered === 0) return 'value';
    }
  } catch (thrown) {
    if (thrown instanceof GobError) return thrown.code;
    throw thrown;
  }
}

const common = (of: number): { commonType: { id: number } } => ({ commonType: { id: of } });
const sliceType = (of: number, elem: number): Uint8Array =>
  definition(of, { sliceT: { ...common(of), elem } });
const hugeCount = 'f8 7f ff ff ff ff ff ff ff';

describe.each<[string, Way]>([
  ['decoded without a schema', (decoder) => decoder.decodeAny()],
  ['discarded', (decoder) => decoder.discard()],
])('%s', (_, way) => {
  test.each<[string, GobErrorCode | 'incomplete', ...Part[]]>([
    ['nothing', 'incomplete'],
    ['a length alone', 'incomplete', '05'],
    ['half a length', 'incomplete', 'fe 01'],
    ['a message cut off', 'incomplete', '05 0c 00 02 61'],
    ['a length of nine bytes', 'malformed', 'f7 00 00 00 00 00 00 00 00 01'],
    ['a length of more than is allowed', 'limit', 'fc 7f ff ff ff'],
    ['a length of 2^64 - 1', 'limit', 'f8 ff ff ff ff ff ff ff ff'],
    ['an empty message', 'truncated', '00'],
    ['an integer of nine bytes', 'malformed', message('0400', 'f7 010203040506070809')],
    ['an integer that does not fit the message', 'truncated', message('0400', 'fe 01')],
    ['a value without its content', 'truncated', message('0400')],
    ['a type id without a value', 'truncated', message('04')],
    ['no zero in front of a value', 'malformed', message('0401', '02')],
    ['bytes after a value', 'malformed', message('0400', '02', '00')],
    ['bytes after a struct', 'malformed', structDefinition(65, { A: 2 }), message(id(65), '00 00')],
    ['type 0', 'undefined_type', message('00', '00')],
    ['a reserved type', 'undefined_type', message(id(15), '00', '00')],
    ['a type that was never defined', 'undefined_type', message(id(65), '00')],
    [
      'a field of an undefined type',
      'undefined_type',
      structDefinition(65, { A: 66 }),
      message(id(65), '00'),
    ],
    ['a string longer than the message', 'truncated', message('0c00', '05 61')],
    ['a string of 2^63 bytes', 'truncated', message('0c00', hugeCount)],
    ['bytes longer than the message', 'truncated', message('0a00', '05 61')],
    ['bytes of 2^63', 'truncated', message('0a00', hugeCount)],
    ['a complex number cut in half', 'truncated', message('0e00', '00')],
    [
      'a slice longer than the message',
      'truncated',
      sliceType(65, 2),
      message(id(65), '00', '03 02 02'),
    ],
    ['a slice of 2^63', 'truncated', sliceType(65, 2), message(id(65), '00', hugeCount)],
    [
      'a map of 2^63',
      'truncated',
      definition(65, { mapT: { ...common(65), key: 6, elem: 6 } }),
      message(id(65), '00', hugeCount),
    ],
    [
      'a map with a key alone',
      'truncated',
      definition(65, { mapT: { ...common(65), key: 6, elem: 6 } }),
      message(id(65), '00', '01', '01 61'),
    ],
    [
      'an array of another length',
      'malformed',
      definition(65, { arrayT: { ...common(65), elem: 2, len: 2 } }),
      message(id(65), '00', '01 02'),
    ],
    [
      'a struct without an end',
      'truncated',
      structDefinition(65, { A: 2 }),
      message(id(65), '01 02'),
    ],
    [
      'a field beyond the last',
      'malformed',
      structDefinition(65, { A: 2 }),
      message(id(65), '02 02 00'),
    ],
    [
      'a field delta of 2^63',
      'malformed',
      structDefinition(65, { A: 2 }),
      message(id(65), hugeCount, '02 00'),
    ],
    [
      'a field twice',
      'malformed',
      structDefinition(65, { A: 2 }),
      message(id(65), '01 02 01 02 00'),
    ],
    ['an interface name longer than the message', 'truncated', message(id(8), '00', '05 61')],
    [
      'an interface name of 1,025 bytes',
      'limit',
      message(id(8), '00', text('x'.repeat(1025)), '02 02 00 01'),
    ],
    ['an interface without a type', 'incomplete', message(id(8), '00', text('x'))],
    [
      'an interface of an undefined type',
      'undefined_type',
      message(id(8), '00', text('x'), id(70), '01 00'),
    ],
    ['an interface without a count', 'truncated', message(id(8), '00', text('x'), '02')],
    ['an interface without a value', 'truncated', message(id(8), '00', text('x'), '02 02')],
    ['an interface without a zero', 'malformed', message(id(8), '00', text('x'), '02 02 01 01')],
    ['an empty message in an interface', 'truncated', message(id(8), '00', text('x')), '00'],
    ['a type below 64', 'duplicate_type', structDefinition(63, { A: 2 })],
    ['a basic type redefined', 'duplicate_type', structDefinition(2, { A: 2 })],
    [
      'a type defined twice',
      'duplicate_type',
      structDefinition(65, { A: 2 }),
      structDefinition(65, { A: 2 }),
    ],
    [
      'a type defined twice inside a value',
      'duplicate_type',
      structDefinition(65, { A: 2 }),
      message(id(8), '00', text('x'), definitionBody(65, { sliceT: common(65) })),
    ],
    ['a definition without a kind', 'malformed', message(id(-65), '00')],
    [
      'a definition of two kinds',
      'malformed',
      definition(65, { sliceT: common(65), mapT: common(65) }),
    ],
    [
      'a definition with more behind it',
      'malformed',
      message(definitionBody(65, { sliceT: common(65) }), '00'),
    ],
    ['a definition cut off', 'truncated', message(id(-65), '02 01')],
    ['a definition with an unknown kind', 'malformed', message(id(-65), '08 00')],
    [
      'an array type of negative length',
      'malformed',
      definition(65, { arrayT: { ...common(65), elem: 2, len: -1 } }),
    ],
    [
      'a struct type with two fields of one name',
      'malformed',
      definition(65, {
        structT: {
          ...common(65),
          field: [
            { name: 'A', id: 2 },
            { name: 'A', id: 2 },
          ],
        },
      }),
    ],
    [
      'a struct type with a nameless field',
      'malformed',
      definition(65, { structT: { ...common(65), field: [{ name: '', id: 2 }] } }),
    ],
    ['a struct type with 2^63 fields', 'truncated', message(id(-65), '03 02', hugeCount)],
    ['a field name that is too long', 'limit', structDefinition(65, { ['A'.repeat(1025)]: 2 })],
    [
      'a struct type with too many fields',
      'limit',
      structDefinition(
        65,
        Object.fromEntries(Array.from({ length: 1025 }, (_unused, index) => [`F${index}`, 2])),
      ),
    ],
  ])('%s: %s', (_name, expected, ...parts) => {
    expect(outcome(parts, way)).toBe(expected);
  });
});

describe('types that fit no schema', () => {
  const wireTypes: [string, Part[]][] = [
    ['bool', [message('0200', '01')]],
    ['int', [message('0400', '02')]],
    ['uint', [message('0600', '02')]],
    ['float', [message('0800', '02')]],
    ['bytes', [message('0a00', '00')]],
    ['string', [message('0c00', '00')]],
    ['complex', [message('0e00', '00 00')]],
    ['slice', [sliceType(65, 2), message(id(65), '00', '00')]],
    [
      'array',
      [
        definition(65, { arrayT: { ...common(65), elem: 2, len: 2 } }),
        message(id(65), '00', '02 00 00'),
      ],
    ],
    [
      'map',
      [definition(65, { mapT: { ...common(65), key: 6, elem: 2 } }), message(id(65), '00', '00')],
    ],
    ['struct', [structDefinition(65, { X: 2, Y: 2 }), message(id(65), '00')]],
    ['gobEncoder', [definition(65, { gobEncoderT: common(65) }), message(id(65), '00', '00')]],
    [
      'binaryMarshaler',
      [definition(65, { binaryMarshalerT: common(65) }), message(id(65), '00', '00')],
    ],
    [
      'textMarshaler',
      [definition(65, { textMarshalerT: common(65) }), message(id(65), '00', '00')],
    ],
    ['interface', [message(id(8), '00', '00')]],
  ];
  const schemas: [string, Schema][] = [
    ['bool', bool],
    ['int', int],
    ['int', int64],
    ['uint', uint],
    ['uint', uint64],
    ['float', float],
    ['bytes', bytes],
    ['string', string],
    ['complex', complex],
    ['slice', slice(int)],
    ['array', array(int, 2)],
    ['map', map(string, int)],
    ['struct', point],
    ['gobEncoder', payload('gobEncoder')],
    ['binaryMarshaler', payload('binaryMarshaler')],
    ['textMarshaler', payload('textMarshaler')],
    ['interface', interfaceOf({ int })],
  ];

  test.each(wireTypes)('%s is taken by its own kind alone', (kind, parts) => {
    for (const [wanted, schema] of schemas) {
      const expected = wanted === kind ? 'value' : 'mismatch';
      expect([wanted, outcome(parts, (decoder) => decoder.decode(schema))]).toEqual([
        wanted,
        expected,
      ]);
      const pointer = outcome(parts, (decoder) => decoder.decode(optional(schema)));
      expect([wanted, pointer]).toEqual([wanted, expected]);
    }
  });

  test.each(wireTypes)('%s is taken by any at top level', (_kind, parts) => {
    expect(outcome(parts, (decoder) => decoder.decode(any))).toBe('value');
  });

  test.each<[string, Schema, Part]>([
    ['the elements of a slice', slice(string), sliceType(65, 2)],
    [
      'the elements of an array',
      array(string, 1),
      definition(65, { arrayT: { ...common(65), elem: 2, len: 1 } }),
    ],
    [
      'the length of an array',
      array(int, 1),
      definition(65, { arrayT: { ...common(65), elem: 2, len: 2 } }),
    ],
    [
      'the keys of a map',
      map(int, int),
      definition(65, { mapT: { ...common(65), key: 6, elem: 2 } }),
    ],
    [
      'the values of a map',
      map(string, string),
      definition(65, { mapT: { ...common(65), key: 6, elem: 2 } }),
    ],
    [
      'a field, even one that is not sent',
      struct('P', { x: string, y: int }),
      structDefinition(65, { X: 2, Y: 2 }),
    ],
    [
      'a concrete type in place of an any',
      struct('P', { x: any, y: int }),
      structDefinition(65, { X: 2, Y: 2 }),
    ],
    ['all field names', struct('P', { a: int, b: int }), structDefinition(65, { X: 2, Y: 2 })],
  ])('differ in %s', (_name, schema, type) => {
    const value = message(id(65), '00', '00');
    expect(outcome([type, value], (decoder) => decoder.decode(schema))).toBe('mismatch');
  });

  test('name the field in the error', () => {
    const decoder = new GobDecoder();
    const inner = struct('Inner', { x: string });
    decoder.push(
      bytesOf(
        structDefinition(65, { In: 66 }),
        structDefinition(66, { X: 2 }),
        message(id(65), '00'),
      ),
    );
    expect(() => decoder.decode(struct('Outer', { in: optional(inner) }))).toThrow(
      expect.objectContaining({ code: 'mismatch', path: 'Inner.X' }),
    );
  });
});

describe('limits', () => {
  const read: Way = (decoder) => decoder.decodeAny();

  test.each<[string, Partial<GobLimits>, ...Part[]]>([
    ['message length', { maxMessageBytes: 4 }, message('0c00', '03 616161')],
    ['buffered bytes', { maxBufferedBytes: 4 }, '05 00 00 00 00'],
    ['types', { maxTypes: 1 }, sliceType(65, 2), sliceType(66, 2)],
    ['fields of one type', { maxFieldsPerType: 1 }, structDefinition(65, { A: 2, B: 2 })],
    [
      'fields of all types',
      { maxFields: 3 },
      structDefinition(65, { A: 2, B: 2 }),
      structDefinition(66, { A: 2, B: 2 }),
    ],
    ['name length', { maxNameLength: 1 }, structDefinition(65, { AB: 2 })],
    [
      'interface name length',
      { maxInterfaceNameBytes: 2 },
      message(id(8), '00', text('int'), '04 02 00 02'),
    ],
    [
      'nesting',
      { maxDepth: 1 },
      sliceType(65, 66),
      sliceType(66, 2),
      message(id(65), '00', '01', '00'),
    ],
    ['memory', { maxWords: 20 }, sliceType(65, 2), message(id(65), '00', '05 00 00 00 00 00')],
  ])('%s', (_name, limits, ...parts) => {
    expect(outcome(parts, read, limits)).toBe('limit');
    expect(outcome(parts, read)).not.toBe('limit');
  });

  test('restarts: a value may not come in too many pieces', () => {
    const element = (of: number): Part =>
      bytesOf(text('x'), definitionBody(of, { sliceT: { ...common(of), elem: 2 } }));
    const pieces = [
      sliceType(64, 8),
      message(id(64), '00', '03', element(65)),
      message(id(65), '02 00 00', element(66)),
      message(id(66), '02 00 00', element(67)),
      message(id(67), '02 00 00'),
    ];
    const run = (limits: Partial<GobLimits>): unknown => {
      const decoder = new GobDecoder({ limits });
      let value: unknown = incomplete;
      for (const piece of pieces) {
        decoder.push(piece);
        value = decoder.decodeAny();
      }
      return value;
    };
    expect(run({ maxRestarts: 3 })).toEqual([[], [], []]);
    expect(() => run({ maxRestarts: 2 })).toThrow(expect.objectContaining({ code: 'limit' }));
    const again = [0, 1, 2].map((last) =>
      pieces.slice(1, 2 + last).reduce((sum, piece) => sum + piece.length, 0),
    );
    const maxRepeatedBytes = again.reduce((sum, length) => sum + length);
    expect(run({ maxRepeatedBytes })).toEqual([[], [], []]);
    expect(() => run({ maxRepeatedBytes: maxRepeatedBytes - 1 })).toThrow(
      expect.objectContaining({ code: 'limit' }),
    );
  });

  test('nothing is allocated for counts that lie', () => {
    const before = process.memoryUsage().rss;
    const manyAnys = [sliceType(65, 8), message(id(65), '00', hugeCount, '00')];
    const hugeArray = [
      definition(65, { arrayT: { ...common(65), elem: 8, len: 2 ** 50 } }),
      message(id(65), '00', count(2 ** 50), '00'),
    ];
    for (const parts of [manyAnys, hugeArray]) {
      expect(outcome(parts, read)).toBe('limit');
      expect(outcome(parts, (decoder) => decoder.discard())).toBe('truncated');
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  test('structs of many fields cannot be multiplied by bytes', () => {
    const names = Array.from({ length: 200 }, (_unused, index) => `F${index}`);
    const wide = struct('Wide', Object.fromEntries(names.map((name) => [name, slice(int)])));
    const fields = Object.fromEntries(names.map((name) => [name, 66]));
    const type = bytesOf(sliceType(64, 65), structDefinition(65, fields), sliceType(66, 2));
    const many = 1_000_000;
    const parts = [type, message(id(64), '00', count(many), new Uint8Array(many))];
    expect(outcome(parts, (decoder) => decoder.decode(slice(wide)))).toBe('limit');
  });

  test.each<[string, Part[]]>([
    ['lists in lists', [sliceType(65, 65), message(id(65), '00', '01'.repeat(100_000), '00')]],
    [
      'structs in structs',
      [structDefinition(65, { A: 65 }), message(id(65), '01'.repeat(100_000))],
    ],
    ['interfaces in interfaces', [message(id(8), '00', '01 61 10 00 00'.repeat(100_000))]],
    [
      'arrays in arrays',
      [
        definition(65, { arrayT: { ...common(65), elem: 65, len: 1 } }),
        message(id(65), '00', '01'.repeat(100_000)),
      ],
    ],
    [
      'maps in maps',
      [
        definition(65, { mapT: { ...common(65), key: 65, elem: 2 } }),
        message(id(65), '00', '01'.repeat(100_000)),
      ],
    ],
  ])('values that nest without end: %s', (_name, parts) => {
    for (const way of [read, (decoder: GobDecoder): unknown => decoder.discard()]) {
      expect(outcome(parts, way)).toBe('limit');
    }
  });

  test('types that nest too deep', () => {
    const chain = Array.from({ length: 1_500 }, (_unused, index) =>
      sliceType(65 + index, 66 + index),
    );
    const parts = [...chain, sliceType(65 + 1_500, 2), message(id(65), '00', '00')];
    for (const way of [read, (decoder: GobDecoder): unknown => decoder.discard()]) {
      expect(outcome(parts, way)).toBe('limit');
    }
  });

  test('values at the very depth that is allowed', () => {
    const nested = (depth: number): Part[] => [
      sliceType(65, 65),
      message(id(65), '00', '01'.repeat(depth - 1), '00'),
    ];
    expect(outcome(nested(500), read)).toBe('value');
    expect(outcome(nested(501), read)).toBe('limit');
  });
});
