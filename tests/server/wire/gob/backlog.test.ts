import { describe, expect, test } from '@jest/globals';

import { Backlog } from '../../../../server/wire/gob/backlog.ts';
import { defaultLimits } from '../../../../server/wire/gob/limits.ts';

const backlog = (): Backlog => new Backlog(defaultLimits);

describe('Backlog', () => {
  test('finds messages, one behind the other', () => {
    const bytes = backlog();
    bytes.push(Uint8Array.of(1, 7, 0xff, 2, 8, 9, 3, 1));
    expect(bytes.message(0)).toEqual({ body: 1, end: 2 });
    expect(bytes.message(2)).toEqual({ body: 4, end: 6 });
    expect(bytes.message(6)).toBeUndefined();
    expect(bytes.message(8)).toBeUndefined();
    expect([...bytes.view(4, 6)]).toEqual([8, 9]);
    bytes.drop(2);
    expect(bytes.message(0)).toEqual({ body: 2, end: 4 });
    expect(bytes.length).toBe(6);
  });

  test('uses a chunk as it is while nothing else waits', () => {
    const bytes = backlog();
    const chunk = Uint8Array.of(1, 2);
    bytes.push(chunk);
    expect(bytes.view(0, 2).buffer).toBe(chunk.buffer);
    bytes.drop(2);
    bytes.push(chunk.subarray(1));
    expect(bytes.view(0, 1).byteOffset).toBe(1);
  });

  test('never writes into a chunk it was given', () => {
    const bytes = backlog();
    const chunk = Uint8Array.of(5, 1, 99, 99);
    bytes.push(chunk.subarray(0, 2));
    bytes.push(Uint8Array.of(7, 8));
    expect([...chunk]).toEqual([5, 1, 99, 99]);
    expect([...bytes.view(0, 4)]).toEqual([5, 1, 7, 8]);
  });

  test('joins any number of small chunks in linear time', () => {
    const bytes = backlog();
    for (let index = 0; index < 300_000; index++) bytes.push(Uint8Array.of(index));
    expect(bytes.length).toBe(300_000);
    expect([...bytes.view(299_990, 300_000)]).toEqual(
      Array.from({ length: 10 }, (_unused, index) => (299_990 + index) % 256),
    );
  });

  test('ignores empty chunks', () => {
    const bytes = backlog();
    bytes.push(new Uint8Array());
    bytes.push(Uint8Array.of(1));
    bytes.push(new Uint8Array());
    expect(bytes.length).toBe(1);
  });
});
