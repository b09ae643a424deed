import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Run, Schedule } from '../../../server/contract/index.ts';
import { createLog } from '../../../server/log.ts';
import { progressTeller, tellFailure, tellRun } from '../../../server/schedule/telling.ts';
import { ManualClock, settle } from '../../support/manual_clock.ts';
import { storedSchedule } from '../../support/stored_schedule.ts';

const schedule: Schedule = { ...storedSchedule(), running: false };
const run = { run_key: 'key', schedule_id: schedule.id } as Run;

let clock: ManualClock;
let logged: string[];
let stop: AbortController;
const log = createLog((level, message) => logged.push(`${level} ${message}`));

beforeEach(() => {
  clock = new ManualClock();
  logged = [];
  stop = new AbortController();
});

function telling(tell: () => Promise<void>): Promise<void> {
  const handler = { tellFailure: tell };
  return tellFailure(schedule, run, { handler, clock, log, stopping: stop.signal });
}

describe('the owner', () => {
  test('is told of which run of which schedule', async () => {
    const told: unknown[] = [];
    const handler = {
      tellFailure: (...args: unknown[]) => {
        told.push(args);
        return Promise.resolve();
      },
    };
    await tellFailure(schedule, run, { handler, clock, log, stopping: stop.signal });
    expect(told).toEqual([[schedule, run]]);
    expect(logged).toEqual([]);
    // Nobody waits for the time that it might have taken.
    expect(clock.sleeping).toBe(0);
  });

  test('who cannot be told is a line in the log', async () => {
    await telling(() => Promise.reject(new Error('no')));
    expect(logged).toEqual(['warn the owner could not be told of a failure']);
    expect(clock.sleeping).toBe(0);
  });

  test('is not waited for longer than half a minute', async () => {
    let isOver = false;
    const waiting = telling(() => new Promise(() => undefined)).then(() => {
      isOver = true;
    });
    await clock.advance(29_999);
    expect(isOver).toBe(false);
    await clock.advance(1);
    await waiting;
    expect(logged).toHaveLength(1);
  });

  test('does not keep a node from stopping', async () => {
    const waiting = telling(() => new Promise(() => undefined));
    stop.abort();
    await waiting;
    expect(logged).toHaveLength(1);
    expect(clock.sleeping).toBe(0);
  });

  test.each([
    [true, 'late'],
    [false, 'in time'],
  ])('that answers after all is no loose end (with an error: %s)', async (fails) => {
    const answer = Promise.withResolvers<undefined>();
    const waiting = telling(() => answer.promise);
    await clock.advance(30_000);
    await waiting;
    if (fails) answer.reject(new Error('late'));
    else answer.resolve(undefined);
    await settle();
    expect(logged).toHaveLength(1);
  });
});

describe('the observer', () => {
  const quiet = { runProgressed: () => undefined };

  test.each([
    [
      'that throws',
      () => {
        throw new Error('no');
      },
    ],
    ['that rejects', () => Promise.reject(new Error('no'))],
  ])('%s changes nothing', async (_, runChanged) => {
    await tellRun(schedule, run, { observer: { ...quiet, runChanged }, log });
    expect(logged).toEqual(['warn nobody could be told of a run']);
  });

  test('may be missing', async () => {
    await tellRun(schedule, run, { log });
    progressTeller(schedule, run, { clock, log })(1, 2);
    expect(logged).toEqual([]);
  });

  test('hears of the first and the last channel at once, of others once a second', async () => {
    const told: number[] = [];
    const observer = {
      runChanged: () => undefined,
      runProgressed: (_schedule: Schedule, _run: Run, done: number) => void told.push(done),
    };
    const tell = progressTeller(schedule, run, { observer, clock, log });
    for (const done of [1, 2, 3]) tell(done, 9);
    await clock.advance(999);
    tell(4, 9);
    await clock.advance(1);
    for (const done of [5, 6, 9]) tell(done, 9);
    expect(told).toEqual([1, 5, 9]);
  });

  test('that fails at that is a line in the log', async () => {
    const observer = {
      runChanged: () => undefined,
      runProgressed: () => Promise.reject(new Error('no')),
    };
    progressTeller(schedule, run, { observer, clock, log })(9, 9);
    await settle();
    expect(logged).toEqual(['debug nobody could be told how far a run has come']);
  });
});
