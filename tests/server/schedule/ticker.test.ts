import { describe, expect, test } from '@jest/globals';
import { silentLog } from '../../../server/log.ts';
import { Ticker } from '../../../server/schedule/ticker.ts';
import { systemClock } from '../../../server/clock.ts';
import { ManualClock, settle } from '../../support/manual_clock.ts';

/** A ticker whose ticks end when they are told to. */
function ticker(clock = new ManualClock()): {
  ticker: Ticker;
  clock: ManualClock;
  ticks: PromiseWithResolvers<void>[];
  minute: () => void;
  stopped: () => number;
} {
  const ticks: PromiseWithResolvers<void>[] = [];
  let minute = (): void => undefined;
  let stopped = 0;
  const made = new Ticker({
    clock,
    log: silentLog,
    offset: 0.5,
    tick: () => {
      const tick = Promise.withResolvers<undefined>();
      ticks.push(tick as PromiseWithResolvers<void>);
      return tick.promise;
    },
    everyMinute: (second, _log, callback) => {
      expect(second).toBe(4);
      minute = callback;
      return { stop: () => (stopped += 1) };
    },
  });
  return { ticker: made, clock, ticks, minute: () => minute(), stopped: () => stopped };
}

describe('the ticker', () => {
  test('ticks at once, then each minute', async () => {
    const { ticker: made, ticks, minute } = ticker();
    made.start();
    made.start();
    expect(ticks).toHaveLength(1);
    ticks[0]?.resolve();
    await settle();
    minute();
    expect(ticks).toHaveLength(2);
  });

  test('never overlaps itself: what comes meanwhile makes one more tick', async () => {
    const { ticker: made, ticks, minute } = ticker();
    made.start();
    minute();
    minute();
    made.kick();
    await settle();
    expect(ticks).toHaveLength(1);
    ticks[0]?.resolve();
    await settle();
    expect(ticks).toHaveLength(2);
    ticks[1]?.resolve();
    await settle();
    expect(ticks).toHaveLength(2);
  });

  test('a tick that fails is not the last', async () => {
    const { ticker: made, ticks, minute } = ticker();
    made.start();
    ticks[0]?.reject(new Error('no store'));
    await settle();
    minute();
    expect(ticks).toHaveLength(2);
  });

  test('wakes at an instant, once for those close together, and not for what is far ahead', async () => {
    const { ticker: made, clock, ticks } = ticker();
    made.start();
    ticks[0]?.resolve();
    await settle();
    made.kickAt(clock.now() + 10_000);
    made.kickAt(clock.now() + 9_800);
    made.kickAt(clock.now() + 61_000);
    await clock.advance(9_999);
    expect(ticks).toHaveLength(1);
    await clock.advance(1);
    expect(ticks).toHaveLength(2);
    ticks[1]?.resolve();
    await clock.advance(60_000);
    expect(ticks).toHaveLength(2);
  });

  test('begins anew when no minute comes: a clock set back by hours must not stop it for hours', async () => {
    const { ticker: made, clock, ticks, minute, stopped } = ticker();
    made.start();
    ticks[0]?.resolve();
    await clock.advance(60_000);
    minute();
    await settle();
    ticks[1]?.resolve();
    clock.jumpTo(clock.now() - 6 * 60 * 60_000);
    await clock.advance(89_999);
    expect([ticks.length, stopped()]).toEqual([2, 0]);
    await clock.advance(1);
    expect([ticks.length, stopped()]).toEqual([3, 1]);
    ticks[2]?.resolve();
    await clock.advance(60_000);
    minute();
    expect(ticks).toHaveLength(4);
  });

  test('stops twice, waits for the tick that runs, and stays stopped', async () => {
    const { ticker: made, clock, ticks, minute, stopped } = ticker();
    made.start();
    made.kickAt(clock.now() + 10_000);
    let done = 0;
    const stops = [made.stop(), made.stop()].map((stop) => stop.then(() => (done += 1)));
    await settle();
    expect(done).toBe(0);
    ticks[0]?.resolve();
    await Promise.all(stops);
    minute();
    made.kick();
    made.kickAt(clock.now());
    made.start();
    await clock.advance(60_000);
    expect(ticks).toHaveLength(1);
    expect(stopped()).toBe(2);
    expect(clock.sleeping).toBe(0);
  });

  test('stops in time although a tick hangs', async () => {
    const { ticker: made, clock, ticks } = ticker();
    made.start();
    let done = false;
    void made.stop().then(() => (done = true));
    await clock.advance(1499);
    expect(done).toBe(false);
    await clock.advance(1);
    expect(done).toBe(true);
    ticks[0]?.resolve();
    await settle();
    expect([ticks.length, clock.sleeping]).toEqual([1, 0]);
  });

  test('runs on node-cron when nothing else is given', async () => {
    let ticks = 0;
    const made = new Ticker({
      clock: systemClock,
      log: silentLog,
      offset: 0,
      tick: () => {
        ticks += 1;
        return Promise.resolve();
      },
    });
    made.start();
    await made.stop();
    expect(ticks).toBe(1);
  });
});
