/** Shares that can be summed over channels: so many of so many. */

/** `hits` of `of`. */
export interface Ratio {
  readonly hits: number;
  readonly of: number;
}

/** None of none. */
export const noRatio: Ratio = { hits: 0, of: 0 };

/** How many of `all` are `wanted`. */
export function ratioOf<T>(all: Iterable<T>, wanted: (one: T) => boolean): Ratio {
  const list = [...all];
  return { hits: list.filter(wanted).length, of: list.length };
}

/** Two shares as one: every hit counts alike, whichever channel it comes from. */
export function addRatios(a: Ratio, b: Ratio): Ratio {
  return { hits: a.hits + b.hits, of: a.of + b.of };
}

/** The share as a number from 0 to 1; 1 of none, as nothing was missed. */
export function shareOf({ hits, of }: Ratio): number {
  return of === 0 ? 1 : hits / of;
}
