/** What arrives from a peer that does not keep to the protocol: a typed end, never a hang. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { GobEncoder, int, string, struct, uint } from '../../../../server/wire/gob/index.ts';
import { Request, Response } from '../../../../server/wire/netrpc/header.ts';
import { Empty, RpcClient, rpcHandler, RpcServer } from '../../../../server/wire/netrpc/index.ts';
import { ManualClock } from '../../../support/manual_clock.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';

const Echo = struct('Echo', { a: string, c: int });

/** A count whose own length would be 128 bytes: no uint of gob. */
const noGob = new Uint8Array(40).fill(0x80);

interface Ends {
  readonly peer: ByteStream;
  readonly encoder: GobEncoder;
  readonly clock: ManualClock;
  /** Writes without waiting: the other side may be gone already. */
  readonly send: (...parts: readonly Uint8Array[]) => void;
}

function ends(): Ends & { readonly own: ByteStream } {
  const [peer, own] = memoryStreamPair();
  const send = (...parts: readonly Uint8Array[]): void => {
    for (const part of parts) peer.write(part).catch(() => undefined);
  };
  return { peer, own, send, encoder: new GobEncoder(), clock: new ManualClock() };
}

function clientEnds(): Ends & { readonly client: RpcClient; readonly waiting: Promise<unknown> } {
  const all = ends();
  const client = new RpcClient(all.own, { clock: all.clock, log: silentLog });
  const call = client.call('Plugin.Echo', Echo, { a: 'x' }, Echo);
  const waiting = call.catch((error: unknown) => error);
  return { ...all, client, waiting };
}

function serverEnds(): Ends & { readonly server: RpcServer; readonly handled: unknown[] } {
  const all = ends();
  const handled: unknown[] = [];
  const handler = rpcHandler(Echo, Echo, (args) => {
    handled.push(args);
    return args;
  });
  const server = new RpcServer(all.own, new Map([['Plugin.Echo', handler]]), { log: silentLog });
  return { ...all, server, handled };
}

describe('a client', () => {
  test.each<readonly [string, (end: Ends) => void]>([
    ['bytes that are no gob', ({ send }) => send(noGob)],
    [
      'a reply of another type',
      ({ send, encoder }) =>
        send(encoder.encode(Response, { seq: 0 }), encoder.encode(string, 'not a struct')),
    ],
    [
      'a header of another type',
      ({ send, encoder }) => send(encoder.encode(struct('Odd', { seq: string }), { seq: '0' })),
    ],
    [
      'an answer to a call that was never made',
      ({ send, encoder }) => send(encoder.encode(Response, { seq: 1 }), encoder.encode(Empty, {})),
    ],
    [
      'the end between header and reply',
      ({ send, encoder, peer }) => {
        send(encoder.encode(Response, { seq: 0 }));
        peer.end();
      },
    ],
    [
      'the end inside a header',
      ({ send, encoder, peer }) => {
        send(encoder.encode(Response, { seq: 0 }).subarray(0, -1));
        peer.end();
      },
    ],
  ])('meets %s', async (_name, misbehave) => {
    const end = clientEnds();
    misbehave(end);
    expect(await end.waiting).toMatchObject({ code: 'closed', cause: { code: 'protocol' } });
    expect(await end.client.closed).toMatchObject({ code: 'protocol', endsStream: true });
    expect(await end.peer.closed).toBeInstanceOf(Error);
    expect(end.clock.sleeping).toBe(0);
  });

  test('drops a second answer to the same call', async () => {
    const { client, waiting, send, encoder, clock } = clientEnds();
    for (const a of ['one', 'two']) {
      send(encoder.encode(Response, { seq: 0 }), encoder.encode(Echo, { a }));
    }
    expect(await waiting).toMatchObject({ a: 'one' });
    const second = client.call('Plugin.Echo', Echo, {}, Echo);
    await clock.advance(0);
    send(encoder.encode(Response, { seq: 1 }), encoder.encode(Echo, { a: 'three' }));
    expect(await second).toMatchObject({ a: 'three' });
  });

  test('survives any mutation of a valid reply', async () => {
    const encoder = new GobEncoder();
    const valid = Buffer.concat([
      encoder.encode(Response, { serviceMethod: 'Plugin.Echo', seq: 0 }),
      encoder.encode(Echo, { a: 'hello', c: 300 }),
    ]);
    await fc.assert(
      fc.asyncProperty(mutations(valid.length), async (changes) => {
        const { client, waiting, peer, send } = clientEnds();
        send(mutate(valid, changes));
        peer.end();
        const [result, closed] = await Promise.all([waiting, client.closed]);
        if (!(closed instanceof Error)) expect(result).toHaveProperty('a');
        else expect(closed).toMatchObject({ name: 'RpcError' });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a server', () => {
  test.each<readonly [string, (end: Ends) => void]>([
    ['bytes that are no gob', ({ send }) => send(noGob)],
    [
      'arguments of another type',
      ({ send, encoder }) =>
        send(
          encoder.encode(Request, { serviceMethod: 'Plugin.Echo' }),
          encoder.encode(string, 'not a struct'),
        ),
    ],
    [
      'a number beyond 2^53',
      ({ send, encoder }) => {
        const Wide = struct('Request', { serviceMethod: string, seq: uint });
        const header = encoder.encode(Wide, { seq: Number.MAX_SAFE_INTEGER });
        // The largest safe number is sent as f9 1f ff...; one bit more is unsafe.
        header[header.indexOf(0xf9) + 1] = 0x3f;
        send(header, encoder.encode(Empty, {}));
      },
    ],
    [
      'the end between header and arguments',
      ({ send, encoder, peer }) => {
        send(encoder.encode(Request, { serviceMethod: 'Plugin.Echo' }));
        peer.end();
      },
    ],
  ])('meets %s', async (_name, misbehave) => {
    const end = serverEnds();
    misbehave(end);
    expect(await end.server.closed).toMatchObject({ code: 'protocol' });
    expect(await end.peer.closed).toBeInstanceOf(Error);
    expect(end.handled).toEqual([]);
  });

  test('answers what came before the mistake was read, and aborts the rest', async () => {
    const { server, handled, send, encoder } = serverEnds();
    send(
      encoder.encode(Request, { serviceMethod: 'Plugin.Echo' }),
      encoder.encode(Echo, { a: 'good' }),
      noGob,
    );
    expect(await server.closed).toMatchObject({ code: 'protocol' });
    expect(handled).toEqual([{ a: 'good', c: 0 }]);
  });

  test('survives any mutation of a valid request', async () => {
    const encoder = new GobEncoder();
    const valid = Buffer.concat([
      encoder.encode(Request, { serviceMethod: 'Plugin.Echo', seq: 9 }),
      encoder.encode(Echo, { a: 'hello', c: 300 }),
    ]);
    await fc.assert(
      fc.asyncProperty(mutations(valid.length), async (changes) => {
        const { server, peer, send } = serverEnds();
        peer.receive({
          data: (chunk) => {
            peer.consumed(chunk.length);
          },
          end: () => undefined,
          error: () => undefined,
        });
        send(mutate(valid, changes));
        peer.end();
        const closed = await server.closed;
        if (closed !== undefined) expect(closed).toMatchObject({ name: 'RpcError' });
      }),
      { numRuns: 300 },
    );
  });
});

type Change = readonly [at: number, value: number];

function mutations(length: number): fc.Arbitrary<Change[]> {
  const change = fc.tuple(fc.nat({ max: length - 1 }), fc.nat({ max: 255 }));
  return fc.array(change, { minLength: 1, maxLength: 4 });
}

function mutate(valid: Uint8Array, changes: readonly Change[]): Uint8Array {
  const bytes = new Uint8Array(valid);
  for (const [at, value] of changes) bytes[at] = value;
  return bytes;
}
