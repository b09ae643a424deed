/** The decoding half: the bytes of one gob stream in, values out. */

import { Backlog } from './backlog.ts';
import { outerDecoder } from './compile_decode.ts';
import { anything, skipped, type DecodeTarget } from './decode_target.ts';
import { GobError } from './errors.ts';
import type { Decode } from './incoming_type.ts';
import { defaultLimits, type GobLimits } from './limits.ts';
import { asNode, type GobValue, type Infer, type Schema } from './schema.ts';
import { isMissingMessage, Source } from './source.ts';
import { TypeRegistry } from './type_registry.ts';
import { wireTypeId, wireTypeSchema, type WireType } from './wire_type.ts';

/** Says that the next value is not there yet: push more bytes and ask again. */
export const incomplete: unique symbol = Symbol('incomplete');

const definitionTarget = asNode(wireTypeSchema);

/**
 * Decodes the values of one stream, in order.
 *
 * Bytes come in pieces of any size. A value is decoded when its message is there; should it go on in another
 * message that is not, decoding starts over when that one has arrived. After the first error the decoder is
 * dead and throws the same error again: a gob stream cannot be picked up in the middle.
 */
export class GobDecoder {
  readonly #limits: GobLimits;
  readonly #backlog: Backlog;
  readonly #types: TypeRegistry;
  readonly #source: Source;
  #failure: { readonly thrown: unknown } | undefined;
  /** Where the message begins without which the next value cannot be decoded, in the backlog. */
  #awaited = 0;
  #restarts = 0;
  #repeatedBytes = 0;

  constructor(options: { readonly limits?: Partial<GobLimits> } = {}) {
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#backlog = new Backlog(this.#limits);
    this.#types = new TypeRegistry(this.#limits);
    this.#source = new Source(this.#backlog, this.#limits, {
      define: (id) => this.#define(id),
      decode: (id, target) => this.#decoder(id, target)(this.#source),
    });
  }

  /** How many bytes were pushed and belong to no decoded value yet. */
  get buffered(): number {
    return this.#backlog.length;
  }

  /**
   * Takes the next bytes of the stream. The array must not be changed afterwards.
   *
   * @throws {GobError} `limit` when too much waits.
   */
  push(chunk: Uint8Array): void {
    this.#guard(() => {
      this.#backlog.push(chunk);
    });
  }

  /**
   * The next value, or `incomplete`.
   *
   * @throws {GobError} when the bytes are no gob stream, do not fit the schema, or pass a limit.
   */
  decode<S extends Schema>(schema: S): Infer<S> | typeof incomplete {
    return this.#next(asNode(schema)) as Infer<S> | typeof incomplete;
  }

  /**
   * The next value whatever its type, or `incomplete`.
   *
   * @throws {GobError} as `decode` does.
   */
  decodeAny(): GobValue | typeof incomplete {
    return this.#next(anything) as GobValue | typeof incomplete;
  }

  /**
   * Drops the next value, learning the types it defines. False when it is not there yet.
   *
   * @throws {GobError} as `decode` does.
   */
  discard(): boolean {
    return this.#next(skipped) !== incomplete;
  }

  #next(target: DecodeTarget): unknown {
    return this.#guard(() => {
      while (this.#backlog.message(this.#awaited) !== undefined && this.#source.begin()) {
        const id = this.#source.int();
        if (id >= 0) return this.#value(id, target);
        this.#define(-id);
        this.#finishMessage();
      }
      return incomplete;
    });
  }

  #value(id: number, target: DecodeTarget): unknown {
    const typesBefore = this.#types.size;
    try {
      const value = this.#decoder(id, target)(this.#source);
      this.#finishMessage();
      this.#restarts = 0;
      this.#repeatedBytes = 0;
      return value;
    } catch (thrown) {
      if (!isMissingMessage(thrown)) throw thrown;
      this.#countRestart();
      this.#types.rollBack(typesBefore);
      this.#awaited = this.#source.end;
      return incomplete;
    }
  }

  #countRestart(): void {
    this.#repeatedBytes += this.#source.end;
    const { maxRestarts, maxRepeatedBytes } = this.#limits;
    if (++this.#restarts <= maxRestarts && this.#repeatedBytes <= maxRepeatedBytes) return;
    const text = `more than ${maxRestarts} times, or ${maxRepeatedBytes} bytes`;
    throw new GobError('limit', `a value in so many pieces was begun again ${text}`);
  }

  /** Definitions are values of a built-in type, and decoded like any other. */
  #define(id: number): void {
    const wireType = this.#decoder(wireTypeId, definitionTarget)(this.#source);
    this.#types.define(id, wireType as WireType);
  }

  #decoder(id: number, target: DecodeTarget): Decode {
    return outerDecoder(this.#types, this.#types.get(id), target);
  }

  #finishMessage(): void {
    if (this.#source.remaining > 0) {
      throw new GobError('malformed', `${this.#source.remaining} bytes are left over in a message`);
    }
    this.#backlog.drop(this.#source.end);
    this.#awaited = 0;
  }

  #guard<R>(act: () => R): R {
    if (this.#failure !== undefined) throw this.#failure.thrown;
    try {
      return act();
    } catch (thrown) {
      this.#failure = { thrown };
      throw thrown;
    }
  }
}

/**
 * The only value of a whole stream.
 *
 * @throws {GobError} as `GobDecoder.decode` does, and `incomplete` when the stream ends early or goes on.
 */
export function decodeOnce<S extends Schema>(schema: S, bytes: Uint8Array): Infer<S> {
  const decoder = new GobDecoder();
  decoder.push(bytes);
  const value = decoder.decode(schema);
  if (value === incomplete) throw new GobError('incomplete', 'the bytes end before the value does');
  if (decoder.buffered > 0) throw new GobError('incomplete', 'bytes follow the value');
  return value;
}
