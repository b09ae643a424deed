import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { describeError } from '../../../server/log.ts';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { maxValueBytes } from '../../../server/store/limits.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';

const Text = z.object({ text: z.string() });

/** A store whose calls fail as told: each letter is one call, `b` before its effect, `a` after it, `.` not at all. */
function store(faults = ''): {
  kv: KeyValueStore;
  memory: MemoryKv;
  clock: ManualClock;
  calls: () => number;
} {
  const clock = new ManualClock();
  const memory = new MemoryKv(clock);
  let calls = 0;
  const api = memory.client(async (_name, _key, effect) => {
    const fault = faults[calls];
    calls += 1;
    await Promise.resolve();
    if (fault === 'b') throw new Error('before');
    const result = effect();
    if (fault === 'a') throw new Error('after');
    return result;
  });
  return { kv: new KeyValueStore(api, clock), memory, clock, calls: () => calls };
}

async function soon<T>(clock: ManualClock, promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  await clock.advance(5000);
  return promise;
}

describe('compare-and-set', () => {
  test('inserts once, swaps what was read, and removes what was read', async () => {
    const { kv } = store();
    const first = await kv.insert('k', { text: 'a' });
    expect(await kv.insert('k', { text: 'b' })).toBeUndefined();
    const second = await kv.swap('k', first!, { text: 'c' });
    expect(await kv.swap('k', first!, { text: 'd' })).toBeUndefined();
    expect(await kv.confirm('k', first!)).toBe(false);
    expect(await kv.confirm('k', second!)).toBe(true);
    expect((await kv.get('k', Text))?.value).toEqual({ text: 'c' });
    expect(await kv.remove('k', first!)).toBe(false);
    expect(await kv.remove('k', second!)).toBe(true);
    expect(await kv.get('k', Text)).toBeUndefined();
  });

  test.each(['b', 'a', 'bb', 'ab', 'aa', 'bab'])(
    'gives a definite answer when calls fail like "%s"',
    async (faults) => {
      const { kv, memory, clock } = store(faults);
      const entry = await soon(clock, kv.insert('k', { text: 'mine' }));
      expect(entry?.value).toEqual({ text: 'mine' });
      expect(memory.json('k')).toEqual({ text: 'mine' });
      expect(await soon(clock, kv.insert('k', { text: 'other' }))).toBeUndefined();
    },
  );

  test('a failed swap that somebody else then beats is no success', async () => {
    const { kv, clock, memory } = store('..b');
    const entry = await kv.insert('k', { text: 'a' });
    await kv.get('k', Text);
    const swapping = kv.swap('k', entry!, { text: 'mine' });
    await clock.advance(1);
    const others = new KeyValueStore(memory.client(), clock);
    await others.swap('k', entry!, { text: 'theirs' });
    expect(await soon(clock, swapping)).toBeUndefined();
    expect(memory.json('k')).toEqual({ text: 'theirs' });
  });
});

describe('limits and errors', () => {
  test('a store that does not answer is tried four times', async () => {
    const { kv, clock, calls } = store('bbbbbbbb');
    await expect(soon(clock, kv.get('k', Text))).rejects.toMatchObject({
      code: 'unavailable',
      cause: { message: 'before' },
    });
    expect(calls()).toBe(4);
  });

  test('an abort ends the tries', async () => {
    const { kv, clock, calls } = store('bbbb');
    const stop = new AbortController();
    const setting = kv.put('k', 1, { signal: stop.signal });
    const failed = expect(setting).rejects.toMatchObject({ code: 'aborted' });
    await clock.advance(1);
    stop.abort();
    await failed;
    expect(calls()).toBe(1);
  });

  test('what does not fit its schema is corrupt, and named', async () => {
    const { kv } = store();
    await kv.put('k', { text: 7 });
    await expect(kv.get('k', Text)).rejects.toMatchObject({
      code: 'corrupt',
      message: expect.stringContaining('k'),
    });
  });

  test('what is no JSON is corrupt, and not quoted: users wrote it', async () => {
    const { kv, memory } = store();
    const bytes = new TextEncoder().encode('{"title": secret}');
    await memory.client().kvSetWithOptions('k', bytes, {});
    const error: unknown = await kv.get('k', Text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'corrupt', message: expect.stringContaining('k') });
    expect(describeError(error)).not.toContain('secret');
  });

  test('a value beyond the limit is refused before it is sent', async () => {
    const { kv, calls } = store();
    await expect(kv.put('k', 'x'.repeat(maxValueBytes))).rejects.toMatchObject({
      code: 'too_large',
      message: expect.stringContaining(`at most ${maxValueBytes} are`),
    });
    expect(calls()).toBe(0);
  });

  test('values expire', async () => {
    const { kv, clock } = store();
    await kv.put('k', { text: 'a' }, { expireInSeconds: 10 });
    await clock.advance(9_999);
    expect(await kv.get('k', Text)).toBeDefined();
    await clock.advance(1);
    expect(await kv.get('k', Text)).toBeUndefined();
    expect(await kv.insert('k', { text: 'b' })).toBeDefined();
  });
});
