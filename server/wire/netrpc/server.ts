/** The serving side of Go's `net/rpc` on one stream. */
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import { incomplete, type GobDecoder, type Input, type Schema } from '../gob/index.ts';
import { RpcError, shorten } from './errors.ts';
import type { Invocation, Reply, RpcContext, RpcHandler } from './handler.ts';
import { Empty, Request, Response } from './header.ts';
import { defaultMaxConcurrent, maxErrorTextLength } from './limits.ts';
import { MessageStream } from './message_stream.ts';

/** What a server is made with. */
export interface RpcServerOptions {
  readonly log: Log;
  /** Requests that may run at once; beyond it the server stops reading. Default 1,024. */
  readonly maxConcurrent?: number;
}

/**
 * Answers the requests of one stream. Each runs as soon as it is decoded, beside those that still run, and is
 * answered when it is done, in any order.
 *
 * A request counts as running until its reply has been handed to the transport, so a peer that sends requests
 * and reads no replies is held back as well.
 */
export class RpcServer {
  /**
   * Settles when no request will be answered any more: with undefined after `close` or the peer's clean end,
   * with the error otherwise. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
  readonly #stream: MessageStream;
  readonly #handlers: ReadonlyMap<string, RpcHandler>;
  readonly #services: ReadonlySet<string>;
  readonly #log: Log;
  readonly #maxConcurrent: number;
  readonly #abort = new AbortController();
  readonly #context: RpcContext = { signal: this.#abort.signal };
  #running = 0;
  #peerDone = false;
  /** The header whose arguments have not arrived yet. */
  #header: Request | undefined;
  #settleClosed: (error: Error | undefined) => void = () => undefined;

  /** Serves `handlers`, keyed by full name such as `Plugin.OnActivate`. */
  constructor(
    stream: ByteStream,
    handlers: ReadonlyMap<string, RpcHandler>,
    options: RpcServerOptions,
  ) {
    this.#handlers = handlers;
    this.#services = new Set([...handlers.keys()].map(serviceOf));
    this.#log = options.log;
    this.#maxConcurrent = options.maxConcurrent ?? defaultMaxConcurrent;
    this.closed = new Promise((resolve) => (this.#settleClosed = resolve));
    this.#stream = new MessageStream(stream, {
      read: (decoder) => this.#read(decoder),
      peerEnded: () => {
        this.#peerDone = true;
        this.#finishIfDone();
      },
      ended: (error) => this.#ended(error),
    });
    this.#stream.start();
  }

  /** Ends the stream: running requests are aborted and stay without an answer. May be called twice. */
  close(): void {
    this.#stream.finish();
  }

  #read(decoder: GobDecoder): boolean {
    while (this.#stream.isOpen) {
      if (this.#running >= this.#maxConcurrent) return false;
      if (this.#header === undefined) {
        const header = decoder.decode(Request);
        if (header === incomplete) return true;
        if (!Number.isSafeInteger(header.seq)) {
          throw new RpcError('protocol', 'the peer numbers its requests beyond 2^53');
        }
        this.#header = header;
      }
      if (!this.#readArguments(decoder, this.#header)) return true;
    }
    return true;
  }

  /** False when the arguments have not arrived whole. */
  #readArguments(decoder: GobDecoder, header: Request): boolean {
    const handler = this.#handlers.get(header.serviceMethod);
    if (handler === undefined) {
      if (!decoder.discard()) return false;
      this.#header = undefined;
      this.#refuse(header, this.#unknown(header.serviceMethod));
      return true;
    }
    const invocation = handler.decode(decoder);
    if (invocation === incomplete) return false;
    this.#header = undefined;
    this.#run(header, invocation);
    return true;
  }

  /** The words Go's `net/rpc` uses; callers look for them to detect what a peer can do. */
  #unknown(method: string): string {
    if (!method.includes('.')) return `rpc: service/method request ill-formed: ${method}`;
    if (!this.#services.has(serviceOf(method))) return `rpc: can't find service ${method}`;
    return `rpc: can't find method ${method}`;
  }

  #run(header: Request, invocation: Invocation): void {
    this.#running += 1;
    const reply: Reply = (schema, value) => this.#answer(header, schema, value);
    const fail = (thrown: unknown): void => this.#answerError(header, thrown);
    try {
      invocation(this.#context, reply)?.catch(fail);
    } catch (thrown) {
      fail(thrown);
    }
  }

  /** @throws {GobError} when the value does not fit the schema: the request is then still unanswered. */
  #answer<S extends Schema>(header: Request, schema: S, value: Input<S>): void {
    if (this.#stream.isOpen) this.#send({ ...header, error: '' }, schema, value);
  }

  #answerError(header: Request, thrown: unknown): void {
    if (!this.#stream.isOpen) return;
    const error = toError(thrown);
    this.#log.warn('rpc handler failed', { method: shorten(header.serviceMethod), error });
    const text = error.message === '' ? error.name : error.message;
    this.#send({ ...header, error: text.slice(0, maxErrorTextLength) }, Empty, {});
  }

  #refuse(header: Request, text: string): void {
    this.#log.debug('rpc request refused', { reason: shorten(text) });
    this.#running += 1;
    this.#send({ ...header, error: text.slice(0, maxErrorTextLength) }, Empty, {});
  }

  #send<S extends Schema>(header: Response, schema: S, value: Input<S>): void {
    void this.#stream.send(Response, header, schema, value).then(() => {
      const wasFull = this.#running >= this.#maxConcurrent;
      this.#running -= 1;
      if (wasFull) this.#stream.resume();
      this.#finishIfDone();
    });
  }

  /** After the peer's end: once all that it asked is answered, there is nothing left to do. */
  #finishIfDone(): void {
    if (!this.#peerDone || this.#running > 0) return;
    if (this.#header === undefined && this.#stream.unread === 0) this.#stream.finish();
    else this.#stream.fail(new RpcError('protocol', 'the peer ended the stream inside a request'));
  }

  #ended(error: RpcError | undefined): void {
    this.#abort.abort(error);
    if (error !== undefined) this.#log.debug('rpc server ended', { error });
    this.#settleClosed(error);
  }
}

function serviceOf(method: string): string {
  return method.slice(0, Math.max(method.lastIndexOf('.'), 0));
}
