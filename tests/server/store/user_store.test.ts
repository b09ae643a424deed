/** A user's list under several hands at once. */
import { describe, expect, test } from '@jest/globals';
import { KeyValueStore } from '../../../server/store/kv.ts';
import { finishedPerUser, leftoverMs } from '../../../server/store/limits.ts';
import { UserStore } from '../../../server/store/user_store.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { MemoryKv } from '../../support/memory_kv.ts';
import { seededRandomness } from '../../support/seeded_randomness.ts';

const user = 'u'.repeat(26);
const id = (number: number): string => String(number).padStart(26, 'x');

class Lists {
  readonly clock = new ManualClock();
  readonly memory = new MemoryKv(this.clock);
  /** When schedules were finished: null while they can run, not there without a record. */
  readonly finished = new Map<string, number | null>();
  /** Calls whose answer is lost, though they work. */
  losing = 0;
  #nodes = 0;

  /** Another node's view. */
  node(): UserStore {
    this.#nodes += 1;
    const api = this.memory.client(async (name, _key, effect) => {
      await Promise.resolve();
      const result = effect();
      if (name !== 'kvSetWithOptions' || this.losing === 0) return result;
      this.losing -= 1;
      throw new Error('told to lose the answer');
    });
    return new UserStore(
      new KeyValueStore(api, this.clock),
      this.clock,
      seededRandomness(this.#nodes),
    );
  }

  enlist(node: UserStore, number: number, limit: number): Promise<string[]> {
    const finishedAt = (listed: string): Promise<number | null | undefined> =>
      Promise.resolve(this.finished.get(listed));
    return node.enlist(user, id(number), limit, finishedAt);
  }

  async soon<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    await this.clock.advance(15_000);
    return promise;
  }
}

describe('at once', () => {
  test('as many are listed as there is room for, at however many nodes', async () => {
    const lists = new Lists();
    const nodes = [lists.node(), lists.node(), lists.node()];
    const wanted = Array.from({ length: 15 }, (_, number) =>
      lists.enlist(nodes[number % 3]!, number, 4),
    );
    const settled = await lists.soon(Promise.allSettled(wanted));
    const refused = settled.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(refused).toEqual(Array.from({ length: 11 }, () => 'too_many_schedules'));
    expect(await nodes[0]!.ids(user)).toHaveLength(4);
  });

  test('some come and others go, and none is lost or left', async () => {
    const lists = new Lists();
    const nodes = [lists.node(), lists.node()];
    for (let number = 0; number < 5; number += 1) {
      await lists.enlist(nodes[0]!, number, 20);
    }
    const coming = [5, 6, 7, 8, 9].map((number) => lists.enlist(nodes[number % 2]!, number, 20));
    const going = [0, 1, 2, 3, 4].map((number) => nodes[number % 2]!.unlist(user, id(number)));
    await lists.soon(Promise.all([...coming, ...going]));
    expect((await nodes[0]!.ids(user)).toSorted()).toEqual([5, 6, 7, 8, 9].map(id));
  });

  test('the last one goes and another comes', async () => {
    const lists = new Lists();
    const [one, two] = [lists.node(), lists.node()];
    await lists.enlist(one, 1, 5);
    await lists.soon(Promise.all([one.unlist(user, id(1)), lists.enlist(two, 2, 5)]));
    expect(await one.ids(user)).toEqual([id(2)]);
    await one.unlist(user, id(2));
    expect(lists.memory.keys()).toEqual([]);
  });

  test('one is listed by the sweep and by its owner: it is there once', async () => {
    const lists = new Lists();
    const [one, two] = [lists.node(), lists.node()];
    await lists.soon(
      Promise.all([
        one.ensureListed(user, id(1)),
        two.ensureListed(user, id(1)),
        lists.enlist(one, 1, 5),
      ]),
    );
    expect(await one.ids(user)).toEqual([id(1)]);
  });
});

test('an answer that is lost lists nothing twice', async () => {
  const lists = new Lists();
  const node = lists.node();
  for (let number = 0; number < 3; number += 1) {
    lists.losing = 1;
    await lists.soon(lists.enlist(node, number, 5));
  }
  lists.losing = 1;
  await lists.soon(node.unlist(user, id(1)));
  expect(await node.ids(user)).toEqual([id(0), id(2)]);
});

test('what is stale refuses nobody', async () => {
  const lists = new Lists();
  const node = lists.node();
  await lists.enlist(node, 1, 1);
  lists.memory.holdReplica();
  await node.unlist(user, id(1));
  const listing = lists.enlist(node, 2, 1);
  await lists.clock.advance(1000);
  lists.memory.releaseReplica();
  await lists.soon(listing);
  expect(await node.ids(user)).toEqual([id(2)]);
});

describe('what counts', () => {
  test('is what can run, and what was listed a moment ago', async () => {
    const lists = new Lists();
    const node = lists.node();
    lists.finished.set(id(1), null);
    await lists.enlist(node, 1, 2);
    await lists.enlist(node, 2, 2);
    const third = lists.enlist(node, 3, 2);
    await expect(lists.soon(third)).rejects.toMatchObject({ code: 'too_many_schedules' });
    // The record of the second never came.
    await lists.clock.advance(leftoverMs);
    await lists.enlist(node, 3, 2);
    expect(await node.ids(user)).toEqual([id(1), id(3)]);
  });

  test('is not what has finished; of that the newest stay, and the others are named', async () => {
    const lists = new Lists();
    const node = lists.node();
    const dropped: string[] = [];
    for (let number = 0; number < finishedPerUser + 3; number += 1) {
      dropped.push(...(await lists.enlist(node, number, 1)));
      await lists.clock.advance(1000);
      lists.finished.set(id(number), lists.clock.now());
    }
    expect(dropped).toEqual([0, 1].map(id));
    expect(await node.ids(user)).toHaveLength(finishedPerUser + 1);
  });

  test('is one that is to run again, in the place where it was', async () => {
    const lists = new Lists();
    const node = lists.node();
    for (const number of [1, 2, 3]) {
      lists.finished.set(id(number), lists.clock.now());
      await lists.enlist(node, number, 3);
    }
    await lists.clock.advance(leftoverMs);
    await lists.enlist(node, 2, 1);
    expect(await node.ids(user)).toEqual([1, 2, 3].map(id));
    await expect(lists.soon(lists.enlist(node, 4, 1))).rejects.toMatchObject({
      code: 'too_many_schedules',
    });
  });
});
