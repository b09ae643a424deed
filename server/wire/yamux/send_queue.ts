/** What the writers of one stream have handed over and the peer's window has not let out yet. */
import type { FrameBatch } from './encode.ts';

interface PendingWrite {
  bytes: Uint8Array;
  /** How many of the bytes have gone. */
  sent: number;
  readonly resolve: () => void;
  readonly reject: (cause: Error) => void;
  next: PendingWrite | undefined;
}

/**
 * Writes in order, each with the promise its writer holds. It has no limit of its own: a writer that awaits
 * its promise has at most one write here.
 */
export class SendQueue {
  #first: PendingWrite | undefined;
  #last: PendingWrite | undefined;
  #length = 0;

  /** Bytes that wait. */
  get length(): number {
    return this.#length;
  }

  /** Appends bytes. The promise resolves once all of them were moved into a batch. */
  push(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      const write: PendingWrite = { bytes, sent: 0, resolve, reject, next: undefined };
      if (this.#last === undefined) this.#first = write;
      else this.#last.next = write;
      this.#last = write;
      this.#length += bytes.length;
    });
  }

  /** Moves the next `count` bytes, at most `length`, into the batch as payload, without copying large ones. */
  moveTo(batch: FrameBatch, count: number): void {
    let left = count;
    while (left > 0 && this.#first !== undefined) {
      const write = this.#first;
      const end = Math.min(write.bytes.length, write.sent + left);
      batch.payload(write.bytes.subarray(write.sent, end));
      left -= end - write.sent;
      this.#length -= end - write.sent;
      write.sent = end;
      if (end < write.bytes.length) return;
      this.#first = write.next;
      if (this.#first === undefined) this.#last = undefined;
      write.resolve();
    }
  }

  /** Drops everything; each writer gets the error. */
  fail(cause: Error): void {
    let write = this.#first;
    this.#first = undefined;
    this.#last = undefined;
    this.#length = 0;
    for (; write !== undefined; write = write.next) write.reject(cause);
  }
}
