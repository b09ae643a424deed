import { expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { Mutex } from '../../../server/store/mutex.ts';
import type { Held } from '../../../server/store/mutex.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

const never = new AbortController().signal;

class Nodes {
  readonly clock = new ManualClock();
  readonly memory = new MemoryKv(this.clock);
  cut = false;
  #seed = 0;

  mutex(): Mutex {
    const api = this.memory.client(async (_name, _key, effect) => {
      await Promise.resolve();
      if (this.cut) throw new Error('cut off');
      return effect();
    });
    this.#seed += 1;
    return new Mutex(new KeyValueStore(api, this.clock), {
      name: 'test',
      clock: this.clock,
      random: seededRandomness(this.#seed),
      log: silentLog,
    });
  }
}

function untilAbort(held: Held): Promise<Held> {
  return new Promise((resolve) => {
    held.signal.addEventListener('abort', () => resolve(held));
  });
}

test('one holder at a time, numbered upwards, released at the end', async () => {
  const nodes = new Nodes();
  const order: string[] = [];
  const work = (name: string) => async (held: Held) => {
    order.push(`${name} ${held.fence}`);
    await nodes.clock.sleep(3000);
    order.push(`${name} ends`);
  };
  const first = nodes.mutex().run(work('a'), { waitMs: 0, signal: never });
  await nodes.clock.advance(1);
  const second = nodes.mutex().run(work('b'), { waitMs: 10_000, signal: never });
  await nodes.clock.advance(10_000);
  expect(await first).toEqual({ result: undefined });
  expect(await second).toEqual({ result: undefined });
  expect(order).toEqual(['a 1', 'a ends', 'b 2', 'b ends']);
  expect(nodes.memory.keys()).toEqual(['fencetest']);
  expect(nodes.clock.sleeping).toBe(0);
});

test('who waits too long, or is told to stop, goes without', async () => {
  const nodes = new Nodes();
  const first = nodes.mutex().run(() => nodes.clock.sleep(60_000), { waitMs: 0, signal: never });
  await nodes.clock.advance(1);
  const late = nodes.mutex().run(() => Promise.resolve('never'), { waitMs: 1000, signal: never });
  const stop = new AbortController();
  const told = nodes
    .mutex()
    .run(() => Promise.resolve('never'), { waitMs: 50_000, signal: stop.signal });
  await nodes.clock.advance(5000);
  expect(await late).toBeUndefined();
  stop.abort();
  expect(await told).toBeUndefined();
  await nodes.clock.advance(60_000);
  await first;
});

test('is kept beyond its lease by a holder that lives', async () => {
  const nodes = new Nodes();
  const first = nodes.mutex().run(
    async (held) => {
      await nodes.clock.sleep(60_000, held.signal);
      return held.signal.aborted;
    },
    { waitMs: 0, signal: never },
  );
  const second = nodes.mutex().run(() => Promise.resolve(), { waitMs: 50_000, signal: never });
  await nodes.clock.advance(61_000);
  expect(await first).toEqual({ result: false });
  expect(await second).toBeUndefined();
});

test('a holder that cannot refresh is told before anybody else may have it', async () => {
  const nodes = new Nodes();
  const told = nodes.mutex().run(
    async (held) => {
      await untilAbort(held);
      return { at: nodes.clock.monotonic(), reason: held.signal.reason as unknown };
    },
    { waitMs: 0, signal: never },
  );
  await nodes.clock.advance(1);
  nodes.cut = true;
  await nodes.clock.advance(20_000);
  const outcome = await told;
  expect(outcome?.result.at).toBeLessThanOrEqual(15_000);
  expect(outcome?.result.reason).toMatchObject({ code: 'lock_lost' });
  nodes.cut = false;
  const next = nodes
    .mutex()
    .run(({ fence }) => Promise.resolve(fence), { waitMs: 0, signal: never });
  await nodes.clock.advance(100);
  expect(await next).toEqual({ result: 2 });
});

test('a holder whose key is taken from it is told, and does not free the next one', async () => {
  const nodes = new Nodes();
  const first = nodes.mutex().run(untilAbort, { waitMs: 0, signal: never });
  await nodes.clock.advance(1);
  await nodes.memory.client().kvSetWithOptions('locktest', undefined, {});
  const second = nodes.mutex().run(() => nodes.clock.sleep(12_000), { waitMs: 0, signal: never });
  await nodes.clock.advance(6000);
  expect((await first)?.result.signal.reason).toMatchObject({ code: 'lock_lost' });
  expect(nodes.memory.keys()).toContain('locktest');
  await nodes.clock.advance(10_000);
  await second;
  expect(nodes.memory.keys()).not.toContain('locktest');
});

test('what the work throws comes out, and the mutex is free', async () => {
  const nodes = new Nodes();
  const failing = nodes
    .mutex()
    .run(() => Promise.reject(new Error('work')), { waitMs: 0, signal: never });
  const failed = expect(failing).rejects.toThrow('work');
  await nodes.clock.advance(100);
  await failed;
  expect(nodes.memory.keys()).toEqual(['fencetest']);
});
