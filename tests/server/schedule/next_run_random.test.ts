/**
 * Two implementations of one rule, the product's and the one on `Temporal`, asked the same random questions in every
 * zone there is.
 */
import { expect, test } from '@jest/globals';
import type { Recurrence } from '../../../server/contract/index.ts';
import { nextRunAt, nextRuns, previousRunAt } from '../../../server/schedule/next_run.ts';
import { hostZone } from '../../support/host_zone.ts';
import { Random } from '../../support/random.ts';
import { randomCase } from '../../support/recurrence_cases.ts';
import type { RecurrenceCase } from '../../support/recurrence_cases.ts';
import { testSeed } from '../../support/test_seed.ts';
import { occurrencesBetween } from '../../support/temporal_next_run.ts';

/** Fewer where it is only asked whether the zone of the host matters. */
const cases = hostZone() === undefined ? 20_000 : 3_000;

/** How many coming runs are compared, for one case in `runsEvery`: to list them takes long. */
const runs = 3;
const runsEvery = 4;

const dayMs = 86_400_000;

/** A span that holds an occurrence of the rule wherever it lies, in milliseconds. */
function periodMs(recurrence: Recurrence): number {
  switch (recurrence.type) {
    case 'once':
      return 300 * 366 * dayMs;
    case 'weekly':
      return (recurrence.every_weeks * 7 + 9) * dayMs;
    case 'monthly':
      return 65 * dayMs;
  }
}

interface Answer {
  readonly next: number | null;
  readonly previous: number | null;
  readonly runs: readonly number[];
}

function expected({ recurrence, timezone, at }: RecurrenceCase, count: number): Answer {
  const period = periodMs(recurrence);
  const coming = occurrencesBetween(recurrence, timezone, at + 1, at + 1 + count * period);
  const gone = occurrencesBetween(recurrence, timezone, at - period, at + 1);
  return {
    next: coming[0] ?? null,
    previous: gone.at(-1) ?? null,
    runs: coming.slice(0, count),
  };
}

function actual({ recurrence, timezone, at }: RecurrenceCase, count: number): Answer {
  return {
    next: nextRunAt(recurrence, timezone, at),
    previous: previousRunAt(recurrence, timezone, at),
    runs: nextRuns(recurrence, timezone, at, count),
  };
}

const seed = testSeed();
const zones = Intl.supportedValuesOf('timeZone');

test(`${cases} random questions in ${zones.length} zones (seed ${seed})`, () => {
  const random = new Random(seed);
  for (let index = 0; index < cases; index += 1) {
    const asked = randomCase(random, zones[index % zones.length] ?? 'UTC');
    const count = index % runsEvery === 0 ? runs : 1;
    const where = { index, ...asked };
    expect({ ...where, ...actual(asked, count) }).toEqual({ ...where, ...expected(asked, count) });
  }
}, 120_000);
