import { beforeEach, expect, test } from '@jest/globals';
import type { NodeBeat } from '../../../server/contract/index.ts';
import { KeyValueStore, NodeStore } from '../../../server/store/index.ts';
import { beatKeptMs, maxNodes } from '../../../server/store/limits.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

let clock: ManualClock;
let memory: MemoryKv;

beforeEach(() => {
  clock = new ManualClock();
  memory = new MemoryKv(clock);
});

function store(seed: number): NodeStore {
  return new NodeStore(new KeyValueStore(memory.client(), clock), clock, seededRandomness(seed));
}

function beat(id: string, changes: Partial<NodeBeat> = {}): NodeBeat {
  const now = clock.now();
  const said = { id, version: '1.0.0', started_at: now, at: now, last_tick_at: null };
  return { ...said, stopped: false, day: '2026-01-05', runs: {}, failures: {}, ...changes };
}

const ids = async (): Promise<string[]> => (await store(1).all()).map(({ id }) => id);

test('before anybody has said anything there is nobody', async () => {
  expect(await ids()).toEqual([]);
});

test('a node says one thing at a time', async () => {
  await store(1).beat(beat('a', { runs: { delivered: 1 } }));
  await store(2).beat(beat('b'));
  await store(1).beat(beat('a', { runs: { delivered: 2 } }));
  expect(await store(3).all()).toMatchObject([{ id: 'a', runs: { delivered: 2 } }, { id: 'b' }]);
});

test('of many that speak at once each is heard', async () => {
  const nodes = Array.from({ length: 8 }, (_, index) => `node${index}`);
  const speaking = Promise.all(nodes.map((id, index) => store(index + 1).beat(beat(id))));
  await clock.advance(9000);
  await speaking;
  expect((await ids()).toSorted()).toEqual(nodes);
});

test('whoever says nothing for a day is forgotten, and the list itself goes in the end', async () => {
  await store(1).beat(beat('a'));
  await clock.advance(beatKeptMs - 1);
  await store(2).beat(beat('b'));
  expect(await ids()).toEqual(['b', 'a']);
  await clock.advance(1);
  await store(2).beat(beat('b'));
  expect(await ids()).toEqual(['b']);
  await clock.advance(beatKeptMs);
  expect(memory.keys()).toEqual([]);
});

test('the list has an end, also where a node is started again and again', async () => {
  for (let number = 0; number < maxNodes + 3; number += 1) await store(1).beat(beat(`n${number}`));
  expect(await ids()).toHaveLength(maxNodes);
});
