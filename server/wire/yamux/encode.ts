/** Frames into bytes: one header, and a batch of frames for one write. */
import { HEADER_BYTES, PROTOCOL_VERSION } from './frame.ts';
import type { FrameType } from './frame.ts';

/** Memory that headers and small payloads are laid out in, in bytes. */
const slabBytes = 16 * 1024;

/** Payloads up to this many bytes are copied next to their header: cheaper than one more part to write. */
const maxCopiedBytes = 2048;

/** Writes a header into `target` at `offset`, which must leave room for 12 bytes. */
export function encodeHeader(
  target: Uint8Array,
  offset: number,
  type: FrameType,
  flags: number,
  streamId: number,
  length: number,
): void {
  target[offset] = PROTOCOL_VERSION;
  target[offset + 1] = type;
  target[offset + 2] = flags >>> 8;
  target[offset + 3] = flags;
  target[offset + 4] = streamId >>> 24;
  target[offset + 5] = streamId >>> 16;
  target[offset + 6] = streamId >>> 8;
  target[offset + 7] = streamId;
  target[offset + 8] = length >>> 24;
  target[offset + 9] = length >>> 16;
  target[offset + 10] = length >>> 8;
  target[offset + 11] = length;
}

/** A frame without payload, as bytes of its own. */
export function encodeFrame(
  type: FrameType,
  flags: number,
  streamId: number,
  length: number,
): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  encodeHeader(bytes, 0, type, flags, streamId, length);
  return bytes;
}

/**
 * Gathers frames for one write to the transport. Large payloads are taken by reference; headers and small
 * payloads are laid out side by side in slabs, so that a typical tick ends as one contiguous array.
 */
export class FrameBatch {
  #slab = new Uint8Array(0);
  /** What lies before this in the slab was given away and is never written again. */
  #start = 0;
  #used = 0;
  #parts: Uint8Array[] = [];
  #length = 0;

  /** Bytes gathered. */
  get length(): number {
    return this.#length;
  }

  /** Appends a header. `payload` must follow for a data frame with a length. */
  header(type: FrameType, flags: number, streamId: number, length: number): void {
    this.#reserve(HEADER_BYTES);
    encodeHeader(this.#slab, this.#used, type, flags, streamId, length);
    this.#used += HEADER_BYTES;
    this.#length += HEADER_BYTES;
  }

  /** Appends payload, or a piece of it. The bytes must not change until they were written. */
  payload(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (bytes.length > maxCopiedBytes) {
      this.#closePart();
      this.#parts.push(bytes);
      return;
    }
    this.#reserve(bytes.length);
    this.#slab.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** Takes what was gathered, in order, and starts anew. */
  take(): readonly Uint8Array[] {
    this.#closePart();
    const parts = this.#parts;
    this.#parts = [];
    this.#length = 0;
    return parts;
  }

  #reserve(count: number): void {
    if (this.#used + count <= this.#slab.length) return;
    this.#closePart();
    this.#slab = new Uint8Array(slabBytes);
    this.#start = 0;
    this.#used = 0;
  }

  #closePart(): void {
    if (this.#used === this.#start) return;
    this.#parts.push(this.#slab.subarray(this.#start, this.#used));
    this.#start = this.#used;
  }
}
