/**
 * A request's body as the server keeps it: bytes are asked for and then arrive. Source: plugin/io_rpc.go.
 *
 * To ask is to send the wanted count as a zig-zag varint. The server answers with that many raw bytes, or with
 * fewer and the end of the stream: at the end of the body, and also when reading from the client failed. The two
 * look alike, so a body is complete only if it has its announced length.
 */
import type { ByteStream } from '../../wire/bytes/index.ts';
import { HttpBridgeError } from './errors.ts';
import { bodyPieceBytes, maxBodyBytesUnderWay } from './limits.ts';

/** What a body is held to. */
export interface BodyBounds {
  /** From Content-Length; undefined when the client did not say. */
  readonly expectedBytes: number | undefined;
  readonly maxBytes: number;
}

type State =
  | { readonly kind: 'open' }
  /** Everything arrived; what is queued can still be read. */
  | { readonly kind: 'complete' }
  | { readonly kind: 'failed'; readonly error: HttpBridgeError };

/**
 * Reads one body, for one reader. Nothing is asked for until somebody reads, and never more than
 * `maxBodyBytesUnderWay` ahead.
 */
export class BodySource {
  readonly #stream: ByteStream;
  readonly #bounds: BodyBounds;
  readonly #chunks: Uint8Array[] = [];
  #state: State = { kind: 'open' };
  #asked = 0;
  #arrived = 0;
  #read = 0;
  #wake: () => void = () => undefined;

  constructor(stream: ByteStream, bounds: BodyBounds) {
    this.#stream = stream;
    this.#bounds = bounds;
    stream.receive({
      data: (chunk) => this.#take(chunk),
      end: () => this.#end(),
      error: (cause) => this.#fail('body_truncated', 'the body broke off', cause),
    });
  }

  /** Whether everything has arrived, read or not. */
  get isComplete(): boolean {
    return this.#state.kind === 'complete';
  }

  /** The next bytes; undefined at the end. @throws {HttpBridgeError} as a rejection. */
  async next(): Promise<Uint8Array | undefined> {
    for (;;) {
      if (this.#state.kind === 'failed') throw this.#state.error;
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#read += chunk.length;
        this.#stream.consumed(chunk.length);
        this.#ask();
        return chunk;
      }
      if (this.#state.kind === 'complete') return undefined;
      const { promise, resolve } = Promise.withResolvers<undefined>();
      this.#wake = () => resolve(undefined);
      this.#ask();
      await promise;
    }
  }

  /** Ends the stream, whether or not the body was read; reading on then fails. May be called twice. */
  close(): void {
    this.#fail('body_truncated', 'the request is over, its body is gone');
    this.#stream.end();
  }

  #take(chunk: Uint8Array): void {
    if (this.#state.kind !== 'open') {
      this.#stream.consumed(chunk.length);
      return;
    }
    this.#arrived += chunk.length;
    this.#chunks.push(chunk);
    const { maxBytes, expectedBytes } = this.#bounds;
    if (this.#arrived > maxBytes) {
      this.#fail('body_too_large', `the body has more than ${maxBytes} bytes`);
      return;
    }
    if (this.#arrived === expectedBytes) this.#state = { kind: 'complete' };
    this.#wake();
  }

  #end(): void {
    if (this.#state.kind !== 'open') return;
    const expected = this.#bounds.expectedBytes;
    if (expected !== undefined && expected !== this.#arrived) {
      this.#fail('body_truncated', `the body ended after ${this.#arrived} of ${expected} bytes`);
      return;
    }
    this.#state = { kind: 'complete' };
    this.#wake();
  }

  #fail(code: 'body_too_large' | 'body_truncated', message: string, cause?: Error): void {
    if (this.#state.kind !== 'open') return;
    this.#state = { kind: 'failed', error: new HttpBridgeError(code, message, { cause }) };
    for (const chunk of this.#chunks.splice(0)) this.#stream.consumed(chunk.length);
    this.#wake();
  }

  #ask(): void {
    if (this.#state.kind !== 'open') return;
    if (this.#asked - this.#read > maxBodyBytesUnderWay - bodyPieceBytes) return;
    this.#asked += bodyPieceBytes;
    // A failed write also reaches the receiver.
    this.#stream.write(varint(bodyPieceBytes)).catch(() => undefined);
  }
}

/** Go's `binary.PutVarint` for a count: zig-zag, seven bits a byte, lowest first. */
function varint(count: number): Uint8Array {
  const bytes: number[] = [];
  let rest = count * 2;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80);
  return Uint8Array.from([...bytes, rest]);
}
