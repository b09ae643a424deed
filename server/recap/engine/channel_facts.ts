/** What can be counted of a channel, whichever engine writes about it. */
import type { CollectedChannel, Person, Window } from '../collected.ts';
import type { RecapNumbers } from '../document.ts';

/** Parts of the window that messages are counted in. */
const activityParts = 24;

/** People that a channel names as its most active. */
const maxParticipants = 8;

/** Messages in equal parts of the window, oldest first; none where the window is empty. */
export function activityOf(channel: CollectedChannel, window: Window): number[] {
  const span = window.to - window.from;
  if (span <= 0) return [];
  const parts = new Array<number>(activityParts).fill(0);
  for (const { createAt } of channel.posts) {
    const part = Math.floor(((createAt - window.from) / span) * activityParts);
    const index = Math.min(Math.max(part, 0), activityParts - 1);
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}

/** Who wrote, the most active first; of two alike whoever wrote first. */
export function participantsOf(channel: CollectedChannel): Person[] {
  const counts = new Map<string, { readonly person: Person; count: number }>();
  for (const { author } of channel.posts) {
    const entry = counts.get(author.id);
    if (entry === undefined) counts.set(author.id, { person: author, count: 1 });
    else entry.count += 1;
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, maxParticipants)
    .map(({ person }) => person);
}

/** The numbers of some channels together. */
export function numbersOf(channels: readonly CollectedChannel[]): RecapNumbers {
  const people = new Set<string>();
  let messages = 0;
  let files = 0;
  for (const channel of channels) {
    messages += channel.posts.length;
    for (const id of peopleIn(channel)) people.add(id);
    for (const post of channel.posts) files += post.fileNames.length;
  }
  return { messages, people: people.size, files };
}

/** The ids of the people, not bots, who wrote in a channel. */
export function peopleIn(channel: CollectedChannel): Set<string> {
  return new Set(channel.posts.filter((post) => !post.author.isBot).map((post) => post.author.id));
}
