/** Client and server against each other over memory streams, in every cut. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import { bytes, int, slice, string, struct } from '../../../../server/wire/gob/index.ts';
import {
  RpcClient,
  RpcError,
  rpcHandler,
  RpcServer,
} from '../../../../server/wire/netrpc/index.ts';
import type { RpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { ManualClock } from '../../../support/manual_clock.ts';
import { memoryStreamPair, type MemoryStreamOptions } from '../../../support/memory_stream.ts';

const Echo = struct('Echo', { a: string, b: bytes, c: int });

const echo = rpcHandler(Echo, Echo, (args) => args);

/** A connected client and server. */
function connect(
  handlers: Record<string, RpcHandler>,
  options: MemoryStreamOptions & { maxConcurrent?: number; timeoutMs?: number } = {},
) {
  const clock = new ManualClock();
  const log = silentLog;
  const [near, far] = memoryStreamPair(options);
  const { maxConcurrent, timeoutMs } = options;
  return {
    clock,
    near,
    far,
    server: new RpcServer(far, new Map(Object.entries(handlers)), {
      log,
      ...(maxConcurrent === undefined ? {} : { maxConcurrent }),
    }),
    client: new RpcClient(near, { clock, log, ...(timeoutMs === undefined ? {} : { timeoutMs }) }),
  };
}

function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** A handler that waits until the test lets it answer. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return { open: () => resolve(undefined), opened: promise };
}

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

const names = rpcHandler(Echo, slice(string), () => ['a', 'b']);
const fail = rpcHandler(Echo, Echo, () => {
  throw new Error('on purpose', { cause: new Error('the reason stays here') });
});

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
    const never = rpcHandler(Echo, Echo, () => new Promise<never>(() => undefined));
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
    abort.abort(reason);
    expect(await error).toMatchObject({ code: 'aborted', cause: reason });
    const refused = client.call('Plugin.Echo', Echo, {}, Echo, { signal: abort.signal });
    expect(await rejectionOf(refused)).toMatchObject({ code: 'aborted' });
    late.open();
    expect(await client.call('Plugin.Echo', Echo, { c: 1 }, Echo)).toMatchObject({ c: 1 });
  });
});

describe('the end of a client', () => {
  const never = rpcHandler(Echo, Echo, () => new Promise<never>(() => undefined));

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

  test('a client refuses calls once too many wait', async () => {
    const never = rpcHandler(Echo, Echo, () => new Promise<never>(() => undefined));
    const { client } = connect({ 'Plugin.Never': never });
    for (let i = 0; i < 16_384; i += 1) {
      void rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    }
    const error = await rejectionOf(client.call('Plugin.Never', Echo, {}, Echo));
    expect(error).toMatchObject({ code: 'busy', endsStream: false });
    client.close();
  });

  test('a client refuses calls once the peer takes no bytes', async () => {
    const { client } = connect({ 'Plugin.Echo': echo }, { window: 1_000 });
    const b = new Uint8Array(33 * 1024 * 1024);
    const calls = [0, 1].map(() => rejectionOf(client.call('Plugin.Echo', Echo, { b }, Echo)));
    const error = await rejectionOf(client.call('Plugin.Echo', Echo, {}, Echo));
    expect(error).toMatchObject({ code: 'busy' });
    client.close();
    await Promise.all(calls);
  });
});
