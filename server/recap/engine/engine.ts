/** The one interface of all engines: collected posts in, recap document out. */
import type { Content } from '../../contract/index.ts';
import type { Collected } from '../collected.ts';
import type { RecapDocument } from '../document.ts';

/** What an engine is told beside the posts. */
export interface EngineOptions {
  /** How much the reader wants to read. */
  readonly length: Content['length'];
  /** Aborting it makes `write` reject with the signal's reason. */
  readonly signal: AbortSignal;
}

/** Turns posts into a recap. */
export interface Engine {
  /** Stable name, recorded with the run and said in the message. */
  readonly name: string;
  /**
   * Writes the recap.
   *
   * @throws whatever the signal was aborted with.
   */
  write(collected: Collected, options: EngineOptions): Promise<RecapDocument>;
}
