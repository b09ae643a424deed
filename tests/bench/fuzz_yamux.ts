/**
 * Fuzzes a yamux session: `node tests/bench/fuzz_yamux.ts --count 1000000 --seed 1`.
 *
 * Every case is a lawful conversation, bent and cut at random, against a session whose apps misbehave. Each must
 * end clean or in a `YamuxError`. Prints how many ended how, and exits with 1 at the first that does not.
 * `--only <seed>` runs one case, the way a failure names it.
 */
import { runFuzzCase } from '../support/yamux_fuzz.ts';
import { FuzzRun } from './fuzz_run.ts';

/** Cases that run beside each other, so that their waits for the event loop are shared. */
const abreast = 256;

const fuzz = new FuzzRun();

process.on('uncaughtException', (error) => fuzz.fail('outside of any case', error));
process.on('unhandledRejection', (reason) => fuzz.fail('outside of any case', reason));

for (let done = 0; done < fuzz.count; done += abreast) {
  const seeds = Array.from({ length: Math.min(abreast, fuzz.count - done) }, (_, index) =>
    fuzz.seedOf(done + index),
  );
  await Promise.all(
    seeds.map(async (seed) => {
      fuzz.ended(await runFuzzCase(seed).catch((thrown: unknown) => fuzz.fail(seed, thrown)));
    }),
  );
}
fuzz.report();
