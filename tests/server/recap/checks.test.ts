import { beforeEach, expect, test } from '@jest/globals';
import { postProps } from '../../../server/contract/index.ts';
import type { Checks } from '../../../server/contract/index.ts';
import { RecapChecks } from '../../../server/recap/index.ts';
import { CheckStore, KeyValueStore } from '../../../server/store/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';
import { FakeServer } from './fake_server.ts';

const recap = 'r'.repeat(26);
const item = (number: number): string => String(number).padStart(26, 'i');

let server: FakeServer;
let told: { userId: string; postId: string; checks: Checks }[];
let checks: RecapChecks;
let memory: MemoryKv;
let clock: ManualClock;

beforeEach(() => {
  server = new FakeServer();
  server.addUser('rita');
  server.addUser('eve');
  server.addChannel('dm', ['rita', 'recapbot'], { type: 'D' });
  const props = new Map([[postProps.runKey, 'key']]);
  server.addPost({ id: recap, channelId: 'dm', userId: 'recapbot', props });
  told = [];
  clock = new ManualClock();
  memory = new MemoryKv(clock);
  checks = new RecapChecks({
    api: server.api,
    botUserId: 'recapbot',
    keeper: new CheckStore(new KeyValueStore(memory.client(), clock), {
      clock,
      random: seededRandomness(1),
      historyDays: () => 90,
    }),
    changed: (userId, postId, now) => void told.push({ userId, postId, checks: now }),
  });
});

test('items are checked off, and not any more', async () => {
  expect(await checks.read('rita', recap)).toEqual({ checked: [] });
  await checks.set('rita', recap, { item_id: item(1), checked: true });
  const both = await checks.set('rita', recap, { item_id: item(2), checked: true });
  expect(both).toEqual({ checked: [item(1), item(2)] });
  await checks.set('rita', recap, { item_id: item(1), checked: false });
  expect(await checks.read('rita', recap)).toEqual({ checked: [item(2)] });
  expect(told.at(-1)).toEqual({ userId: 'rita', postId: recap, checks: { checked: [item(2)] } });
});

test('two at once are both kept', async () => {
  const all = [1, 2, 3].map((number) =>
    checks.set('rita', recap, { item_id: item(number), checked: true }),
  );
  const done = Promise.all(all);
  await clock.advance(5000);
  await done;
  expect((await checks.read('rita', recap))?.checked).toHaveLength(3);
});

test('the oldest go beyond the limit', async () => {
  for (let number = 0; number <= 200; number += 1) {
    await checks.set('rita', recap, { item_id: item(number), checked: true });
  }
  const { checked } = (await checks.read('rita', recap))!;
  expect([checked.length, checked[0]]).toEqual([200, item(1)]);
});

test.each([
  ["somebody else's recap", 'eve', recap],
  ['a post that is not there', 'rita', 'x'.repeat(26)],
  ['what is no id', 'rita', 'sweep'],
])('%s has no checks', async (_name, userId, postId) => {
  expect(await checks.read(userId, postId)).toBeUndefined();
  expect(await checks.set(userId, postId, { item_id: item(1), checked: true })).toBeUndefined();
  expect(memory.keys()).toEqual([]);
});

test.each([
  ['of another author', { userId: 'rita', props: new Map([[postProps.runKey, 'key']]) }],
  ['that is no recap', { userId: 'recapbot' }],
])('a post %s has no checks', async (_name, fields) => {
  server.addPost({ id: 'p'.repeat(26), channelId: 'dm', ...fields });
  expect(await checks.read('rita', 'p'.repeat(26))).toBeUndefined();
});
