/** What the engine knows of one channel before it chooses. */
import type { CollectedChannel } from '../../collected.ts';
import type { Answers } from './relations.ts';
import type { Scores } from './score.ts';
import type { Talk } from './talk.ts';

/** A channel with its conversations and their scores. */
export interface ChannelReading {
  readonly channel: CollectedChannel;
  readonly talks: readonly Talk[];
  readonly scores: Scores;
  readonly answers: Answers;
  /** Messages that decide, ask for or report something. */
  readonly weighty: number;
}
