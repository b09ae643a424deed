/** Two byte streams joined in memory, with the same flow control a multiplexed stream has. */
import { Inbox } from '../../server/wire/bytes/index.ts';
import type { ByteReceiver, ByteStream } from '../../server/wire/bytes/index.ts';

/** How the pair carries bytes. */
export interface MemoryStreamOptions {
  /** Bytes one side may have on the way and unconsumed; more waits in `write`. Default 262144. */
  window?: number;
  /** Largest chunk a receiver is given, in bytes: 1 makes every boundary a cut. Default: as written. */
  chunk?: number;
}

interface PendingWrite {
  rest: Uint8Array;
  resolve: () => void;
  reject: (cause: Error) => void;
}

/**
 * Makes a connected pair. Bytes are copied, so that neither side sees the other's later changes, and arrive
 * in a later microtask, never inside the `write` that sent them.
 */
export function memoryStreamPair(options: MemoryStreamOptions = {}): [ByteStream, ByteStream] {
  const left = new MemoryStream(1, options);
  const right = new MemoryStream(2, options);
  left.join(right);
  right.join(left);
  return [left, right];
}

class MemoryStream implements ByteStream {
  readonly id: number;
  readonly closed: Promise<Error | undefined>;
  readonly #settle: (cause: Error | undefined) => void;
  readonly #chunk: number;
  readonly #inbox = new Inbox((thrown) => {
    const cause = new Error('the receiver threw', { cause: thrown });
    this.#inbox.fail(cause);
    this.reset(cause);
  });
  readonly #writes: PendingWrite[] = [];
  #peer: MemoryStream | undefined;
  #credit: number;
  #sending: 'open' | 'ending' | 'ended' = 'open';
  #peerEnded = false;
  #broken: Error | undefined;
  #scheduled = false;

  constructor(id: number, options: MemoryStreamOptions) {
    this.id = id;
    this.#credit = options.window ?? 262144;
    this.#chunk = options.chunk ?? Infinity;
    const { promise, resolve } = Promise.withResolvers<Error | undefined>();
    this.closed = promise;
    this.#settle = resolve;
  }

  join(peer: MemoryStream): void {
    this.#peer = peer;
  }

  receive(receiver: ByteReceiver): void {
    this.#inbox.receive(receiver);
  }

  release(unread?: Uint8Array): void {
    this.#inbox.release(unread);
  }

  consumed(count: number): void {
    if (this.#broken !== undefined) return;
    this.#inbox.consumed(count);
    this.#peer?.grant(count);
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    if (this.#sending !== 'open') return Promise.reject(new Error('write after end'));
    const copy = bytes.slice();
    return new Promise((resolve, reject) => {
      this.#writes.push({ rest: copy, resolve, reject });
      this.#schedule();
    });
  }

  end(): void {
    if (this.#broken !== undefined || this.#sending !== 'open') return;
    this.#sending = 'ending';
    this.#schedule();
  }

  reset(cause: Error = new Error('the stream was reset here')): void {
    if (this.#isOver()) return;
    this.#break(cause);
    queueMicrotask(() => this.#peer?.peerReset());
  }

  grant(count: number): void {
    this.#credit += count;
    this.#schedule();
  }

  peerReset(): void {
    if (!this.#isOver()) this.#break(new Error('the stream was reset by the peer'));
  }

  peerData(chunk: Uint8Array): void {
    this.#inbox.put(chunk);
    this.#inbox.deliver();
  }

  peerEnd(): void {
    this.#peerEnded = true;
    this.#inbox.end();
    if (this.#sending === 'ended') this.#settle(undefined);
    this.#inbox.deliver();
  }

  #isOver(): boolean {
    return this.#broken !== undefined || (this.#peerEnded && this.#sending === 'ended');
  }

  #break(cause: Error): void {
    this.#broken = cause;
    for (const write of this.#writes.splice(0)) write.reject(cause);
    this.#inbox.fail(cause);
    this.#settle(cause);
    this.#inbox.deliver();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    for (;;) {
      const first = this.#writes[0];
      if (this.#broken !== undefined || first === undefined) break;
      const part = first.rest.subarray(0, Math.min(this.#credit, this.#chunk));
      if (part.length === 0 && first.rest.length > 0) return;
      first.rest = first.rest.subarray(part.length);
      this.#credit -= part.length;
      if (first.rest.length === 0) {
        this.#writes.shift();
        first.resolve();
      }
      if (part.length > 0) this.#peer?.peerData(part);
    }
    if (this.#broken !== undefined || this.#sending !== 'ending') return;
    this.#sending = 'ended';
    if (this.#peerEnded) this.#settle(undefined);
    this.#peer?.peerEnd();
  }
}
