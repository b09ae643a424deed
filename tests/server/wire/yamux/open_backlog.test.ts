import { describe, expect, test } from '@jest/globals';

import { OpenBacklog } from '../../../../server/wire/yamux/open_backlog.ts';
import { settle } from '../../../support/manual_clock.ts';

describe('open backlog', () => {
  test('admits as many as there are places, then the waiting ones in order', async () => {
    const backlog = new OpenBacklog(2);
    expect(backlog.reserve()).toBeUndefined();
    expect(backlog.reserve()).toBeUndefined();
    const admitted: number[] = [];
    for (const name of [1, 2, 3]) void backlog.reserve()?.then(() => admitted.push(name));
    backlog.take(11);
    backlog.take(13);
    await settle();
    expect(admitted).toEqual([]);
    backlog.free(11);
    await settle();
    expect(admitted).toEqual([1]);
    backlog.take(15);
    backlog.free(11);
    backlog.free(99);
    await settle();
    expect(admitted).toEqual([1]);
    backlog.free(13);
    backlog.free(15);
    await settle();
    expect(admitted).toEqual([1, 2, 3]);
  });

  test('passes on a place that was reserved and not used', async () => {
    const backlog = new OpenBacklog(1);
    expect(backlog.reserve()).toBeUndefined();
    const waiting = backlog.reserve();
    backlog.giveBack();
    await waiting;
    backlog.take(1);
    expect(backlog.reserve()).toBeDefined();
  });

  test('a newcomer does not overtake those who wait', async () => {
    const backlog = new OpenBacklog(1);
    expect(backlog.reserve()).toBeUndefined();
    backlog.take(1);
    const waiting = backlog.reserve();
    backlog.free(1);
    expect(backlog.reserve()).toBeDefined();
    await waiting;
  });

  test('turns away all who wait', async () => {
    const backlog = new OpenBacklog(1);
    expect(backlog.reserve()).toBeUndefined();
    const waiting = [backlog.reserve(), backlog.reserve()];
    backlog.fail(new Error('over'));
    for (const each of waiting) await expect(each).rejects.toThrow('over');
  });
});
