/** What an executable or a library says of itself, as `readelf` of binutils prints it. */
import { run } from '../../build/program.ts';

/** The facts by which a system loads it, or does not. */
export interface ElfFile {
  readonly machine: string;
  /** The program that loads it, for executables. */
  readonly loader: string | undefined;
  /** Libraries it asks for, sorted. */
  readonly needed: readonly string[];
  readonly runPath: readonly string[];
  /** For each family of symbols, such as GLIBC, the newest version asked for. */
  readonly newest: ReadonlyMap<string, string>;
}

/** Reads the file at `path`. */
export async function readElf(path: string): Promise<ElfFile> {
  const printed = await run('readelf', [
    '--wide',
    '--file-header',
    '--program-headers',
    '--dynamic',
    '--version-info',
    path,
  ]);
  const all = (pattern: RegExp): readonly string[] =>
    [...printed.matchAll(pattern)].map((match) => match[1]!);
  return {
    machine: all(/^ +Machine: +(.*)$/gmu)[0] ?? '',
    loader: all(/Requesting program interpreter: (.*)\]/gu)[0],
    needed: [...all(/\(NEEDED\) +Shared library: \[(.*)\]/gu)].sort(),
    runPath: all(/\(RUNPATH\) +Library runpath: \[(.*)\]/gu)[0]?.split(':') ?? [],
    newest: newestOf(printed),
  };
}

/** Of the section on what is needed: the versions that a file defines itself are listed elsewhere. */
function newestOf(printed: string): ReadonlyMap<string, string> {
  const needs = printed.split("Version needs section '").slice(1).join();
  const newest = new Map<string, string>();
  for (const [, family, version] of needs.matchAll(/Name: ([A-Z]+)_([\d.]+) /gu)) {
    const known = newest.get(family!);
    if (known === undefined || isNewer(version!, known)) newest.set(family!, version!);
  }
  return newest;
}

/** Whether dotted version `a` comes after `b`. */
export function isNewer(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < Math.max(left!.length, right!.length); at += 1) {
    const difference = (left![at] ?? 0) - (right![at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
