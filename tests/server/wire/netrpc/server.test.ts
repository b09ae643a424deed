/** A server: the errors it answers, load, its ends, and what a bad peer sends it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import { GobEncoder, string, struct, uint } from '../../../../server/wire/gob/index.ts';
import { Request } from '../../../../server/wire/netrpc/header.ts';
import { RpcError, rpcHandler, RpcServer } from '../../../../server/wire/netrpc/index.ts';
import {
  connect,
  Echo,
  echo,
  fail,
  gate,
  loneEnd,
  mutate,
  mutations,
  never,
  noGob,
  rejectionOf,
  type LoneEnd,
} from './pair.ts';

describe('errors of the other side', () => {
  test.each([
    ['a handler that throws', 'Plugin.Fail', 'on purpose'],
    ['one that rejects', 'Plugin.Reject', 'rejected'],
    ['an error without a text', 'Plugin.Silent', 'TypeError'],
    ['an unknown method', 'Plugin.Nothing', "rpc: can't find method Plugin.Nothing"],
    ['an unknown service', 'Other.Echo', "rpc: can't find service Other.Echo"],
    ['a dot too many', 'Plugin.Echo.x', "rpc: can't find service Plugin.Echo.x"],
    ['no service', 'Echo', 'rpc: service/method request ill-formed: Echo'],
    ['no name at all', '', 'rpc: service/method request ill-formed: '],
  ])('%s', async (_name, method, message) => {
    const { client } = connect({
      'Plugin.Echo': echo,
      'Plugin.Fail': fail,
      'Plugin.Reject': rpcHandler(Echo, Echo, () => Promise.reject(new Error('rejected'))),
      'Plugin.Silent': rpcHandler(Echo, Echo, () => {
        throw new TypeError();
      }),
    });
    const error = await rejectionOf(client.call(method, Echo, { a: 'x' }, Echo));
    expect(error).toBeInstanceOf(RpcError);
    expect(error).toMatchObject({ code: 'remote', message, endsStream: false });
    expect(error).toHaveProperty('isMissingMethod', message.startsWith("rpc: can't find"));
    await client.call('Plugin.Echo', Echo, {}, Echo);
  });

  test('are cut to a bounded length', async () => {
    const long = rpcHandler(Echo, Echo, () => {
      throw new Error('x'.repeat(100_000));
    });
    const { client } = connect({ 'Plugin.Long': long });
    const error = await rejectionOf(client.call('Plugin.Long', Echo, {}, Echo));
    expect(error).toHaveProperty('message', 'x'.repeat(4_096));
  });

  test.each(['at once', 'later'])('a reply that cannot be encoded, given %s', async (when) => {
    const bad = rpcHandler(Echo, Echo, () => {
      const reply = { a: 'fine', c: 1.5 };
      return when === 'later' ? Promise.resolve(reply) : reply;
    });
    const { client } = connect({ 'Plugin.Bad': bad, 'Plugin.Echo': echo });
    // The very first reply of the stream, so that its definitions are at stake.
    const error = await rejectionOf(client.call('Plugin.Bad', Echo, {}, Echo));
    expect(error).toMatchObject({ code: 'remote' });
    expect(await client.call('Plugin.Echo', Echo, { c: 3 }, Echo)).toMatchObject({ c: 3 });
  });
});

describe('load', () => {
  test('no more requests run at once than allowed, and all are answered', async () => {
    let running = 0;
    let most = 0;
    const work = rpcHandler(Echo, Echo, async (args) => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return args;
    });
    const { client } = connect({ 'Plugin.Work': work }, { maxConcurrent: 5, window: 4_096 });
    const calls = Array.from({ length: 2_000 }, (_, c) =>
      client.call('Plugin.Work', Echo, { c, b: new Uint8Array(50) }, Echo),
    );
    const replies = await Promise.all(calls);
    expect(replies.map(({ c }) => c)).toEqual(Array.from({ length: 2_000 }, (_, c) => c));
    expect(most).toBe(5);
  });

  test('a full server gives the peer no more window', async () => {
    const slow = gate();
    const wait = rpcHandler(Echo, Echo, async (args) => {
      await slow.opened;
      return args;
    });
    const { client, near, clock } = connect(
      { 'Plugin.Wait': wait },
      { maxConcurrent: 2, window: 2_000 },
    );
    const b = new Uint8Array(100);
    const calls = Array.from({ length: 100 }, () =>
      client.call('Plugin.Wait', Echo, { b }, Echo, { timeoutMs: Infinity }),
    );
    await clock.advance(1_000);
    let written = false;
    void near.write(new Uint8Array()).then(() => (written = true));
    await clock.advance(1_000);
    expect(written).toBe(false);
    slow.open();
    await Promise.all(calls);
    await clock.advance(0);
    expect(written).toBe(true);
  });

  test('a full server that is closed gives back the window it held', async () => {
    const { client, server, near, clock } = connect(
      { 'Plugin.Never': never },
      { maxConcurrent: 1, window: 1_000 },
    );
    for (let i = 0; i < 20; i += 1) {
      void rejectionOf(client.call('Plugin.Never', Echo, { b: new Uint8Array(100) }, Echo));
    }
    await clock.advance(0);
    server.close();
    await expect(near.write(new Uint8Array(1_000))).resolves.toBeUndefined();
  });

  test('the end of a peer whose requests were held back', async () => {
    let answered = 0;
    const work = rpcHandler(Echo, Echo, async (args) => {
      await Promise.resolve();
      answered += 1;
      return args;
    });
    const { client, server } = connect({ 'Plugin.Work': work }, { maxConcurrent: 1 });
    for (let i = 0; i < 50; i += 1) void rejectionOf(client.call('Plugin.Work', Echo, {}, Echo));
    client.close();
    expect(await server.closed).toBeUndefined();
    expect(answered).toBe(50);
  });
});

describe('the end of a server', () => {
  test('the peer’s end lets what runs be answered, then both sides are through', async () => {
    const slow = gate();
    let aborted = false;
    const wait = rpcHandler(Echo, Echo, async (args, { signal }) => {
      await slow.opened;
      aborted = signal.aborted;
      return args;
    });
    const { client, server, near, clock } = connect({ 'Plugin.Wait': wait });
    void rejectionOf(client.call('Plugin.Wait', Echo, {}, Echo));
    await clock.advance(0);
    client.close();
    await clock.advance(0);
    slow.open();
    expect(await server.closed).toBeUndefined();
    expect(aborted).toBe(false);
    expect(await near.closed).toBeUndefined();
  });

  test.each(['close', 'break'])('%s aborts what runs', async (how) => {
    const seen = Promise.withResolvers<unknown>();
    const wait = rpcHandler(Echo, Echo, async (args, { signal }) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      seen.resolve(signal.aborted);
      return args;
    });
    const { client, server, near, clock } = connect({ 'Plugin.Wait': wait });
    void rejectionOf(client.call('Plugin.Wait', Echo, {}, Echo));
    await clock.advance(0);
    if (how === 'close') server.close();
    else near.reset();
    expect(await seen.promise).toBe(true);
    if (how === 'close') expect(await server.closed).toBeUndefined();
    else expect(await server.closed).toMatchObject({ code: 'closed' });
  });
});

function serverEnds(): LoneEnd & { readonly server: RpcServer; readonly handled: unknown[] } {
  const all = loneEnd();
  const handled: unknown[] = [];
  const handler = rpcHandler(Echo, Echo, (args) => {
    handled.push(args);
    return args;
  });
  const server = new RpcServer(all.own, new Map([['Plugin.Echo', handler]]), { log: silentLog });
  return { ...all, server, handled };
}

describe('a bad peer', () => {
  test.each<readonly [string, (end: LoneEnd) => void]>([
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
        const header = encoder.encode(Wide, {
          serviceMethod: 'Plugin.Echo',
          seq: Number.MAX_SAFE_INTEGER,
        });
        // The largest safe number is sent as f9 1f ff...; one bit more is unsafe.
        header[header.indexOf(0xf9) + 1] = 0x3f;
        send(header, encoder.encode(Echo, {}));
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
    expect(handled).toMatchObject([{ a: 'good' }]);
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
