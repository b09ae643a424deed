import { describe, expect, test } from '@jest/globals';
import { LeaseWatch } from '../../../server/schedule/watch.ts';
import type { ActiveRun, ScheduleState } from '../../../server/store/index.ts';
import { ManualClock } from '../../support/manual_clock.ts';

const leaseMs = 30_000;

/** A watch, asked about the run of a schedule whose lease was last renewed until `until`. */
function watch(): {
  clock: ManualClock;
  left: (id: string, until?: number) => number;
  forget: (id: string) => void;
} {
  const clock = new ManualClock();
  const leases = new LeaseWatch(clock, leaseMs);
  const left = (id: string, until = 1): number =>
    leases.left(
      { schedule: { id } } as ScheduleState,
      { run: { sequence: 1 }, epoch: 1, lease_until: until } as ActiveRun,
    );
  return { clock, left, forget: (id) => leases.forget(id) };
}

describe('a stalled run', () => {
  test('may be taken after a whole lease without a change', async () => {
    const { clock, left } = watch();
    expect(left('a')).toBe(leaseMs);
    await clock.advance(leaseMs - 1);
    expect(left('a')).toBe(1);
    await clock.advance(1);
    expect(left('a')).toBe(0);
  });

  test('that its owner renews is watched from the start again', async () => {
    const { clock, left } = watch();
    left('a', 1);
    await clock.advance(leaseMs - 1);
    expect(left('a', 2)).toBe(leaseMs);
    await clock.advance(1);
    expect(left('a', 2)).toBe(leaseMs - 1);
  });

  test('is forgotten when told, and watched anew', async () => {
    const { clock, left, forget } = watch();
    left('a');
    await clock.advance(leaseMs);
    forget('a');
    expect(left('a')).toBe(leaseMs);
  });

  test('does not care about the wall clock', async () => {
    const { clock, left } = watch();
    left('a');
    await clock.advance(1000);
    clock.jumpTo(0);
    expect(left('a')).toBe(leaseMs - 1000);
  });

  test('is watched however many were seen before and never again', async () => {
    const { clock, left } = watch();
    for (let seen = 0; seen < 10_000; seen += 1) left(`gone ${seen}`);
    expect(left('a')).toBe(leaseMs);
    await clock.advance(11 * leaseMs);
    expect(left('a')).toBe(leaseMs);
    await clock.advance(leaseMs);
    expect(left('a')).toBe(0);
  });
});
