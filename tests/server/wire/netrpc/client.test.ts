/** A client: its calls in every cut, giving up, its ends, and what a bad peer sends it. */
import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import { GobEncoder, int, slice, string, struct } from '../../../../server/wire/gob/index.ts';
import { Response } from '../../../../server/wire/netrpc/header.ts';
import { Empty, RpcClient, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
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

const names = rpcHandler(Echo, slice(string), () => ['a', 'b']);

describe('calls', () => {
  test.each([1, 2, 3, 7, 64, undefined])('in chunks of %s bytes', async (chunk) => {
    const { client } = connect({ 'Plugin.Echo': echo }, chunk === undefined ? {} : { chunk });
    for (const a of ['first', 'second', 'third']) {
      const value = { a, b: new Uint8Array([1, 2, 3]), c: -7 };
      expect(await client.call('Plugin.Echo', Echo, value, Echo)).toEqual(value);
    }
  });

  test('larger than the window, both ways', async () => {
    const { client } = connect({ 'Plugin.Echo': echo }, { window: 1_000, chunk: 700 });
    const b = new Uint8Array(100_000).map((_, i) => i);
    const reply = await client.call('Plugin.Echo', Echo, { b }, Echo);
    expect(reply.b).toEqual(b);
  });

  test('many at once', async () => {
    const { client } = connect({ 'Plugin.Echo': echo });
    const calls = Array.from({ length: 1_000 }, (_, c) =>
      client.call('Plugin.Echo', Echo, { a: `n${c}`, c }, Echo),
    );
    const replies = await Promise.all(calls);
    expect(replies.map(({ c }) => c)).toEqual(Array.from({ length: 1_000 }, (_, c) => c));
  });

  test('are answered in any order', async () => {
    const gates = [gate(), gate(), gate()];
    const order: number[] = [];
    const { client } = connect({
      'Plugin.Wait': rpcHandler(int, int, async (index) => {
        await gates[index]!.opened;
        return index;
      }),
    });
    const calls = gates.map((_, i) =>
      client.call('Plugin.Wait', int, i, int).then((reply) => order.push(reply)),
    );
    for (const i of [2, 0, 1]) {
      gates[i]!.open();
      await calls[i];
    }
    expect(order).toEqual([2, 0, 1]);
  });

  test('whose reply is dropped', async () => {
    const { client } = connect({ 'Plugin.Echo': echo, 'Plugin.Names': names });
    await client.callWithoutReply('Plugin.Echo', Echo, { a: 'x' });
    await client.callWithoutReply('Plugin.Names', Echo, {});
    expect(await client.call('Plugin.Names', Echo, {}, slice(string))).toEqual(['a', 'b']);
  });

  test('any mix of values, methods, failures and cuts', async () => {
    const call = fc.record({ a: fc.string(), c: fc.integer(), fail: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 20 }),
        fc.integer({ min: 1, max: 40 }),
        async (calls, chunk) => {
          const { client } = connect({ 'Plugin.Echo': echo, 'Plugin.Fail': fail }, { chunk });
          await Promise.all(
            calls.map(async ({ a, c, fail }) => {
              const reply = client.call(fail ? 'Plugin.Fail' : 'Plugin.Echo', Echo, { a, c }, Echo);
              if (fail) expect(await rejectionOf(reply)).toMatchObject({ code: 'remote' });
              else expect(await reply).toMatchObject({ a, c });
            }),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

test('arguments that cannot be encoded fail their call alone', async () => {
  const { client } = connect({ 'Plugin.Echo': echo });
  const error = await rejectionOf(client.call('Plugin.Echo', Echo, { c: 1.5 }, Echo));
  expect(error).toMatchObject({ code: 'encode', endsStream: false });
  expect(await client.call('Plugin.Echo', Echo, { c: 3 }, Echo)).toMatchObject({ c: 3 });
});

describe('giving up', () => {
  test('after the client’s time limit; the late reply is dropped', async () => {
    const late = gate();
    const wait = rpcHandler(Echo, Echo, async (args) => {
      await late.opened;
      return args;
    });
    const { client, clock } = connect(
      { 'Plugin.Wait': wait, 'Plugin.Echo': echo },
      { timeoutMs: 1_000, chunk: 3 },
    );
    const error = rejectionOf(client.call('Plugin.Wait', Echo, { a: 'late' }, Echo));
    await clock.advance(999);
    const second = client.call('Plugin.Echo', Echo, { a: 'in time' }, Echo);
    expect(await second).toMatchObject({ a: 'in time' });
    await clock.advance(1);
    expect(await error).toMatchObject({ code: 'timeout', endsStream: false });
    late.open();
    expect(await client.call('Plugin.Echo', Echo, { a: 'after' }, Echo)).toMatchObject({
      a: 'after',
    });
    await clock.advance(10_000);
    expect(clock.sleeping).toBe(0);
  });

  test('after 30 seconds unless told otherwise; never when told Infinity', async () => {
    const { client, clock } = connect({ 'Plugin.Never': never });
    const settled: string[] = [];
    const watch = (name: string, timeoutMs?: number): void => {
      const call = client.call('Plugin.Never', Echo, {}, Echo, { timeoutMs });
      void rejectionOf(call).then(() => settled.push(name));
    };
    watch('default');
    watch('short', 10);
    watch('never', Infinity);
    await clock.advance(10);
    expect(settled).toEqual(['short']);
    await clock.advance(30_000);
    expect(settled).toEqual(['short', 'default']);
    await clock.advance(10_000_000);
    expect(settled).toEqual(['short', 'default']);
  });

  test('costs nothing for calls that were answered', async () => {
    const { client, clock } = connect({ 'Plugin.Echo': echo });
    await client.call('Plugin.Echo', Echo, {}, Echo);
    await clock.advance(10_000);
    await client.call('Plugin.Echo', Echo, {}, Echo);
    // The sleep that was begun for the first call ends; there is nothing left to sleep for.
    await clock.advance(20_000);
    expect(clock.sleeping).toBe(0);
  });

  test('by a signal, with its reason; the signal is let go', async () => {
    const late = gate();
    const wait = rpcHandler(Echo, Echo, async (args) => {
      await late.opened;
      return args;
    });
    const { client } = connect({ 'Plugin.Wait': wait, 'Plugin.Echo': echo });
    const abort = new AbortController();
    const reason = new Error('enough');
    const call = client.call('Plugin.Wait', Echo, {}, Echo, { signal: abort.signal });
    const error = rejectionOf(call);
    await client.call('Plugin.Echo', Echo, {}, Echo, { signal: abort.signal });
    expect(getEventListeners(abort.signal, 'abort')).toHaveLength(1);
    abort.abort(reason);
    expect(await error).toMatchObject({ code: 'aborted', cause: reason });
    expect(getEventListeners(abort.signal, 'abort')).toHaveLength(0);
    const refused = client.call('Plugin.Echo', Echo, {}, Echo, { signal: abort.signal });
    expect(await rejectionOf(refused)).toMatchObject({ code: 'aborted' });
    late.open();
    expect(await client.call('Plugin.Echo', Echo, { c: 1 }, Echo)).toMatchObject({ c: 1 });
  });
});

describe('the end of a client', () => {
  test('close fails the 100 calls that wait and every later one', async () => {
    const { client, clock } = connect({ 'Plugin.Never': never });
    const calls = Array.from({ length: 100 }, () =>
      rejectionOf(client.call('Plugin.Never', Echo, {}, Echo)),
    );
    client.close();
    client.close();
    for (const error of await Promise.all(calls)) {
      expect(error).toMatchObject({ code: 'closed', endsStream: true });
    }
    const later = await rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    expect(later).toMatchObject({ code: 'closed' });
    expect(await client.closed).toBeUndefined();
    expect(clock.sleeping).toBe(0);
  });

  test('a broken stream fails all with its cause', async () => {
    const { client, far, clock } = connect({ 'Plugin.Never': never });
    const calls = Array.from({ length: 100 }, () =>
      rejectionOf(client.call('Plugin.Never', Echo, {}, Echo)),
    );
    await clock.advance(0);
    far.reset(new Error('gone'));
    for (const error of await Promise.all(calls)) expect(error).toMatchObject({ code: 'closed' });
    expect(await client.closed).toMatchObject({ code: 'closed' });
    expect(clock.sleeping).toBe(0);
  });

  test('the peer’s end with nothing waiting is clean', async () => {
    const { client, server, near } = connect({ 'Plugin.Echo': echo });
    await client.call('Plugin.Echo', Echo, {}, Echo);
    server.close();
    expect(await client.closed).toBeUndefined();
    expect(await near.closed).toBeUndefined();
  });

  test('the peer’s end with calls waiting is not', async () => {
    const { client, server, clock } = connect({ 'Plugin.Never': never });
    const error = rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    await clock.advance(0);
    server.close();
    expect(await error).toMatchObject({ code: 'closed' });
    expect(await client.closed).toMatchObject({ code: 'closed' });
  });
});

describe('too many calls', () => {
  test('are refused once 16,384 wait', async () => {
    const { client } = connect({ 'Plugin.Never': never });
    for (let i = 0; i < 16_384; i += 1) {
      void rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    }
    const error = await rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    expect(error).toMatchObject({ code: 'busy', endsStream: false });
    client.close();
  });

  test('are refused once the peer takes no bytes', async () => {
    const { client } = connect({ 'Plugin.Echo': echo }, { window: 1_000 });
    const b = new Uint8Array(9 * 1024 * 1024);
    const calls = [0, 1].map(() => rejectionOf(client.call('Plugin.Echo', Echo, { b }, Echo)));
    const error = await rejectionOf(client.call('Plugin.Echo', Echo, {}, Echo));
    expect(error).toMatchObject({ code: 'busy' });
    client.close();
    await Promise.all(calls);
  });
});

function clientEnds(): LoneEnd & {
  readonly client: RpcClient;
  readonly waiting: Promise<unknown>;
} {
  const all = loneEnd();
  const client = new RpcClient(all.own, { clock: all.clock, log: silentLog });
  const call = client.call('Plugin.Echo', Echo, { a: 'x' }, Echo);
  const waiting = call.catch((error: unknown) => error);
  return { ...all, client, waiting };
}

describe('a bad peer', () => {
  test.each<readonly [string, (end: LoneEnd) => void]>([
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
