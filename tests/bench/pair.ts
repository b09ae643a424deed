/** The TypeScript side of a comparison and, where Go is on this machine, the Go side. */

/** Two of a kind. */
export interface Pair<T> {
  readonly typescript: T;
  readonly go: T | undefined;
}

/**
 * Measures both sides in turn, `rounds` times each, so that whatever else the machine does hits both alike. A
 * first measurement of each warms up and is not kept.
 */
export async function alternate<T, Result>(
  pair: Pair<T>,
  rounds: number,
  measure: (side: T) => Promise<Result>,
): Promise<Pair<readonly Result[]>> {
  const typescript: Result[] = [];
  const go: Result[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await measure(pair.typescript);
    if (round > 0) typescript.push(ours);
    if (pair.go === undefined) continue;
    const theirs = await measure(pair.go);
    if (round > 0) go.push(theirs);
  }
  return { typescript, go: pair.go === undefined ? undefined : go };
}

/** The median of one figure over the rounds of each side. */
export function medians<Result>(
  { typescript, go }: Pair<readonly Result[]>,
  figure: (result: Result) => number,
): Pair<number> {
  return {
    typescript: median(typescript.map(figure)),
    go: go === undefined ? undefined : median(go.map(figure)),
  };
}

/** The middle value; of an even number of them the upper one. NaN of none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
