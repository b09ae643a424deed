/** The round trip of an API call: KVGet from inside a plugin, until its value is there. */
import type { Arena } from './arena.ts';
import type { Timings } from '../interop/probe_plugin/benchmarks.ts';
import { alternate, medians } from './pair.ts';
import type { Row } from './table.ts';

const rounds = 15;

/** How many calls are under way at once, and how many a round makes: about a fifth of a second's worth. */
const settings = [
  { concurrency: 1, count: 2_000, what: 'KVGet, one at a time' },
  { concurrency: 64, count: 8_000, what: 'KVGet, 64 at a time' },
] as const;

/** Measures the median time of a call. */
export async function kvGetRows({ urls }: Arena): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { concurrency, count, what } of settings) {
    const times = await alternate(urls, rounds, async (url) => {
      const response = await fetch(`${url}/kvget?count=${count}&concurrency=${concurrency}`);
      return (await response.json()) as Timings;
    });
    const took = medians(times, ({ median }) => median);
    rows.push({ what, unit: 'µs', ...took, goal: { kind: 'ratio', most: 1.5 } });
  }
  return rows;
}
