import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { FrameDecoder } from '../../../../server/wire/yamux/decode.ts';
import { YamuxError } from '../../../../server/wire/yamux/errors.ts';
import type { YamuxErrorCode } from '../../../../server/wire/yamux/errors.ts';
import { frame, header } from '../../../support/yamux_frames.ts';

/** What a sink was told, with the payload pieces of one frame joined. */
interface Seen {
  type: number;
  flags: number;
  streamId: number;
  length: number;
  payload: string;
  isComplete: boolean;
}

function decodeInto(seen: Seen[]): FrameDecoder {
  return new FrameDecoder({
    header: ({ type, flags, streamId, length }) => {
      const isComplete = type !== 0 || length === 0;
      seen.push({ type, flags, streamId, length, payload: '', isComplete });
    },
    payload: (bytes, last) => {
      const frame = seen.at(-1)!;
      expect(frame.isComplete).toBe(false);
      expect(bytes.length).toBeGreaterThan(0);
      frame.payload += Buffer.from(bytes).toString('hex');
      frame.isComplete = last;
    },
  });
}

function decode(...chunks: Uint8Array[]): Seen[] {
  const seen: Seen[] = [];
  const decoder = decodeInto(seen);
  for (const chunk of chunks) decoder.push(chunk);
  expect(decoder.midFrame).toBe(false);
  return seen;
}

function codeOf(run: () => unknown): YamuxErrorCode | undefined {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof YamuxError) return thrown.code;
    throw thrown;
  }
  return undefined;
}

/** Frames recorded between a Mattermost server and a Go plugin. */
const recorded = Buffer.from(
  [
    '000100010000000100000000',
    '000100010000000300000000',
    '000100010000000500000000',
    '000100020000000100000000',
    '000100010000000700000000',
    '000000000000000700000004',
    '01000000',
    '000100020000000700000000',
    '000100010000000200000000',
    '000000000000000200000004',
    '01000000',
    '000100020000000200000000',
  ].join(''),
  'hex',
);

const whole: Seen[] = [
  [1, 1, 1, 0, ''],
  [1, 1, 3, 0, ''],
  [1, 1, 5, 0, ''],
  [1, 2, 1, 0, ''],
  [1, 1, 7, 0, ''],
  [0, 0, 7, 4, '01000000'],
  [1, 2, 7, 0, ''],
  [1, 1, 2, 0, ''],
  [0, 0, 2, 4, '01000000'],
  [1, 2, 2, 0, ''],
].map(([type, flags, streamId, length, payload]) => ({
  type: Number(type),
  flags: Number(flags),
  streamId: Number(streamId),
  length: Number(length),
  payload: String(payload),
  isComplete: true,
}));

describe('frame decoder', () => {
  test('reads recorded frames whole and byte by byte', () => {
    expect(decode(recorded)).toEqual(whole);
    expect(decode(...[...recorded].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  test('reads the same from any cut', () => {
    const frames = fc.array(
      fc.oneof(
        fc
          .tuple(fc.nat(0xffff), fc.nat(0xffffffff), fc.uint8Array({ maxLength: 50 }))
          .map(([flags, id, payload]) =>
            Buffer.concat([header(0, flags, id, payload.length), payload]),
          ),
        fc
          .tuple(
            fc.integer({ min: 1, max: 3 }),
            fc.nat(0xffff),
            fc.nat(0xffffffff),
            fc.nat(0xffffffff),
          )
          .map((fields) => header(...fields)),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(
        frames,
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (list, lengths) => {
          const bytes = Buffer.concat(list);
          const chunks: Uint8Array[] = [];
          for (let at = 0; at < bytes.length;) {
            const length = lengths[chunks.length % lengths.length]!;
            chunks.push(bytes.subarray(at, at + length));
            at += length;
          }
          expect(decode(...chunks)).toEqual(decode(bytes));
        },
      ),
    );
  });

  test('reads fields of full width', () => {
    expect(decode(header(2, 0xffff, 0xffffffff, 0xfffffffe))[0]).toMatchObject({
      flags: 0xffff,
      streamId: 0xffffffff,
      length: 0xfffffffe,
    });
  });

  test('passes payload on as it comes, without gathering it', () => {
    const seen: Seen[] = [];
    const decoder = decodeInto(seen);
    decoder.push(header(0, 0, 1, 262144));
    decoder.push(Uint8Array.of(0xab));
    expect(seen[0]?.payload).toBe('ab');
    expect(decoder.midFrame).toBe(true);
  });

  test('knows that it is inside a header', () => {
    const decoder = decodeInto([]);
    decoder.push(frame('ping', ['syn'], 0, 1).subarray(0, 11));
    expect(decoder.midFrame).toBe(true);
  });

  test.each<[YamuxErrorCode, Uint8Array]>([
    ['bad_version', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0)],
    ['bad_type', header(4, 0, 1, 0)],
    ['bad_type', header(255, 0, 1, 0)],
    ['frame_too_long', header(0, 0, 1, 262145)],
    ['frame_too_long', header(0, 0, 1, 0xffffffff)],
  ])('fails with %s, announced to the peer, and stays dead', (code, bytes) => {
    const decoder = decodeInto([]);
    expect(codeOf(() => decoder.push(bytes))).toBe(code);
    expect(codeOf(() => decoder.push(frame('ping', ['syn'], 0, 1)))).toBe(code);
    expect(new YamuxError(code, '').goAway).toBe(1);
  });

  test('is dead after its sink threw', () => {
    const decoder = new FrameDecoder({
      header: () => {
        throw new Error('no');
      },
      payload: () => undefined,
    });
    expect(() => decoder.push(header(1, 0, 1, 0))).toThrow('no');
    expect(() => decoder.push(Uint8Array.of(0))).toThrow('no');
  });
});
