import { createHash } from 'node:crypto';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { silentLog } from '../../../../server/log.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { YamuxSession } from '../../../../server/wire/yamux/index.ts';
import { ManualClock, settle } from '../../../support/manual_clock.ts';
import { memoryTransportPair } from '../../../support/memory_transport.ts';
import type { MemoryTransport, MemoryTransportOptions } from '../../../support/memory_transport.ts';
import { codeOf } from '../../../support/yamux_session.ts';
import { YamuxLedger } from '../../../support/yamux_ledger.ts';

interface Pair {
  client: YamuxSession;
  server: YamuxSession;
  /** Ends both and waits for it. */
  close(): Promise<void>;
  transports: [MemoryTransport, MemoryTransport];
  clock: ManualClock;
}

function pair(options: MemoryTransportOptions = {}): Pair {
  const transports = memoryTransportPair(options);
  const clock = new ManualClock();
  const client = new YamuxSession(transports[0], { role: 'client', log: silentLog, clock });
  const server = new YamuxSession(transports[1], { role: 'server', log: silentLog, clock });
  return {
    client,
    server,
    transports,
    clock,
    async close() {
      await client.close();
      await server.close();
      expect(await client.closed).toBeUndefined();
      expect(await server.closed).toBeUndefined();
      expect(client.streamCount + server.streamCount).toBe(0);
    },
  };
}

/** Sends everything back that arrives, consuming only what has left again. */
function echo(stream: ByteStream): void {
  let last = Promise.resolve();
  stream.receive({
    data(chunk) {
      last = stream.write(chunk).then(() => stream.consumed(chunk.length));
      last.catch(() => undefined);
    },
    end: () => stream.end(),
    error: () => undefined,
  });
}

/** Bytes that tell apart where they come from. */
function pattern(seed: number, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 31 + seed * 7 + (index >>> 8)) & 0xff);
}

/** Sends bytes and resolves with the hash of everything that comes back, once both directions ended. */
async function exchange(stream: ByteStream, bytes: Uint8Array, piece: number): Promise<string> {
  const hash = createHash('sha256');
  stream.receive({
    data(chunk) {
      hash.update(chunk);
      stream.consumed(chunk.length);
    },
    end: () => undefined,
    error: () => undefined,
  });
  for (let at = 0; at < bytes.length; at += piece)
    await stream.write(bytes.subarray(at, at + piece));
  stream.end();
  const failure = await stream.closed;
  if (failure !== undefined) throw failure;
  return hash.digest('hex');
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('two sessions', () => {
  test('300 streams at once in each direction give back what was sent', async () => {
    const both = pair();
    both.client.onStream(echo);
    both.server.onStream(echo);
    const one = async (session: YamuxSession, seed: number): Promise<void> => {
      const bytes = pattern(seed, 3000 + seed);
      const stream = await session.open();
      expect(await exchange(stream, bytes, 1000)).toBe(hashOf(bytes));
    };
    const all: Promise<void>[] = [];
    for (let seed = 0; seed < 300; seed++) all.push(one(both.client, seed), one(both.server, seed));
    await Promise.all(all);
    await both.close();
  });

  test('a message of many windows passes, whatever the cuts of the connection', async () => {
    let step = 0;
    const lengths = [1, 11, 12, 13, 4096, 65536, 7];
    const both = pair({ cut: () => lengths[step++ % lengths.length]!, capacity: 10_000 });
    both.server.onStream(echo);
    const bytes = pattern(5, 1_500_000);
    expect(await exchange(await both.client.open(), bytes, 700_000)).toBe(hashOf(bytes));
    await both.close();
  });

  test('byte by byte it is the same conversation', async () => {
    const both = pair({ cut: () => 1 });
    both.client.onStream(echo);
    const bytes = pattern(1, 2000);
    expect(await exchange(await both.server.open(pattern(1, 4)), bytes, 300)).toBe(
      hashOf(Buffer.concat([pattern(1, 4), bytes])),
    );
    await both.close();
  });

  test('pings pass while every stream is blocked by its receiver', async () => {
    const both = pair();
    both.server.onStream((stream) =>
      stream.receive({ data: () => undefined, end: () => undefined, error: () => undefined }),
    );
    for (let index = 0; index < 3; index++) {
      const stream = await both.client.open();
      stream.write(new Uint8Array(1_000_000)).catch(() => undefined);
    }
    await settle();
    expect(await both.client.ping()).toBe(0);
    expect(await both.server.ping()).toBe(0);
    await both.close();
  });

  test('a peer that does not read its socket holds back writers, and nothing is lost', async () => {
    const both = pair({ capacity: 50_000 });
    both.server.onStream(echo);
    both.transports[1].pause();
    const stream = await both.client.open();
    const bytes = pattern(3, 400_000);
    let isDone = false;
    const result = exchange(stream, bytes, 100_000).finally(() => (isDone = true));
    for (let round = 0; round < 5; round++) await settle();
    expect(isDone).toBe(false);
    both.transports[1].resume();
    expect(await result).toBe(hashOf(bytes));
    await both.close();
  });

  test('go-away of one side leaves the other side its streams', async () => {
    const both = pair();
    both.server.onStream(echo);
    both.client.onStream(echo);
    const before = await both.client.open();
    await settle();
    both.server.goAway();
    await settle();
    expect(await codeOf(both.client.open())).toBe('no_new_streams');
    const bytes = pattern(1, 10);
    expect(await exchange(before, bytes, 10)).toBe(hashOf(bytes));
    expect(await exchange(await both.server.open(), bytes, 10)).toBe(hashOf(bytes));
    await both.close();
  });

  test('close of one side breaks the streams of the other', async () => {
    const both = pair();
    const there = new Promise<ByteStream>((resolve) => both.server.onStream(resolve));
    const here = await both.client.open();
    const stream = await there;
    await both.client.close();
    expect(await codeOf(here.closed)).toBe('session_closed');
    expect(await codeOf(stream.closed)).toBe('session_closed');
    expect(await both.server.closed).toBeUndefined();
  });
});

describe('window accounting', () => {
  /** What an app may do on one of its streams, in any order. */
  const step = fc.record({
    side: fc.constantFrom('client' as const, 'server' as const),
    stream: fc.nat(5),
    kind: fc.constantFrom(
      'open',
      'write',
      'write',
      'write',
      'consume',
      'consume',
      'end',
      'reset',
      'pause',
      'wait',
    ),
    amount: fc.oneof(fc.nat(400_000), fc.constantFrom(0, 1, 131_071, 131_072, 262_144)),
  });

  test('no app can make either side break a rule, send a byte beyond a window, or lose one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 70_000 }),
        async (steps, cut) => {
          const both = pair({ cut: () => cut, capacity: 100_000 });
          const ledger = new YamuxLedger();
          const sides = { client: new Side(both.client), server: new Side(both.server) };
          both.transports[0].onWrite = (bytes) =>
            ledger.look('client', bytes, (id) => sides.client.consumed(id));
          both.transports[1].onWrite = (bytes) =>
            ledger.look('server', bytes, (id) => sides.server.consumed(id));
          for (const { side, stream, kind, amount } of steps) {
            if (kind === 'wait') await settle();
            else if (kind === 'pause') {
              const transport = both.transports[amount % 2];
              if (amount % 3 === 0) transport?.pause();
              else transport?.resume();
            } else await sides[side].act(stream, kind, amount);
          }
          both.transports.forEach((transport) => transport.resume());
          // Every app reads to the end now: each stream that was not reset must run dry and close.
          for (let round = 0; round < 200; round++) {
            for (const side of [sides.client, sides.server]) side.drain();
            await settle();
          }
          expect(ledger.faults).toEqual([]);
          for (const side of [sides.client, sides.server]) {
            for (const { stream, received, failure } of side.streams.values()) {
              if (failure === undefined) {
                const sender = side === sides.client ? 'server' : 'client';
                expect(received).toBe(ledger.sent(sender, stream.id));
              }
            }
          }
          expect([both.client.streamCount, both.server.streamCount]).toEqual([0, 0]);
          await both.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** The app of one side: keeps count of what it was given and has consumed. */
class Side {
  readonly streams = new Map<
    number,
    { stream: ByteStream; received: number; due: number; failure: Error | undefined }
  >();
  readonly #session: YamuxSession;

  constructor(session: YamuxSession) {
    this.#session = session;
    session.onStream((stream) => this.#adopt(stream));
  }

  consumed(id: number): number {
    const entry = this.streams.get(id);
    return entry === undefined ? 0 : entry.received - entry.due;
  }

  async act(index: number, kind: string, amount: number): Promise<void> {
    if (kind === 'open') {
      this.#adopt(await this.#session.open(pattern(1, amount % 10)));
      return;
    }
    const entry = [...this.streams.values()][index];
    if (entry === undefined) return;
    if (kind === 'write') entry.stream.write(pattern(2, amount)).catch(() => undefined);
    else if (kind === 'end') entry.stream.end();
    else if (kind === 'reset') entry.stream.reset();
    else this.#consume(entry, Math.min(amount, entry.due));
  }

  drain(): void {
    for (const entry of this.streams.values()) {
      this.#consume(entry, entry.due);
      entry.stream.end();
    }
  }

  #consume(entry: { stream: ByteStream; due: number }, count: number): void {
    entry.due -= count;
    entry.stream.consumed(count);
  }

  #adopt(stream: ByteStream): void {
    const entry = { stream, received: 0, due: 0, failure: undefined as Error | undefined };
    this.streams.set(stream.id, entry);
    stream.receive({
      data(chunk) {
        entry.received += chunk.length;
        entry.due += chunk.length;
      },
      end: () => undefined,
      error: (cause) => (entry.failure = cause),
    });
  }
}
