/** What a plugin of the first layout left in its store; see `made_by` in the fixture. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { KvApi } from '../../server/store/index.ts';

const path = join(import.meta.dirname, '../fixtures/store/format_1.json');

const Fixture = z.object({
  made_by: z.string(),
  /** When the store was left, milliseconds since 1970 UTC. */
  at: z.int(),
  /** `name` says what a row belongs to: a schedule that is recurring, paused, finished or busy, or the owner. */
  rows: z.array(z.object({ name: z.string(), key: z.string(), value: z.string() })),
});

/** The store as it was left. */
export const format1 = Fixture.parse(JSON.parse(readFileSync(path, 'utf8')));

/** The id of one of its schedules. @throws {Error} when it has none of that name. */
export function format1Id(name: string): string {
  const row = format1.rows.find((each) => each.name === name && each.key.startsWith('s'));
  if (row === undefined) throw new Error(`the fixture has no schedule ${name}`);
  return row.key.slice(1);
}

/** Puts all of it, byte for byte, into a store. */
export async function restoreFormat1(api: KvApi): Promise<void> {
  for (const { key, value } of format1.rows) {
    await api.kvSetWithOptions(key, new TextEncoder().encode(value), {});
  }
}
