import { describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import { DueIndex } from '../../../server/store/due_index.ts';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { leftoverMs, removedRuns } from '../../../server/store/limits.ts';
import type { StoredSchedule } from '../../../server/store/record.ts';
import { ScheduleStore } from '../../../server/store/schedule_store.ts';
import { UserStore } from '../../../server/store/user_store.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

const user = 'u'.repeat(26);

class Store {
  readonly clock = new ManualClock();
  readonly memory = new MemoryKv(this.clock);
  readonly calls: string[] = [];
  /** Calls that match fail. */
  failing: RegExp | undefined;
  /** The first call that matches works, and seems to fail. */
  losing: RegExp | undefined;
  readonly store: ScheduleStore;

  constructor() {
    const api = this.memory.client(async (name, key, effect) => {
      await Promise.resolve();
      this.calls.push(`${name} ${key}`);
      if (this.failing?.test(`${name} ${key}`) === true) throw new Error('told to fail');
      const result = effect();
      if (this.losing?.test(`${name} ${key}`) !== true) return result;
      this.losing = undefined;
      throw new Error('told to lose the answer');
    });
    const kv = new KeyValueStore(api, this.clock);
    const random = seededRandomness(1);
    const users = new UserStore(kv, this.clock, random);
    this.store = new ScheduleStore(kv, new DueIndex(kv), users, {
      clock: this.clock,
      random,
      log: silentLog,
      historyDays: () => 90,
    });
  }

  schedule(number: number, nextRunAt: number | null = 5e12): StoredSchedule {
    return storedSchedule({
      id: String(number).padStart(26, 'x'),
      user_id: user,
      next_run_at: nextRunAt,
    });
  }

  async soon<T>(promise: Promise<T>, ms = 20_000): Promise<T> {
    promise.catch(() => undefined);
    await this.clock.advance(ms);
    return promise;
  }
}

describe('a schedule', () => {
  test('has its due entry before its record', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    expect(world.calls.map((call) => call.replace(/x+1/, '*'))).toEqual([
      `kvGet u${user}`,
      `kvSetWithOptions u${user}`,
      'kvSetWithOptions 05000000000000*0000000001',
      'kvSetWithOptions s*',
    ]);
    expect(value).toMatchObject({ version: 1, due: { at: 5e12, version: 1 } });
  });

  test('that moves has its new entry before, and loses its old one after', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    world.calls.length = 0;
    await world.store.change(value.schedule.id, (state) => ({
      ...state,
      schedule: { ...state.schedule, next_run_at: 6e12 },
    }));
    expect(world.calls.map((call) => call.replace(/x+1/, '*'))).toEqual([
      'kvGet s*',
      'kvSetWithOptions 06000000000000*0000000002',
      'kvSetWithOptions s*',
      'kvSetWithOptions 05000000000000*0000000001',
    ]);
  });

  test('without anything to wait for has no entry', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1, null), 10);
    expect(value.due).toBeNull();
    expect(world.memory.keys()).toHaveLength(2);
  });

  test('changed by many at once keeps every change', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    const { id } = value.schedule;
    const changes = Array.from({ length: 12 }, () =>
      world.store.change(id, (state) => ({ ...state, fence: state.fence + 1 })),
    );
    const changed = await world.soon(Promise.all(changes));
    expect(changed.map(({ status }) => status)).toEqual(changed.map(() => 'written'));
    expect((await world.store.get(id))?.value).toMatchObject({ fence: 12, version: 13 });
    expect(world.memory.keys()).toHaveLength(3);
  });

  test('read from a stale replica is not changed on its word', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    const { id } = value.schedule;
    world.memory.holdReplica();
    await world.store.change(id, (state) => ({ ...state, fence: 7 }));
    const seen: number[] = [];
    const changing = world.store.change(id, (state) => {
      seen.push(state.fence);
      return { ...state, fence: state.fence + 1 };
    });
    await world.clock.advance(1000);
    world.memory.releaseReplica();
    await world.soon(changing);
    expect(seen).toEqual([0, 7]);
    expect((await world.store.get(id))?.value.fence).toBe(8);
  });

  test('is left alone on a stale word only where that does no harm', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    const { id } = value.schedule;
    world.memory.holdReplica();
    await world.store.change(id, (state) => ({ ...state, fence: 7 }));
    const onlySeven = (state: { fence: number }): undefined => {
      expect([0, 7]).toContain(state.fence);
    };
    expect(await world.store.change(id, onlySeven)).toMatchObject({ status: 'unchanged' });
    const sure = world.store.change(id, onlySeven, { confirm: true });
    await world.clock.advance(1000);
    world.memory.releaseReplica();
    expect(await world.soon(sure)).toMatchObject({ entry: { value: { fence: 7 } } });
  });

  test('that a replica never shows as it is ends in an error, not in a wait for ever', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    world.memory.holdReplica();
    const { id } = value.schedule;
    await world.store.change(id, (state) => ({ ...state, fence: 7 }));
    const changing = world.store.change(id, (state) => ({ ...state, fence: 8 }));
    await expect(world.soon(changing)).rejects.toMatchObject({ code: 'contended' });
  });

  test.each(['', '\0', 'a/b', 'A'.repeat(26), 'a'.repeat(25), 'a'.repeat(5000), '__proto__'])(
    'cannot have the id %j, which the store is not asked for',
    async (id) => {
      const world = new Store();
      expect(await world.store.get(id)).toBeUndefined();
      expect(await world.store.remove(id)).toBe(false);
      expect(await world.store.change(id, (state) => state)).toEqual({ status: 'missing' });
      expect(world.calls).toEqual([]);
    },
  );

  test('that is gone cannot be changed or removed', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    const { id } = value.schedule;
    expect(await world.store.remove(id, () => false)).toBe(false);
    expect(await world.store.remove(id)).toBe(true);
    expect(await world.store.remove(id)).toBe(false);
    expect(await world.store.change(id, (state) => state)).toEqual({ status: 'missing' });
    expect(world.memory.keys()).toEqual([]);
  });
});

describe('removing a schedule', () => {
  test('leaves nothing behind, also when the answer was lost', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    world.losing = /^kvSetWithOptions s/;
    expect(await world.soon(world.store.remove(value.schedule.id))).toBe(true);
    expect(world.memory.keys()).toEqual([]);
  });

  test('takes no longer than its newest runs take', async () => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 10);
    const { id } = value.schedule;
    const sequence = 10 * removedRuns;
    await world.store.change(id, (state) => ({ ...state, sequence }));
    world.calls.length = 0;
    expect(await world.store.remove(id)).toBe(true);
    const dropped = world.calls.flatMap((call) => / r.{26}(.*)/.exec(call)?.[1] ?? []).map(Number);
    expect(dropped).toHaveLength(removedRuns);
    expect([dropped[0], dropped.at(-1)]).toEqual([sequence, sequence - removedRuns + 1]);
  });
});

describe('the limit per user', () => {
  test('counts a schedule whose record is about to be written', async () => {
    const world = new Store();
    world.failing = /^kvSetWithOptions s/;
    const failing = world.store.create(world.schedule(1), 1);
    await expect(world.soon(failing)).rejects.toMatchObject({ code: 'unavailable' });
    world.failing = undefined;
    const second = world.store.create(world.schedule(2), 1);
    await expect(world.soon(second)).rejects.toMatchObject({ code: 'too_many_schedules' });
    expect(await world.store.list(user)).toEqual([]);
    // What the crash left behind does not count for ever.
    await world.clock.advance(leftoverMs);
    await world.soon(world.store.create(world.schedule(3), 1));
    expect(await world.store.list(user)).toHaveLength(1);
  });

  test('holds against a replica that does not show the schedules yet', async () => {
    const world = new Store();
    world.memory.holdReplica();
    const first = await world.soon(world.store.create(world.schedule(1), 1), 0);
    expect(first.value.version).toBe(1);
    const second = world.store.create(world.schedule(2), 1);
    await world.clock.advance(1000);
    world.memory.releaseReplica();
    await expect(world.soon(second)).rejects.toMatchObject({ code: 'too_many_schedules' });
  });
});

describe('a record that cannot be understood', () => {
  test.each([
    ['of a later version', '{"format":99}'],
    ['that is broken', '{"format":2}'],
    ['that is no JSON', '{'],
  ])('%s hides no other, and counts as one that runs', async (_, text) => {
    const world = new Store();
    const { value } = await world.store.create(world.schedule(1), 2);
    await world.store.create(world.schedule(2), 2);
    const bytes = new TextEncoder().encode(text);
    await world.memory.client().kvSetWithOptions(`s${value.schedule.id}`, bytes, {});
    const listed = await world.store.list(user);
    expect(listed.map(({ schedule }) => schedule.id)).toEqual([world.schedule(2).id]);
    const third = world.store.create(world.schedule(3), 2);
    await expect(world.soon(third)).rejects.toMatchObject({ code: 'too_many_schedules' });
    expect(await world.store.create(world.schedule(3), 3)).toBeDefined();
  });

  test('is not mistaken for a store that does not answer', async () => {
    const world = new Store();
    await world.store.create(world.schedule(1), 2);
    world.failing = /^kvGet s/;
    await expect(world.soon(world.store.list(user))).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
