import { describe, expect, test } from '@jest/globals';

import { runFuzzCase } from '../../../support/yamux_fuzz.ts';

describe('yamux session against a peer that bends the rules', () => {
  test('ends clean or in its own error, each time', async () => {
    const outcomes = new Set<string>();
    for (let start = 0; start < 3000; start += 200) {
      const seeds = Array.from({ length: 200 }, (_, index) => start + index);
      for (const outcome of await Promise.all(seeds.map(runNamed))) outcomes.add(outcome);
    }
    // A generator that no longer reaches these has lost its bite.
    for (const outcome of [
      'clean',
      'bad_type',
      'unexpected_fin',
      'duplicate_stream',
      'truncated',
    ]) {
      expect(outcomes).toContain(outcome);
    }
  }, 60_000);
});

async function runNamed(seed: number): Promise<string> {
  try {
    return await runFuzzCase(seed);
  } catch (thrown) {
    throw new Error(`seed ${seed}`, { cause: thrown });
  }
}
