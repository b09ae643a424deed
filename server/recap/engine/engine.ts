/** The one interface of all engines: collected posts in, recap document out. */
import type { Content } from '../../contract/index.ts';
import type { Collected } from '../collected.ts';
import type { RecapDocument } from '../document.ts';

/** What an engine is told beside the posts. */
export interface EngineOptions {
  /** How much the reader wants to read. */
  readonly length: Content['length'];
  /** Everything, or only what concerns the reader: mentions, replies to them, their threads. Everything where absent. */
  readonly focus?: Content['focus'];
  /** Which engine the reader wants; `automatic` where absent. */
  readonly engine?: Content['engine'];
  /** BCP 47 tag of the language that an AI writes in; the reader's locale where absent. */
  readonly language?: string;
  /** What the reader tells an AI beside the messages; may be absent or empty. */
  readonly instructions?: string;
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
