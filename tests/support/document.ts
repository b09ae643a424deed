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

/** The scripts of package.json that a document names: after `npm run`, and right after `npm`. */
export function commands(document: string): {
  readonly run: readonly string[];
  readonly plain: readonly string[];
} {
  const named = (pattern: RegExp): readonly string[] =>
    [...document.matchAll(pattern)].map(([, name]) => name!);
  return {
    run: named(/\bnpm run ([\w:-]*\w)/g),
    plain: named(/\bnpm (?!run\b)([\w:-]*\w)/g),
  };
}

/** Where the document's links lead, those to the web left out. */
export function links(document: string): readonly string[] {
  return [...document.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** The names by which links find the document's headings. */
export function anchors(document: string): readonly string[] {
  return [...document.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

/** Files and folders of the repository that the document names in code: from the root, with a folder in front. */
export function namedPaths(document: string): readonly string[] {
  const tops = 'server|webapp|build|tests|docs|assets|dist';
  const inCode = [...document.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
  const path = new RegExp(`(?:^| )((?:${tops})/[\\w./-]*\\w)(?=$| )`, 'g');
  return inCode.flatMap((code) => [...code.matchAll(path)].map(([, name]) => name!));
}
