/** The key-value store against `SqlPluginStore`: sets, compare-and-sets, expiry, listing, a replica that lags. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ManualClock } from '../support/manual_clock.ts';
import { AppFailure } from './app_failure.ts';
import { KeyValueStore, type KeyValueSetOptions } from './kv_store.ts';

const id = 'p';
const bytes = (text: string): Uint8Array => Buffer.from(text);
const text = (value: Uint8Array | undefined): string | undefined =>
  value === undefined ? undefined : Buffer.from(value).toString();

describe('sets', () => {
  const old = bytes('old');
  const cases: [string, string | undefined, KeyValueSetOptions, boolean, string | undefined][] = [
    ['a plain set replaces', 'new', {}, true, 'new'],
    ['a plain set of nothing deletes', undefined, {}, true, undefined],
    ['a plain set of an empty value deletes', '', {}, true, undefined],
    ['an atomic set without old value does not replace', 'new', { atomic: true }, false, 'old'],
    ['an empty old value is none', 'new', { atomic: true, oldValue: bytes('') }, false, 'old'],
    ['the right old value replaces', 'new', { atomic: true, oldValue: old }, true, 'new'],
    ['the same value again is a success', 'old', { atomic: true, oldValue: old }, true, 'old'],
    ['a wrong old value does not', 'new', { atomic: true, oldValue: bytes('x') }, false, 'old'],
    [
      'an atomic delete needs the value',
      undefined,
      { atomic: true, oldValue: old },
      true,
      undefined,
    ],
    ['an atomic delete without it is refused', undefined, { atomic: true }, false, 'old'],
  ];
  test.each(cases)('%s', (_, value, options, result, stored) => {
    const kv = new KeyValueStore();
    kv.set(id, 'k', old, {}, 0);
    expect(kv.set(id, 'k', value === undefined ? undefined : bytes(value), options, 0)).toBe(
      result,
    );
    expect(text(kv.get(id, 'k', 0))).toBe(stored);
  });

  test('an old value without atomic is an error, whatever the key', () => {
    const kv = new KeyValueStore();
    expect(() => kv.set(id, '', old, { oldValue: old }, 0)).toThrow(
      expect.objectContaining({ code: 'model.plugin_kvset_options.is_valid.old_value.app_error' }),
    );
  });

  test.each([
    ['empty', '', false],
    ['150 characters', 'k'.repeat(150), true],
    ['150 characters of 4 bytes each', '😀'.repeat(150), true],
    ['151 characters', 'k'.repeat(151), false],
  ])('a key that is %s', (_, key, valid) => {
    const kv = new KeyValueStore();
    const set = (): boolean => kv.set(id, key, old, {}, 0);
    if (valid) expect(set()).toBe(true);
    else expect(set).toThrow(AppFailure);
  });

  test('plugins do not see each other', () => {
    const kv = new KeyValueStore();
    kv.set('a', 'k', old, {}, 0);
    expect(kv.get('b', 'k', 0)).toBeUndefined();
    kv.deleteAll('b');
    expect(kv.list('a', 0, 10, 0)).toEqual(['k']);
  });
});

describe('expiry, by the clock of the node that asks', () => {
  const leased = (): KeyValueStore => {
    const kv = new KeyValueStore();
    kv.set(id, 'k', bytes('v'), { expireInSeconds: 10 }, 1_000);
    return kv;
  };

  test('a row is there until its instant, and not at it', () => {
    expect(text(leased().get(id, 'k', 10_999))).toBe('v');
    expect(leased().get(id, 'k', 11_000)).toBeUndefined();
    expect(leased().list(id, 0, 10, 11_000)).toEqual([]);
  });

  test('a node whose clock is ahead takes a live lease', () => {
    expect(leased().set(id, 'k', bytes('w'), { atomic: true }, 11_001)).toBe(true);
  });

  test('in its last millisecond it is neither there nor free', () => {
    expect(leased().set(id, 'k', bytes('w'), { atomic: true }, 11_000)).toBe(false);
  });

  test('an expired row does not compare', () => {
    const options = { atomic: true, oldValue: bytes('v') };
    expect(leased().set(id, 'k', bytes('w'), options, 11_000)).toBe(false);
    expect(leased().set(id, 'k', undefined, options, 11_000)).toBe(false);
  });

  test('a plain set clears it, negative seconds are over at once', () => {
    const kv = leased();
    kv.set(id, 'k', bytes('v'), {}, 1_000);
    expect(text(kv.get(id, 'k', 99_000))).toBe('v');
    kv.set(id, 'k', bytes('v'), { expireInSeconds: -1 }, 5_000);
    expect(kv.get(id, 'k', 5_000)).toBeUndefined();
  });

  test('the sweep drops what has expired', () => {
    const kv = leased();
    expect(kv.sweep(10_999)).toBe(0);
    expect(kv.sweep(11_000)).toBe(1);
  });
});

describe('listing', () => {
  test('is ordered, paged by offset, and 10 a page unless told otherwise', () => {
    const kv = new KeyValueStore();
    const keys = Array.from({ length: 25 }, (_, index) => `k${String(index).padStart(2, '0')}`);
    for (const key of keys.toReversed()) kv.set(id, key, bytes('v'), {}, 0);
    expect(kv.list(id, 0, 0, 0)).toEqual(keys.slice(0, 10));
    expect(kv.list(id, 0, -3, 0)).toEqual(keys.slice(0, 10));
    expect(kv.list(id, 2, 10, 0)).toEqual(keys.slice(20));
    expect(kv.list(id, 9, 10, 0)).toEqual([]);
  });

  test('orders as the collation says', () => {
    const inOrder = (collation: 'C' | 'en'): string[] => {
      const kv = new KeyValueStore({ collation });
      for (const key of ['a', 'B', 'c', '_']) kv.set(id, key, bytes('v'), {}, 0);
      return kv.list(id, 0, 10, 0);
    };
    expect(inOrder('C')).toEqual(['B', '_', 'a', 'c']);
    expect(inOrder('en')).toEqual(['_', 'a', 'B', 'c']);
  });

  test('agrees with sorting and slicing, whatever was set, deleted and expired', () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 3_000 }).map((number) => `key${String(number)}`),
      what: fc.constantFrom('set', 'lease', 'delete'),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 4_000 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 400 }),
        (steps, page, perPage) => {
          const kv = new KeyValueStore();
          const visible = new Set<string>();
          for (const { key, what } of steps) {
            if (what === 'delete') kv.delete(id, key);
            else kv.set(id, key, bytes('v'), what === 'lease' ? { expireInSeconds: 1 } : {}, 0);
            if (what === 'set') visible.add(key);
            else visible.delete(key);
          }
          const expected = [...visible].sort().slice(page * perPage, (page + 1) * perPage);
          expect(kv.list(id, page, perPage, 5_000)).toEqual(expected);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a replica that lags', () => {
  test('hides the latest writes from reads, and nothing from atomic sets', () => {
    const kv = new KeyValueStore();
    kv.set(id, 'a', bytes('1'), {}, 0);
    kv.lag({ writes: 2 });
    kv.set(id, 'a', bytes('2'), {}, 0);
    kv.set(id, 'b', bytes('1'), {}, 0);
    expect(text(kv.get(id, 'a', 0))).toBe('1');
    expect(kv.list(id, 0, 10, 0)).toEqual(['a']);
    expect(kv.set(id, 'a', bytes('3'), { atomic: true, oldValue: bytes('1') }, 0)).toBe(false);
    expect(kv.set(id, 'a', bytes('3'), { atomic: true, oldValue: bytes('2') }, 0)).toBe(true);
    expect(text(kv.get(id, 'a', 0))).toBe('2');
    kv.lag(undefined);
    expect(text(kv.get(id, 'a', 0))).toBe('3');
  });

  test('catches up with time, deletions included', async () => {
    const clock = new ManualClock();
    const kv = new KeyValueStore({ clock });
    kv.set(id, 'a', bytes('1'), {}, 0);
    kv.lag({ ms: 100 });
    kv.delete(id, 'a');
    await clock.advance(99);
    expect(text(kv.get(id, 'a', 0))).toBe('1');
    await clock.advance(1);
    expect(kv.get(id, 'a', 0)).toBeUndefined();
  });
});

test('operations are counted', () => {
  const kv = new KeyValueStore();
  kv.set(id, 'a', bytes('1'), {}, 0);
  kv.set(id, 'a', bytes('1'), { atomic: true }, 0);
  kv.get(id, 'a', 0);
  kv.get(id, 'b', 0);
  expect(kv.counts()).toEqual({ set: 1, compareAndSet: 1, get: 2 });
  kv.resetCounts();
  expect(kv.counts()).toEqual({});
});
