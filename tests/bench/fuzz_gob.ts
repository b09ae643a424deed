/**
 * Fuzzes the gob decoder: `node tests/bench/fuzz_gob.ts --count 1000000 --seed 1`.
 *
 * Every case is a true stream, bent and cut at random, decoded with a schema or without. Each must end in values,
 * in `incomplete`, or in a `GobError`. Prints how many ended how, and the slowest case; exits with 1 at the first
 * that ended in another way. `--only <seed>` runs one case, the way a failure names it.
 */
import { parseArgs } from 'node:util';

import { runGobFuzzCase } from '../support/gob_fuzz.ts';

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
const slowest = { seed: first, milliseconds: 0 };
const started = performance.now();

for (let index = 0; index < count; index++) {
  const seed = seedOf(index);
  const begun = performance.now();
  const outcome = run(seed);
  const milliseconds = performance.now() - begun;
  if (milliseconds > slowest.milliseconds) Object.assign(slowest, { seed, milliseconds });
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

const seconds = (performance.now() - started) / 1000;
const peakMiB = process.resourceUsage().maxRSS / 1024;
for (const [outcome, times] of [...outcomes].sort((a, b) => b[1] - a[1])) {
  print(`${String(times).padStart(9)}  ${outcome}`);
}
print(
  `${count} cases from seed ${first} in ${seconds.toFixed(1)} s, ${peakMiB.toFixed(0)} MiB peak RSS, ` +
    `slowest ${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed})`,
);

/** Seeds of one run lie apart, so that the cases of neighbouring runs differ. */
function seedOf(index: number): number {
  return (first + Math.imul(index, 0x9e3779b1)) >>> 0;
}

function run(seed: number): string {
  try {
    return runGobFuzzCase(seed);
  } catch (thrown) {
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    process.stderr.write(`seed ${seed}: ${text}\n`);
    process.exit(1);
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
