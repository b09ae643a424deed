import fc from 'fast-check';
import { expect, test } from '@jest/globals';
import {
  dueEntryKey,
  fenceKey,
  lockKey,
  parseDueEntryKey,
  runRowKey,
  scheduleKey,
  userKey,
} from '../../../server/store/keys.ts';

const id = fc.stringMatching(/^[a-z0-9]{26}$/);
const at = fc.integer({ min: 0, max: 99_999_999_999_999 });
const version = fc.integer({ min: 1, max: 9_999_999_999 });

test('due entries come back from their keys and sort by instant, before all other keys', () => {
  fc.assert(
    fc.property(at, at, id, id, version, (one, two, first, second, number) => {
      const entry = { at: one, scheduleId: first, version: number };
      const key = dueEntryKey(entry);
      expect(parseDueEntryKey(key)).toEqual(entry);
      expect(key).toMatch(/^[a-z0-9]{50}$/);
      const other = dueEntryKey({ at: two, scheduleId: second, version: 1 });
      if (one !== two) expect(key < other).toBe(one < two);
      for (const rest of [
        scheduleKey(first),
        userKey(first),
        runRowKey(first, 1),
        lockKey('tick'),
      ]) {
        expect(key < rest).toBe(true);
        expect(parseDueEntryKey(rest)).toBeUndefined();
      }
    }),
  );
});

test('no other key looks like a due entry, and none is the same as another kind', () => {
  const sample = 'a'.repeat(26);
  const keys = [
    scheduleKey(sample),
    userKey(sample),
    runRowKey(sample, 12),
    lockKey('tick'),
    fenceKey('tick'),
    'mmi_botid',
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.map(parseDueEntryKey)).toEqual(keys.map(() => undefined));
});

test('a number too wide for its place is refused', () => {
  expect(() => dueEntryKey({ at: 1e14, scheduleId: 'a'.repeat(26), version: 1 })).toThrow(
    RangeError,
  );
});
