/** The first steps of the engine, run on small channels, for the tests of each step. */
import { Names } from '../../../../../server/recap/engine/built_in/names.ts';
import { readTalks } from '../../../../../server/recap/engine/built_in/talk.ts';
import type { Entry, Talk } from '../../../../../server/recap/engine/built_in/talk.ts';
import type { Pacer } from '../../../../../server/recap/engine/pacer.ts';
import { channel, collected } from '../../fixtures.ts';
import type { Extras } from '../../fixtures.ts';

/** Never waits. */
export const restless: Pacer = { due: () => false, step: () => Promise.resolve() };

/** An entry with the conversation it stands in. */
export interface Found {
  readonly talk: Talk;
  readonly entry: Entry;
}

/** The conversations of a channel of `lines`, as `fixtures.ts` describes them. */
export function talksOf(
  lines: readonly string[],
  extras: Readonly<Record<number, Extras>> = {},
): Promise<Talk[]> {
  const { channels, people } = collected([channel('steps', lines, extras)]);
  const [first] = channels;
  if (first === undefined) throw new Error('no channel');
  return readTalks(first, new Names(people.values()), restless);
}

/** Every message of a channel of `lines`, in the order of time. */
export async function entriesOf(
  lines: readonly string[],
  extras: Readonly<Record<number, Extras>> = {},
): Promise<Found[]> {
  const talks = await talksOf(lines, extras);
  return talks
    .flatMap((talk) => talk.entries.map((entry) => ({ talk, entry })))
    .sort((a, b) => (a.entry.unit.post.id < b.entry.unit.post.id ? -1 : 1));
}

/** The one message of a channel. */
export async function entryOf(line: string, extras: Extras = {}): Promise<Entry> {
  const [found] = await entriesOf([line], { 0: extras });
  if (found === undefined) throw new Error('no message');
  return found.entry;
}
