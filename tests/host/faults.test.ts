import { describe, expect, test } from '@jest/globals';

import { systemClock } from '../../server/clock.ts';
import { Faults } from './faults.ts';
import type { FaultTarget } from './faults.ts';

function target(): FaultTarget & { readonly done: string[] } {
  const done: string[] = [];
  return {
    node: 0,
    done,
    disconnect: () => void done.push('disconnect'),
    kill: () => void done.push('kill'),
    pause: () => void done.push('pause'),
  };
}

describe('a fault', () => {
  test('that kills before the effect takes the effect away, and after it does not', async () => {
    const faults = new Faults(systemClock);
    const hit = target();
    await expect(faults.strike([{ kind: 'kill', when: 'before' }], 'before', hit)).rejects.toThrow(
      'killed',
    );
    await faults.strike([{ kind: 'kill', when: 'after' }], 'after', hit);
    await faults.strike([{ kind: 'pause', when: 'before' }], 'before', hit);
    expect(hit.done).toEqual(['kill', 'kill', 'pause']);
  });

  test('meets the calls that its rule names, and no other', () => {
    const faults = new Faults(systemClock);
    const seen: string[] = [];
    const unwatch = faults.watch(({ method, node }) => seen.push(`${method} ${node}`));
    const fault = faults.add({
      node: 0,
      matches: ([key], method) => method === 'KVGet' && key === 'k',
      skip: 1,
      action: { kind: 'pause', when: 'before' },
    });
    const met = (method: string, node: number, key: string): number =>
      faults.meet(method, node, () => [key]).length;
    expect([met('KVGet', 0, 'k'), met('KVGet', 1, 'k'), met('KVGet', 0, 'j')]).toEqual([0, 0, 0]);
    unwatch();
    expect([met('KVDelete', 0, 'k'), met('KVGet', 0, 'k'), met('KVGet', 0, 'k')]).toEqual([
      0, 1, 0,
    ]);
    expect(fault.struck).toBe(1);
    expect(seen).toEqual(['KVGet 0', 'KVGet 1', 'KVGet 0']);
  });
});
