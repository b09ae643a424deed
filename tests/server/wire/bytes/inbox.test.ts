import { describe, expect, test } from '@jest/globals';

import { Inbox } from '../../../../server/wire/bytes/inbox.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

function strict(): Inbox {
  return new Inbox((thrown) => {
    throw thrown;
  });
}

describe('inbox', () => {
  test('tells nothing before deliver, then everything in order', () => {
    const inbox = strict();
    const receiver = new RecordingReceiver();
    inbox.receive(receiver);
    inbox.put(text('ab'));
    inbox.put(text('c'));
    inbox.end();
    expect(receiver.calls).toEqual([]);
    inbox.deliver();
    inbox.deliver();
    expect(receiver.calls).toEqual(['data 2', 'data 1', 'end']);
    expect(receiver.text()).toBe('abc');
  });

  test('hands what came early, its end included, to the first receiver', () => {
    const inbox = strict();
    inbox.put(text('ab'));
    inbox.deliver();
    inbox.put(text('cd'));
    inbox.end();
    inbox.deliver();
    const receiver = new RecordingReceiver();
    inbox.receive(receiver);
    expect(receiver.text()).toBe('abcd');
    expect(receiver.calls.at(-1)).toBe('end');
  });

  test('does not hold on to the large buffer that a few early bytes were read into', () => {
    const inbox = strict();
    inbox.put(new Uint8Array(65536).subarray(100, 104));
    inbox.deliver();
    const receiver = new RecordingReceiver();
    inbox.receive(receiver);
    expect(receiver.chunks[0]?.buffer.byteLength).toBeLessThan(1024);
  });

  test('has one receiver at a time', () => {
    const inbox = strict();
    inbox.receive(new RecordingReceiver());
    expect(() => inbox.receive(new RecordingReceiver())).toThrow('already has a receiver');
    inbox.release();
    inbox.receive(new RecordingReceiver());
  });

  test('tells each receiver of the end, the one that comes after it too', () => {
    const inbox = strict();
    const receivers = [new RecordingReceiver(), new RecordingReceiver()];
    inbox.end();
    for (const receiver of receivers) {
      inbox.receive(receiver);
      inbox.release();
      expect(receiver.calls).toEqual(['end']);
    }
  });

  test('puts what the receiver leaves unread in front of what came later', () => {
    const inbox = strict();
    const second = new RecordingReceiver();
    inbox.receive({
      data(chunk) {
        inbox.consumed(2);
        inbox.release(chunk.subarray(2));
      },
      end: () => undefined,
      error: () => undefined,
    });
    inbox.put(text('abcd'));
    inbox.put(text('ef'));
    inbox.end();
    inbox.deliver();
    expect(inbox.unconsumed).toBe(4);
    inbox.receive(second);
    expect(second.text()).toBe('cdef');
    expect(second.isEnded).toBe(true);
    inbox.consumed(4);
    expect(inbox.unconsumed).toBe(0);
  });

  test('goes on with a receiver installed from inside the one before', () => {
    const inbox = strict();
    const second = new RecordingReceiver();
    inbox.receive({
      data(chunk) {
        inbox.release(chunk.subarray(1));
        inbox.receive(second);
        expect(second.calls).toEqual([]);
      },
      end: () => undefined,
      error: () => undefined,
    });
    inbox.put(text('abc'));
    inbox.put(text('d'));
    inbox.deliver();
    expect(second.calls).toEqual(['data 2', 'data 1']);
  });

  test('drops what nobody has seen when the stream breaks, and tells the first cause once', () => {
    const inbox = strict();
    inbox.put(text('ab'));
    inbox.fail(new Error('first'));
    inbox.fail(new Error('second'));
    inbox.put(text('cd'));
    inbox.end();
    const receiver = new RecordingReceiver();
    inbox.receive(receiver);
    inbox.deliver();
    expect(receiver.calls).toEqual(['error first']);
    expect(inbox.unconsumed).toBe(0);
  });

  test('tells of a break after the end', () => {
    const inbox = strict();
    const receiver = new RecordingReceiver();
    inbox.receive(receiver);
    inbox.end();
    inbox.deliver();
    inbox.fail(new Error('late'));
    inbox.deliver();
    expect(receiver.calls).toEqual(['end', 'error late']);
  });

  test('gives a receiver that threw nothing but the error', () => {
    const thrown: unknown[] = [];
    const calls: string[] = [];
    const inbox = new Inbox((value) => {
      thrown.push(value);
      inbox.fail(new Error('it threw'));
    });
    inbox.receive({
      data() {
        calls.push('data');
        throw new Error('bad data');
      },
      end: () => calls.push('end'),
      error(cause) {
        calls.push(cause.message);
        throw new Error('bad error');
      },
    });
    inbox.put(text('a'));
    inbox.put(text('b'));
    inbox.end();
    inbox.deliver();
    expect(calls).toEqual(['data', 'it threw']);
    expect(thrown.map(String)).toEqual(['Error: bad data', 'Error: bad error']);
  });

  test.each([-1, 0.5, 3])('refuses a report of %p consumed bytes when 2 are due', (count) => {
    const inbox = strict();
    inbox.receive(new RecordingReceiver());
    inbox.put(text('ab'));
    inbox.deliver();
    expect(() => inbox.consumed(count)).toThrow(RangeError);
    inbox.consumed(2);
  });

  test('refuses to take back more than it gave', () => {
    const inbox = strict();
    inbox.receive(new RecordingReceiver());
    inbox.put(text('ab'));
    inbox.deliver();
    expect(() => inbox.release(text('abc'))).toThrow(RangeError);
  });
});
