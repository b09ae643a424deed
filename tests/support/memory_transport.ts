/** Two transports joined in memory. */
import type { Transport, TransportEvents } from '../../server/wire/yamux/index.ts';

/** How the pair carries bytes. */
export interface MemoryTransportOptions {
  /** Bytes on the way after which a side is full. Default 65536. */
  capacity?: number;
  /** Length of the next chunk to deliver, in bytes, at least 1. Default: all that is on the way. */
  cut?: () => number;
}

/** One end of the pair. */
export class MemoryTransport implements Transport {
  /** Sees everything that is written, for tests that count. */
  onWrite: ((bytes: Uint8Array) => void) | undefined;
  readonly #capacity: number;
  readonly #cut: () => number;
  #peer: MemoryTransport | undefined;
  #events: TransportEvents | undefined;
  #incoming: Uint8Array = new Uint8Array(0);
  #isPaused = false;
  #isPumping = false;
  #needsDrain = false;
  #isPeerEnded = false;
  #isClosed = false;

  constructor({ capacity = 65536, cut = () => Infinity }: MemoryTransportOptions) {
    this.#capacity = capacity;
    this.#cut = cut;
  }

  join(peer: MemoryTransport): void {
    this.#peer = peer;
  }

  start(events: TransportEvents): void {
    this.#events = events;
    this.#pump();
  }

  write(parts: readonly Uint8Array[]): boolean {
    const bytes = Buffer.concat(parts);
    this.onWrite?.(bytes);
    const room = this.#peer?.accept(bytes) ?? true;
    this.#needsDrain ||= !room;
    return room;
  }

  end(): void {
    this.#peer?.peerEnds();
  }

  destroy(): void {
    this.#isClosed = true;
    this.#peer?.peerEnds();
  }

  /** Stops delivering, as a peer that does not read its socket. */
  pause(): void {
    this.#isPaused = true;
  }

  /** Delivers again. */
  resume(): void {
    this.#isPaused = false;
    this.#pump();
  }

  accept(bytes: Uint8Array): boolean {
    this.#incoming = Buffer.concat([this.#incoming, bytes]);
    this.#pump();
    return this.#incoming.length < this.#capacity;
  }

  peerEnds(): void {
    this.#isPeerEnded = true;
    this.#pump();
  }

  peerRead(): void {
    if (!this.#needsDrain) return;
    this.#needsDrain = false;
    this.#events?.drain();
  }

  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    setImmediate(() => {
      this.#isPumping = false;
      this.#deliver();
    });
  }

  #deliver(): void {
    if (this.#isPaused || this.#isClosed || this.#events === undefined) return;
    const incoming = this.#incoming;
    this.#incoming = new Uint8Array(0);
    for (let at = 0; at < incoming.length;) {
      const end = Math.min(incoming.length, at + Math.max(1, this.#cut()));
      this.#events.data(Uint8Array.from(incoming.subarray(at, end)));
      at = end;
    }
    this.#peer?.peerRead();
    if (!this.#isPeerEnded || this.#incoming.length > 0) return;
    this.#isClosed = true;
    this.#events.close();
  }
}

/** Makes a connected pair. Bytes arrive in a later turn of the event loop. */
export function memoryTransportPair(
  options: MemoryTransportOptions = {},
): [MemoryTransport, MemoryTransport] {
  const left = new MemoryTransport(options);
  const right = new MemoryTransport(options);
  left.join(right);
  right.join(left);
  return [left, right];
}
