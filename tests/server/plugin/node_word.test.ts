import { beforeEach, expect, test } from '@jest/globals';
import type { NodeBeat } from '../../../server/contract/index.ts';
import { silentLog } from '../../../server/log.ts';
import { NodeWord } from '../../../server/plugin/node_word.ts';
import { ManualClock } from '../../support/manual_clock.ts';
import { storedRun } from '../../support/stored_run.ts';

const minute = 60_000;
let clock: ManualClock;
let beats: NodeBeat[];
let failure: Error | undefined;
let word: NodeWord;

beforeEach(() => {
  clock = new ManualClock(Date.UTC(2026, 0, 5, 23, 58));
  beats = [];
  failure = undefined;
  word = new NodeWord({
    id: 'n',
    clock,
    log: silentLog,
    version: () => Promise.resolve('1.2.3'),
    store: {
      beat: (beat) => {
        if (failure !== undefined) return Promise.reject(failure);
        beats.push(beat);
        return Promise.resolve();
      },
    },
  });
});

async function tick(): Promise<void> {
  word.noteTick(clock.now());
  await clock.advance(0);
}

test('a node speaks once a minute, however often it ticks', async () => {
  for (let second = 0; second < 180; second += 10) {
    await tick();
    await clock.advance(10_000);
  }
  expect(beats).toHaveLength(3);
  expect(beats[0]).toMatchObject({ id: 'n', version: '1.2.3', stopped: false });
  expect(beats[2]?.last_tick_at).toBe(beats[2]?.at);
});

test('it counts what ended today, and begins anew at midnight in UTC', async () => {
  word.noteRun(storedRun({ status: 'claimed', finished_at: null }));
  word.noteRun(storedRun());
  word.noteRun(storedRun());
  word.noteRun(storedRun({ status: 'failed', reason: 'timed_out' }));
  await tick();
  expect(beats[0]).toMatchObject({
    day: '2026-01-05',
    runs: { delivered: 2, failed: 1 },
    failures: { timed_out: 1 },
  });
  await clock.advance(2 * minute);
  await tick();
  expect(beats[1]).toMatchObject({ day: '2026-01-06', runs: {}, failures: {} });
  word.noteRun(storedRun());
  expect(await word.word()).toMatchObject({ day: '2026-01-06', runs: { delivered: 1 } });
});

test('a store that does not answer costs a word and nothing else', async () => {
  failure = new Error('down');
  await tick();
  failure = undefined;
  await clock.advance(minute);
  await tick();
  expect(beats).toHaveLength(1);
});

test('it says when it stops, once, and nothing after that', async () => {
  await tick();
  await Promise.all([word.stop(), word.stop(), clock.advance(0)]);
  await clock.advance(minute);
  await tick();
  expect(beats.map(({ stopped }) => stopped)).toEqual([false, true]);
});
