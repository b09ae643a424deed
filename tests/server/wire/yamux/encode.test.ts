import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { encodeFrame, FrameBatch } from '../../../../server/wire/yamux/encode.ts';
import { frame, header } from '../../../support/yamux_frames.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('frame encoding', () => {
  test.each([
    [encodeFrame(1, 1, 2, 0), '000100010000000200000000'],
    [encodeFrame(1, 2, 7, 0), '000100020000000700000000'],
    [encodeFrame(0, 0, 1, 0x57), '000000000000000100000057'],
    [encodeFrame(2, 2, 0, 0xfedcba98), '0002000200000000fedcba98'],
    [encodeFrame(1, 8, 0xfffffffe, 0xffffffff), '00010008fffffffeffffffff'],
  ])('writes %p as recorded', (bytes, expected) => {
    expect(hex(bytes)).toBe(expected);
  });

  test('writes every header as the specification lays it out', () => {
    const word = fc.nat(0xffffffff);
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 2, 3),
        fc.nat(0xffff),
        word,
        word,
        (type, flags, id, length) => {
          expect(hex(encodeFrame(type, flags, id, length))).toBe(
            hex(header(type, flags, id, length)),
          );
        },
      ),
    );
  });
});

describe('frame batch', () => {
  test('lays headers and small payloads out as one part', () => {
    const batch = new FrameBatch();
    batch.header(1, 2, 1, 0);
    batch.header(0, 0, 1, 3);
    batch.payload(Uint8Array.of(1, 2));
    batch.payload(Uint8Array.of(3));
    expect(batch.length).toBe(27);
    const parts = batch.take();
    expect(parts).toHaveLength(1);
    expect(hex(parts[0]!)).toBe(
      hex(frame('window', ['ack'], 1)) + hex(frame('data', [], 1, Uint8Array.of(1, 2, 3))),
    );
    expect(batch.length).toBe(0);
    expect(batch.take()).toEqual([]);
  });

  test('takes large payloads by reference', () => {
    const batch = new FrameBatch();
    const large = new Uint8Array(5000).fill(1);
    batch.header(0, 0, 1, 5000);
    batch.payload(large);
    batch.header(2, 1, 0, 9);
    const parts = batch.take();
    expect(parts.map(({ length }) => length)).toEqual([12, 5000, 12]);
    expect(parts[1]).toBe(large);
  });

  test('never writes again where it has given bytes away', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6000), fc.boolean()), { maxLength: 60 }), (steps) => {
        const batch = new FrameBatch();
        const taken: Uint8Array[] = [];
        const expected: Uint8Array[] = [];
        steps.forEach(([length, takes], index) => {
          const payload = new Uint8Array(length).fill(index);
          batch.header(0, 0, index, length);
          batch.payload(payload);
          expected.push(frame('data', [], index, payload));
          if (takes) taken.push(...batch.take());
        });
        taken.push(...batch.take());
        expect(Buffer.concat(taken).equals(Buffer.concat(expected))).toBe(true);
      }),
    );
  });
});
