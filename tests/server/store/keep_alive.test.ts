import { describe, expect, test } from '@jest/globals';
import { KeepAlive } from '../../../server/store/keep_alive.ts';
import { ManualClock } from '../../support/manual_clock.ts';

const leaseMs = 30_000;

/** A lease whose renewals give what is told, the last answer for ever. */
function lease(...answers: (boolean | 'fails' | 'hangs')[]): {
  clock: ManualClock;
  kept: KeepAlive;
  renewals: number[];
} {
  const clock = new ManualClock();
  const renewals: number[] = [];
  const renew = (): Promise<boolean> => {
    const answer = answers[Math.min(renewals.length, answers.length - 1)];
    renewals.push(clock.monotonic());
    if (answer === 'hangs') return new Promise(() => undefined);
    return answer === 'fails' ? Promise.reject(new Error('no answer')) : Promise.resolve(answer!);
  };
  return { clock, kept: new KeepAlive({ clock, leaseMs, since: 0, renew }), renewals };
}

describe('a lease', () => {
  test('is renewed each third of its length', async () => {
    const { clock, kept, renewals } = lease(true);
    await clock.advance(60_000);
    expect(renewals).toEqual([10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
    expect([kept.held, kept.signal.aborted]).toEqual([true, false]);
    await kept.stop();
  });

  test('renewed in passing is left alone for a third of its length', async () => {
    const { clock, kept, renewals } = lease(true);
    await clock.advance(9_000);
    kept.renewed(9_000);
    await clock.advance(9_000);
    expect(renewals).toEqual([]);
    await clock.advance(1_000);
    expect(renewals).toEqual([19_000]);
    await kept.stop();
  });

  test('that others have is lost at once', async () => {
    const { clock, kept } = lease(false);
    await clock.advance(10_000);
    expect(kept.held).toBe(false);
    expect(kept.signal.reason).toMatchObject({ code: 'lock_lost' });
  });

  test.each(['fails', 'hangs'] as const)(
    'whose renewal %s is believed in to its end and no longer',
    async (what) => {
      const { clock, kept } = lease(what);
      await clock.advance(leaseMs - 1);
      expect([kept.held, kept.signal.aborted]).toEqual([true, false]);
      await clock.advance(1);
      expect([kept.held, kept.signal.aborted]).toEqual([false, true]);
      expect(clock.sleeping).toBe(0);
    },
  );

  test('is ample until less than a third of it is left', async () => {
    const { clock, kept } = lease('fails');
    await clock.advance((leaseMs / 3) * 2);
    expect([kept.ample, kept.held]).toEqual([true, true]);
    await clock.advance(1);
    expect([kept.ample, kept.held]).toEqual([false, true]);
    await clock.advance(leaseMs);
    expect([kept.ample, kept.held]).toEqual([false, false]);
  });

  test('survives a renewal that fails once', async () => {
    const { clock, kept } = lease('fails', true);
    await clock.advance(10 * leaseMs);
    expect(kept.held).toBe(true);
    await kept.stop();
  });

  test('that was let go of is held no more, and not lost', async () => {
    const { clock, kept, renewals } = lease(true);
    await Promise.all([kept.stop(), kept.stop()]);
    expect([kept.held, kept.signal.aborted, clock.sleeping]).toEqual([false, false, 0]);
    await clock.advance(leaseMs);
    expect(renewals).toEqual([]);
  });
});
