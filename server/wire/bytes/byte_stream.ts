/** The duplex byte stream that every layer above the multiplexer talks to. */

/** What a reader hands to a stream. All calls come from the stream's own reading path and must not block. */
export interface ByteReceiver {
  /**
   * Bytes arrived. The receiver owns the array from now on and must report them through
   * `ByteStream.consumed` once it is done with them: that is what lets the peer send more.
   */
  data(chunk: Uint8Array): void;
  /** The peer will send nothing more. Called once, after the last data. */
  end(): void;
  /** The stream broke; nothing follows. Called once, instead of `end` or after it. */
  error(cause: Error): void;
}

/** One duplex stream of bytes with back-pressure in both directions. */
export interface ByteStream {
  /** Names the stream in log lines. */
  readonly id: number;
  /**
   * Installs the one receiver. What arrived before is delivered first, in order, before this call returns
   * or later, never twice.
   *
   * @throws {Error} when a receiver is already there; see `release`.
   */
  receive(receiver: ByteReceiver): void;
  /**
   * Takes the receiver away again, so that another can be installed. Bytes that arrive between are kept.
   * `unread` is put back in front of them: bytes the receiver was given, not reported as consumed, and
   * leaves to the next.
   */
  release(unread?: Uint8Array): void;
  /** Reports that `count` received bytes were dealt with. Returns window to the peer. */
  consumed(count: number): void;
  /**
   * Queues bytes for sending, in the order of the calls. The caller must not change the array afterwards.
   *
   * Resolves when every byte has been handed to the transport, so awaiting it is back-pressure; rejects when
   * the stream ends first. A caller that does not wait must still handle the rejection.
   */
  write(bytes: Uint8Array): Promise<void>;
  /** Ends the sending side after what is queued. A second call does nothing. Receiving goes on. */
  end(): void;
  /** Aborts both directions at once. A second call does nothing. */
  reset(cause?: Error): void;
  /**
   * Settles when both directions have ended: with undefined after a clean end, with the error otherwise.
   * Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
}
