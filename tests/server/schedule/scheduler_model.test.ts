/**
 * Random journeys of a small cluster: whatever its owner asks for and whatever goes wrong, each occurrence is dealt
 * with once, nothing is sent twice, windows join, limits hold, and nothing stays behind in the store.
 */
import fc from 'fast-check';
import { test } from '@jest/globals';
import { SchedulerJourney } from '../../support/scheduler_journey.ts';
import { steps } from '../../support/scheduler_steps.ts';
import { testSeed } from '../../support/test_seed.ts';

const journeys = 150;

/** When journeys, or the search for a shorter one that fails, come to an end, in milliseconds. */
const enoughMs = 120_000;

const seed = testSeed();

test(`${journeys} random journeys (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: 'max' }), async (commands) => {
      const journey = new SchedulerJourney();
      await fc.asyncModelRun(() => ({ model: {}, real: journey }), commands);
      await journey.finish();
    }),
    { seed, numRuns: journeys, interruptAfterTimeLimit: enoughMs, markInterruptAsFailure: false },
  );
}, 300_000);
