import { describe, expect, test } from '@jest/globals';

import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { settle } from '../../../support/manual_clock.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';
import { frame, header, parseFrames, words } from '../../../support/yamux_frames.ts';
import { codeOf, scriptedSession } from '../../../support/yamux_session.ts';

const hex = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const text = (value: string): Uint8Array => Uint8Array.from(Buffer.from(value, 'latin1'));

/** Lets everything that is due run, and collects the answers in words. */
async function quiet(scripted: ReturnType<typeof scriptedSession>): Promise<string[]> {
  return scripted.exchange();
}

describe('recorded conversation with a Mattermost server', () => {
  test('the three first streams are accepted at once, though nothing is ever written to two of them', async () => {
    const scripted = scriptedSession();
    scripted.transport.feed(
      hex('000100010000000100000000'),
      hex('000100010000000300000000'),
      hex('000100010000000500000000'),
    );
    await settle();
    expect(toHex(scripted.transport.take())).toBe(
      '000100020000000100000000' + '000100020000000300000000' + '000100020000000500000000',
    );
    expect(scripted.streams.map(({ id }) => id)).toEqual([1, 3, 5]);
    expect(scripted.transport.writes).toHaveLength(1);
  });

  test('a stream with the id of a broker is answered with that id', async () => {
    const scripted = scriptedSession();
    scripted.transport.feed(hex('000100010000000700000000 000000000000000700000004 01000000'));
    const [stream] = scripted.streams;
    const receiver = new RecordingReceiver(stream);
    stream?.receive(receiver);
    await stream?.write(receiver.bytes());
    expect(toHex(scripted.transport.take())).toBe(
      '000100020000000700000000' + '000000000000000700000004' + '01000000',
    );
  });

  test('a stream of ours opens with an even id and its first bytes in the same write', async () => {
    const scripted = scriptedSession();
    const stream = await scripted.session.open(hex('01000000'));
    await settle();
    expect(scripted.transport.writes.map(toHex)).toEqual([
      '000100010000000200000000' + '000000000000000200000004' + '01000000',
    ]);
    const receiver = new RecordingReceiver(stream);
    stream.receive(receiver);
    scripted.transport.feed(hex('000100020000000200000000 000000000000000200000004 01000000'));
    expect(receiver.bytes()).toEqual(hex('01000000'));
  });
});

describe('opening', () => {
  test.each(['client', 'server'] as const)('a %s uses its own ids', async (role) => {
    const scripted = scriptedSession({ role });
    for (let index = 0; index < 3; index++) await scripted.session.open();
    expect(await quiet(scripted)).toEqual(
      (role === 'client' ? [1, 3, 5] : [2, 4, 6]).map((id) => `window syn ${id} 0`),
    );
  });

  test('SYN may ride on data, and FIN with it', async () => {
    const scripted = scriptedSession();
    const answer = await scripted.exchange(frame('data', ['syn', 'fin'], 1, text('hello')));
    expect(answer).toEqual(['window ack 1 0']);
    const receiver = new RecordingReceiver(scripted.streams[0]);
    scripted.streams[0]?.receive(receiver);
    expect(receiver.calls).toEqual(['data 5', 'end']);
  });

  test('a SYN with a window larger than the usual is believed', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1, 100));
    void scripted.streams[0]?.write(new Uint8Array(300_000)).catch(() => undefined);
    const sent = (await quiet(scripted)).map((line) => Number(line.split(' ').at(-1)));
    expect(sent.reduce((sum, length) => sum + length)).toBe(262144 + 100);
  });

  test('waits while the peer has the limit of streams to accept, then goes on in order', async () => {
    const scripted = scriptedSession({ config: { acceptBacklog: 2 } });
    const opened: number[] = [];
    for (let index = 0; index < 5; index++) {
      void scripted.session.open().then(({ id }) => opened.push(id));
    }
    expect(await quiet(scripted)).toEqual(['window syn 2 0', 'window syn 4 0']);
    expect(opened).toEqual([2, 4]);
    expect(await scripted.exchange(frame('window', ['ack'], 4))).toEqual(['window syn 6 0']);
    expect(await scripted.exchange(frame('window', ['ack'], 4))).toEqual([]);
    expect(await scripted.exchange(frame('window', ['rst'], 2))).toEqual(['window syn 8 0']);
    expect(await scripted.exchange(frame('data', ['ack'], 6, text('x')))).toEqual([
      'window syn 10 0',
    ]);
    expect(opened).toEqual([2, 4, 6, 8, 10]);
  });

  test('a stream that is reset before it was accepted makes room', async () => {
    const scripted = scriptedSession({ config: { acceptBacklog: 1 } });
    const first = await scripted.session.open();
    const second = scripted.session.open();
    await quiet(scripted);
    first.reset();
    await second;
    expect(await quiet(scripted)).toEqual(['window rst 2 0', 'window syn 4 0']);
  });

  test('a stream that is reset before its SYN left is never heard of', async () => {
    const scripted = scriptedSession();
    const stream = await scripted.session.open(text('x'));
    stream.reset();
    expect(await quiet(scripted)).toEqual([]);
    expect(scripted.session.streamCount).toBe(0);
  });

  test('fails beyond the limit of streams', async () => {
    const { session } = scriptedSession({ config: { maxStreams: 1 } });
    await session.open();
    expect(await codeOf(session.open())).toBe('too_many_streams');
  });

  test('opens that fail give their place back', async () => {
    const { session } = scriptedSession({ config: { maxStreams: 1, acceptBacklog: 2 } });
    for (let round = 0; round < 5; round++) {
      const first = session.open();
      expect(await codeOf(session.open())).toBe('too_many_streams');
      (await first).reset();
    }
  });

  test('streams that nobody takes yet are accepted up to the backlog and refused beyond', async () => {
    const scripted = scriptedSession({ config: { acceptBacklog: 2 }, listen: false });
    const syns = [1, 3, 5].map((id) => frame('data', ['syn'], id, text('early')));
    expect(await scripted.exchange(...syns)).toEqual([
      'window rst 5 0',
      'window ack 1 0',
      'window ack 3 0',
    ]);
    // Frames of the refused stream are drained.
    expect(await scripted.exchange(frame('data', [], 5, text('more')))).toEqual([]);
    const taken: ByteStream[] = [];
    scripted.session.onStream((stream) => taken.push(stream));
    expect(taken.map(({ id }) => id)).toEqual([1, 3]);
    const receiver = new RecordingReceiver(taken[0]);
    taken[0]?.receive(receiver);
    expect(receiver.text()).toBe('early');
    expect(await scripted.exchange(frame('window', ['syn'], 7))).toEqual(['window ack 7 0']);
    expect(() => scripted.session.onStream(() => undefined)).toThrow('already has');
  });

  test('a stream that its peer reset before anybody took it is not announced', async () => {
    const scripted = scriptedSession({ listen: false, config: { acceptBacklog: 1 } });
    for (const id of [1, 3, 5]) {
      await scripted.exchange(frame('window', ['syn'], id), frame('window', ['rst'], id));
    }
    scripted.session.onStream((stream) => scripted.streams.push(stream));
    expect(scripted.streams).toEqual([]);
    expect(scripted.session.streamCount).toBe(0);
  });

  test('a stream handler that throws costs its stream only', async () => {
    const scripted = scriptedSession({ listen: false });
    scripted.session.onStream(({ id }) => {
      if (id === 1) throw new Error('no');
    });
    const syns = [1, 3].map((id) => frame('window', ['syn'], id));
    expect(await scripted.exchange(...syns)).toEqual(['window rst 1 0', 'window ack 3 0']);
  });

  test('the id of a stream that is over may be used again', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1), frame('window', ['rst'], 1));
    expect(await scripted.exchange(frame('window', ['syn'], 1))).toEqual(['window ack 1 0']);
  });
});

describe('violations', () => {
  const syn = frame('window', ['syn'], 1);
  const fin = frame('window', ['fin'], 1);
  const full = new Uint8Array(262144);

  test.each<[string, string, Uint8Array[]]>([
    ['another version', 'bad_version', [hex('010000000000000000000000')]],
    ['an unknown type', 'bad_type', [header(9, 0, 0, 0)]],
    ['data on stream 0', 'bad_stream_id', [frame('data', [], 0, text('x'))]],
    ['a window update on stream 0', 'bad_stream_id', [frame('window', [], 0, 1)]],
    ['a SYN for stream 0', 'bad_stream_id', [frame('window', ['syn'], 0)]],
    ['a SYN with an id of ours', 'bad_stream_id', [frame('window', ['syn'], 2)]],
    ['a second SYN', 'duplicate_stream', [syn, syn]],
    ['a second FIN', 'unexpected_fin', [syn, fin, fin]],
    ['a second FIN, with data', 'unexpected_fin', [syn, fin, frame('data', ['fin'], 1, text('x'))]],
    [
      'a FIN after one with data',
      'unexpected_fin',
      [syn, frame('data', ['fin'], 1, text('x')), fin],
    ],
    [
      'the header of a second FIN, before its data',
      'unexpected_fin',
      [syn, fin, header(0, 4, 1, 9)],
    ],
    ['a SYN with FIN, then FIN', 'unexpected_fin', [frame('data', ['syn', 'fin'], 1), fin]],
    ['a frame beyond any window', 'frame_too_long', [syn, header(0, 0, 1, 262145)]],
    [
      'a byte beyond the window',
      'receive_window_exceeded',
      [syn, frame('data', [], 1, full), header(0, 0, 1, 1)],
    ],
    [
      'a window past 32 bits',
      'send_window_overflow',
      [syn, frame('window', [], 1, 0xffffffff - 262144), frame('window', [], 1, 1)],
    ],
  ])('%s: %s', async (_, code, chunks) => {
    const scripted = scriptedSession();
    const closed = codeOf(scripted.session.closed);
    scripted.transport.feed(...chunks);
    // Before anything else happens the peer is told, and the connection closes behind that.
    expect(words(scripted.transport.take()).at(-1)).toBe('goaway 0 1');
    expect(scripted.transport.isEnded).toBe(true);
    expect(scripted.session.streamCount).toBe(0);
    for (const stream of scripted.streams)
      expect(await codeOf(stream.closed)).toBe('session_closed');
    // Nothing that comes later is looked at.
    scripted.transport.feed(frame('ping', ['syn'], 0, 1), syn);
    scripted.transport.close();
    expect(await closed).toBe(code);
    expect(scripted.transport.take()).toHaveLength(0);
    expect(scripted.transport.isDestroyed).toBe(true);
  });

  test.each<[string, Uint8Array[]]>([
    ['a FIN for a stream nobody knows', [fin]],
    ['an RST for a stream nobody knows', [frame('window', ['rst'], 9)]],
    ['data for a stream nobody knows', [frame('data', [], 9, full)]],
    ['credit for a stream nobody knows', [frame('window', [], 8, 5)]],
    ['an ACK for a stream of the peer', [syn, frame('window', ['ack'], 1)]],
    ['unknown flags', [header(1, 0xfff1, 1, 0)]],
    ['data after FIN', [syn, fin, frame('data', [], 1, text('late'))]],
    ['an answer nobody waits for', [frame('ping', ['ack'], 0, 5)]],
    ['an empty data frame', [syn, frame('data', [], 1)]],
    ['SYN and RST in one', [frame('window', ['syn', 'rst'], 1)]],
    ['RST with data', [syn, frame('data', ['rst'], 1, full)]],
    ['FIN and RST in one', [syn, frame('window', ['fin', 'rst'], 1)]],
    ['a ping with a stream id', [frame('ping', [], 7, 5)]],
  ])('%s is no violation', async (_, chunks) => {
    const scripted = scriptedSession();
    await scripted.exchange(...chunks);
    expect(await scripted.exchange(frame('ping', ['syn'], 0, 77))).toEqual(['ping ack 0 77']);
  });

  test('an answer to the violation is written even into a full transport', () => {
    const scripted = scriptedSession();
    scripted.transport.isFull = true;
    scripted.transport.feed(frame('ping', ['syn'], 0, 1), frame('ping', ['syn'], 0, 2));
    expect(scripted.transport.takeWords()).toEqual(['ping ack 0 1']);
    scripted.transport.feed(header(9, 0, 0, 0));
    expect(scripted.transport.takeWords()).toEqual(['goaway 0 1']);
  });
});

describe('ping', () => {
  test('is answered before any receiver sees the data that came with it', () => {
    const scripted = scriptedSession();
    scripted.transport.feed(frame('window', ['syn'], 1));
    const seen: string[][] = [];
    scripted.streams[0]?.receive({
      data: () => seen.push(scripted.transport.takeWords()),
      end: () => undefined,
      error: () => undefined,
    });
    scripted.transport.feed(
      Buffer.concat([frame('data', [], 1, text('work')), frame('ping', ['syn'], 0, 0xfffffffe)]),
    );
    expect(seen).toEqual([['ping ack 0 4294967294', 'window ack 1 0']]);
  });

  test('is answered ahead of data that a full transport holds up', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    scripted.transport.isFull = true;
    void scripted.streams[0]?.write(new Uint8Array(1_000_000)).catch(() => undefined);
    await quiet(scripted);
    expect(await scripted.exchange(frame('ping', ['syn'], 0, 5))).toEqual([]);
    scripted.transport.drain();
    expect(scripted.transport.takeWords()[0]).toBe('ping ack 0 5');
  });

  test('is answered while every stream has run out of credit', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    void scripted.streams[0]?.write(new Uint8Array(1_000_000)).catch(() => undefined);
    await quiet(scripted);
    expect(await scripted.exchange(frame('ping', ['syn'], 0, 5))).toEqual(['ping ack 0 5']);
  });

  test('of our own measures the round trip', async () => {
    const scripted = scriptedSession();
    const ping = scripted.session.ping();
    const [question] = await quiet(scripted);
    expect(question).toMatch(/^ping syn 0 /);
    await scripted.clock.advance(12);
    scripted.transport.feed(frame('ping', ['ack'], 0, Number(question?.split(' ').at(-1))));
    expect(await ping).toBe(12);
  });

  test('a flood of them ends the session once their answers cannot leave', async () => {
    const scripted = scriptedSession({ config: { maxQueuedReplies: 10 } });
    const flood = Buffer.concat(Array.from({ length: 1000 }, () => frame('ping', ['syn'], 0, 1)));
    expect(await scripted.exchange(flood)).toHaveLength(1000);
    scripted.transport.isFull = true;
    scripted.transport.feed(flood);
    scripted.transport.close();
    expect(await codeOf(scripted.session.closed)).toBe('reply_flood');
    // What was queued when the transport turned full, and the go-away.
    expect(scripted.transport.takeWords()).toHaveLength(11);
  });

  test('so does a flood of streams that have to be refused or that we reset', async () => {
    for (const resets of [false, true]) {
      const scripted = scriptedSession({ config: { maxQueuedReplies: 10 }, listen: false });
      if (resets) scripted.session.onStream((stream) => stream.reset());
      else scripted.session.goAway();
      scripted.transport.isFull = true;
      await settle();
      for (let id = 1; id < 100; id += 2) await scripted.exchange(frame('window', ['syn'], id));
      scripted.transport.close();
      expect(await codeOf(scripted.session.closed)).toBe('reply_flood');
    }
  });
});

describe('keep-alive', () => {
  test('ends the session when an answer stays away', async () => {
    const config = { keepAliveIntervalMs: 1000, pingTimeoutMs: 100 };
    const { session, transport, clock } = scriptedSession({ config });
    await clock.advance(1000);
    const [question] = transport.takeWords();
    transport.feed(frame('ping', ['ack'], 0, Number(question?.split(' ').at(-1))));
    await clock.advance(1000);
    expect(transport.takeWords()).toHaveLength(1);
    await clock.advance(100);
    expect(transport.isEnded).toBe(true);
    transport.close();
    expect(await codeOf(session.closed)).toBe('ping_timeout');
    expect(clock.sleeping).toBe(0);
  });
});

describe('go-away', () => {
  test('of the peer lets streams go on and opens fail', async () => {
    const scripted = scriptedSession({ config: { acceptBacklog: 1 } });
    const stream = await scripted.session.open();
    const waiting = codeOf(scripted.session.open());
    await scripted.exchange(frame('goaway', [], 0, 0));
    expect(await waiting).toBe('no_new_streams');
    expect(await codeOf(scripted.session.open())).toBe('no_new_streams');
    await stream.write(text('x'));
    expect(await quiet(scripted)).toEqual(['data 2 1']);
  });

  test.each([1, 2, 3])(
    'of the peer with code %p ends the session without an answer',
    async (code) => {
      const scripted = scriptedSession();
      expect(await scripted.exchange(frame('goaway', [], 0, code))).toEqual([]);
      scripted.transport.close();
      expect(await codeOf(scripted.session.closed)).toBe('peer_went_away');
    },
  );

  test('of ours is sent once and refuses what the peer opens afterwards', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    scripted.session.goAway();
    scripted.session.goAway();
    expect(await quiet(scripted)).toEqual(['goaway 0 0']);
    expect(await scripted.exchange(frame('data', ['syn'], 3, text('x')))).toEqual([
      'window rst 3 0',
    ]);
    await scripted.streams[0]?.write(text('y'));
    expect(await quiet(scripted)).toEqual(['data 1 1']);
  });
});

describe('closing', () => {
  test('writes what it can, says go-away, breaks the streams, and may be asked twice', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    const [stream] = scripted.streams;
    const receiver = new RecordingReceiver(stream);
    stream?.receive(receiver);
    await quiet(scripted);
    const small = stream?.write(text('last words'));
    const large = codeOf(stream!.write(new Uint8Array(300_000)));
    const ping = codeOf(scripted.session.ping());
    const closes = [scripted.session.close(), scripted.session.close()];
    await small;
    expect(await large).toBe('session_closed');
    expect(await ping).toBe('session_closed');
    expect(await codeOf(stream!.closed)).toBe('session_closed');
    expect(receiver.calls).toEqual(['error the session ended']);
    expect(scripted.transport.takeWords().at(-1)).toBe('goaway 0 0');
    scripted.transport.close();
    await Promise.all(closes);
    expect(await scripted.session.closed).toBeUndefined();
    expect(await codeOf(scripted.session.open())).toBe('session_closed');
    expect(await codeOf(scripted.session.ping())).toBe('session_closed');
    scripted.session.goAway();
    await scripted.session.close();
    expect(await quiet(scripted)).toEqual([]);
    expect(scripted.clock.sleeping).toBe(0);
  });

  test('writes all that windows allow even into a full transport, in order', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(frame('window', ['syn'], 1));
    scripted.transport.isFull = true;
    void scripted.streams[0]?.write(new Uint8Array(200_000));
    scripted.streams[0]?.end();
    void scripted.session.close();
    expect(scripted.transport.takeWords()).toEqual([
      'data 1 65536',
      'data 1 65536',
      'data 1 65536',
      'data 1 3392',
      'window fin 1 0',
      'goaway 0 0',
    ]);
  });

  test('does not wait longer than its grace for a transport that does not empty', async () => {
    const { session, transport, clock } = scriptedSession({ config: { closeGraceMs: 500 } });
    const closed = session.close();
    await clock.advance(499);
    expect(transport.isDestroyed).toBe(false);
    await clock.advance(1);
    await closed;
    expect(transport.isDestroyed).toBe(true);
    transport.close(new Error('too late to matter'));
    expect(await session.closed).toBeUndefined();
  });

  test('opens that wait are turned away', async () => {
    const { session } = scriptedSession({ config: { acceptBacklog: 1, closeGraceMs: 0 } });
    await session.open();
    const waiting = codeOf(session.open());
    void session.close();
    expect(await waiting).toBe('session_closed');
  });

  test.each<[string, string | undefined, Uint8Array, Error | undefined]>([
    ['between frames', undefined, frame('window', ['syn'], 1), undefined],
    ['inside a header', 'truncated', Uint8Array.of(0, 0), undefined],
    ['inside a payload', 'truncated', header(0, 1, 1, 5), undefined],
    ['with an error', 'transport_failed', Uint8Array.of(), new Error('ECONNRESET')],
  ])('by the peer %s: %s', async (_, code, bytes, error) => {
    const scripted = scriptedSession();
    scripted.transport.feed(bytes);
    scripted.transport.close(error);
    expect(await codeOf(scripted.session.closed)).toBe(code);
    for (const stream of scripted.streams)
      expect(await codeOf(stream.closed)).toBe('session_closed');
    expect(scripted.transport.isDestroyed).toBe(true);
  });

  test('from inside a receiver stops the delivery of that chunk', async () => {
    const scripted = scriptedSession();
    scripted.transport.feed(frame('window', ['syn'], 1), frame('window', ['syn'], 3));
    const other = new RecordingReceiver();
    scripted.streams[0]?.receive({
      data: () => void scripted.session.close(),
      end: () => undefined,
      error: () => undefined,
    });
    scripted.streams[1]?.receive(other);
    scripted.transport.feed(
      Buffer.concat([frame('data', [], 1, text('a')), frame('data', [], 3, text('b'))]),
    );
    expect(other.calls).toEqual(['error the session ended']);
    scripted.transport.close();
    expect(await scripted.session.closed).toBeUndefined();
  });

  test('a transport that throws ends the session with an internal error', async () => {
    const { session, transport } = scriptedSession();
    transport.feed(frame('window', ['syn'], 1));
    transport.failure = new Error('broken');
    await settle();
    transport.close();
    expect(await codeOf(session.closed)).toBe('internal');
  });
});

describe('writes of one turn', () => {
  test('leave as one, however many streams and promises they came from', async () => {
    const scripted = scriptedSession();
    await scripted.exchange(...[1, 3, 5].map((id) => frame('window', ['syn'], id)));
    const before = scripted.transport.writes.length;
    for (const stream of scripted.streams) {
      void Promise.resolve()
        .then(() => undefined)
        .then(() => stream.write(text('x')))
        .then(() => stream.write(text('y')));
      void stream.write(text('a'));
      void stream.write(text('b'));
    }
    await settle();
    const written = scripted.transport.writes.slice(before);
    expect(words(written[0]!)).toEqual(['data 1 3', 'data 3 3', 'data 5 3']);
    expect(parseFrames(Buffer.concat(written)).every(({ type }) => type === 'data')).toBe(true);
    expect(written).toHaveLength(2);
  });
});
