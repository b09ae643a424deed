import { describe, expect, test } from '@jest/globals';

import { HalfCloseWatch } from '../../../../server/wire/yamux/half_close_watch.ts';
import { ManualClock } from '../../../support/manual_clock.ts';

function watch(): {
  clock: ManualClock;
  stop: AbortController;
  lost: string[];
  watched: HalfCloseWatch<string>;
} {
  const clock = new ManualClock();
  const stop = new AbortController();
  const lost: string[] = [];
  const watched = new HalfCloseWatch<string>(clock, 100, stop.signal, (name) => lost.push(name));
  return { clock, stop, lost, watched };
}

describe('half close watch', () => {
  test('gives up each stream after its own silence', async () => {
    const { clock, lost, watched } = watch();
    watched.add('a');
    await clock.advance(60);
    watched.add('b');
    await clock.advance(39);
    expect(lost).toEqual([]);
    await clock.advance(1);
    expect(lost).toEqual(['a']);
    await clock.advance(60);
    expect(lost).toEqual(['a', 'b']);
    expect(clock.sleeping).toBe(0);
    watched.add('c');
    await clock.advance(100);
    expect(lost).toEqual(['a', 'b', 'c']);
  });

  test('waits anew after a sign of life, and forgets what is removed', async () => {
    const { clock, lost, watched } = watch();
    watched.add('a');
    watched.add('b');
    await clock.advance(90);
    watched.heard('a');
    watched.heard('stranger');
    watched.remove('b');
    await clock.advance(90);
    expect(lost).toEqual([]);
    await clock.advance(10);
    expect(lost).toEqual(['a']);
  });

  test('sleeps only while there is something to watch, and stops when told', async () => {
    const { clock, stop, lost, watched } = watch();
    expect(clock.sleeping).toBe(0);
    watched.add('a');
    expect(clock.sleeping).toBe(1);
    stop.abort();
    await clock.advance(1000);
    expect(clock.sleeping).toBe(0);
    expect(lost).toEqual([]);
  });
});
