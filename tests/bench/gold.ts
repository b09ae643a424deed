/** What the built-in engine's recaps are worth: the gold set's figures, beside plain baselines with the same room. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goldParts, readGold } from '../support/gold/gold_files.ts';
import type { GoldPart } from '../support/gold/gold_files.ts';
import type { RatioName } from '../support/gold/figures.ts';
import { shareOf } from '../support/gold/ratio.ts';
import type { Ratio } from '../support/gold/ratio.ts';
import { runGold } from '../support/gold/run_gold.ts';
import type { GoldResult } from '../support/gold/run_gold.ts';
import type { Goal, Row } from './table.ts';

/** The figures of both parts of the set. */
export type GoldResults = Readonly<Record<GoldPart, GoldResult>>;

/** The figures as they are called, with what is to be reached on the part that was held back. */
const figures: readonly {
  readonly name: RatioName;
  readonly what: string;
  readonly goal?: Goal;
}[] = [
  {
    name: 'mustInclude',
    what: 'must-include told',
    goal: { kind: 'least', least: 85 },
  },
  {
    name: 'mustNotInclude',
    what: 'must-not-include among the told',
    goal: { kind: 'value', most: 0 },
  },
  { name: 'decisionPrecision', what: 'decisions: precision', goal: { kind: 'least', least: 80 } },
  { name: 'decisionRecall', what: 'decisions: recall' },
  { name: 'actionPrecision', what: 'action items: precision', goal: { kind: 'least', least: 80 } },
  { name: 'actionRecall', what: 'action items: recall' },
  { name: 'assignee', what: 'action items: right person' },
  { name: 'openPrecision', what: 'open questions: precision' },
  { name: 'openRecall', what: 'open questions: recall' },
  { name: 'answerRecall', what: 'answers told' },
  { name: 'answerShown', what: 'answered questions told with their answer' },
  { name: 'duplicates', what: 'told twice' },
  { name: 'order', what: 'in the order of time' },
];

/** What a must-include recall is to be above the best baseline's, in percentage points. */
const leastLead = 20;
const partNames: Readonly<Record<GoldPart, string>> = { tuning: 'tuning', held_back: 'held back' };

/** Runs the engine and the baselines over the whole set, at the standard length. */
export async function measureGold(): Promise<GoldResults> {
  return {
    tuning: await runGold(readGold('tuning')),
    held_back: await runGold(readGold('held_back')),
  };
}

/** The figures as rows of the table; goals are for the part that was held back. */
export function goldRows(results: GoldResults): readonly Row[] {
  return goldParts.flatMap((part): Row[] => {
    const result = results[part];
    const isHeldBack = part === 'held_back';
    const row = (what: string, typescript: number, goal?: Goal): Row => {
      const unit = '%';
      return {
        what: `gold, ${partNames[part]}: ${what}`,
        unit,
        typescript,
        go: undefined,
        goal: isHeldBack ? goal : undefined,
      };
    };
    const told = shareOf(result.engine.mustInclude);
    return [
      ...figures.map(({ name, what, goal }) => row(what, 100 * shareOf(result.engine[name]), goal)),
      row('lead over the best baseline', 100 * (told - bestOf(result, 'sameMessages')), {
        kind: 'least',
        least: leastLead,
      }),
      row('lead with the same characters', 100 * (told - bestOf(result, 'sameCharacters'))),
    ];
  });
}

function bestOf({ baselines }: GoldResult, room: 'sameMessages' | 'sameCharacters'): number {
  return Math.max(...baselines.map((baseline) => shareOf(baseline[room].mustInclude)));
}

/** Writes the figures into `docs/engine.md`, between its two marks. */
export async function writeGoldDocs(results: GoldResults): Promise<void> {
  const path = join(import.meta.dirname, '../../docs/engine.md');
  const text = await readFile(path, 'utf8');
  const [before, after] = [text.split(startMark)[0], text.split(endMark)[1]];
  if (before === undefined || after === undefined) throw new Error(`${path} has no marks`);
  await writeFile(path, `${before}${startMark}\n\n${goldMarkdown(results)}\n${endMark}${after}`);
}

const startMark = '<!-- gold: written by npm run bench -- --only gold --write-docs -->';
const endMark = '<!-- end of gold -->';

/** The figures as two Markdown tables. */
export function goldMarkdown(results: GoldResults): string {
  const parts = goldParts.map((part) => results[part]);
  const heads = goldParts.map((part) => {
    const { channels, posts } = results[part];
    return `${partNames[part]} (${channels} channels, ${posts} messages)`;
  });
  const engine = [
    ['', ...heads],
    [
      'messages quoted of a channel',
      ...parts.map(({ engine, channels }) => (engine.quoted / channels).toFixed(1)),
    ],
    ...figures.map(({ name, what }) => [what, ...parts.map((part) => cell(part.engine[name]))]),
  ];
  const names = parts[0]?.baselines.map(({ name }) => name) ?? [];
  const columns = ['same messages', 'same characters'];
  const others = [
    ['must-include told', ...goldParts.flatMap((p) => columns.map((c) => `${partNames[p]}, ${c}`))],
    [
      '**built-in engine**',
      ...parts.flatMap(({ engine }) => [cell(engine.mustInclude), cell(engine.mustInclude)]),
    ],
    ...names.map((name) => [
      name,
      ...parts.flatMap(({ baselines }) => {
        const found = baselines.find((baseline) => baseline.name === name);
        return found === undefined
          ? []
          : [cell(found.sameMessages.mustInclude), cell(found.sameCharacters.mustInclude)];
      }),
    ]),
  ];
  return `${markdownTable(engine)}\n${markdownTable(others)}`;
}

function cell(ratio: Ratio): string {
  return `${shareOf(ratio).toFixed(2)} (${ratio.hits} of ${ratio.of})`;
}

/** A table as prettier would align it, so that writing the figures leaves nothing to format. */
function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [head = [], ...body] = rows;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return line(head) + rule + body.map(line).join('');
}
