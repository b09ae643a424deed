/** Every step of the run path times every harm: rehearsed on several stands at once, and shown as a table. */
import { writeFile } from 'node:fs/promises';
import { labelOf, RunPath } from './run_path.ts';
import type { Aftermath, Harm, Step } from './run_path.ts';

/** One cell of the matrix. */
export interface Cell {
  readonly step: Step;
  readonly harm: string;
  readonly aftermath: Aftermath;
}

/** A way for calls to go wrong, by the name of its column. */
export type Harms = Readonly<Record<string, Harm>>;

/** Stands on which rehearsals take place side by side, and what they have shown. */
export class FaultMatrix {
  readonly #stands: readonly RunPath[];
  readonly #cells: Cell[] = [];
  /** Every step of the run path, in order. */
  readonly steps: readonly Step[];

  private constructor(stands: readonly RunPath[], steps: readonly Step[]) {
    this.#stands = stands;
    this.steps = steps;
  }

  /** Starts `stands` stands and records the run path on the first. */
  static async start(stands: number): Promise<FaultMatrix> {
    const started = await Promise.all(Array.from({ length: stands }, () => RunPath.start()));
    try {
      return new FaultMatrix(started, (await started[0]?.record()) ?? []);
    } catch (thrown) {
      // A node that stands still would outlive the tests, and hold on to their output.
      await Promise.all(started.map((stand) => stand.close()));
      throw thrown;
    }
  }

  /** @throws {Error} when a plugin did what would have ended a real server. */
  async close(): Promise<void> {
    await Promise.all(this.#stands.map((stand) => stand.close()));
  }

  /** Rehearses each step with each harm; `only` chooses the steps. */
  async rehearse(harms: Harms, only: (step: Step) => boolean = () => true): Promise<Cell[]> {
    const steps = this.steps.filter(only);
    const wanted = Object.entries(harms).flatMap(([harm, how]) =>
      steps.map((step) => ({ step, harm, how })),
    );
    const cells: Cell[] = [];
    const queue = wanted.values();
    const broken: unknown[] = [];
    const work = async (stand: RunPath): Promise<void> => {
      for (const { step, harm, how } of queue) {
        if (broken.length > 0) return;
        try {
          cells.push({ step, harm, aftermath: await stand.suffer(step, how) });
        } catch (cause) {
          const what = `${labelOf(step)}, ${harm}: not rehearsed to its end`;
          broken.push(new Error([what, ...stand.world.lastWords()].join('\n'), { cause }));
        }
      }
    };
    // All come to an end before the first fault is reported: nothing may go on behind a test's back.
    await Promise.all(this.#stands.map(work));
    this.#cells.push(...cells);
    if (broken.length > 0) throw broken[0];
    return cells;
  }

  /** All cells so far as text: a line for each step, a column for each harm, and how the first run ended. */
  table(): string {
    const harms = [...new Set(this.#cells.map(({ harm }) => harm))];
    const lines = [['call', ...harms]];
    for (const step of this.steps) {
      const cellOf = (harm: string): Cell | undefined =>
        this.#cells.find((cell) => cell.step === step && cell.harm === harm);
      lines.push([labelOf(step), ...harms.map((harm) => endOf(cellOf(harm)))]);
    }
    const widths = harms.map((_, column) => widthOf(lines, column + 1));
    const first = widthOf(lines, 0);
    const text = lines.map(([call = '', ...ends]) =>
      [call.padEnd(first), ...ends.map((end, column) => end.padEnd(widths[column] ?? 0))]
        .join('  ')
        .trimEnd(),
    );
    return `${text.join('\n')}\n${summary(this.#cells)}\n`;
  }

  /** Writes all cells so far as JSON. */
  async save(file: string): Promise<void> {
    const rows = this.#cells.map(({ step, harm, aftermath }) => ({
      call: labelOf(step),
      harm,
      ...aftermath,
      runs: aftermath.runs.map((run) => run && [run.status, run.reason, run.attempts]),
    }));
    await writeFile(file, `${JSON.stringify({ summary: summary(this.#cells), rows }, null, 2)}\n`);
  }
}

/** The verdict on cells in one line. */
export function summary(cells: readonly Cell[]): string {
  const sum = (of: (aftermath: Aftermath) => number): number =>
    cells.reduce((total, { aftermath }) => total + of(aftermath), 0);
  const missed = sum(({ struck }) => (struck === 0 ? 1 : 0));
  return [
    `${cells.length} cells`,
    `${sum(({ duplicates }) => duplicates.length)} duplicates`,
    `${sum(({ losses }) => losses.length)} lost`,
    `${sum(({ orphans }) => orphans.length)} orphans`,
    ...(missed === 0 ? [] : [`${missed} never reached`]),
  ].join(', ');
}

/** A line for each thing that must not be. */
export function complaints(cells: readonly Cell[]): string[] {
  return cells.flatMap(({ step, harm, aftermath }) =>
    [
      ...(aftermath.struck === 0 ? ['the call was never made'] : []),
      ...aftermath.duplicates,
      ...aftermath.losses,
      ...aftermath.orphans,
    ].map((complaint) => `${labelOf(step)}, ${harm}: ${complaint}`),
  );
}

/** How the first run ended: its status and its attempts, or why it failed. */
function endOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const [run] = cell.aftermath.runs;
  if (complaints([cell]).length > 0) return 'WRONG';
  if (run === undefined) return 'nothing';
  return run.reason === null ? `${run.status} ${run.attempts}` : `${run.status}: ${run.reason}`;
}

function widthOf(lines: readonly (readonly string[])[], column: number): number {
  return Math.max(...lines.map((line) => line[column]?.length ?? 0));
}
