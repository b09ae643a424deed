/** What both ends of an RPC stream share: gob in both directions, and one way to end. */
import { toError } from '../../errors.ts';
import type { ByteReceiver, ByteStream } from '../bytes/index.ts';
import { GobDecoder, GobEncoder, type Input, type Schema } from '../gob/index.ts';
import { RpcError } from './errors.ts';

/** The end of an RPC stream that understands its messages. */
export interface MessageReader {
  /**
   * Takes messages out of the decoder. False when it stopped although there may be more: the peer then gets no
   * window until `MessageStream.resume`. What it throws ends the stream.
   */
  read(decoder: GobDecoder): boolean;
  /** The peer will send nothing more, and what it sent is in the decoder. Called once, after a last `read`. */
  peerEnded(): void;
  /** The stream is over. Called exactly once, with what `finish` or `fail` was given. */
  ended(error?: RpcError): void;
}

/**
 * One RPC stream: `open` until `finish` or `fail`, then `over`. Once it is over, bytes that still arrive are
 * credited and dropped, so that the peer can reach its own end.
 */
export class MessageStream {
  readonly #stream: ByteStream;
  readonly #reader: MessageReader;
  readonly #encoder = new GobEncoder();
  readonly #decoder = new GobDecoder();
  #state: 'open' | 'over' = 'open';
  /** Bytes that are in the decoder and for which the peer has no credit yet. */
  #unreported = 0;
  #unsent = 0;

  constructor(stream: ByteStream, reader: MessageReader) {
    this.#stream = stream;
    this.#reader = reader;
  }

  /** Begins to receive: the reader may be called before this returns. */
  start(): void {
    this.#stream.receive(this.#receiver());
  }

  /** Whether messages can still be sent. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Bytes given to `send` that the transport has not taken yet. */
  get unsent(): number {
    return this.#unsent;
  }

  /** Received bytes that make no whole message, or that the reader has left for later. */
  get unread(): number {
    return this.#decoder.buffered;
  }

  /**
   * Sends a header and its body in one write. Resolves when both have been handed to the transport; rejects
   * never: a failed write also reaches the receiver, which ends the stream.
   *
   * @throws {GobError} when the body does not fit its schema; nothing was sent then and the stream is intact.
   */
  send<H extends Schema, B extends Schema>(
    headerSchema: H,
    header: Input<H>,
    bodySchema: B,
    body: Input<B>,
  ): Promise<void> {
    // The body first, although it travels second: when it cannot be encoded, the header (and with it the
    // definition of the header's type) has not been taken from the encoder yet.
    const bodyBytes = this.#encoder.encode(bodySchema, body);
    const headerBytes = this.#encoder.encode(headerSchema, header);
    const message = new Uint8Array(headerBytes.length + bodyBytes.length);
    message.set(headerBytes);
    message.set(bodyBytes, headerBytes.length);
    this.#unsent += message.length;
    const sent = (): void => {
      this.#unsent -= message.length;
    };
    return this.#stream.write(message).then(sent, sent);
  }

  /** Reads on after `read` has returned false. */
  resume(): void {
    if (this.#state === 'open') this.#read();
  }

  /** Ends the stream in good order: what was sent still arrives. `error` says what was left undone, if anything. */
  finish(error?: RpcError): void {
    if (this.#state === 'over') return;
    this.#end();
    this.#stream.end();
    this.#reader.ended(error);
  }

  /** Aborts the stream because of `error`. */
  fail(error: RpcError): void {
    if (this.#state === 'over') return;
    this.#end();
    this.#stream.reset(error);
    this.#reader.ended(error);
  }

  #receiver(): ByteReceiver {
    return {
      data: (chunk) => {
        if (this.#state === 'over') {
          this.#stream.consumed(chunk.length);
          return;
        }
        this.#unreported += chunk.length;
        this.#guard(() => {
          this.#decoder.push(chunk);
        });
        this.resume();
      },
      end: () => {
        if (this.#state === 'over') return;
        this.#reader.peerEnded();
      },
      error: (cause) => {
        this.fail(new RpcError('closed', 'the stream broke', { cause }));
      },
    };
  }

  #read(): void {
    this.#guard(() => {
      if (this.#reader.read(this.#decoder)) this.#report();
    });
  }

  /** Whatever goes wrong with received bytes ends the stream: nothing after them can be told apart. */
  #guard(work: () => void): void {
    try {
      work();
    } catch (thrown) {
      const cause = toError(thrown);
      this.fail(
        cause instanceof RpcError
          ? cause
          : new RpcError('protocol', 'the peer sent what cannot be understood', { cause }),
      );
    }
  }

  #report(): void {
    const count = this.#unreported;
    this.#unreported = 0;
    if (count > 0) this.#stream.consumed(count);
  }

  #end(): void {
    this.#state = 'over';
    this.#report();
  }
}
