/** What the first steps found in one channel, ready for choosing. */
import type { CollectedChannel } from '../../collected.ts';
import type { Scores } from './score.ts';
import type { Talk } from './talk.ts';

/** A channel, read and scored. */
export interface ChannelReading {
  readonly channel: CollectedChannel;
  readonly talks: readonly Talk[];
  readonly scores: Scores;
  /** How much there is to tell: the sum of what its messages are worth. */
  readonly weight: number;
}
