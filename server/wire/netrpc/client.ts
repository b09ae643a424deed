/** The calling side of Go's `net/rpc` on one stream. */
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import { incomplete, type GobDecoder, type Infer, type Input, type Schema } from '../gob/index.ts';
import { Deadlines, type Deadline } from './deadlines.ts';
import { RpcError, shorten } from './errors.ts';
import { Request, Response } from './header.ts';
import { defaultCallTimeoutMs, maxPendingCalls, maxUnsentBytes } from './limits.ts';
import { MessageStream } from './message_stream.ts';

/** What a client is made with. */
export interface RpcClientOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** How long a call waits for its reply, in milliseconds; Infinity waits for ever. Default 30 seconds. */
  readonly timeoutMs?: number;
}

/** What one call may say for itself. */
export interface RpcCallOptions {
  /** Gives the call up: it fails with `aborted`, and its reply is dropped when it comes. */
  readonly signal?: AbortSignal | undefined;
  /** Instead of the client's own, in milliseconds. */
  readonly timeoutMs?: number | undefined;
}

/** A call that waits for its reply. */
interface Pending {
  readonly method: string;
  /** Decodes the reply and hands it to the caller; false when it has not arrived whole. */
  readonly take: (decoder: GobDecoder) => boolean;
  readonly reject: (error: RpcError) => void;
  readonly deadline: Deadline;
  readonly signal: AbortSignal | undefined;
  readonly onAbort: (() => void) | undefined;
}

/**
 * Calls methods at the other end of a stream. Many calls may be under way; their replies come in any order, and
 * the peer may also run them in any order: who needs an order awaits each call.
 */
export class RpcClient {
  /**
   * Settles when no call can be made any more: with undefined after `close`, or when the peer ended the stream
   * while nothing was asked of it; with the error otherwise. Never rejects.
   */
  readonly closed: Promise<Error | undefined>;
  readonly #stream: MessageStream;
  readonly #log: Log;
  readonly #timeoutMs: number;
  readonly #deadlines: Deadlines;
  readonly #pending = new Map<number, Pending>();
  #nextSeq = 0;
  /** The header whose body has not arrived yet. */
  #header: Response | undefined;
  #settleClosed: (error: Error | undefined) => void = () => undefined;
  /** Set once the stream is over, with the error that ended it, if any. */
  #end: { readonly cause: RpcError | undefined } | undefined;

  constructor(stream: ByteStream, options: RpcClientOptions) {
    this.#log = options.log;
    this.#timeoutMs = options.timeoutMs ?? defaultCallTimeoutMs;
    this.#deadlines = new Deadlines(options.clock);
    this.closed = new Promise((resolve) => (this.#settleClosed = resolve));
    this.#stream = new MessageStream(stream, {
      read: (decoder) => this.#read(decoder),
      peerEnded: () => this.#peerEnded(),
      ended: (error) => this.#ended(error),
    });
    this.#stream.start();
  }

  /**
   * Calls `method` (such as `Plugin.KVGet`) and resolves with its decoded reply.
   *
   * @throws {RpcError} as a rejection, never at once; see `RpcErrorCode`.
   */
  call<A extends Schema, R extends Schema>(
    method: string,
    args: A,
    value: Input<A>,
    reply: R,
    options?: RpcCallOptions,
  ): Promise<Infer<R>> {
    return new Promise((resolve, reject) => {
      const take = (decoder: GobDecoder): boolean => {
        const result = decoder.decode(reply);
        if (result === incomplete) return false;
        resolve(result);
        return true;
      };
      this.#send(method, args, value, take, reject, options);
    });
  }

  /**
   * Calls `method` and drops the reply, whatever its type: for methods that answer nothing but an error.
   *
   * @throws {RpcError} as a rejection, never at once; see `RpcErrorCode`.
   */
  callWithoutReply<A extends Schema>(
    method: string,
    args: A,
    value: Input<A>,
    options?: RpcCallOptions,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const take = (decoder: GobDecoder): boolean => {
        if (!decoder.discard()) return false;
        resolve();
        return true;
      };
      this.#send(method, args, value, take, reject, options);
    });
  }

  /** Ends the stream after what was sent. Calls that still wait fail with `closed`. May be called twice. */
  close(): void {
    this.#stream.finish();
  }

  #send<A extends Schema>(
    method: string,
    args: A,
    value: Input<A>,
    take: Pending['take'],
    reject: Pending['reject'],
    options: RpcCallOptions = {},
  ): void {
    const { signal } = options;
    const refusal = this.#refusal(method, signal);
    if (refusal !== undefined) {
      reject(refusal);
      return;
    }
    const seq = this.#nextSeq;
    try {
      void this.#stream.send(Request, { serviceMethod: method, seq }, args, value);
    } catch (cause) {
      reject(new RpcError('encode', `${method}: the arguments cannot be encoded`, { cause }));
      return;
    }
    this.#nextSeq += 1;
    const timeoutMs = options.timeoutMs ?? this.#timeoutMs;
    const deadline = this.#deadlines.start(timeoutMs, () => {
      this.#giveUp(seq, new RpcError('timeout', `${method}: no reply within ${timeoutMs} ms`));
    });
    const onAbort = signal && ((): void => this.#giveUp(seq, aborted(method, signal)));
    if (onAbort !== undefined) signal?.addEventListener('abort', onAbort, { once: true });
    this.#pending.set(seq, { method, take, reject, deadline, signal, onAbort });
  }

  /** Why a call cannot even begin. */
  #refusal(method: string, signal: AbortSignal | undefined): RpcError | undefined {
    if (this.#end !== undefined) return ended(method, this.#end.cause);
    if (signal?.aborted === true) return aborted(method, signal);
    if (this.#pending.size >= maxPendingCalls) {
      return new RpcError('busy', `${method}: ${maxPendingCalls} calls wait for a reply already`);
    }
    if (this.#stream.unsent > maxUnsentBytes) {
      return new RpcError('busy', `${method}: the peer does not take the calls made before`);
    }
    return undefined;
  }

  #read(decoder: GobDecoder): boolean {
    for (;;) {
      if (this.#header === undefined) {
        const header = decoder.decode(Response);
        if (header === incomplete) return true;
        this.#header = header;
      }
      if (!this.#readBody(decoder, this.#header)) return true;
      this.#header = undefined;
    }
  }

  /** False when the body has not arrived whole. */
  #readBody(decoder: GobDecoder, { seq, error }: Response): boolean {
    const call = this.#pending.get(seq);
    if (call === undefined) {
      if (seq >= this.#nextSeq) {
        throw new RpcError('protocol', `the peer answered call ${seq}, which was never made`);
      }
      // Nobody waits any more: the call has timed out or was aborted.
      return decoder.discard();
    }
    if (error === '') {
      if (!call.take(decoder)) return false;
      this.#forget(seq, call);
      return true;
    }
    if (!decoder.discard()) return false;
    this.#giveUp(seq, new RpcError('remote', error));
    return true;
  }

  #giveUp(seq: number, error: RpcError): void {
    const call = this.#pending.get(seq);
    if (call === undefined) return;
    this.#forget(seq, call);
    call.reject(error);
  }

  #forget(seq: number, call: Pending): void {
    this.#pending.delete(seq);
    this.#deadlines.cancel(call.deadline);
    if (call.onAbort !== undefined) call.signal?.removeEventListener('abort', call.onAbort);
  }

  #peerEnded(): void {
    if (this.#header !== undefined || this.#stream.unread > 0) {
      this.#stream.fail(new RpcError('protocol', 'the peer ended the stream inside a reply'));
      return;
    }
    const waiting = this.#pending.size;
    this.#stream.finish(
      waiting === 0
        ? undefined
        : new RpcError('closed', `the peer ended the stream with ${waiting} calls unanswered`),
    );
  }

  #ended(error: RpcError | undefined): void {
    this.#end = { cause: error };
    this.#deadlines.stop();
    if (error !== undefined) this.#log.debug('rpc client ended', { error });
    for (const [seq, call] of [...this.#pending]) this.#giveUp(seq, ended(call.method, error));
    this.#settleClosed(error);
  }
}

function aborted(method: string, signal: AbortSignal): RpcError {
  return new RpcError('aborted', `${shorten(method)}: aborted`, { cause: signal.reason });
}

function ended(method: string, cause: RpcError | undefined): RpcError {
  const text = `${shorten(method)}: the stream has ended`;
  return new RpcError('closed', text, cause && { cause });
}
