import { beforeEach, expect, test } from '@jest/globals';
import { KeyValueStore, QuotaStore } from '../../../server/store/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

const day = 24 * 60 * 60 * 1000;
let clock: ManualClock;
let memory: MemoryKv;
let quotas: QuotaStore;

beforeEach(() => {
  clock = new ManualClock();
  memory = new MemoryKv(clock);
  quotas = new QuotaStore(new KeyValueStore(memory.client(), clock), clock, seededRandomness(1));
});

const take = (user = 'rita'): Promise<number> => quotas.take(user, 2);

test('so many are allowed, then none until the day is over', async () => {
  expect([await take(), await take()]).toEqual([0, 0]);
  await clock.advance(1000);
  expect(await take()).toBe(day - 1000);
  expect(await take('eve')).toBe(0);
  await clock.advance(day - 1000);
  expect([await take(), await take()]).toEqual([0, 0]);
  expect(await take()).toBe(day);
});

test('what is given back can be taken again, to the last', async () => {
  expect([await take(), await take()]).toEqual([0, 0]);
  await quotas.giveBack('rita');
  expect([await take(), await take()]).toEqual([0, day]);
  for (const user of ['rita', 'rita', 'rita', 'eve']) await quotas.giveBack(user);
  expect(memory.keys()).toEqual([]);
});

test('what was given back a moment ago counts, however stale the reads', async () => {
  expect([await take(), await take()]).toEqual([0, 0]);
  memory.holdReplica();
  const givenBack = quotas.giveBack('rita');
  await clock.advance(0);
  await givenBack;
  const taken = take();
  await clock.advance(0);
  memory.releaseReplica();
  await clock.advance(2000);
  expect(await taken).toBe(0);
});

test('of many at once no more than the limit are allowed', async () => {
  const asked = Array.from({ length: 20 }, () => take());
  const done = Promise.all(asked);
  await clock.advance(9000);
  expect((await done).filter((wait) => wait === 0)).toHaveLength(2);
});

test('a counter from the future is of a clock that was wrong', async () => {
  await Promise.all([take(), clock.advance(0)]);
  await take();
  clock.jumpTo(clock.now() - 1000);
  expect(await take()).toBe(0);
});

test('counters vanish by themselves, also those at which somebody was refused', async () => {
  expect([await take(), await take(), await take()]).toEqual([0, 0, day]);
  await clock.advance(day);
  expect(memory.keys()).toEqual([]);
});
