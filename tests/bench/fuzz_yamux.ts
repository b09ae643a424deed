/**
 * Fuzzes a yamux session: `node tests/bench/fuzz_yamux.ts --count 1000000 --seed 1`.
 *
 * Every case is a lawful conversation, bent and cut at random, against a session whose apps misbehave. Each must
 * end clean or in a `YamuxError`. Prints how many ended how, and exits with 1 at the first that does not.
 * `--only <seed>` runs one case, the way a failure names it.
 */
import { parseArgs } from 'node:util';

import { runFuzzCase } from '../support/yamux_fuzz.ts';

/** Cases that run beside each other, so that their waits for the event loop are shared. */
const abreast = 256;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const first = Number(values.only ?? values.seed) >>> 0;
const count = values.only === undefined ? Number(values.count) : 1;
const outcomes = new Map<string, number>();
const started = performance.now();

process.on('uncaughtException', (error) => fail('outside of any case', error));
process.on('unhandledRejection', (reason) => fail('outside of any case', reason));

for (let done = 0; done < count; done += abreast) {
  const seeds = Array.from({ length: Math.min(abreast, count - done) }, (_, index) =>
    seedOf(done + index),
  );
  await Promise.all(
    seeds.map(async (seed) => {
      const outcome = await runFuzzCase(seed).catch((thrown: unknown) => fail(seed, thrown));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
  );
}

const seconds = (performance.now() - started) / 1000;
const peakMiB = process.resourceUsage().maxRSS / 1024;
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) {
  print(`${String(times).padStart(9)}  ${outcome}`);
}
print(
  `${count} cases from seed ${first} in ${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB peak RSS`,
);

/** Seeds of one run lie apart, so that the cases of neighbouring runs differ. */
function seedOf(index: number): number {
  return (first + Math.imul(index, 0x9e3779b1)) >>> 0;
}

function fail(where: number | string, thrown: unknown): never {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  process.stderr.write(`seed ${where}: ${text}\n`);
  process.exit(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
