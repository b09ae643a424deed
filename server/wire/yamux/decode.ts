/** Bytes into frames, however they are cut. */
import { toError } from '../../errors.ts';
import { YamuxError } from './errors.ts';
import { FrameType, HEADER_BYTES, MAX_PAYLOAD_BYTES, PROTOCOL_VERSION } from './frame.ts';
import type { FrameHeader } from './frame.ts';

/** What a decoder calls. Payload is passed on as it comes, so that no frame is ever gathered. */
export interface FrameSink {
  /** A header arrived. After a data frame with a length, `payload` follows until that many bytes came. */
  header(header: FrameHeader): void;
  /** A piece of the payload, a view of the chunk it came in. `last` marks the end of the frame. */
  payload(bytes: Uint8Array, last: boolean): void;
}

/** Decodes one direction of a connection. Holds at most 12 bytes. */
export class FrameDecoder {
  readonly #sink: FrameSink;
  readonly #partial = new Uint8Array(HEADER_BYTES);
  #partialLength = 0;
  #payloadLeft = 0;
  #failure: Error | undefined;

  constructor(sink: FrameSink) {
    this.#sink = sink;
  }

  /** Whether the bytes so far end inside a frame. */
  get midFrame(): boolean {
    return this.#partialLength > 0 || this.#payloadLeft > 0;
  }

  /**
   * Takes the next bytes and calls the sink for everything they complete.
   *
   * @throws {YamuxError} `bad_version`, `bad_type`, `frame_too_long`, and whatever the sink throws. The decoder
   *   is dead after that and throws the same error again.
   */
  push(chunk: Uint8Array): void {
    if (this.#failure !== undefined) throw this.#failure;
    try {
      this.#decode(chunk);
    } catch (thrown) {
      this.#failure = toError(thrown);
      throw this.#failure;
    }
  }

  #decode(chunk: Uint8Array): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#payloadLeft > 0) at = this.#payload(chunk, at);
      else if (this.#partialLength === 0 && chunk.length - at >= HEADER_BYTES) {
        this.#header(chunk, at);
        at += HEADER_BYTES;
      } else at = this.#gather(chunk, at);
    }
  }

  #payload(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#payloadLeft);
    this.#payloadLeft -= end - at;
    this.#sink.payload(chunk.subarray(at, end), this.#payloadLeft === 0);
    return end;
  }

  /** Completes a header that is cut between chunks. */
  #gather(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + HEADER_BYTES - this.#partialLength);
    this.#partial.set(chunk.subarray(at, end), this.#partialLength);
    this.#partialLength += end - at;
    if (this.#partialLength === HEADER_BYTES) {
      this.#partialLength = 0;
      this.#header(this.#partial, 0);
    }
    return end;
  }

  #header(bytes: Uint8Array, at: number): void {
    const version = bytes[at];
    if (version !== PROTOCOL_VERSION) {
      throw new YamuxError('bad_version', `frame of protocol version ${String(version)}`);
    }
    const header: FrameHeader = {
      type: frameType(bytes[at + 1]),
      flags: uint16(bytes, at + 2),
      streamId: uint16(bytes, at + 4) * 0x1_0000 + uint16(bytes, at + 6),
      length: uint16(bytes, at + 8) * 0x1_0000 + uint16(bytes, at + 10),
    };
    if (header.type === FrameType.data) {
      if (header.length > MAX_PAYLOAD_BYTES) {
        const { streamId, length } = header;
        throw new YamuxError('frame_too_long', `frame of ${length} bytes on stream ${streamId}`);
      }
      this.#payloadLeft = header.length;
    }
    this.#sink.header(header);
  }
}

function frameType(value: number | undefined): FrameType {
  switch (value) {
    case FrameType.data:
    case FrameType.windowUpdate:
    case FrameType.ping:
    case FrameType.goAway:
      return value;
    default:
      throw new YamuxError('bad_type', `frame of type ${String(value)}`);
  }
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
