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

/** The lengths of a recap, the shortest first. */
const lengths = ['brief', 'standard', 'detailed'] as const;
type Length = (typeof lengths)[number];

/** The figures of both parts of the set, at every length. */
export type GoldResults = Readonly<Record<GoldPart, Readonly<Record<Length, GoldResult>>>>;

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
  { name: 'actionNamed', what: 'action items: recall, with decisions that name who' },
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

/** Runs the engine and the baselines over the whole set, at every length. */
export async function measureGold(): Promise<GoldResults> {
  return { tuning: await measurePart('tuning'), held_back: await measurePart('held_back') };
}

async function measurePart(part: GoldPart): Promise<Record<Length, GoldResult>> {
  const channels = readGold(part);
  return {
    brief: await runGold(channels, 'brief'),
    standard: await runGold(channels, 'standard'),
    detailed: await runGold(channels, 'detailed'),
  };
}

/** The figures as rows of the table; goals are for the part that was held back. */
export function goldRows(results: GoldResults): readonly Row[] {
  return goldParts.flatMap((part): Row[] => {
    const result = results[part].standard;
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
      ...lengths.flatMap((length) => {
        const at = results[part][length];
        const share = shareOf(at.engine.mustInclude);
        return [
          row(`${length}: must-include told`, 100 * share),
          ...rooms.flatMap(({ room, as }) => [
            ...at.baselines.map((baseline) => {
              const other = shareOf(baseline[room].mustInclude);
              return row(`${length}: told by ${baseline.name} with ${as}`, 100 * other);
            }),
            row(`${length}: lead with ${as}`, 100 * (share - bestOf(at, room))),
            row(`${length}: the most a lead with ${as} could be`, 100 * (1 - bestOf(at, room))),
          ]),
        ];
      }),
    ];
  });
}

/** What the baselines get of the engine's room. */
const rooms = [
  { room: 'sameMessages', as: 'the same messages' },
  { room: 'sameCharacters', as: 'the same characters' },
] as const;
type Room = (typeof rooms)[number]['room'];

function bestOf({ baselines }: GoldResult, room: Room): number {
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

/** The figures as three Markdown tables. */
export function goldMarkdown(results: GoldResults): string {
  const parts = goldParts.map((part) => results[part].standard);
  const heads = goldParts.map((part) => {
    const { channels, posts } = results[part].standard;
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
  const byLength = [
    [
      'must-include told',
      'messages of a channel',
      'built-in engine',
      ...rooms.flatMap(({ as }) => [`best baseline, ${as}`, 'lead', 'most possible']),
    ],
    ...goldParts.flatMap((part) =>
      lengths.map((length) => lengthRow(`${partNames[part]}, ${length}`, results[part][length])),
    ),
  ];
  return [engine, others, byLength].map(markdownTable).join('\n');
}

function lengthRow(name: string, result: GoldResult): string[] {
  const told = shareOf(result.engine.mustInclude);
  return [
    name,
    (result.engine.quoted / result.channels).toFixed(1),
    told.toFixed(2),
    ...rooms.flatMap(({ room }) => {
      const best = bestOf(result, room);
      return [best, told - best, 1 - best].map((share) => share.toFixed(2));
    }),
  ];
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
