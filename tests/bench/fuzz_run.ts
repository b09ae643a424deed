/** What the fuzzers share: their command line, their seeds, and how they tell what came of the cases. */
import { parseArgs } from 'node:util';

/** One run of a fuzzer, as the command line asks for it. */
export class FuzzRun {
  /** How many cases. */
  readonly count: number;
  /** Seed of the first case. */
  readonly first: number;
  readonly #outcomes = new Map<string, number>();
  readonly #started = performance.now();

  /** Reads `--count`, `--seed`, and `--only <seed>`, which runs one case the way a failure names it. */
  constructor() {
    const { values } = parseArgs({
      options: {
        count: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
      },
    });
    this.first = Number(values.only ?? values.seed) >>> 0;
    this.count = values.only === undefined ? Number(values.count) : 1;
  }

  /** Seeds of one run lie apart, so that the cases of neighbouring runs differ. */
  seedOf(index: number): number {
    return (this.first + Math.imul(index, 0x9e3779b1)) >>> 0;
  }

  /** Counts how a case ended. */
  ended(outcome: string): void {
    this.#outcomes.set(outcome, (this.#outcomes.get(outcome) ?? 0) + 1);
  }

  /** Tells of a case that ended as none may, and ends the process with 1. */
  fail(where: number | string, thrown: unknown): never {
    const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    process.stderr.write(`seed ${where}: ${text}\n`);
    process.exit(1);
  }

  /** Prints how many cases ended how, most frequent first, with time and memory; `more` ends the last line. */
  report(more = ''): void {
    const seconds = (performance.now() - this.#started) / 1000;
    const peakMiB = process.resourceUsage().maxRSS / 1024;
    for (const [outcome, times] of [...this.#outcomes].sort((a, b) => b[1] - a[1])) {
      print(`${String(times).padStart(9)}  ${outcome}`);
    }
    print(
      `${this.count} cases from seed ${this.first} in ${seconds.toFixed(1)} s, ` +
        `${peakMiB.toFixed(0)} MiB peak RSS${more}`,
    );
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
