/** The receiving half of a byte stream: what arrived, who gets it, and what was dealt with. */
import { ByteQueue } from './byte_queue.ts';
import type { ByteReceiver } from './byte_stream.ts';

/** How the receiving side stands: still open, ended by the peer, or broken. */
type Finish = { kind: 'open' } | { kind: 'ended' } | { kind: 'broken'; cause: Error };

/** What the present receiver has been told about the finish. */
type Told = 'nothing' | 'end' | 'error';

/**
 * Keeps arrived bytes until a receiver takes them and counts what the receiver has not reported back yet.
 *
 * `put`, `end` and `fail` only note what happened; `deliver` tells the receiver. The two are apart so that a
 * multiplexer can read a whole socket chunk before any foreign code runs. A receiver may do anything from
 * inside its calls, `release` and `receive` included: delivery never nests.
 */
export class Inbox {
  readonly #onThrow: (thrown: unknown) => void;
  /** Arrived since the last delivery, as views of what was read. */
  readonly #fresh = new ByteQueue();
  /** Waits for a receiver, before everything in `#fresh`; stored compactly. */
  readonly #held = new ByteQueue();
  #receiver: ByteReceiver | undefined;
  #finish: Finish = { kind: 'open' };
  #told: Told = 'nothing';
  #delivering = false;
  #outstanding = 0;

  /** `onThrow` is called when the receiver throws; it is expected to call `fail`. */
  constructor(onThrow: (thrown: unknown) => void) {
    this.#onThrow = onThrow;
  }

  /** Bytes that arrived and that no receiver has yet reported as consumed. */
  get unconsumed(): number {
    return this.#held.length + this.#fresh.length + this.#outstanding;
  }

  /** Notes that bytes arrived. Ignored once the stream has finished. */
  put(chunk: Uint8Array): void {
    if (this.#finish.kind === 'open') this.#fresh.push(chunk);
  }

  /** Notes that the peer will send nothing more. */
  end(): void {
    if (this.#finish.kind === 'open') this.#finish = { kind: 'ended' };
  }

  /** Notes that the stream broke. What no receiver has seen yet is dropped. The first cause stays. */
  fail(cause: Error): void {
    if (this.#finish.kind === 'broken') return;
    this.#finish = { kind: 'broken', cause };
    this.#held.clear();
    this.#fresh.clear();
  }

  /** Hands the receiver everything that is there; without one, stores it compactly. */
  deliver(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    while (this.#receiver !== undefined && this.#step(this.#receiver));
    this.#delivering = false;
    if (this.#receiver === undefined) this.#hold();
  }

  /**
   * Installs the receiver and hands it what is held.
   *
   * @throws {Error} when a receiver is already there.
   */
  receive(receiver: ByteReceiver): void {
    if (this.#receiver !== undefined) throw new Error('the stream already has a receiver');
    this.#receiver = receiver;
    this.#told = 'nothing';
    this.deliver();
  }

  /**
   * Takes the receiver away; `unread` goes back to the front of what is held.
   *
   * @throws {RangeError} when `unread` is longer than what the receiver was given and has not reported.
   */
  release(unread?: Uint8Array): void {
    this.#receiver = undefined;
    if (unread === undefined || this.#finish.kind === 'broken') return;
    this.consumed(unread.length);
    this.#held.unshift(unread);
  }

  /**
   * Notes that the receiver has dealt with `count` bytes.
   *
   * @throws {RangeError} when it was not given that many.
   */
  consumed(count: number): void {
    if (!Number.isInteger(count) || count < 0 || count > this.#outstanding) {
      throw new RangeError(`${count} bytes reported as consumed, ${this.#outstanding} were due`);
    }
    this.#outstanding -= count;
  }

  #hold(): void {
    for (let chunk = this.#fresh.shift(); chunk !== undefined; chunk = this.#fresh.shift()) {
      this.#held.pushCopy(chunk);
    }
  }

  /** Tells the receiver one thing. False when there is nothing to tell. */
  #step(receiver: ByteReceiver): boolean {
    try {
      const chunk = this.#held.shift() ?? this.#fresh.shift();
      if (chunk !== undefined) {
        this.#outstanding += chunk.length;
        receiver.data(chunk);
        return true;
      }
      if (this.#finish.kind === 'ended' && this.#told === 'nothing') {
        this.#told = 'end';
        receiver.end();
        return true;
      }
      if (this.#finish.kind === 'broken' && this.#told !== 'error') {
        this.#told = 'error';
        receiver.error(this.#finish.cause);
        return true;
      }
      return false;
    } catch (thrown) {
      this.#onThrow(thrown);
      return true;
    }
  }
}
