/** Every golden stream decodes to what Go encoded, however its bytes arrive. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { GobDecoder, incomplete, type GobValue } from '../../../../server/wire/gob/index.ts';
import { gobVectors } from '../../../support/gob_vectors.ts';

/** Decodes everything that the chunks hold, asking for a value after each. */
function decodeAll(chunks: Iterable<Uint8Array>): GobValue[] {
  const decoder = new GobDecoder();
  const values: GobValue[] = [];
  for (const chunk of chunks) {
    decoder.push(chunk);
    for (let value = decoder.decodeAny(); value !== incomplete; value = decoder.decodeAny()) {
      values.push(value);
    }
  }
  expect(decoder.buffered).toBe(0);
  return values;
}

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const edges = [0, ...[...places].sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
}

describe.each(gobVectors())('$name', ({ bytes, values }) => {
  test('whole', () => {
    expect(decodeAll([bytes])).toEqual(values);
  });

  test('byte by byte', () => {
    expect(decodeAll([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(values);
  });

  test('in random cuts', () => {
    const places = fc.array(fc.nat(bytes.length), { maxLength: 8 });
    fc.assert(
      fc.property(places, (at) => {
        expect(decodeAll(cut(bytes, at))).toEqual(values);
      }),
      { numRuns: 25 },
    );
  });

  test('discarded', () => {
    const decoder = new GobDecoder();
    let discarded = 0;
    for (const byte of bytes) {
      decoder.push(Uint8Array.of(byte));
      if (decoder.discard()) discarded++;
    }
    expect([discarded, decoder.buffered]).toEqual([values.length, 0]);
  });
});
