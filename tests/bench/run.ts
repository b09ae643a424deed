/**
 * `npm run bench`: the plugin beside one in Go that does the same, what the built-in engine is worth, an idle tick over
 * a million schedules, bursts, and a simulated year, in tables with the goals. Needs what `npm run dist` makes. All of
 * it takes a quarter of an hour. The figures mean little while the machine does other work; ratios hold up better, as
 * both sides are measured in turn.
 *
 * `--only gold,burst` measures these parts alone, see `options.ts`; `--write-docs` writes their figures into the
 * documentation.
 */
import { BuildError } from '../../build/errors.ts';
import { builtBundle } from '../host/built_bundle.ts';
import { alignedText } from './columns.ts';
import { engineRows } from './engine.ts';
import { goRows } from './go_rows.ts';
import { goldRows, measureGold, writeGoldDocs } from './gold.ts';
import { readOptions } from './options.ts';
import type { Part } from './options.ts';
import { writePage } from './page.ts';
import type { Found } from './page.ts';
import { runBurst } from './scale/burst.ts';
import type { Burst } from './scale/burst.ts';
import { burstChart, idleChart } from './scale/charts.ts';
import { measureIdleTicks } from './scale/idle_tick.ts';
import { burstTable, idleTable } from './scale/tables.ts';
import { simulateYear, yearTable } from './simulated_year.ts';
import { tableOf } from './table.ts';

const storedSchedules = [1_000, 100_000, 1_000_000];
const burstSchedules = 10_000;
const burstNodes = [1, 3];
const yearSchedules = 10_000;
/** Another year than the one that the tests live through. */
const yearSeed = 2027;

/** How each part is measured, in order. */
const measure: Readonly<Record<Part, (writeDocs: boolean) => Promise<Found>>> = {
  go: async () => ({ table: tableOf(await goRows(print)) }),
  engine: async () => ({ table: tableOf(await engineRows()) }),
  gold: async (writeDocs) => {
    const results = await measureGold();
    if (writeDocs) await writeGoldDocs(results);
    return { table: tableOf(goldRows(results)) };
  },
  tick: async () => {
    const ticks = await measureIdleTicks(await builtBundle(), storedSchedules);
    return { table: idleTable(ticks), picture: idleChart(ticks) };
  },
  burst: async () => {
    const bundle = await builtBundle();
    const bursts: Burst[] = [];
    for (const nodes of burstNodes) {
      bursts.push(await runBurst({ bundle, nodes, schedules: burstSchedules }));
    }
    return { table: burstTable(bursts), picture: burstChart(bursts) };
  },
  year: async () => {
    const year = await simulateYear(yearSchedules, yearSeed);
    for (const mistake of year.mistakes) print(`${mistake}\n`);
    if (year.mistakes.length > 0) process.exitCode = 1;
    return { table: yearTable(year) };
  },
};

async function main(): Promise<void> {
  const { only, writeDocs } = readOptions(process.argv.slice(2));
  const found = new Map<Part, Found>();
  for (const [part, take] of Object.entries(measure) as [Part, (typeof measure)[Part]][]) {
    if (!only.has(part)) continue;
    const figures = await take(writeDocs);
    print(`${alignedText(figures.table)}\n`);
    found.set(part, figures);
  }
  if (writeDocs) await writePage(found);
}

function print(text: string): void {
  process.stdout.write(text);
}

main().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
