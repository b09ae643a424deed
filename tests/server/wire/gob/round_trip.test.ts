/** Whatever schema and value: decoding gives back what was encoded, in any cuts, with and without the schema. */
import { isDeepStrictEqual } from 'node:util';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  any,
  create,
  decodeOnce,
  encodeOnce,
  GobDecoder,
  GobEncoder,
  incomplete,
  optional,
} from '../../../../server/wire/gob/index.ts';
import { gobValues, samples } from '../../../support/gob_arbitraries.ts';

const cases = samples.chain(({ schema, values }) =>
  values
    .filter((value) => value !== undefined || schema.kind !== 'optional')
    .map((value) => ({ schema: schema, value })),
);

function same(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toStrictEqual(expected);
}

describe('a value of any schema', () => {
  test('comes back as create makes it', () => {
    fc.assert(
      fc.property(cases, ({ schema, value }) => {
        same(decodeOnce(schema, encodeOnce(schema, value)), create(schema, value));
      }),
      { numRuns: 1_000 },
    );
  });

  test('comes back the same when it is sent twice on a stream that carries others', () => {
    fc.assert(
      fc.property(fc.array(cases, { minLength: 1, maxLength: 4 }), (list) => {
        const encoder = new GobEncoder();
        const decoder = new GobDecoder();
        for (const { schema, value } of [...list, ...list]) {
          decoder.push(encoder.encode(schema, value));
          same(decoder.decode(schema), create(schema, value));
          expect(decoder.buffered).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('comes back the same from random cuts', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat(400), { maxLength: 6 }), ({ schema, value }, cuts) => {
        const bytes = encodeOnce(schema, value);
        const decoder = new GobDecoder();
        const edges = [
          0,
          ...cuts.filter((at) => at < bytes.length).sort((a, b) => a - b),
          bytes.length,
        ];
        let decoded: unknown = incomplete;
        edges.slice(1).forEach((edge, index) => {
          expect(decoded).toBe(incomplete);
          decoder.push(bytes.slice(edges[index], edge));
          decoded = decoder.decode(schema);
        });
        same(decoded, create(schema, value));
      }),
      { numRuns: 300 },
    );
  });

  test('survives being created, encoded and created again', () => {
    fc.assert(
      fc.property(cases, ({ schema, value }) => {
        const created = create(schema, value);
        same(create(schema, created), created);
        same(decodeOnce(schema, encodeOnce(schema, created)), created);
      }),
      { numRuns: 300 },
    );
  });

  test('can be discarded, and skipped as a field', () => {
    fc.assert(
      fc.property(cases, ({ schema, value }) => {
        const decoder = new GobDecoder();
        decoder.push(encodeOnce(schema, value));
        expect([decoder.discard(), decoder.buffered]).toEqual([true, 0]);
      }),
      { numRuns: 300 },
    );
  });

  test('is a pointer as well', () => {
    fc.assert(
      fc.property(cases, ({ schema, value }) => {
        fc.pre(value !== undefined);
        same(decodeOnce(optional(schema), encodeOnce(schema, value)), create(schema, value));
      }),
      { numRuns: 100 },
    );
  });
});

test('what an any holds comes back without a schema', () => {
  fc.assert(
    fc.property(gobValues, (value) => {
      const decoder = new GobDecoder();
      decoder.push(encodeOnce(any, value));
      same(decoder.decodeAny(), create(any, value));
    }),
    { numRuns: 500 },
  );
});
