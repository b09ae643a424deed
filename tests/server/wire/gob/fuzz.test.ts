/** A slice of `tests/bench/fuzz_gob.ts`, from the same seeds each time. */
import { expect, test } from '@jest/globals';

import { runGobFuzzCase } from '../../../support/gob_fuzz.ts';

test('3,000 bent streams end in values, in incomplete, or in a GobError', () => {
  const outcomes = new Set<string>();
  for (let seed = 0; seed < 3_000; seed++) outcomes.add(runGobFuzzCase(seed));
  expect([...outcomes].sort()).toEqual(
    expect.arrayContaining([
      'duplicate_type',
      'incomplete',
      'limit',
      'malformed',
      'mismatch',
      'truncated',
      'undefined_type',
      'value',
    ]),
  );
});
