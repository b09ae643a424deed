import { describe, expect, test } from '@jest/globals';

import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { settle } from '../../../support/manual_clock.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';
import { frame, parseFrames } from '../../../support/yamux_frames.ts';
import { codeOf, scriptedSession } from '../../../support/yamux_session.ts';
import type { ScriptedSession } from '../../../support/yamux_session.ts';

const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));
const window = 262144;

interface Opened extends ScriptedSession {
  stream: ByteStream;
  receiver: RecordingReceiver;
}

/** A session with stream 1, opened by the peer, whose receiver leaves everything unconsumed. */
async function opened(): Promise<Opened> {
  const scripted = scriptedSession();
  await scripted.exchange(frame('window', ['syn'], 1));
  const stream = scripted.streams[0]!;
  const receiver = new RecordingReceiver();
  stream.receive(receiver);
  return { ...scripted, stream, receiver };
}

describe('ending', () => {
  const peerEnds = ({ transport }: Opened): void => transport.feed(frame('window', ['fin'], 1));
  const peerEndsWithData = ({ transport }: Opened): void =>
    transport.feed(frame('data', ['fin'], 1, text('bye')));
  const peerResets = ({ transport }: Opened): void => transport.feed(frame('window', ['rst'], 1));
  const weEnd = ({ stream }: Opened): void => stream.end();
  const weReset = ({ stream }: Opened): void => stream.reset();

  test.each<[string, ((opened: Opened) => void)[], string[], string[], string | undefined]>([
    ['we, then the peer', [weEnd, peerEnds], ['window fin 1 0'], ['end'], undefined],
    ['the peer, then we', [peerEnds, weEnd], ['window fin 1 0'], ['end'], undefined],
    [
      'the peer with data',
      [peerEndsWithData, weEnd],
      ['window fin 1 0'],
      ['data 3', 'end'],
      undefined,
    ],
    [
      'we twice, then the peer',
      [weEnd, weEnd, peerEnds, weEnd],
      ['window fin 1 0'],
      ['end'],
      undefined,
    ],
    [
      'we reset',
      [weReset, weReset],
      ['window rst 1 0'],
      ['error stream 1 was reset here'],
      'reset_here',
    ],
    [
      'we end, then reset',
      [weEnd, weReset],
      ['window fin 1 0', 'window rst 1 0'],
      ['error stream 1 was reset here'],
      'reset_here',
    ],
    [
      'the peer ends, then we reset',
      [peerEnds, weReset],
      ['window rst 1 0'],
      ['end', 'error stream 1 was reset here'],
      'reset_here',
    ],
    [
      'the peer resets',
      [peerResets],
      [],
      ['error stream 1 was reset by the peer'],
      'reset_by_peer',
    ],
    [
      'the peer ends, then resets',
      [peerEnds, peerResets],
      [],
      ['end', 'error stream 1 was reset by the peer'],
      'reset_by_peer',
    ],
    [
      'we end, then the peer resets',
      [weEnd, peerResets],
      ['window fin 1 0'],
      ['error stream 1 was reset by the peer'],
      'reset_by_peer',
    ],
    [
      'both reset',
      [weReset, peerResets],
      ['window rst 1 0'],
      ['error stream 1 was reset here'],
      'reset_here',
    ],
    ['all over, then we reset', [weEnd, peerEnds, weReset], ['window fin 1 0'], ['end'], undefined],
  ])('%s', async (_, events, sent, calls, outcome) => {
    const all = await opened();
    for (const event of events) {
      event(all);
      await settle();
    }
    expect(all.transport.takeWords()).toEqual(sent);
    expect(all.receiver.calls).toEqual(calls);
    expect(await codeOf(all.stream.closed)).toBe(outcome);
    expect(all.session.streamCount).toBe(0);
    expect(await all.exchange(frame('ping', ['syn'], 0, 1))).toEqual(['ping ack 0 1']);
  });

  test('FIN leaves after what is queued, even across a closed window, and only once', async () => {
    const all = await opened();
    const written = all.stream.write(new Uint8Array(window + 10));
    all.stream.end();
    all.stream.end();
    expect(await codeOf(all.stream.write(text('x')))).toBe('write_after_end');
    const first = await all.exchange();
    expect(first.some((line) => line.includes('fin'))).toBe(false);
    expect(await all.exchange(frame('window', [], 1, 5))).toEqual(['data 1 5']);
    expect(await all.exchange(frame('window', [], 1, 5))).toEqual(['data 1 5', 'window fin 1 0']);
    await written;
    expect(await all.exchange(frame('window', [], 1, 5))).toEqual([]);
    expect(all.session.streamCount).toBe(1);
  });

  test('half closed, it still receives and still returns credit', async () => {
    const all = await opened();
    all.stream.end();
    await all.exchange();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    all.stream.consumed(window);
    expect(await all.exchange()).toEqual([`window 1 ${window}`]);
    expect(await all.exchange(frame('data', ['fin'], 1, text('x')))).toEqual([]);
    expect(all.receiver.length).toBe(window + 1);
    expect(await codeOf(all.stream.closed)).toBeUndefined();
  });

  test('after the end of the peer it still sends, and returns no credit', async () => {
    const all = await opened();
    all.transport.feed(frame('data', ['fin'], 1, new Uint8Array(window)));
    all.stream.consumed(window);
    await all.stream.write(text('x'));
    expect(await all.exchange()).toEqual(['data 1 1']);
  });

  test('credit that was due when the peer ended is not returned either', async () => {
    const all = await opened();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    all.stream.consumed(window);
    all.transport.feed(frame('window', ['fin'], 1));
    expect(await all.exchange()).toEqual([]);
  });

  test('the end comes only with the last byte of a frame that carries FIN', async () => {
    const all = await opened();
    const bytes = frame('data', ['fin'], 1, text('abc'));
    all.transport.feed(bytes.subarray(0, 14));
    expect(all.receiver.calls).toEqual(['data 2']);
    all.transport.feed(bytes.subarray(14));
    expect(all.receiver.calls).toEqual(['data 2', 'data 1', 'end']);
  });

  test('what arrived is kept for a receiver that comes after the end', async () => {
    const scripted = scriptedSession();
    scripted.transport.feed(frame('data', ['syn', 'fin'], 1, text('kept')));
    const stream = scripted.streams[0]!;
    stream.end();
    await settle();
    expect(await stream.closed).toBeUndefined();
    const receiver = new RecordingReceiver(stream);
    stream.receive(receiver);
    expect(receiver.calls).toEqual(['data 4', 'end']);
  });

  test('a receiver that throws over what was kept gets no more of it', async () => {
    const scripted = scriptedSession();
    scripted.transport.feed(frame('data', ['syn'], 1, new Uint8Array(20_000)));
    scripted.transport.feed(frame('data', ['fin'], 1, new Uint8Array(20_000)));
    const stream = scripted.streams[0]!;
    stream.end();
    expect(await stream.closed).toBeUndefined();
    const calls: string[] = [];
    stream.receive({
      data() {
        calls.push('data');
        throw new Error('no');
      },
      end: () => calls.push('end'),
      error: () => calls.push('error'),
    });
    expect(calls).toEqual(['data', 'error']);
  });

  test('a peer that never ends its direction is reset after the limit of silence', async () => {
    const all = await opened();
    all.stream.end();
    await all.clock.advance(299_999);
    all.transport.feed(frame('data', [], 1, text('still here')));
    await all.clock.advance(299_999);
    expect(all.transport.takeWords()).toEqual(['window fin 1 0']);
    await all.clock.advance(1);
    expect(all.transport.takeWords()).toEqual(['window rst 1 0']);
    expect(await codeOf(all.stream.closed)).toBe('half_close_timeout');
    expect(all.receiver.calls).toContain('error stream 1 was not ended by the peer in time');
  });

  test('a stream that ended in time leaves no timer behind', async () => {
    const all = await opened();
    all.stream.end();
    await all.exchange(frame('window', ['fin'], 1));
    await all.clock.advance(300_000);
    expect(all.clock.sleeping).toBe(0);
  });
});

describe('breaking', () => {
  test('rejects every write that waits, with one error, and sends nothing of them', async () => {
    const all = await opened();
    const writes = [1, 2].map(() => codeOf(all.stream.write(new Uint8Array(window))));
    all.stream.reset(new Error('the reason'));
    expect(await Promise.all(writes)).toEqual(['reset_here', 'reset_here']);
    expect(await codeOf(all.stream.write(text('x')))).toBe('reset_here');
    expect(await all.stream.closed).toMatchObject({ cause: { message: 'the reason' } });
    expect(await all.exchange()).toEqual(['window rst 1 0']);
  });

  test('a peer that resets rejects the writes too', async () => {
    const all = await opened();
    const write = codeOf(all.stream.write(new Uint8Array(window + 1)));
    await all.exchange(frame('window', ['rst'], 1));
    expect(await write).toBe('reset_by_peer');
  });

  test('data that arrives afterwards is drained, in the middle of a frame too', async () => {
    const all = await opened();
    const bytes = frame('data', [], 1, text('abcdef'));
    all.transport.feed(bytes.subarray(0, 15));
    all.stream.reset();
    all.transport.feed(bytes.subarray(15), frame('data', ['fin'], 1, text('more')));
    all.stream.consumed(3);
    expect(all.receiver.calls).toEqual(['data 3', 'error stream 1 was reset here']);
    expect(await all.exchange(frame('ping', ['syn'], 0, 1))).toContain('ping ack 0 1');
  });

  test('a receiver that throws costs its stream, not the session', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1), frame('window', ['syn'], 3));
    const [bad, good] = scripted.streams;
    const thrown = new Error('cannot read this');
    const told: Error[] = [];
    bad?.receive({
      data() {
        throw thrown;
      },
      end: () => undefined,
      error: (cause) => told.push(cause),
    });
    const receiver = new RecordingReceiver(good);
    good?.receive(receiver);
    const both = Buffer.concat([frame('data', [], 1, text('a')), frame('data', [], 3, text('b'))]);
    expect(await scripted.exchange(both)).toEqual(['window rst 1 0']);
    expect(receiver.text()).toBe('b');
    const outcome = await bad!.closed;
    expect(outcome).toMatchObject({ code: 'receiver_threw', cause: thrown });
    expect(told).toEqual([outcome]);
  });

  test('a false report of consumed bytes counts as a throw of the receiver', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    const [stream] = scripted.streams;
    stream?.receive({
      data: (chunk) => stream.consumed(chunk.length + 1),
      end: () => undefined,
      error: () => undefined,
    });
    expect(await scripted.exchange(frame('data', [], 1, text('a')))).toEqual(['window rst 1 0']);
  });
});

describe('windows', () => {
  test('exactly the window is sent and not a byte more', async () => {
    const all = await opened();
    void all.stream.write(new Uint8Array(window - 1)).catch(() => undefined);
    const rest = all.stream.write(new Uint8Array(3));
    const sum = (lines: string[]): number =>
      lines.reduce((total, line) => total + Number(line.split(' ').at(-1)), 0);
    expect(sum(await all.exchange())).toBe(window);
    expect(await all.exchange()).toEqual([]);
    expect(await all.exchange(frame('window', [], 1, 1))).toEqual(['data 1 1']);
    expect(await all.exchange(frame('window', [], 1, 100))).toEqual(['data 1 1']);
    await rest;
    void all.stream.write(new Uint8Array(200)).catch(() => undefined);
    expect(await all.exchange()).toEqual(['data 1 99']);
  });

  test('credit is returned when half a window was consumed, not when it arrived', async () => {
    const all = await opened();
    expect(await all.exchange(frame('data', [], 1, new Uint8Array(window)))).toEqual([]);
    all.stream.consumed(window / 2 - 1);
    expect(await all.exchange()).toEqual([]);
    all.stream.consumed(1);
    expect(await all.exchange()).toEqual([`window 1 ${window / 2}`]);
    all.stream.consumed(window / 2 - 1);
    expect(await all.exchange()).toEqual([]);
  });

  test('credit due in one turn goes into one frame', async () => {
    const all = await opened();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    for (let part = 0; part < 4; part++) all.stream.consumed(window / 4);
    expect(await all.exchange()).toEqual([`window 1 ${window}`]);
  });

  test('the window holds exactly after credit was returned', async () => {
    const all = await opened();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    all.stream.consumed(window / 2);
    await all.exchange();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window / 2)));
    expect(all.transport.isEnded).toBe(false);
    all.transport.feed(frame('data', [], 1, text('x')));
    expect(all.transport.takeWords()).toEqual(['goaway 0 1']);
  });

  test('credit that could not be sent yet is not credit', async () => {
    const all = await opened();
    all.transport.isFull = true;
    await all.exchange(frame('ping', ['syn'], 0, 1));
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    all.stream.consumed(window);
    await all.exchange();
    all.transport.feed(frame('data', [], 1, text('x')));
    expect(all.transport.takeWords()).toEqual(['goaway 0 1']);
  });

  test('bytes a receiver left unread are credited only when the next consumes them', async () => {
    const all = await opened();
    all.transport.feed(frame('data', [], 1, new Uint8Array(window)));
    all.stream.release(all.receiver.chunks[0]!.subarray(10));
    all.stream.consumed(10);
    expect(await all.exchange()).toEqual([]);
    const next = new RecordingReceiver(all.stream);
    all.stream.receive(next);
    expect(next.length).toBe(window - 10);
    expect(await all.exchange()).toEqual([`window 1 ${window}`]);
  });
});

describe('sending', () => {
  test('a large write leaves without being copied and resolves when all of it has left', async () => {
    const all = await opened();
    const bytes = Uint8Array.from({ length: 600_000 }, (_, index) => index % 251);
    let isDone = false;
    const done = all.stream.write(bytes).then(() => (isDone = true));
    const received: Uint8Array[] = [];
    for (let round = 0; round < 3; round++) {
      await all.exchange();
      expect(isDone).toBe(round === 2);
      all.transport.feed(frame('window', [], 1, window));
    }
    await done;
    for (const write of all.transport.writes) {
      received.push(...parseFrames(write).map(({ payload }) => payload));
    }
    expect(Buffer.concat(received).equals(bytes)).toBe(true);
  });

  test('an empty write is nothing', async () => {
    const all = await opened();
    await all.stream.write(new Uint8Array(0));
    expect(await all.exchange()).toEqual([]);
  });

  test('stops at a full transport and goes on when it drains', async () => {
    const all = await opened();
    all.transport.isFull = true;
    void all.stream.write(new Uint8Array(window)).catch(() => undefined);
    const first = await all.exchange();
    expect(first).toEqual(['data 1 65536', 'data 1 65536']);
    expect(await all.exchange()).toEqual([]);
    all.transport.drain();
    expect(all.transport.takeWords()).toEqual(['data 1 65536', 'data 1 65536']);
  });

  test('streams take turns when the transport drains', async () => {
    const scripted = scriptedSession({
      config: { sendBatchBytes: 1000, maxSendPayloadBytes: 1000 },
    });
    await scripted.exchange(...[1, 3, 5].map((id) => frame('window', ['syn'], id)));
    scripted.transport.isFull = true;
    void scripted.streams[0]?.write(new Uint8Array(4000)).catch(() => undefined);
    await scripted.exchange();
    void scripted.streams[1]?.write(new Uint8Array(2000)).catch(() => undefined);
    void scripted.streams[2]?.write(new Uint8Array(10)).catch(() => undefined);
    await scripted.exchange();
    scripted.transport.drain();
    expect(scripted.transport.takeWords()).toEqual([
      'data 1 1000',
      'data 3 1000',
      'data 5 10',
      'data 1 1000',
      'data 3 1000',
      'data 1 1000',
    ]);
  });
});
