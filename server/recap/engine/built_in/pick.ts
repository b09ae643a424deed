/** Sixth step: which messages of a channel are told, before anything is said about where. */
import type { Pacer } from '../pacer.ts';
import { leastWorth } from './limits.ts';
import type { Quota } from './limits.ts';
import type { ChannelReading } from './reading.ts';
import { choose } from './select.ts';
import type { Candidate } from './select.ts';
import type { Talk } from './talk.ts';
import type { Told } from './told.ts';

/** What a channel's choice depends on beside its messages. */
export interface PickOptions {
  readonly quota: Quota;
  readonly told: Told;
  /** Which conversations may be told of. */
  readonly of: (talk: Talk) => boolean;
}

/** The best messages of a channel that were not told yet, none like another, in no order to rely on. */
export async function pick(
  reading: ChannelReading,
  { quota, told, of }: PickOptions,
  pacer: Pacer,
): Promise<Candidate[]> {
  const found: Candidate[] = [];
  let before = 0;
  for (const talk of reading.talks) {
    for (const entry of talk.entries) {
      if (pacer.due()) await pacer.step();
      if (told.has(entry.unit.post.id)) before += 1;
      else if (of(talk)) {
        const score = reading.scores.of(entry).worth;
        if (score >= leastWorth) found.push({ talk, entry, score });
      }
    }
  }
  return choose(found, countFor(reading, quota, before), quota.perConversation);
}

/** How many messages are told, less those that other sections have already told; never less than half. */
function countFor({ channel }: ChannelReading, quota: Quota, before: number): number {
  const whole = Math.ceil(quota.channelFactor * Math.sqrt(channel.posts.length));
  const most = Math.min(quota.channelMost, whole);
  return Math.max(1, Math.ceil(most / 2), most - before);
}
