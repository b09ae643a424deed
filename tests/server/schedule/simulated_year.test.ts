/** A year of the scheduler in a minute, every occurrence held against a second implementation. `npm run bench` has more. */
import { expect, test } from '@jest/globals';
import { compare, simulate, tellStory } from '../../support/simulated_year/index.ts';

const schedules = 300;
const seed = 2026;
const testMs = 120_000;

test(
  `a year of ${schedules} schedules, seed ${seed}: each occurrence once, and windows join`,
  async () => {
    const story = tellStory(schedules, seed);
    const { counts, mistakes } = compare(story, await simulate(story));
    expect(mistakes.slice(0, 3)).toEqual([]);
    // The year has everything in it, or what it says means nothing.
    expect(counts.occurrences).toBe(counts.delivered + counts.missed + counts.skipped);
    expect(counts.occurrences).toBeGreaterThan(20 * schedules);
    expect(counts.late).toBeGreaterThan(schedules / 10);
    expect(counts.missed).toBeGreaterThan(schedules / 10);
    expect(counts.skipped).toBeGreaterThan(0);
  },
  testMs,
);
