/**
 * A cursor over one message that reads gob's primitive values.
 *
 * An unsigned integer below 128 is one byte. Otherwise the first byte is 256 minus the number of bytes that
 * follow, which hold the integer, most significant first: 256 is `fe 01 00`. A signed integer is an unsigned
 * one whose lowest bit says whether all the others are inverted: 3 is `06`, -1 is `01`. A float is its IEEE
 * 754 bits, bytes reversed, as an unsigned integer: 17 is `fe 31 40`. Strings and bytes are an unsigned count
 * and as many bytes.
 */

import { Buffer } from 'node:buffer';

import { GobError } from './errors.ts';

/** Longest string that is put together from character codes instead of by a call into the engine. */
const shortString = 8;

const two31 = 2 ** 31;
const two32 = 2 ** 32;

const scratch = new DataView(new ArrayBuffer(8));

/** What a field of zero bytes decodes to. Nothing can be written to it, so all may share it. */
export const noBytes = new Uint8Array(0);

/** Reads one message from front to back. Every method throws a `truncated` `GobError` at its end. */
export class Reader {
  /** The message, and nothing else. */
  protected bytes: Buffer = Buffer.alloc(0);
  /** Offset of the next byte. */
  protected position = 0;
  /** Upper and lower half of the integer that `#wide` read. */
  #high = 0;
  #low = 0;

  /** Bytes of the message that are not read yet. */
  get remaining(): number {
    return this.bytes.length - this.position;
  }

  /** An unsigned integer; beyond 2^53 the nearest number. */
  uint(): number {
    const first = this.bytes[this.position];
    if (first === undefined) throw truncated();
    this.position++;
    if (first < 128) return first;
    this.#wide(first);
    return this.#high * two32 + this.#low;
  }

  /** A signed integer; beyond 2^53 the nearest number. */
  int(): number {
    const first = this.bytes[this.position];
    if (first === undefined) throw truncated();
    this.position++;
    if (first < 128) return (first & 1) === 0 ? first >>> 1 : ~(first >>> 1);
    this.#wide(first);
    const half = this.#low >>> 1;
    if ((this.#low & 1) === 0) return this.#high * two31 + half;
    return -(this.#high * two31 + (half + 1));
  }

  /** An unsigned integer of 64 bits. */
  uint64(): bigint {
    return BigInt(this.exactUint());
  }

  /** A signed integer of 64 bits. */
  int64(): bigint {
    return BigInt(this.exactInt());
  }

  /** A signed integer: a number where it is exact, else a bigint. */
  exactInt(): number | bigint {
    const value = this.int();
    return Number.isSafeInteger(value) ? value : this.#lastInt64();
  }

  /** An unsigned integer: a number where it is exact, else a bigint. */
  exactUint(): number | bigint {
    const value = this.uint();
    return Number.isSafeInteger(value) ? value : this.#lastUint64();
  }

  /** A boolean: Go takes any non-zero integer for true. */
  bool(): boolean {
    return this.uint() !== 0;
  }

  /** A float of 32 or 64 bits; on the wire they are the same. */
  float(): number {
    const first = this.bytes[this.position];
    if (first === undefined) throw truncated();
    this.position++;
    if (first < 128) {
      if (first === 0) return 0;
      scratch.setUint32(0, 0);
      scratch.setUint32(4, first);
    } else {
      this.#wide(first);
      scratch.setUint32(0, this.#high);
      scratch.setUint32(4, this.#low);
    }
    return scratch.getFloat64(0, true);
  }

  /** A string. Bytes that are no UTF-8 become U+FFFD. */
  string(): string {
    return this.text(this.uint());
  }

  /** A string of this many bytes. Not naming the encoding saves a look-up: UTF-8 is the default. */
  text(length: number): string {
    const start = this.position;
    const end = start + length;
    if (end > this.bytes.length) throw truncated();
    this.position = end;
    return length <= shortString
      ? this.#shortString(start, end)
      : this.bytes.toString(undefined, start, end);
  }

  /** A copy of the next `length` bytes. */
  copy(length: number): Uint8Array {
    if (length > this.remaining) throw truncated();
    const copy = new Uint8Array(length);
    copy.set(this.bytes.subarray(this.position, (this.position += length)));
    return copy;
  }

  /** Passes over an integer, a boolean or a float. */
  skipNumber(): void {
    const first = this.bytes[this.position];
    if (first === undefined) throw truncated();
    this.position++;
    if (first >= 128) this.#wide(first);
  }

  /** Passes over a string, bytes, or an opaque value. */
  skipBytes(): void {
    const length = this.uint();
    if (length > this.remaining) throw truncated();
    this.position += length;
  }

  #lastUint64(): bigint {
    return (BigInt(this.#high) << 32n) | BigInt(this.#low);
  }

  #lastInt64(): bigint {
    const bits = this.#lastUint64();
    return (bits & 1n) === 0n ? bits >> 1n : ~(bits >> 1n);
  }

  /** Reads an integer of several bytes into `#high` and `#low`. */
  #wide(first: number): void {
    const count = 256 - first;
    if (count > 8) throw new GobError('malformed', `an integer of ${count} bytes`);
    const bytes = this.bytes;
    const end = this.position + count;
    if (end > bytes.length) throw truncated();
    let position = this.position;
    let high = 0;
    while (position < end - 4) high = (high << 8) | (bytes[position++] ?? 0);
    let low = 0;
    while (position < end) low = (low << 8) | (bytes[position++] ?? 0);
    this.#high = high >>> 0;
    this.#low = low >>> 0;
    this.position = end;
  }

  #shortString(start: number, end: number): string {
    const bytes = this.bytes;
    let text = '';
    for (let position = start; position < end; position++) {
      const code = bytes[position] ?? 0;
      if (code >= 128) return bytes.toString(undefined, start, end);
      text += String.fromCharCode(code);
    }
    return text;
  }
}

/** The error of a message that ends in the middle of a value. */
export function truncated(): GobError {
  return new GobError('truncated', 'a message ends in the middle of a value');
}

/** The error of a field number beyond those of the struct type. */
export function fieldOutOfRange(): GobError {
  return new GobError('malformed', 'a field number is out of range');
}
