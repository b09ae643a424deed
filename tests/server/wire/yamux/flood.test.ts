import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { describe, expect, test } from '@jest/globals';

import { settle } from '../../../support/manual_clock.ts';
import { frame, header } from '../../../support/yamux_frames.ts';
import { scriptedSession } from '../../../support/yamux_session.ts';

/** Memory in use, in bytes, after everything that can be freed was. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  for (let round = 0; round < 3; round++) runInNewContext('gc()');
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** The same chunk again and again, as the socket would hand it over: 64 KiB, each in a buffer of its own. */
function chunkOf(bytes: Uint8Array): Buffer {
  return Buffer.concat(Array.from({ length: Math.floor(65536 / bytes.length) }, () => bytes));
}

const slack = 2 * 1024 * 1024;

describe('memory under a flood', () => {
  test('single bytes that nobody reads cost little more than themselves', () => {
    const { transport, session } = scriptedSession();
    const before = memory();
    const count = 4;
    for (let index = 0; index < count; index++)
      transport.feed(frame('window', ['syn'], 2 * index + 1));
    for (let index = 0; index < count; index++) {
      const chunk = chunkOf(frame('data', [], 2 * index + 1, Uint8Array.of(1)));
      for (let sent = 0; sent + chunk.length / 13 <= 130_000; sent += chunk.length / 13)
        transport.feed(chunk);
    }
    expect(session.streamCount).toBe(count);
    expect(memory() - before).toBeLessThan(count * 2 * 130_000 + slack);
    expect(transport.isEnded).toBe(false);
  });

  test('single bytes among much that is dropped do not hold on to what was dropped', () => {
    const { transport } = scriptedSession();
    transport.feed(frame('window', ['syn'], 1));
    const before = memory();
    const chunk = Buffer.concat([
      frame('data', [], 1, Uint8Array.of(1)),
      frame('data', [], 99, new Uint8Array(65536 - 25)),
    ]);
    for (let round = 0; round < 600; round++) transport.feed(chunk);
    expect(memory() - before).toBeLessThan(slack);
  });

  test.each<[string, Uint8Array]>([
    ['data for unknown streams', frame('data', [], 99, new Uint8Array(5000))],
    ['pings', frame('ping', ['syn'], 0, 1)],
    ['credit for unknown streams', header(1, 0, 99, 1)],
    [
      'streams opened and reset',
      Buffer.concat([frame('data', ['syn'], 1, new Uint8Array(99)), header(1, 8, 1, 0)]),
    ],
  ])('%s leave nothing behind', (_, bytes) => {
    const { transport, session } = scriptedSession({ listen: false });
    session.onStream(() => undefined);
    // What the transport writes down is the test's, not the session's.
    transport.write = () => true;
    const chunk = chunkOf(bytes);
    transport.feed(chunk);
    const before = memory();
    for (let round = 0; round < 60; round++) transport.feed(chunk);
    expect(memory() - before).toBeLessThan(slack);
    expect(session.streamCount).toBe(0);
    expect(transport.isEnded).toBe(false);
  });

  test('streams that we end first and the peer then ends leave nothing behind', async () => {
    const { transport, session } = scriptedSession({ listen: false });
    session.onStream((stream) => stream.end());
    transport.write = () => true;
    const live = async (rounds: number): Promise<void> => {
      for (let round = 0; round < rounds; round++) {
        const ids = Array.from({ length: 200 }, (_, index) => 2 * index + 1);
        transport.feed(Buffer.concat(ids.map((id) => frame('window', ['syn'], id))));
        await settle();
        transport.feed(Buffer.concat(ids.map((id) => frame('window', ['fin'], id))));
      }
    };
    await live(5);
    const before = memory();
    await live(50);
    expect(memory() - before).toBeLessThan(slack);
    expect(session.streamCount).toBe(0);
  });

  test('streams beyond the limit are refused', async () => {
    const scripted = scriptedSession({ config: { maxStreams: 100 } });
    for (let id = 1; id < 1000; id += 2) scripted.transport.feed(frame('window', ['syn'], id));
    expect(scripted.session.streamCount).toBe(100);
    const refused = (await scripted.exchange()).filter((line) => line.includes('rst'));
    expect(refused).toHaveLength(400);
  });
});
