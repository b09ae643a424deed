/** Finds streams whose peer never ends its direction after we ended ours. */
import type { Clock } from '../../clock.ts';

/**
 * Holds half-closed streams in the order of their last sign of life. One sleeper serves them all, and only
 * while there are any.
 */
export class HalfCloseWatch<Stream> {
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal;
  readonly #onTimeout: (stream: Stream) => void;
  /** When each was heard of last, in monotonic milliseconds; least recent first. */
  readonly #heardAt = new Map<Stream, number>();
  #isSleeping = false;

  /** `signal` ends the watch; `onTimeout` gets each stream that stayed silent too long. */
  constructor(
    clock: Clock,
    timeoutMs: number,
    signal: AbortSignal,
    onTimeout: (stream: Stream) => void,
  ) {
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#signal = signal;
    this.#onTimeout = onTimeout;
  }

  /** Starts watching a stream. */
  add(stream: Stream): void {
    this.#heardAt.set(stream, this.#clock.monotonic());
    if (this.#isSleeping) return;
    this.#isSleeping = true;
    void this.#watch();
  }

  /** The peer gave a sign of life on a stream. Does nothing when it is not watched. */
  heard(stream: Stream): void {
    if (!this.#heardAt.delete(stream)) return;
    this.#heardAt.set(stream, this.#clock.monotonic());
  }

  /** Stops watching a stream. */
  remove(stream: Stream): void {
    this.#heardAt.delete(stream);
  }

  async #watch(): Promise<void> {
    for (let first = this.#first(); first !== undefined; first = this.#first()) {
      const [stream, heardAt] = first;
      const due = heardAt + this.#timeoutMs;
      await this.#clock.sleep(Math.max(0, due - this.#clock.monotonic()), this.#signal);
      if (this.#signal.aborted) return;
      if (this.#heardAt.get(stream) !== heardAt) continue;
      this.#heardAt.delete(stream);
      this.#onTimeout(stream);
    }
    this.#isSleeping = false;
  }

  /** The least recent entry. No iterator outlives a sleep: it would keep every stream that came and went. */
  #first(): readonly [Stream, number] | undefined {
    for (const entry of this.#heardAt) return entry;
    return undefined;
  }
}
