import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { systemClock } from '../../../../server/clock.ts';
import { silentLog } from '../../../../server/log.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { socketTransport, YamuxSession } from '../../../../server/wire/yamux/index.ts';
import { codeOf } from '../../../support/yamux_session.ts';

let folder: string;
let listener: Server;
let dialled: Socket;
let accepted: Socket;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yamux-'));
  const path = join(folder, 'socket');
  const arrival = new Promise<Socket>((resolve) => (listener = createServer(resolve)));
  await new Promise<void>((resolve) => listener.listen(path, resolve));
  dialled = createConnection(path);
  accepted = await arrival;
});

afterEach(async () => {
  dialled.destroy();
  accepted.destroy();
  await new Promise((resolve) => listener.close(resolve));
  rmSync(folder, { recursive: true });
});

function sessions(): [client: YamuxSession, server: YamuxSession] {
  const options = { log: silentLog, clock: systemClock };
  return [
    new YamuxSession(socketTransport(dialled), { ...options, role: 'client' }),
    new YamuxSession(socketTransport(accepted), { ...options, role: 'server' }),
  ];
}

function echo(stream: ByteStream): void {
  stream.receive({
    data(chunk) {
      stream.write(chunk).then(
        () => stream.consumed(chunk.length),
        () => undefined,
      );
    },
    end: () => stream.end(),
    error: () => undefined,
  });
}

async function readBack(stream: ByteStream, bytes: Uint8Array): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  stream.receive({
    data(chunk) {
      chunks.push(chunk);
      stream.consumed(chunk.length);
    },
    end: () => undefined,
    error: () => undefined,
  });
  await stream.write(bytes);
  stream.end();
  expect(await stream.closed).toBeUndefined();
  return Buffer.concat(chunks);
}

describe('session over a unix socket', () => {
  test('carries large and many streams both ways and closes cleanly', async () => {
    const [client, server] = sessions();
    client.onStream(echo);
    server.onStream(echo);
    const one = async (session: YamuxSession, seed: number, length: number): Promise<void> => {
      const bytes = Buffer.alloc(length, `stream ${seed}`);
      expect((await readBack(await session.open(), bytes)).equals(bytes)).toBe(true);
    };
    const all: Promise<void>[] = [];
    for (let seed = 0; seed < 300; seed++) {
      const length = seed % 100 === 0 ? 2_000_000 : 1000;
      all.push(one(client, seed, length), one(server, seed, length));
    }
    await Promise.all(all);
    expect(await client.ping()).toBeGreaterThanOrEqual(0);
    await client.close();
    expect(await client.closed).toBeUndefined();
    expect(await server.closed).toBeUndefined();
    expect(accepted.destroyed && dialled.destroyed).toBe(true);
  });

  test('bytes written just before closing arrive', async () => {
    const [client, server] = sessions();
    const chunks: Uint8Array[] = [];
    server.onStream((stream) =>
      stream.receive({
        data: (chunk) => chunks.push(chunk),
        end: () => undefined,
        error: () => undefined,
      }),
    );
    await client.open(new Uint8Array(200_000));
    await client.close();
    await server.closed;
    expect(chunks.reduce((sum, { length }) => sum + length, 0)).toBe(200_000);
  });

  test('a peer that vanishes ends the session and breaks its streams', async () => {
    const [client, server] = sessions();
    const stream = await client.open();
    const lost = codeOf(stream.closed);
    // Once all is read: a socket closed with unread bytes reports an error instead.
    await client.ping();
    accepted.destroy();
    expect(await client.closed).toBeUndefined();
    expect(await server.closed).toBeUndefined();
    expect(await lost).toBe('session_closed');
  });

  test('an error of the socket is the cause of the failure', async () => {
    const [client] = sessions();
    const error = new Error('ECONNRESET');
    dialled.destroy(error);
    expect(await client.closed).toMatchObject({ code: 'transport_failed', cause: error });
    await client.close();
  });

  test('a violation reaches the peer as a go-away before the connection ends', async () => {
    const client = new YamuxSession(socketTransport(dialled), {
      role: 'client',
      log: silentLog,
      clock: systemClock,
    });
    const received: Buffer[] = [];
    accepted.on('data', (chunk: Buffer) => received.push(chunk));
    const ended = new Promise((resolve) => accepted.on('end', resolve));
    accepted.write(Uint8Array.of(7));
    accepted.write(new Uint8Array(11));
    await ended;
    expect(Buffer.concat(received).toString('hex')).toBe('000300000000000000000001');
    expect(await codeOf(client.closed)).toBe('bad_version');
  });
});
