/** What `npm run bench` is asked for. */
import { parseArgs } from 'node:util';
import { BuildError } from '../../build/errors.ts';

/** Parts that can be asked for by themselves, in the order in which they are measured. */
export const parts = ['go', 'engine', 'gold', 'tick', 'burst', 'year'] as const;

/** One of them. */
export type Part = (typeof parts)[number];

/** The command line, read. */
export interface BenchOptions {
  readonly only: ReadonlySet<Part>;
  /** Whether the figures of these parts are written into the documentation. */
  readonly writeDocs: boolean;
}

const usage = `Usage: npm run bench -- [--only ${parts.join(',')}] [--write-docs]`;

/** @throws {BuildError} with the usage, for a command line that is not understood. */
export function readOptions(args: readonly string[]): BenchOptions {
  const { only, 'write-docs': writeDocs } = parse(args);
  return { only: new Set(only === undefined ? parts : only.split(',').map(partOf)), writeDocs };
}

function parse(args: readonly string[]): { only?: string; 'write-docs': boolean } {
  try {
    const options = {
      only: { type: 'string' },
      'write-docs': { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    throw new BuildError('usage', usage, { cause });
  }
}

function partOf(name: string): Part {
  const part = parts.find((known) => known === name);
  if (part === undefined) throw new BuildError('usage', usage);
  return part;
}
