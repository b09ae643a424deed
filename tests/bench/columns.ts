/** Tables as text and as Markdown. */

/** Titles and lines of as many cells. */
export interface Table {
  readonly titles: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

/** The table with its columns aligned: the first from the left, the others at their ends. */
export function alignedText({ titles, lines }: Table): string {
  const all = [titles, ...lines];
  const widths = titles.map((_, column) =>
    Math.max(...all.map((line) => (line[column] ?? '').length)),
  );
  const pad = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  };
  return all.map((line) => `${line.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** The table in Markdown, laid out as Prettier would. */
export function markdownTable({ titles, lines }: Table): string {
  const all = [titles, ...lines].map((line) => line.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = titles.map((_, column) =>
    Math.max(3, ...all.map((line) => (line[column] ?? '').length)),
  );
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const padded = all.map((line) =>
    row(
      line.map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      ),
    ),
  );
  const rule = row(
    widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  );
  const [head = '', ...rest] = padded;
  return [head, rule, ...rest].join('');
}
