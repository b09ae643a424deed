/** What a recap has told already: nothing is told twice. */
import type { RecapItem } from '../../document.ts';

/** The ids of the posts that are told. */
export type Told = Set<string>;

/** Remembers every line of an item. */
export function markTold(item: RecapItem, told: Told): void {
  told.add(item.line.postId);
  for (const line of item.followUps) told.add(line.postId);
}
