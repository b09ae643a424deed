/** A year of ten thousand schedules, lived through in minutes and checked occurrence by occurrence. */
import { compare, simulate, tellStory } from '../support/simulated_year/index.ts';
import type { Verdict } from '../support/simulated_year/index.ts';
import type { Table } from './columns.ts';

/** What was found, and how long the year took, in milliseconds. */
export interface YearResult extends Verdict {
  readonly seed: number;
  readonly tookMs: number;
}

/** Lives through a year of `count` schedules. */
export async function simulateYear(count: number, seed: number): Promise<YearResult> {
  const begun = performance.now();
  const story = tellStory(count, seed);
  const verdict = compare(story, await simulate(story));
  return { ...verdict, seed, tookMs: performance.now() - begun };
}

/** The year in numbers. */
export function yearTable({ counts, mistakes, seed, tookMs }: YearResult): Table {
  const number = (value: number): string => value.toLocaleString('en');
  return {
    titles: [`simulated year, seed ${seed}`, 'count'],
    lines: [
      ['schedules', number(counts.schedules)],
      ['commands of owners', number(counts.commands)],
      ['time zones', number(counts.zones)],
      ['outages', number(counts.outages)],
      ['occurrences', number(counts.occurrences)],
      ['delivered', number(counts.delivered)],
      ['of them late, after an outage', number(counts.late)],
      ['missed', number(counts.missed)],
      ['skipped', number(counts.skipped)],
      ['wrong', number(mistakes.length)],
      ['took', `${(tookMs / 1000).toFixed(0)} s`],
    ],
  };
}
