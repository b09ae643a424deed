/** A first-in first-out queue of bytes that keeps the chunks it was given instead of copying them together. */

/** Size in bytes of the first block that `pushCopy` fills; each next block is twice as large. */
const firstBlockBytes = 256;

/** Largest block that `pushCopy` makes for small chunks, in bytes. A chunk of this size is kept in its own. */
const maxBlockBytes = 16_384;

/** Spent entries at the front of the chunk list are cut off once there are this many of them. */
const spentBeforeTrim = 64;

/**
 * Bytes in order of arrival. Chunks are kept by reference: whoever pushes one must not change it any more,
 * and whoever takes a view shares its memory.
 */
export class ByteQueue {
  #chunks: Uint8Array[] = [];
  #head = 0;
  #length = 0;
  /** The block that `pushCopy` fills; its filled part is the last chunk as long as `#tail` is. */
  #block = new Uint8Array(0);
  #tail: Uint8Array | undefined;

  /** How many bytes wait. */
  get length(): number {
    return this.#length;
  }

  /** Appends a chunk. An empty one is ignored. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  /**
   * Appends a copy of a chunk, for bytes that may wait long: a few bytes then do not hold on to the large
   * buffer they were read into, nor do a thousand tiny chunks cost a thousand objects.
   */
  pushCopy(chunk: Uint8Array): void {
    if (chunk.length >= maxBlockBytes) {
      this.push(chunk.slice());
      return;
    }
    const last = this.#chunks.length - 1;
    const tail = this.#chunks[last];
    if (tail !== undefined && tail === this.#tail) {
      const start = tail.byteOffset + tail.length;
      if (start + chunk.length <= this.#block.length) {
        this.#block.set(chunk, start);
        this.#tail = this.#block.subarray(tail.byteOffset, start + chunk.length);
        this.#chunks[last] = this.#tail;
        this.#length += chunk.length;
        return;
      }
    }
    const size = Math.min(maxBlockBytes, Math.max(firstBlockBytes, this.#block.length * 2));
    this.#block = new Uint8Array(Math.max(size, chunk.length));
    this.#block.set(chunk);
    this.#tail = this.#block.subarray(0, chunk.length);
    this.push(this.#tail);
  }

  /** Puts a chunk in front of everything. An empty one is ignored. */
  unshift(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    if (this.#head > 0) this.#chunks[--this.#head] = chunk;
    else this.#chunks.unshift(chunk);
    this.#length += chunk.length;
  }

  /** Takes the first chunk whole, as it was pushed or as what is left of it. Undefined when empty. */
  shift(): Uint8Array | undefined {
    const first = this.#chunks[this.#head];
    if (first === undefined) return undefined;
    this.#dropFirst(first);
    return first;
  }

  /**
   * Takes exactly `count` bytes: a view when they lie in one chunk, a copy otherwise.
   *
   * @throws {RangeError} when fewer bytes wait.
   */
  take(count: number): Uint8Array {
    const bytes = this.peek(count);
    this.skip(count);
    return bytes;
  }

  /**
   * Shows the next `count` bytes without taking them: a view when they lie in one chunk, a copy otherwise.
   *
   * @throws {RangeError} when fewer bytes wait.
   */
  peek(count: number): Uint8Array {
    this.#require(count);
    const first = this.#chunks[this.#head];
    if (first === undefined) return new Uint8Array(0);
    if (count <= first.length) return first.subarray(0, count);
    const joined = new Uint8Array(count);
    let filled = 0;
    for (let index = this.#head; filled < count; index++) {
      const chunk = this.#chunks[index];
      if (chunk === undefined) break;
      const part = chunk.subarray(0, count - filled);
      joined.set(part, filled);
      filled += part.length;
    }
    return joined;
  }

  /**
   * Drops the next `count` bytes.
   *
   * @throws {RangeError} when fewer bytes wait.
   */
  skip(count: number): void {
    this.#require(count);
    let left = count;
    while (left > 0) {
      const first = this.#chunks[this.#head];
      if (first === undefined) return;
      if (left < first.length) {
        this.#chunks[this.#head] = first.subarray(left);
        this.#length -= left;
        return;
      }
      left -= first.length;
      this.#dropFirst(first);
    }
  }

  /** Drops everything. */
  clear(): void {
    this.#chunks = [];
    this.#head = 0;
    this.#length = 0;
  }

  #require(count: number): void {
    if (Number.isInteger(count) && count >= 0 && count <= this.#length) return;
    throw new RangeError(`asked for ${count} bytes of ${this.#length}`);
  }

  #dropFirst(first: Uint8Array): void {
    this.#length -= first.length;
    this.#head++;
    if (this.#head === this.#chunks.length) {
      this.#chunks = [];
      this.#head = 0;
    } else if (this.#head >= spentBeforeTrim && this.#head * 2 >= this.#chunks.length) {
      this.#chunks = this.#chunks.slice(this.#head);
      this.#head = 0;
    }
  }
}
