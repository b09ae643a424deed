/** Finds the names of sentences that the webapp's source uses, for holding the translations to them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the source says of names. */
export interface UsedNames {
  /** Written in full. */
  readonly names: ReadonlySet<string>;
  /** Written with parts that are known at run time only, such as `…run.${status}`: what such a name looks like. */
  readonly patterns: readonly RegExp[];
}

/** A name in quotation marks, or one with holes in backticks. */
const written = /(['"`])(scheduled_recaps\.(?:[\w.]|\$\{[^}]*\})+)\1/g;

/** The names in one piece of source. */
export function namesIn(source: string): UsedNames {
  const names = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const [, , name = ''] of source.matchAll(written)) {
    if (name.includes('${')) patterns.set(name, patternOf(name));
    else names.add(name);
  }
  return { names, patterns: [...patterns.values()] };
}

/** The names in all source below `folder`. */
export async function usedNames(folder: string): Promise<UsedNames> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  const sources = await Promise.all(
    files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  );
  return namesIn(sources.join('\n'));
}

/** Names that are used and not in `known`, patterns that none of `known` goes with, and those of `known` that are not used. */
export function compareNames(
  { names, patterns }: UsedNames,
  known: readonly string[],
): { readonly missing: readonly string[]; readonly unused: readonly string[] } {
  const there = new Set(known);
  return {
    missing: [
      ...[...names].filter((name) => !there.has(name)),
      ...patterns.filter((pattern) => !known.some((name) => pattern.test(name))).map(String),
    ],
    unused: known.filter(
      (name) => !names.has(name) && !patterns.some((pattern) => pattern.test(name)),
    ),
  };
}

/** Holes stand for one word each. */
function patternOf(name: string): RegExp {
  const parts = name.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('\\w+')}$`);
}
