import { describe, expect, test } from '@jest/globals';
import { DueIndex, judge } from '../../../server/store/due_index.ts';
import { dueEntryKey } from '../../../server/store/keys.ts';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { leftoverMs } from '../../../server/store/limits.ts';
import type { ScheduleRecord } from '../../../server/store/record.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';

const now = 1_000_000_000;

function id(number: number): string {
  return String(number).padStart(26, 'x');
}

describe('the due index', () => {
  test('lists what is due, soonest first, over page after page, without what was seen', async () => {
    const clock = new ManualClock(now);
    const memory = new MemoryKv(clock);
    const kv = new KeyValueStore(memory.client(), clock);
    const index = new DueIndex(kv);
    for (let number = 0; number < 450; number += 1) {
      await index.add({ at: now - ((number * 7) % 450), scheduleId: id(number), version: 1 });
    }
    await index.add({ at: now + 1, scheduleId: id(999), version: 1 });
    await kv.put(`s${id(1)}`, 1);
    const all = await index.due(now, 1000, new Set());
    expect(all).toHaveLength(450);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
    const seen = new Set(all.slice(0, 300).map(dueEntryKey));
    expect(await index.due(now, 5, seen)).toEqual(all.slice(300, 305));
    await index.remove(all[0]!);
    await index.remove(all[0]!);
    expect(await index.due(now, 1, new Set())).toEqual([all[1]]);
  });
});

describe('an entry', () => {
  const entry = { at: now, scheduleId: id(1), version: 5 };

  function record(version: number, due: ScheduleRecord['due']): ScheduleRecord {
    return { version, due } as ScheduleRecord;
  }

  test.each([
    ['that the record names counts', record(5, { at: now, version: 5 }), now, 'current'],
    ['counts however late', record(9, { at: now, version: 5 }), now + 2 * leftoverMs, 'current'],
    ['of a version gone by is dead', record(6, { at: now + 9, version: 6 }), now, 'dead'],
    [
      'that lost against one of the same version is dead',
      record(5, { at: 7, version: 5 }),
      now,
      'dead',
    ],
    ['of a version to come is left', record(4, { at: 7, version: 4 }), now, 'pending'],
    ['of a version that never came is cleared', record(4, null), now + leftoverMs + 1, 'stuck'],
    ['without a record may be a little early', undefined, now + leftoverMs, 'pending'],
    ['without a record is dead in time', undefined, now + leftoverMs + 1, 'dead'],
  ] as const)('%s', (_name, stored, at, verdict) => {
    expect(judge(entry, stored, at)).toBe(verdict);
  });
});
