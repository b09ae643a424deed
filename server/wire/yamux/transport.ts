/** What a session asks of the connection below it. */

/** What a transport reports. All calls come from the event loop, never from inside a call to the transport. */
export interface TransportEvents {
  /** Bytes arrived. The array belongs to the session from now on. */
  data(chunk: Uint8Array): void;
  /** A full transport takes more again. */
  drain(): void;
  /** Nothing more will arrive. Called once; with the error when there was one. */
  close(error?: Error): void;
}

/** A connection: bytes in order, both ways. */
export interface Transport {
  /** Starts reading. Called once, first. */
  start(events: TransportEvents): void;
  /**
   * Writes all parts in order, if possible at once. The parts must not change until they are written.
   *
   * False when the transport is full: it has taken the bytes, but more should wait for `drain`.
   */
  write(parts: readonly Uint8Array[]): boolean;
  /** Closes after what was written. Nothing is written afterwards. */
  end(): void;
  /** Closes at once. A second call does nothing. */
  destroy(): void;
}
