import { describe, expect, test } from '@jest/globals';

import { FrameBatch } from '../../../../server/wire/yamux/encode.ts';
import { SendQueue } from '../../../../server/wire/yamux/send_queue.ts';

/** Moves `count` bytes out of the queue. */
function move(queue: SendQueue, count: number): string {
  const batch = new FrameBatch();
  queue.moveTo(batch, count);
  return Buffer.concat(batch.take()).toString('latin1');
}

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

describe('send queue', () => {
  test('gives bytes in order and resolves each write when its last byte has gone', async () => {
    const queue = new SendQueue();
    const done: string[] = [];
    const all = ['abc', 'de', 'f'].map((part) =>
      queue.push(text(part)).then(() => done.push(part)),
    );
    expect(queue.length).toBe(6);
    expect(move(queue, 2)).toBe('ab');
    await Promise.resolve();
    expect(done).toEqual([]);
    expect(move(queue, 3)).toBe('cde');
    await Promise.resolve();
    expect(done).toEqual(['abc', 'de']);
    expect(move(queue, 9)).toBe('f');
    await Promise.all(all);
    expect(queue.length).toBe(0);
    void queue.push(text('g'));
    expect(move(queue, 1)).toBe('g');
  });

  test('rejects every waiting write and is empty afterwards', async () => {
    const queue = new SendQueue();
    const writes = [queue.push(text('ab')), queue.push(text('c'))];
    move(queue, 1);
    queue.fail(new Error('over'));
    for (const write of writes) await expect(write).rejects.toThrow('over');
    expect(queue.length).toBe(0);
    expect(move(queue, 5)).toBe('');
  });
});
