/** What decoders read from: the message at hand, the ones behind it, and the types of the stream. */

import type { Backlog } from './backlog.ts';
import { GobError } from './errors.ts';
import type { IncomingType } from './incoming_type.ts';
import type { GobLimits } from './limits.ts';
import { noBytes, Reader, truncated } from './reader.ts';
import type { TypeRegistry } from './type_registry.ts';
import { bytesWords } from './words.ts';
import type { WireType } from './wire_type.ts';

/** Thrown where a value goes on in a message that has not arrived. Never leaves this folder. */
class MissingMessage extends Error {}

/** The only one there is: it carries nothing, and a stack would cost more than the whole decoding. */
const missingMessage = new MissingMessage('the message that continues a value has not arrived');

/** Whether decoding stopped because the next message is not there yet. */
export function isMissingMessage(thrown: unknown): boolean {
  return thrown === missingMessage;
}

/** Reads the values of a stream, message by message, and keeps the limits. */
export class Source extends Reader {
  readonly #backlog: Backlog;
  readonly #types: TypeRegistry;
  readonly #limits: GobLimits;
  readonly #readWireType: (source: Source) => WireType;
  #end = 0;
  #depth = 0;
  #words = 0;

  constructor(
    backlog: Backlog,
    types: TypeRegistry,
    limits: GobLimits,
    readWireType: (source: Source) => WireType,
  ) {
    super();
    this.#backlog = backlog;
    this.#types = types;
    this.#limits = limits;
    this.#readWireType = readWireType;
  }

  /** Where the message at hand ends, and the next begins, in the backlog. */
  get end(): number {
    return this.#end;
  }

  /** The types of the stream. */
  get types(): TypeRegistry {
    return this.#types;
  }

  /** Starts over with the first message of the backlog. Says false when it is not all there. */
  begin(): boolean {
    this.#depth = 0;
    this.#words = 0;
    this.#end = 0;
    return this.#load();
  }

  /** Reads the definition of type `id`, which is next. */
  define(id: number): void {
    this.#types.define(id, this.#readWireType(this));
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
      throw new GobError('limit', `the name of a concrete type has ${length} bytes`);
    }
    return this.text(length);
  }

  /**
   * The type of an interface's value, which is left next.
   *
   * Types that are new on the stream are defined right here. Go ends the message after such a definition and
   * goes on in the next; only when it happens inside another interface's value does the same message go on,
   * with a count that says nothing new. The count in front of the value covers only its first piece then, so
   * it is never used.
   */
  interfaceType(): IncomingType {
    for (;;) {
      if (this.remaining === 0 && !this.#load()) throw missingMessage;
      const id = this.int();
      if (id >= 0) {
        this.uint();
        return this.#types.get(id);
      }
      this.define(-id);
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
