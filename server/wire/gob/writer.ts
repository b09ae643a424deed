/**
 * The buffer that a message is written into, with gob's primitive values; see `reader.ts` for the layout.
 *
 * Every method checks the value it is given and throws an `EncodeFault` when it does not fit: types are no
 * protection against values that came from JSON.
 */

import { Buffer } from 'node:buffer';

import { EncodeFault } from './encode_fault.ts';
import { maxEncodeDepth } from './limits.ts';
import type { OutgoingType } from './outgoing_type.ts';

const two31 = 2 ** 31;
const two32 = 2 ** 32;

/** Bytes an integer takes at most. */
const maxIntegerBytes = 9;
/** A string of fewer UTF-16 units than this takes fewer than 128 bytes: its count is one byte. */
const oneByteCount = 42;
/** Strings shorter than this are written unit by unit, as long as they are ASCII. */
const shortString = 16;

const scratch = new DataView(new ArrayBuffer(8));

/** Writes primitive values one after the other. */
export class Writer {
  #bytes = Buffer.allocUnsafe(4_096);
  #position = 0;
  #depth = 0;
  #ids: ReadonlyMap<OutgoingType, number> = new Map();

  /** Forgets what was written. `ids` are the type ids of the stream that is written next. */
  reset(ids: ReadonlyMap<OutgoingType, number>): void {
    this.#position = 0;
    this.#depth = 0;
    this.#ids = ids;
  }

  /** Bytes the buffer can hold before it grows. */
  get capacity(): number {
    return this.#bytes.length;
  }

  /** A copy of everything written. */
  copy(): Uint8Array {
    const copy = new Uint8Array(this.#position);
    copy.set(this.#bytes.subarray(0, this.#position));
    return copy;
  }

  /** Goes one level deeper into the value. */
  enter(): void {
    if (++this.#depth > maxEncodeDepth) {
      throw new EncodeFault(`it nests deeper than ${maxEncodeDepth} levels, or contains itself`);
    }
  }

  /** Comes back up one level. */
  leave(): void {
    this.#depth--;
  }

  /** The id of a composite or basic type on this stream, as it stands in front of a value. */
  typeId(type: OutgoingType): void {
    this.rawInt(type.kind === 'basic' ? type.id : (this.#ids.get(type) ?? 0));
  }

  /** Leaves room for the count that a message and an interface's value begin with; `endCount` wants the result. */
  beginCount(): number {
    this.#reserve(1);
    return ++this.#position;
  }

  /** Writes the count of everything since `start` in front of it. Most counts fit the byte left for them. */
  endCount(start: number): void {
    const length = this.#position - start;
    if (length < 128) {
      this.#bytes[start - 1] = length;
      return;
    }
    const width = byteWidth(length);
    this.#reserve(width);
    this.#bytes.copyWithin(start + width, start, this.#position);
    this.#position = start - 1;
    this.rawUint(length);
    this.#position += length;
  }

  /** A count, a field delta: an unsigned integer that is known to be good. */
  rawUint(value: number): void {
    this.#reserve(maxIntegerBytes);
    if (value < 128) this.#bytes[this.#position++] = value;
    else if (value < two32) this.#wide(0, value);
    else this.#wide(Math.floor(value / two32), value % two32);
  }

  /** A signed integer that is known to be good. */
  rawInt(value: number): void {
    if (value >= -(2 ** 30) && value < 2 ** 30) {
      this.rawUint(((value << 1) ^ (value >> 31)) >>> 0);
      return;
    }
    const bits = value < 0 ? -(value + 1) : value;
    this.#reserve(maxIntegerBytes);
    this.#wide(Math.floor(bits / two31), (bits % two31) * 2 + (value < 0 ? 1 : 0));
  }

  /** A boolean. */
  bool(value: unknown): void {
    if (typeof value !== 'boolean') throw new EncodeFault('it is no boolean');
    this.rawUint(value ? 1 : 0);
  }

  /** A signed integer that is a safe one. */
  int(value: unknown): void {
    if (!isSafeInteger(value)) throw new EncodeFault('it is no safe integer');
    this.rawInt(value);
  }

  /** An unsigned integer that is a safe one. */
  uint(value: unknown): void {
    if (!isSafeInteger(value) || value < 0) throw new EncodeFault('it is no safe unsigned integer');
    this.rawUint(value);
  }

  /** A signed integer of 64 bits. */
  int64(value: unknown): void {
    if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) {
      throw new EncodeFault('it is no bigint of 64 bits');
    }
    this.#big(BigInt.asUintN(64, value < 0n ? ~(value << 1n) : value << 1n));
  }

  /** An unsigned integer of 64 bits. */
  uint64(value: unknown): void {
    if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) {
      throw new EncodeFault('it is no unsigned bigint of 64 bits');
    }
    this.#big(value);
  }

  /** A float. */
  float(value: unknown): void {
    if (typeof value !== 'number') throw new EncodeFault('it is no number');
    scratch.setFloat64(0, value, true);
    const high = scratch.getUint32(0);
    const low = scratch.getUint32(4);
    if (high === 0) this.rawUint(low);
    else {
      this.#reserve(maxIntegerBytes);
      this.#wide(high, low);
    }
  }

  /** A string. Lone surrogates become U+FFFD. */
  string(value: unknown): void {
    if (typeof value !== 'string') throw new EncodeFault('it is no string');
    const units = value.length;
    this.#reserve(units * 3 + maxIntegerBytes);
    if (units < shortString && this.#ascii(value, units)) return;
    if (units < oneByteCount) {
      const written = this.#bytes.write(value, this.#position + 1);
      this.#bytes[this.#position] = written;
      this.#position += written + 1;
      return;
    }
    this.rawUint(Buffer.byteLength(value));
    this.#position += this.#bytes.write(value, this.#position);
  }

  /** A byte slice, or the payload of an opaque value. */
  byteSlice(value: unknown): void {
    if (!(value instanceof Uint8Array)) throw new EncodeFault('it is no Uint8Array');
    this.rawUint(value.length);
    this.#reserve(value.length);
    this.#bytes.set(value, this.#position);
    this.#position += value.length;
  }

  #ascii(value: string, units: number): boolean {
    const bytes = this.#bytes;
    let position = this.#position;
    bytes[position++] = units;
    for (let index = 0; index < units; index++) {
      const unit = value.charCodeAt(index);
      if (unit >= 128) return false;
      bytes[position++] = unit;
    }
    this.#position = position;
    return true;
  }

  #big(value: bigint): void {
    this.#reserve(maxIntegerBytes);
    if (value < 128n) this.#bytes[this.#position++] = Number(value);
    else this.#wide(Number(value >> 32n), Number(value & 0xffff_ffffn));
  }

  /** Writes an integer of at least 128, or of more than 32 bits, in two halves. */
  #wide(high: number, low: number): void {
    const bytes = this.#bytes;
    const width = high === 0 ? byteWidth(low) : 4 + byteWidth(high);
    bytes[this.#position] = 256 - width;
    const end = this.#position + 1 + width;
    let rest = low;
    for (let position = end - 1; position > this.#position && position >= end - 4; position--) {
      bytes[position] = rest;
      rest >>>= 8;
    }
    rest = high;
    for (let position = end - 5; position > this.#position; position--) {
      bytes[position] = rest;
      rest >>>= 8;
    }
    this.#position = end;
  }

  #reserve(count: number): void {
    const needed = this.#position + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#position));
    this.#bytes = larger;
  }
}

/** Bytes that hold an integer of up to 32 bits; larger lengths do not occur. */
function byteWidth(value: number): number {
  if (value < 2 ** 8) return 1;
  if (value < 2 ** 16) return 2;
  return value < 2 ** 24 ? 3 : 4;
}

function isSafeInteger(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
