/** A transport whose other end is the test itself. */
import type { Transport, TransportEvents } from '../../server/wire/yamux/index.ts';
import { words } from './yamux_frames.ts';

/** Records what is written, feeds what the test says, and is full when the test says so. */
export class ScriptedTransport implements Transport {
  /** Whether `write` reports a full transport. It takes the bytes all the same. */
  isFull = false;
  /** Every write so far, its parts joined. */
  readonly writes: Uint8Array[] = [];
  isEnded = false;
  isDestroyed = false;
  /** What the next write throws. */
  failure: Error | undefined;
  #events: TransportEvents | undefined;
  #taken = 0;

  start(events: TransportEvents): void {
    this.#events = events;
  }

  write(parts: readonly Uint8Array[]): boolean {
    if (this.failure !== undefined) throw this.failure;
    if (this.isEnded || this.isDestroyed) throw new Error('write after end');
    // Copied: a part that is changed after it was written would show here as wrong bytes.
    this.writes.push(Buffer.concat(parts));
    return !this.isFull;
  }

  end(): void {
    this.isEnded = true;
  }

  destroy(): void {
    this.isDestroyed = true;
  }

  /** The peer sends these bytes, each array a chunk of its own. */
  feed(...chunks: Uint8Array[]): void {
    for (const chunk of chunks) this.#events?.data(Uint8Array.from(chunk));
  }

  /** The transport has room again. */
  drain(): void {
    this.isFull = false;
    this.#events?.drain();
  }

  /** The connection ends. */
  close(error?: Error): void {
    this.#events?.close(error);
  }

  /** Bytes written since the last call. */
  take(): Uint8Array {
    const bytes = Buffer.concat(this.writes.slice(this.#taken));
    this.#taken = this.writes.length;
    return bytes;
  }

  /** Frames written since the last call, in words. */
  takeWords(): string[] {
    return words(this.take());
  }
}
