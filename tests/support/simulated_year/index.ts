/** A year of many schedules, lived through by the scheduler and checked against a second opinion. */
export { compare } from './compare.ts';
export type { Verdict, YearCounts } from './compare.ts';
export { simulate } from './simulate.ts';
export { tellStory } from './story.ts';
