import { expect, test } from '@jest/globals';

import { SteppedClock } from './stepped_clock.ts';

const hourMs = 60 * 60_000;

test('moves ahead on both of its sides, tells who follows, and wakes who has slept long enough', async () => {
  const clock = new SteppedClock(Date.now() + hourMs);
  const told: number[] = [];
  const unfollow = clock.follow((aheadMs) => told.push(aheadMs));
  const [now, monotonic] = [clock.now(), clock.monotonic()];
  const woken: string[] = [];
  const stop = new AbortController();
  const sleeps = [
    clock.sleep(hourMs, stop.signal).then(() => woken.push('an hour')),
    clock.sleep(2 * hourMs, stop.signal).then(() => woken.push('two')),
  ];
  clock.advance(hourMs);
  await sleeps[0];
  expect(woken).toEqual(['an hour']);
  expect(clock.now() - now).toBeGreaterThanOrEqual(hourMs);
  expect(clock.monotonic() - monotonic).toBeGreaterThanOrEqual(hourMs);
  unfollow();
  clock.advance(1000);
  stop.abort();
  await Promise.all(sleeps);
  expect(woken).toEqual(['an hour', 'two']);
  expect(told.map((ms) => ms - (told[0] ?? 0))).toEqual([0, hourMs]);
});
