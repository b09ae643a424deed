/** `docs/performance.md` and its pictures, as the bench has measured them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { markdownTable } from './columns.ts';
import type { Table } from './columns.ts';
import type { Part } from './options.ts';

/** What one part found. */
export interface Found {
  readonly table: Table;
  /** An SVG document. */
  readonly picture?: string;
}

/** A section of the page: what stands above the figures of a part. */
interface Section {
  readonly part: Part;
  readonly title: string;
  readonly text: string;
  /** Name and alternative text of its picture. */
  readonly picture?: { readonly file: string; readonly alt: string };
}

const docs = join(import.meta.dirname, '../../docs');
const page = join(docs, 'performance.md');

const sections: readonly Section[] = [
  {
    part: 'tick',
    title: 'A minute with nothing due',
    text: 'The index of due schedules is kept in the order of keys, so that the first page of one listing says that nothing is due, however many schedules there are. Calls are those of the packaged plugin, time is that of its runner in a process of its own, to the store and back.',
    picture: { file: 'idle_tick.svg', alt: 'Time of an idle tick over the number of schedules' },
  },
  {
    part: 'burst',
    title: 'Everything due at nine',
    text: 'Each schedule belongs to another user and reads 20 posts of one channel with the built-in engine. All of them are due in the same minute, in which each node ticks between its first and its sixth second. The order of delivery is held against due time, then id. The stand-in for the server runs on the same processors as the plugins.',
    picture: { file: 'burst.svg', alt: 'Recaps delivered over time, on one node and on three' },
  },
  {
    part: 'year',
    title: 'A year in minutes',
    text: 'The scheduler lives through a year on a clock that is moved by hand: one-offs, rules by week and by month in every zone of the runtime, edited, paused, paused until a day and resumed by their owners, while the server is down for hours now and then, also while clocks are changed. Each occurrence is held against a second implementation on `Temporal` that shares no code with the product; windows must join to the millisecond.',
  },
  {
    part: 'go',
    title: 'Beside Go',
    text: 'A plugin in Go that does the same, on the same host in the same run, each measured in turn.',
  },
];

/** Writes the sections of these parts anew; those of the others stay as they are. */
export async function writePage(found: ReadonlyMap<Part, Found>): Promise<void> {
  if (!sections.some(({ part }) => found.has(part))) return;
  const before = await sectionsOf(page);
  const text = [
    '# Performance\n',
    `Figures of \`npm run bench\`; with \`-- --write-docs\` it writes this page and its pictures. Measured on ${machine()}.\n`,
  ];
  for (const section of sections) {
    const figures = found.get(section.part);
    const body = figures === undefined ? before.get(section.title) : await bodyOf(section, figures);
    if (body !== undefined) text.push(`## ${section.title}\n\n${body}`);
  }
  await writeFile(page, text.join('\n'));
}

async function bodyOf({ text, picture }: Section, figures: Found): Promise<string> {
  const table = markdownTable(figures.table);
  if (picture === undefined || figures.picture === undefined) return `${text}\n\n${table}`;
  await mkdir(join(docs, 'images'), { recursive: true });
  await writeFile(join(docs, 'images', picture.file), figures.picture);
  return `${text}\n\n![${picture.alt}](images/${picture.file})\n\n${table}`;
}

/** The sections of a page by their titles; none of a page that is not there. */
async function sectionsOf(path: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [, ...parts] = text.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), `${part.slice(end).trim()}\n`] as const;
    }),
  );
}

function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${availableParallelism()} processors (${process.arch}), ${gigabytes} GB of memory, Node ${process.versions.node}`;
}
