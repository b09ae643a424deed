/**
 * Two nodes over one store. The first dies, or has a call fail, at each of its calls in turn: whatever it was about,
 * each occurrence is delivered exactly once, and nothing stays behind in the store.
 */
import { describe, expect, test } from '@jest/globals';
import type { Recurrence } from '../../../server/contract/index.ts';
import { SchedulerWorld, input } from '../../support/scheduler_world.ts';
import type { Fault } from '../../support/scheduler_world.ts';

const minute = 60_000;

/** More than the calls that a node makes from its start to the end of its first run. */
const callsOfOneRun = 40;

const twice: Recurrence = {
  type: 'weekly',
  days_of_week: 127,
  every_weeks: 1,
  times_of_day: ['09:00', '10:00'],
  anchor_date: null,
};

interface Outcome {
  readonly world: SchedulerWorld;
  /** Name of the call that was hit. */
  readonly hit: () => string;
}

/** A schedule over two of its runs; the fault hits the `at`-th call of the node that is first at work. */
async function twoRuns(fault: Fault, at: number): Promise<Outcome> {
  const world = new SchedulerWorld();
  const setup = world.start('setup');
  const creating = setup.scheduler.service.create(world.owner, input({ recurrence: twice }));
  await world.clock.advance(100);
  await creating;
  const stopped = setup.scheduler.stop();
  await world.clock.advance(2000);
  await stopped;
  let hit = 'none';
  world.start('first', {
    fault: (call, name) => {
      if (call !== at) return 'none';
      hit = name;
      // A process that stands still between its last look at the lease and the wire is beyond any lease.
      return fault === 'freeze_before' && name === 'createPost' ? 'freeze_after' : fault;
    },
  });
  await world.clock.advance(20_000);
  world.start('second');
  await world.clock.advance(15 * minute);
  await world.clock.advance(60 * minute);
  return { world, hit: () => hit };
}

async function check({ world }: Outcome): Promise<void> {
  const keys = world.messages.map(({ runKey }) => runKey.slice(27));
  expect(keys).toEqual([Date.UTC(2026, 0, 5, 9), Date.UTC(2026, 0, 5, 10)].map(String));
  const [nine, ten] = world.messages;
  // The windows join: what is not in the one is in the other.
  expect(ten?.windowStart).toBe(nine?.windowEnd);
  await world.stop();
  // The schedule, its owner's list, and one entry in the due index: no orphan stays behind.
  expect(world.keys().map((key) => key.replace(/[a-z0-9]{26}(\d{10})?$/, ''))).toEqual([
    String(Date.UTC(2026, 0, 6, 9)).padStart(14, '0'),
    's',
    'u',
  ]);
}

const faults = [
  'die_before',
  'die_after',
  'fail_before',
  'fail_after',
  'stall_before',
  'stall_after',
  'freeze_before',
  'freeze_after',
] as const;

describe.each(faults)('%s', (fault) => {
  test('at each call in turn, every occurrence is delivered once', async () => {
    for (let at = 1; at <= callsOfOneRun; at += 1) {
      const outcome = await twoRuns(fault, at);
      try {
        await check(outcome);
      } catch (cause) {
        throw new Error(`${fault} at call ${at}, ${outcome.hit()}`, { cause });
      }
    }
  }, 120_000);
});
