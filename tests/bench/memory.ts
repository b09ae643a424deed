/** Resident memory of a plugin that has nothing to do. */
import { readFile } from 'node:fs/promises';

import type { Home } from './home.ts';
import type { Pair } from './pair.ts';
import type { Row } from './table.ts';

/**
 * What is counted, by its name in /proc/<pid>/status. `VmRSS` includes the pages of the executable, which the
 * system can drop at any time and shares with every process that runs the same file; `RssAnon` does not.
 */
const settings = [
  { field: 'VmRSS', what: 'resident memory, idle', goal: { kind: 'value', most: 80 } },
  { field: 'RssAnon', what: 'of that, not backed by files', goal: undefined },
] as const;

const bytesPerKilobyte = 1024;
const bytesPerMegabyte = 1e6;

/** Looks at both plugins as they are now: they should have been left alone for a while. */
export async function memoryRows({ host, ids }: Home): Promise<readonly Row[]> {
  const statusOf = (id: string): Promise<string> =>
    readFile(`/proc/${host.node().active(id).pid}/status`, 'utf8');
  const status: Pair<string> = {
    typescript: await statusOf(ids.typescript),
    go: ids.go === undefined ? undefined : await statusOf(ids.go),
  };
  return settings.map(({ field, what, goal }) => ({
    what,
    unit: 'MB',
    typescript: megabytes(status.typescript, field),
    go: status.go === undefined ? undefined : megabytes(status.go, field),
    goal,
  }));
}

function megabytes(status: string, field: string): number {
  const kilobytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
  return (Number(kilobytes) * bytesPerKilobyte) / bytesPerMegabyte;
}
