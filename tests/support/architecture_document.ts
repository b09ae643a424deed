/** Reads what docs/architecture.md claims, so that a test can hold it to that. */

/** The paths of the tree drawn in the document's first code block: one name a line, two spaces a level, then a remark. */
export function drawnPaths(document: string): readonly string[] {
  const block = /```\n([^]*?)\n```/.exec(document)?.[1] ?? '';
  const trail: string[] = [];
  const drawn: string[] = [];
  for (const line of block.split('\n')) {
    const match = /^( *)(\S+)/.exec(line);
    if (match === null) continue;
    const [, indent = '', name = ''] = match;
    const depth = indent.length / 2;
    // A remark that runs over is indented past any name.
    if (depth > trail.length) continue;
    trail.length = depth;
    trail.push(name.replace(/\/$/, ''));
    drawn.push(trail.join('/'));
  }
  return drawn;
}

/** The rows of the Markdown table whose header starts with `opening`, cells joined by one space. */
export function tableRows(document: string, opening: string): readonly string[] {
  const lines = document.split('\n');
  const header = lines.findIndex((line) => line.startsWith(opening));
  if (header === -1) return [];
  const rows = lines.slice(header + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows
    .slice(0, end === -1 ? undefined : end)
    .map((row) => row.replaceAll(/ *\| */g, ' | ').trim());
}
