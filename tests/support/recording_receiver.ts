/** A receiver that writes down what it is told. */
import type { ByteReceiver, ByteStream } from '../../server/wire/bytes/index.ts';

/** Keeps everything a stream tells; consumes at once when it was given the stream to do so. */
export class RecordingReceiver implements ByteReceiver {
  /** Every call in order: `data 5`, `end`, `error <message>`. */
  readonly calls: string[] = [];
  readonly chunks: Uint8Array[] = [];
  length = 0;
  isEnded = false;
  failure: Error | undefined;
  readonly #consume: ByteStream | undefined;

  /** `consume` is the stream to report bytes to at once; without it they stay unreported. */
  constructor(consume?: ByteStream) {
    this.#consume = consume;
  }

  data(chunk: Uint8Array): void {
    this.calls.push(`data ${chunk.length}`);
    this.chunks.push(chunk);
    this.length += chunk.length;
    this.#consume?.consumed(chunk.length);
  }

  end(): void {
    this.calls.push('end');
    this.isEnded = true;
  }

  error(cause: Error): void {
    this.calls.push(`error ${cause.message}`);
    this.failure = cause;
  }

  /** All bytes so far. */
  bytes(): Uint8Array {
    return Uint8Array.from(Buffer.concat(this.chunks));
  }

  /** All bytes so far, as text. */
  text(): string {
    return Buffer.concat(this.chunks).toString('latin1');
  }
}
