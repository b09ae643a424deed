import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { ByteQueue } from '../../../../server/wire/bytes/byte_queue.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function filled(...chunks: Uint8Array[]): ByteQueue {
  const queue = new ByteQueue();
  for (const chunk of chunks) queue.push(chunk);
  return queue;
}

describe('byte queue', () => {
  test('takes within a chunk as a view and across chunks as a copy', () => {
    const first = bytes(1, 2, 3, 4);
    const queue = filled(first, bytes(5, 6), bytes(7));
    const view = queue.take(2);
    expect(view).toEqual(bytes(1, 2));
    expect(view.buffer).toBe(first.buffer);
    expect(queue.peek(4)).toEqual(bytes(3, 4, 5, 6));
    expect(queue.take(4)).toEqual(bytes(3, 4, 5, 6));
    expect(queue.length).toBe(1);
  });

  test('shifts what is left of the first chunk and puts chunks back in front', () => {
    const queue = filled(bytes(1, 2, 3), bytes(4));
    queue.skip(1);
    expect(queue.shift()).toEqual(bytes(2, 3));
    queue.unshift(bytes(8, 9));
    expect(queue.shift()).toEqual(bytes(8, 9));
    expect(queue.shift()).toEqual(bytes(4));
    expect(queue.shift()).toBeUndefined();
    queue.unshift(bytes(5));
    expect(queue.take(1)).toEqual(bytes(5));
  });

  test('ignores empty chunks', () => {
    const queue = filled(bytes(), bytes(1));
    queue.unshift(bytes());
    queue.pushCopy(bytes());
    expect(queue.take(1)).toEqual(bytes(1));
    expect(queue.shift()).toBeUndefined();
  });

  test('is empty after clear', () => {
    const queue = filled(bytes(1, 2));
    queue.clear();
    expect(queue.length).toBe(0);
    expect(queue.take(0)).toEqual(bytes());
  });

  test.each([3, -1, 0.5, Number.NaN])('refuses to give %p of 2 bytes', (count) => {
    const queue = filled(bytes(1, 2));
    expect(() => queue.take(count)).toThrow(RangeError);
    expect(() => queue.peek(count)).toThrow(RangeError);
    expect(() => queue.skip(count)).toThrow(RangeError);
    expect(queue.length).toBe(2);
  });

  test('copies of small chunks share few blocks and do not hold on to where they came from', () => {
    const source = new Uint8Array(65536).fill(7);
    const queue = new ByteQueue();
    for (let index = 0; index < 10_000; index++) queue.pushCopy(source.subarray(index, index + 1));
    source.fill(0);
    const blocks = new Set<ArrayBufferLike>();
    let count = 0;
    for (let chunk = queue.shift(); chunk !== undefined; chunk = queue.shift()) {
      blocks.add(chunk.buffer);
      count += chunk.length;
      expect(chunk.every((value) => value === 7)).toBe(true);
    }
    expect(count).toBe(10_000);
    expect(blocks.size).toBeLessThan(10);
  });

  test('behaves like one long array, whatever is done to it', () => {
    const chunk = fc.uint8Array({ maxLength: 40 });
    const step = fc.oneof(
      fc.record({ kind: fc.constantFrom('push', 'pushCopy', 'unshift'), chunk }),
      fc.record({ kind: fc.constantFrom('take', 'peek', 'skip'), count: fc.nat(60) }),
      fc.record({ kind: fc.constant('shift') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const queue = new ByteQueue();
        let model: number[] = [];
        for (const item of steps) {
          if ('chunk' in item) {
            const own = Uint8Array.from(item.chunk);
            if (item.kind === 'unshift') {
              queue.unshift(own);
              model = [...own, ...model];
            } else {
              if (item.kind === 'push') queue.push(own);
              else queue.pushCopy(own);
              model.push(...own);
            }
          } else if ('count' in item) {
            const count = Math.min(item.count, model.length);
            const expected = model.slice(0, count);
            if (item.kind === 'peek') expect([...queue.peek(count)]).toEqual(expected);
            else {
              if (item.kind === 'take') expect([...queue.take(count)]).toEqual(expected);
              else queue.skip(count);
              model = model.slice(count);
            }
          } else {
            const taken = queue.shift() ?? [];
            expect([...taken]).toEqual(model.slice(0, taken.length));
            if (model.length > 0) expect(taken.length).toBeGreaterThan(0);
            model = model.slice(taken.length);
          }
          expect(queue.length).toBe(model.length);
        }
        expect([...queue.take(queue.length)]).toEqual(model);
      }),
    );
  });
});
