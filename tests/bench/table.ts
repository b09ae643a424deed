/** What the comparison with Go prints: one line a figure, with the goal it is held to. */
import type { Table } from './columns.ts';

/** What is to be reached: in TypeScript as a share of Go's figure, or in TypeScript alone, at most or at least. */
export type Goal =
  | { readonly kind: 'ratio'; readonly most: number }
  | { readonly kind: 'value'; readonly most: number }
  | { readonly kind: 'least'; readonly least: number };

/** One figure of both plugins. */
export interface Row {
  readonly what: string;
  readonly unit: 'µs' | 'ms' | 'MB' | '/s' | '%';
  /** Undefined where it could not be measured here. */
  readonly typescript: number | undefined;
  readonly go: number | undefined;
  /** Undefined for figures that are shown for the reader alone. */
  readonly goal: Goal | undefined;
}

const titles = ['what', 'TypeScript', 'Go', 'ratio', 'goal', 'verdict'] as const;
const unknown = '-';

/** The rows as a table. */
export function tableOf(rows: readonly Row[]): Table {
  return { titles, lines: rows.map(cells) };
}

function cells(row: Row): readonly string[] {
  const ratio = ratioOf(row);
  return [
    row.what,
    figure(row.typescript, row.unit),
    figure(row.go, row.unit),
    ratio === undefined ? unknown : ratio.toFixed(2),
    goalText(row),
    verdict(row),
  ];
}

function figure(value: number | undefined, unit: Row['unit']): string {
  if (value === undefined) return unknown;
  return `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`;
}

function ratioOf({ typescript, go }: Row): number | undefined {
  return typescript === undefined || go === undefined ? undefined : typescript / go;
}

function goalText({ goal, unit }: Row): string {
  switch (goal?.kind) {
    case undefined:
      return unknown;
    case 'ratio':
      return `<= ${goal.most.toFixed(1)} x`;
    case 'value':
      return `<= ${goal.most} ${unit}`;
    case 'least':
      return `>= ${goal.least} ${unit}`;
  }
}

function verdict(row: Row): string {
  if (row.goal === undefined) return unknown;
  const reached = row.goal.kind === 'ratio' ? ratioOf(row) : row.typescript;
  if (reached === undefined) return unknown;
  const isOk = row.goal.kind === 'least' ? reached >= row.goal.least : reached <= row.goal.most;
  return isOk ? 'ok' : 'missed';
}
