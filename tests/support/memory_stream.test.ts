import { describe, expect, test } from '@jest/globals';

import { memoryStreamPair } from './memory_stream.ts';
import { RecordingReceiver } from './recording_receiver.ts';

describe('memory stream pair', () => {
  test('carries bytes and ends both ways, then closes cleanly', async () => {
    const [left, right] = memoryStreamPair({ window: 10, chunk: 3 });
    const atLeft = new RecordingReceiver(left);
    const atRight = new RecordingReceiver(right);
    left.receive(atLeft);
    right.receive(atRight);
    const sent = Uint8Array.from({ length: 100 }, (_, index) => index);
    await left.write(sent);
    left.end();
    await right.write(sent);
    right.end();
    expect(await left.closed).toBeUndefined();
    expect(await right.closed).toBeUndefined();
    expect(atLeft.bytes()).toEqual(sent);
    expect(atRight.bytes()).toEqual(sent);
    expect(Math.max(...atRight.chunks.map(({ length }) => length))).toBe(3);
    await expect(left.write(sent)).rejects.toThrow('write after end');
  });

  test('lets nothing past a window that is not consumed', async () => {
    const [left, right] = memoryStreamPair({ window: 4 });
    const receiver = new RecordingReceiver();
    right.receive(receiver);
    let isWritten = false;
    const written = left.write(new Uint8Array(6)).then(() => (isWritten = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(receiver.length).toBe(4);
    expect(isWritten).toBe(false);
    right.consumed(2);
    await written;
    expect(receiver.length).toBe(6);
  });

  test('breaks both sides and every writer on reset', async () => {
    const [left, right] = memoryStreamPair({ window: 1 });
    const receiver = new RecordingReceiver();
    right.receive(receiver);
    const written = left.write(new Uint8Array(5));
    left.reset(new Error('enough'));
    left.reset();
    await expect(written).rejects.toThrow('enough');
    expect((await left.closed)?.message).toBe('enough');
    expect((await right.closed)?.message).toBe('the stream was reset by the peer');
    expect(receiver.calls).toEqual(['error the stream was reset by the peer']);
    await expect(right.write(new Uint8Array(1))).rejects.toThrow('reset by the peer');
  });
});
