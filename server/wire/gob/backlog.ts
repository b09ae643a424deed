/**
 * The bytes of a stream that wait to be decoded, and where the messages in them begin and end.
 *
 * A stream is messages, each an unsigned count and as many bytes. A message begins with a type id: a negative
 * one defines that type, any other is followed by a value of it: a struct as it is, anything else after a zero
 * byte. `true` and 404:
 *
 *     03 02 00 01           3 bytes: type 1 (bool), no struct, 1
 *     05 04 00 fe 03 28     5 bytes: type 2 (int), no struct, 808 is 2 * 404
 */

import { Buffer } from 'node:buffer';

import { GobError } from './errors.ts';
import type { GobLimits } from './limits.ts';

const nothing = Buffer.alloc(0);

/**
 * Bytes in one piece: a message must lie in one piece to be read. A chunk that arrives while nothing waits is
 * used as it is, without a copy; only what is left over when the next one arrives is moved.
 */
export class Backlog {
  readonly #limits: GobLimits;
  #bytes: Buffer = nothing;
  #start = 0;
  #end = 0;

  constructor(limits: GobLimits) {
    this.#limits = limits;
  }

  /** How many bytes wait. */
  get length(): number {
    return this.#end - this.#start;
  }

  /**
   * Appends a chunk, which must not change any more.
   *
   * @throws {GobError} `limit` when too much waits.
   */
  push(chunk: Uint8Array): void {
    const length = this.length + chunk.length;
    if (length > this.#limits.maxBufferedBytes) {
      throw new GobError(
        'limit',
        `more than ${this.#limits.maxBufferedBytes} bytes wait for decoding`,
      );
    }
    if (this.length === 0) {
      this.#bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      this.#start = 0;
      this.#end = chunk.length;
      return;
    }
    if (this.#end + chunk.length > this.#bytes.length) this.#move(length);
    this.#bytes.set(chunk, this.#end);
    this.#end += chunk.length;
  }

  /**
   * The message that begins `offset` bytes into the backlog: `body` is where its content begins and `end`
   * where it ends, both counted like `offset`. Undefined until all of it is there.
   *
   * @throws {GobError} `limit` when the message is too long, `malformed` when its count is no integer.
   */
  message(offset: number): { readonly body: number; readonly end: number } | undefined {
    const at = this.#start + offset;
    const first = at < this.#end ? this.#bytes[at] : undefined;
    if (first === undefined) return undefined;
    let body = offset + 1;
    let length = first;
    if (first >= 128) {
      const width = 256 - first;
      if (width > 8) throw new GobError('malformed', `a message length of ${width} bytes`);
      if (at + 1 + width > this.#end) return undefined;
      length = 0;
      for (let index = 1; index <= width; index++)
        length = length * 256 + (this.#bytes[at + index] ?? 0);
      body += width;
    }
    if (length > this.#limits.maxMessageBytes) {
      throw new GobError(
        'limit',
        `a message of ${length} bytes, allowed are ${this.#limits.maxMessageBytes}`,
      );
    }
    const end = body + length;
    return end > this.length ? undefined : { body, end };
  }

  /** A view of the bytes from `begin` to `end`, valid until the next `push`. */
  view(begin: number, end: number): Buffer {
    return this.#bytes.subarray(this.#start + begin, this.#start + end);
  }

  /** Drops the first `count` bytes. */
  drop(count: number): void {
    this.#start += count;
    if (this.#start < this.#end) return;
    this.#bytes = nothing;
    this.#start = 0;
    this.#end = 0;
  }

  /** Moves what waits to the front of a buffer with room for `length` bytes and as many again. */
  #move(length: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.min(length * 2, this.#limits.maxBufferedBytes));
    larger.set(this.#bytes.subarray(this.#start, this.#end));
    this.#end -= this.#start;
    this.#start = 0;
    this.#bytes = larger;
  }
}
