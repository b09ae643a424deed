/** The broker against itself: ids, both orders of arrival, time limits, and what a bad peer does. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { Broker } from '../../../../server/wire/goplugin/broker.ts';
import { maxParkedStreams } from '../../../../server/wire/goplugin/limits.ts';
import { ManualClock, settle } from '../../../support/manual_clock.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';

/** Collects what arrives on a stream. */
function collect(stream: ByteStream): RecordingReceiver {
  const receiver = new RecordingReceiver(stream);
  stream.receive(receiver);
  return receiver;
}

/** An opener whose streams come out at `arrived`, the first bytes written at once. */
function opener(arrived: (stream: ByteStream) => void, chunk?: number) {
  return {
    open: (firstBytes?: Uint8Array): Promise<ByteStream> => {
      const [near, far] = memoryStreamPair(chunk === undefined ? {} : { chunk });
      if (firstBytes !== undefined) near.write(firstBytes).catch(() => undefined);
      arrived(far);
      return Promise.resolve(near);
    },
  };
}

/** Two brokers, each the other's peer. */
function brokers(chunk?: number): { clock: ManualClock; host: Broker; plugin: Broker } {
  const clock = new ManualClock();
  const options = { clock, log: silentLog };
  const host: Broker = new Broker(
    opener((stream) => plugin.offer(stream), chunk),
    options,
  );
  const plugin: Broker = new Broker(
    opener((stream) => host.offer(stream), chunk),
    options,
  );
  return { clock, host, plugin };
}

/** One broker whose peer is the test: `streams` are the far ends of what it dials. */
function lone(): { clock: ManualClock; broker: Broker; streams: ByteStream[] } {
  const clock = new ManualClock();
  const streams: ByteStream[] = [];
  const broker = new Broker(
    opener((stream) => streams.push(stream)),
    { clock, log: silentLog },
  );
  return { clock, broker, streams };
}

function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('ids', () => {
  test('count from 1', () => {
    const { broker } = lone();
    expect([broker.nextId(), broker.nextId(), broker.nextId()]).toEqual([1, 2, 3]);
  });

  test.each([1, 2, 3, 4, 5])('travel little endian, in chunks of %i', async (chunk) => {
    const { host, plugin } = brokers(chunk);
    const accepted = host.accept(0x0403_0201);
    const dialled = await plugin.dial(0x0403_0201);
    const far = collect(await accepted);
    await dialled.write(new Uint8Array([9]));
    await settle();
    expect([...far.bytes()]).toEqual([9]);
  });

  test('are the first four bytes, nothing else', async () => {
    const { broker, streams } = lone();
    const dialled = broker.dial(0x0403_0201);
    const far = collect(streams[0]!);
    await settle();
    expect([...far.bytes()]).toEqual([1, 2, 3, 4]);
    await streams[0]!.write(new Uint8Array([1, 2, 3, 4, 77]));
    const near = collect(await dialled);
    await settle();
    expect([...near.bytes()]).toEqual([77]);
  });
});

describe('both orders of arrival', () => {
  test('accept, then dial', async () => {
    const { host, plugin, clock } = brokers();
    const accepted = host.accept(7);
    await settle();
    await expect(plugin.dial(7)).resolves.toBeDefined();
    await expect(accepted).resolves.toBeDefined();
    await clock.advance(10_000);
    expect(clock.sleeping).toBe(0);
  });

  test('dial, then accept within the limit', async () => {
    const { host, plugin, clock } = brokers();
    const dialled = plugin.dial(7);
    await clock.advance(4_999);
    const accepted = await host.accept(7);
    const far = collect(accepted);
    const near = await dialled;
    await clock.advance(10_000);
    await near.write(new Uint8Array([1, 2]));
    await settle();
    expect(far.calls).toEqual(['data 2']);
    await expect(accepted.write(new Uint8Array([3]))).resolves.toBeUndefined();
  });

  test('an id can be used again', async () => {
    const { host, plugin, clock } = brokers();
    await Promise.all([host.accept(7), plugin.dial(7)]);
    await clock.advance(1_000);
    const again = host.accept(7);
    await clock.advance(4_500);
    await expect(plugin.dial(7)).resolves.toBeDefined();
    await expect(again).resolves.toBeDefined();
  });

  test('the id is given back to the window', async () => {
    const { broker } = lone();
    const [near, far] = memoryStreamPair({ window: 4 });
    near.write(new Uint8Array([5, 0, 0, 0, 10, 11, 12, 13])).catch(() => undefined);
    broker.offer(far);
    const here = collect(await broker.accept(5));
    await settle();
    expect([...here.bytes()]).toEqual([10, 11, 12, 13]);
  });

  test('equal ids of the two directions do not meet', async () => {
    const { host, plugin } = brokers();
    const [a, b, c, d] = await Promise.all([
      host.accept(1),
      plugin.dial(1),
      plugin.accept(1),
      host.dial(1),
    ]);
    const [atHost, atPlugin] = [collect(a), collect(c)];
    await b.write(new Uint8Array([1]));
    await d.write(new Uint8Array([2]));
    await settle();
    expect([[...atHost.bytes()], [...atPlugin.bytes()]]).toEqual([[1], [2]]);
  });

  test('bytes sent right behind the id, and right behind the acknowledgement, are kept', async () => {
    const { broker, clock } = lone();
    const [near, far] = memoryStreamPair();
    near.write(new Uint8Array([5, 0, 0, 0, 10, 11, 12])).catch(() => undefined);
    broker.offer(far);
    await clock.advance(1_000);
    const accepted = await broker.accept(5);
    await accepted.write(new Uint8Array([20]));
    const [here, there] = [collect(accepted), collect(near)];
    await settle();
    expect([...here.bytes()]).toEqual([10, 11, 12]);
    expect([...there.bytes()]).toEqual([5, 0, 0, 0, 20]);
  });

  test('any number of ids in any order', async () => {
    const delays = fc.array(
      fc.record({
        accept: fc.integer({ min: 0, max: 4_999 }),
        dial: fc.integer({ min: 0, max: 4_999 }),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 6 }), async (ids, chunk) => {
        const { host, plugin, clock } = brokers(chunk);
        const pairs = ids.map(({ accept, dial }, id) =>
          Promise.all([
            clock.sleep(accept).then(() => host.accept(id)),
            clock.sleep(dial).then(() => plugin.dial(id)),
          ]),
        );
        await clock.advance(5_000);
        for (const [index, pair] of pairs.entries()) {
          const [accepted, dialled] = await pair;
          const far = collect(accepted);
          await dialled.write(new Uint8Array([index]));
          await settle();
          expect([...far.bytes()]).toEqual([index]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the 5 second rule', () => {
  test('an accept that nobody dials', async () => {
    const { broker, clock } = lone();
    const error = rejectionOf(broker.accept(3));
    await clock.advance(5_000);
    expect(await error).toMatchObject({ code: 'accept_timeout' });
    const again = rejectionOf(broker.accept(3));
    await clock.advance(5_000);
    expect(await again).toMatchObject({ code: 'accept_timeout' });
  });

  test('a dial that nobody accepts: the far side ends the stream, like go-plugin', async () => {
    const { plugin, clock } = brokers();
    const error = rejectionOf(plugin.dial(3));
    await clock.advance(5_000);
    expect(await error).toMatchObject({ name: 'GoPluginError' });
  });

  test('a stream that nobody accepts is ended after 5 seconds, without an id', async () => {
    const { broker, clock } = lone();
    const [near, far] = memoryStreamPair();
    const peer = collect(near);
    near.write(new Uint8Array([5, 0, 0, 0])).catch(() => undefined);
    broker.offer(far);
    await clock.advance(4_999);
    expect(peer.isEnded).toBe(false);
    await clock.advance(1);
    expect(peer.calls).toEqual(['end']);
  });

  test('a dial without an answer', async () => {
    const { broker, streams, clock } = lone();
    const error = rejectionOf(broker.dial(3));
    await clock.advance(5_000);
    expect(await error).toMatchObject({ code: 'dial_timeout' });
    expect(await streams[0]!.closed).toBeInstanceOf(Error);
  });

  test('a dial for which the session has no room, even when it finds some later', async () => {
    const clock = new ManualClock();
    const room = Promise.withResolvers<ByteStream>();
    const broker = new Broker({ open: () => room.promise }, { clock, log: silentLog });
    const failed = rejectionOf(broker.dial(1));
    await clock.advance(5000);
    expect(await failed).toMatchObject({ code: 'dial_timeout' });
    const [near, far] = memoryStreamPair();
    const seen = collect(far);
    room.resolve(near);
    await settle();
    expect(seen.failure).toBeDefined();
  });

  test('a stream that never sends its id is reset', async () => {
    const { broker, clock } = lone();
    const [near, far] = memoryStreamPair();
    near.write(new Uint8Array([1, 2, 3])).catch(() => undefined);
    broker.offer(far);
    await clock.advance(5_000);
    expect(await near.closed).toBeInstanceOf(Error);
  });
});

describe('a bad peer', () => {
  test('acknowledges another id', async () => {
    const { broker, streams } = lone();
    const error = rejectionOf(broker.dial(3));
    await streams[0]!.write(new Uint8Array([4, 0, 0, 0]));
    expect(await error).toMatchObject({ code: 'bad_ack' });
    expect(await streams[0]!.closed).toBeInstanceOf(Error);
  });

  test('ends the stream instead of acknowledging', async () => {
    const { broker, streams } = lone();
    const error = rejectionOf(broker.dial(3));
    streams[0]!.end();
    expect(await error).toMatchObject({ code: 'refused' });
    expect(await streams[0]!.closed).toBeUndefined();
  });

  test('breaks the stream instead of acknowledging', async () => {
    const { broker, streams } = lone();
    const error = rejectionOf(broker.dial(3));
    await settle();
    streams[0]!.reset();
    expect(await error).toMatchObject({ code: 'refused' });
  });

  test('uses an id twice: the first stream stays', async () => {
    const { broker } = lone();
    const pairs = [memoryStreamPair(), memoryStreamPair()];
    for (const [near, far] of pairs) {
      near.write(new Uint8Array([5, 0, 0, 0])).catch(() => undefined);
      broker.offer(far);
      await settle();
    }
    expect(await pairs[1]![0].closed).toBeInstanceOf(Error);
    const first = collect(pairs[0]![0]);
    await broker.accept(5);
    await settle();
    expect([...first.bytes()]).toEqual([5, 0, 0, 0]);
  });

  test('opens more streams than may wait: the rest are reset', async () => {
    const { broker, clock } = lone();
    const near: ByteStream[] = [];
    for (let id = 1; id <= maxParkedStreams + 10; id += 1) {
      const [mine, theirs] = memoryStreamPair();
      mine.write(new Uint8Array([id & 255, id >> 8, 0, 0])).catch(() => undefined);
      near.push(mine);
      broker.offer(theirs);
    }
    for (const stream of near.slice(maxParkedStreams)) {
      expect(await stream.closed).toBeInstanceOf(Error);
    }
    await expect(broker.accept(1)).resolves.toBeDefined();
    await clock.advance(5_000);
    expect(clock.sleeping).toBe(0);
  });
});

describe('close', () => {
  test('fails everything that waits, and everything later', async () => {
    const { broker, clock } = lone();
    const [parkedNear, parked] = memoryStreamPair();
    parkedNear.write(new Uint8Array([9, 0, 0, 0])).catch(() => undefined);
    broker.offer(parked);
    const accepting = rejectionOf(broker.accept(1));
    const dialling = rejectionOf(broker.dial(2));
    await settle();
    broker.close();
    broker.close();
    expect(await accepting).toMatchObject({ code: 'closed' });
    expect(await dialling).toMatchObject({ code: 'refused' });
    expect(await parkedNear.closed).toBeInstanceOf(Error);
    expect(await rejectionOf(broker.accept(4))).toMatchObject({ code: 'closed' });
    expect(await rejectionOf(broker.dial(4))).toMatchObject({ code: 'closed' });
    const [lateNear, late] = memoryStreamPair();
    broker.offer(late);
    expect(await lateNear.closed).toBeInstanceOf(Error);
    expect(clock.sleeping).toBe(0);
  });

  test('an id is accepted by one at a time', async () => {
    const { broker, clock } = lone();
    const first = rejectionOf(broker.accept(1));
    expect(await rejectionOf(broker.accept(1))).toMatchObject({ code: 'duplicate' });
    await clock.advance(5_000);
    expect(await first).toMatchObject({ code: 'accept_timeout' });
  });
});
