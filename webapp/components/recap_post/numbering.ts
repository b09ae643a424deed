/** Numbers for the sources of a recap, in the order they are read. */
import type { RecapCard } from '../../../server/contract/index.ts';

/** One thing worth telling. */
export type CardItem = RecapCard['for_you'][number];
/** One quoted message. */
export type CardLine = CardItem['follow_ups'][number];
/** What one channel gave. */
export type CardChannel = RecapCard['channels'][number];

/** The number of each quoted message by its id, from 1. One that is quoted twice has one number. */
export function numberSources(card: RecapCard): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const count = (lines: readonly { readonly post_id: string }[]): void => {
    for (const { post_id: id } of lines) if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
  };
  const items = [
    ...card.for_you,
    ...card.channels.flatMap(({ sections }) => sections.flatMap((section) => section.items)),
  ];
  for (const item of items) count([item, ...item.follow_ups]);
  return numbers;
}
