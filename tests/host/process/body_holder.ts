/** The holder's side of `plugin/io_rpc.go`: hands out the bytes of a body as the other side asks for them. */
import type { ByteStream } from '../../../server/wire/bytes/index.ts';

/** The most bytes of a request: Go's varint of a 64-bit number. */
const maxVarintBytes = 10;

/**
 * Serves `source` on `stream` until the source or the stream ends. Each request is a zig-zag varint, the wanted
 * number of bytes; the answer is that many raw bytes, or fewer and the end of the stream.
 */
export function serveBody(stream: ByteStream, source: AsyncIterable<Uint8Array>): Promise<void> {
  return new BodyHolder(stream, source).run();
}

class BodyHolder {
  readonly #stream: ByteStream;
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #requests: number[] = [];
  #partial: number[] = [];
  #left: Uint8Array = new Uint8Array(0);
  #over = false;
  #wake: () => void = () => undefined;

  constructor(stream: ByteStream, source: AsyncIterable<Uint8Array>) {
    this.#stream = stream;
    this.#source = source[Symbol.asyncIterator]();
    stream.receive({
      data: (chunk) => {
        stream.consumed(chunk.length);
        for (const byte of chunk) this.#byte(byte);
        this.#wake();
      },
      end: () => this.#finish(),
      error: () => this.#finish(),
    });
  }

  async run(): Promise<void> {
    try {
      for (;;) {
        const wanted = await this.#nextRequest();
        if (wanted === undefined || (await this.#send(wanted)) < wanted) return;
      }
    } catch {
      // A source that fails looks to the plugin like one that ends: the protocol cannot tell them apart.
    } finally {
      this.#over = true;
      this.#stream.end();
      await this.#source.return?.();
    }
  }

  async #nextRequest(): Promise<number | undefined> {
    while (this.#requests.length === 0 && !this.#over) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.#requests.shift();
  }

  /** Sends up to `wanted` bytes; fewer only at the end of the source. */
  async #send(wanted: number): Promise<number> {
    let sent = 0;
    while (sent < wanted && !this.#over) {
      if (this.#left.length === 0) {
        const next = await this.#source.next();
        if (next.done === true) break;
        this.#left = next.value;
      }
      const piece = this.#left.subarray(0, wanted - sent);
      this.#left = this.#left.subarray(piece.length);
      sent += piece.length;
      await this.#stream.write(piece);
    }
    return sent;
  }

  #byte(byte: number): void {
    this.#partial.push(byte);
    if (byte >= 0x80 && this.#partial.length < maxVarintBytes) return;
    const zigZag = this.#partial.reduce(
      (sum, each, index) => sum + (each & 0x7f) * 2 ** (7 * index),
      0,
    );
    this.#partial = [];
    this.#requests.push(Math.floor(zigZag / 2));
  }

  #finish(): void {
    this.#over = true;
    this.#wake();
  }
}
