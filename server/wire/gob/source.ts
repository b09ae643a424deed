/** What decoders read from: the message at hand, the ones behind it, and the types of the stream. */

import type { Backlog } from './backlog.ts';
import type { DecodeTarget } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { GobLimits } from './limits.ts';
import { noBytes, Reader, truncated } from './reader.ts';
import { bytesWords } from './words.ts';

/** Thrown where a value goes on in a message that has not arrived. Never leaves this folder. */
class MissingMessage extends Error {}

/** The only one there is: it carries nothing, and a stack would cost more than the whole decoding. */
const missingMessage = new MissingMessage('the message that continues a value has not arrived');

/** Whether decoding stopped because the next message is not there yet. */
export function isMissingMessage(thrown: unknown): boolean {
  return thrown === missingMessage;
}

/** What a source must know of types: it meets definitions, and ids, in the middle of values. */
export interface StreamTypes {
  /** Reads the definition of type `id`, which is next. */
  define(id: number, source: Source): void;
  /** Reads a value of type `id`, which is next, as at top level. */
  decode(id: number, target: DecodeTarget, source: Source): unknown;
}

/** Reads the values of a stream, message by message, and keeps the limits. */
export class Source extends Reader {
  readonly #backlog: Backlog;
  readonly #limits: GobLimits;
  readonly #types: StreamTypes;
  #end = 0;
  #depth = 0;
  #words = 0;

  constructor(backlog: Backlog, limits: GobLimits, types: StreamTypes) {
    super();
    this.#backlog = backlog;
    this.#limits = limits;
    this.#types = types;
  }

  /** Where the message at hand ends, and the next begins, in the backlog. */
  get end(): number {
    return this.#end;
  }

  /** Starts over with the first message of the backlog. Says false when it is not all there. */
  begin(): boolean {
    this.#depth = 0;
    this.#words = 0;
    this.#end = 0;
    return this.#load();
  }

  /** Goes one level deeper, into something that costs this much memory; see `words.ts`. */
  enter(words: number): void {
    if (++this.#depth > this.#limits.maxDepth) {
      throw new GobError('limit', `a value nests deeper than ${this.#limits.maxDepth} levels`);
    }
    this.spend(words);
  }

  /** Counts memory that the value at hand takes. */
  spend(words: number): void {
    this.#words += words;
    if (this.#words > this.#limits.maxWords) {
      throw new GobError(
        'limit',
        `a value takes more than ${this.#limits.maxWords} words of memory`,
      );
    }
  }

  /** Comes back up one level. */
  leave(): void {
    this.#depth--;
  }

  /**
   * The count of elements that take at least `bytesEach` bytes each; 0 when they may lie in later messages.
   * No count leads to an allocation before the bytes for it are there.
   */
  count(bytesEach: number): number {
    const count = this.uint();
    if (count * bytesEach > this.remaining) throw truncated();
    return count;
  }

  /** A byte slice, as a copy. */
  byteSlice(): Uint8Array {
    const length = this.uint();
    if (length === 0) return noBytes;
    this.spend(bytesWords);
    return this.copy(length);
  }

  /** The registered name in front of an interface's value; empty for nil. */
  interfaceName(): string {
    const length = this.uint();
    if (length > this.#limits.maxInterfaceNameBytes) {
      const text = `the name of a concrete type has ${length} bytes`;
      throw new GobError('limit', `${text}, allowed are ${this.#limits.maxInterfaceNameBytes}`);
    }
    return this.text(length);
  }

  /** Reads the value of an interface, behind its name, into `target`. */
  concrete(target: DecodeTarget): unknown {
    const id = this.#concreteId();
    this.enter(1);
    const value = this.#types.decode(id, target, this);
    this.leave();
    return value;
  }

  /**
   * The type id of an interface's value, and what comes with it.
   *
   * Types that are new on the stream are defined right here. Go ends the message after such a definition and
   * goes on in the next; only when it happens inside another interface's value does the same message go on,
   * with a count that says nothing new. The count in front of the value covers only its first piece then, so
   * it is never used.
   */
  #concreteId(): number {
    for (;;) {
      if (this.remaining === 0 && !this.#load()) throw missingMessage;
      const id = this.int();
      if (id >= 0) {
        this.uint();
        return id;
      }
      this.#types.define(-id, this);
      if (this.remaining > 0) this.uint();
    }
  }

  #load(): boolean {
    const message = this.#backlog.message(this.#end);
    if (message === undefined) return false;
    this.bytes = this.#backlog.view(message.body, message.end);
    this.position = 0;
    this.#end = message.end;
    return true;
  }
}
