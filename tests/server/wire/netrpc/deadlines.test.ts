/** Many deadlines on one sleep: expiry in time, cancellation for free, nothing left running. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Deadlines } from '../../../../server/wire/netrpc/deadlines.ts';
import { ManualClock } from '../../../support/manual_clock.ts';

describe('Deadlines', () => {
  test('expire at their time, not before', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    const expired: string[] = [];
    deadlines.start(100, () => expired.push('a'));
    await clock.advance(99);
    expect(expired).toEqual([]);
    await clock.advance(1);
    expect(expired).toEqual(['a']);
    expect(clock.sleeping).toBe(0);
  });

  test('an earlier one that comes later still expires in time', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    const expired: string[] = [];
    deadlines.start(1_000, () => expired.push('late'));
    deadlines.start(10, () => expired.push('early'));
    await clock.advance(10);
    expect(expired).toEqual(['early']);
    await clock.advance(990);
    expect(expired).toEqual(['early', 'late']);
  });

  test('many cost one sleep', () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    for (let i = 0; i < 1_000; i += 1) deadlines.start(1_000 + i, () => undefined);
    expect(clock.sleeping).toBe(1);
  });

  test('a cancelled one never expires, and its sleep ends by itself', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    let expired = 0;
    deadlines.cancel(deadlines.start(50, () => (expired += 1)));
    await clock.advance(1_000);
    expect(expired).toBe(0);
    expect(clock.sleeping).toBe(0);
  });

  test('Infinity never sleeps', () => {
    const clock = new ManualClock();
    new Deadlines(clock).start(Infinity, () => undefined);
    expect(clock.sleeping).toBe(0);
  });

  test('one beyond the longest timer sleeps in parts', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    let expired = 0;
    const ms = 2 ** 31 + 5_000;
    deadlines.start(ms, () => (expired += 1));
    await clock.advance(ms - 1);
    expect(expired).toBe(0);
    await clock.advance(1);
    expect(expired).toBe(1);
  });

  test('stop ends the sleep; more may be started afterwards', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    let expired = 0;
    deadlines.start(50, () => (expired += 1));
    deadlines.stop();
    deadlines.stop();
    expect(clock.sleeping).toBe(0);
    deadlines.start(60, () => (expired += 10));
    await clock.advance(60);
    expect(expired).toBe(10);
  });

  test('one that starts another or stops all while it expires', async () => {
    const clock = new ManualClock();
    const deadlines = new Deadlines(clock);
    const expired: string[] = [];
    deadlines.start(10, () => {
      expired.push('first');
      deadlines.start(5, () => {
        expired.push('second');
        deadlines.stop();
      });
    });
    deadlines.start(15, () => expired.push('third'));
    deadlines.start(16, () => expired.push('never'));
    await clock.advance(100);
    expect(expired.slice(0, 2)).toEqual(['first', 'third']);
    expect(expired).toContain('second');
    expect(expired).not.toContain('never');
    expect(clock.sleeping).toBe(0);
  });

  test('any mix expires exactly those that were not cancelled, in order of time', async () => {
    const step = fc.record({ ms: fc.integer({ min: 0, max: 50 }), cancel: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const clock = new ManualClock();
        const deadlines = new Deadlines(clock);
        const expired: number[] = [];
        for (const { ms, cancel } of steps) {
          const deadline = deadlines.start(ms, () => expired.push(ms));
          if (cancel) deadlines.cancel(deadline);
        }
        await clock.advance(60);
        const expected = steps.filter(({ cancel }) => !cancel).map(({ ms }) => ms);
        expect(expired).toEqual(expected.toSorted((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});
