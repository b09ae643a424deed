/**
 * Fuzzes the gob decoder: `node tests/bench/fuzz_gob.ts --count 1000000 --seed 1`.
 *
 * Every case is a true stream, bent and cut at random, decoded with a schema or without. Each must end in values,
 * in `incomplete`, or in a `GobError`. Prints how many ended how, and the slowest case; exits with 1 at the first
 * that ended in another way. `--only <seed>` runs one case, the way a failure names it.
 */
import { runGobFuzzCase } from '../support/gob_fuzz.ts';
import { FuzzRun } from './fuzz_run.ts';

const fuzz = new FuzzRun();
const slowest = { seed: fuzz.first, milliseconds: 0 };

for (let index = 0; index < fuzz.count; index++) {
  const seed = fuzz.seedOf(index);
  const begun = performance.now();
  const outcome = run(seed);
  const milliseconds = performance.now() - begun;
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { seed, milliseconds });
  fuzz.ended(outcome);
}
fuzz.report(`, slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`);

function run(seed: number): string {
  try {
    return runGobFuzzCase(seed);
  } catch (thrown) {
    return fuzz.fail(seed, thrown);
  }
}
