/** Reads what a Markdown document claims, so that a test can hold it to that. */

/** The paths of the tree drawn in the document's first code block: one name a line, two spaces a level, then a remark. */
export function drawnPaths(document: string): readonly string[] {
  const block = /```\n([^]*?)\n```/.exec(document)?.[1] ?? '';
  const trail: string[] = [];
  const drawn: string[] = [];
  for (const line of block.split('\n')) {
    const match = /^( *)(\S+)/.exec(line);
    if (match === null) continue;
    const [, indent = '', name = ''] = match;
    trail.length = indent.length / 2;
    trail.push(name.replace(/\/$/, ''));
    drawn.push(trail.join('/'));
  }
  return drawn;
}

/** A table: the cells of its header, and of each row. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The tables of the document, in order. */
export function tables(document: string): readonly Table[] {
  const found = document.matchAll(/^\|.*\n\|[ :|-]+\n((?:\|.*\n?)*)/gm);
  return [...found].map(([text]) => {
    const [header = [], , ...rows] = text.trimEnd().split('\n').map(cells);
    return { header, rows };
  });
}

function cells(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}
