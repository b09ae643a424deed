/**
 * The far end of an answer: Go's http.ResponseWriter, called over RPC. Source: plugin/http.go.
 *
 * The server runs pipelined calls in any order, so each is awaited before the next.
 */
import type { ByteStream } from '../../wire/bytes/index.ts';
import { bytes, int } from '../../wire/gob/index.ts';
import { Empty, RpcClient } from '../../wire/netrpc/index.ts';
import type { RpcClientOptions } from '../../wire/netrpc/index.ts';
import { toGoHeader } from '../header.ts';
import { HttpHeader } from '../model/index.ts';
import { HttpBridgeError } from './errors.ts';
import { maxWriteBytes, writeTimeoutMs } from './limits.ts';

/** Statuses that end with the headers (RFC 9110). */
const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

/** Writes one answer. */
export class ResponseWriter {
  /** Settles when the server hears nothing more. Never rejects. */
  readonly closed: Promise<unknown>;
  readonly #rpc: RpcClient;
  /** What the server has set before the plugin was asked: SyncHeader deletes what it does not repeat. */
  readonly #preset: Promise<HttpHeader>;

  constructor(stream: ByteStream, options: Omit<RpcClientOptions, 'timeoutMs'>) {
    this.#rpc = new RpcClient(stream, { ...options, timeoutMs: writeTimeoutMs });
    this.closed = this.#rpc.closed;
    this.#preset = this.#rpc.call('Plugin.Header', Empty, {}, HttpHeader);
    // Awaited when the answer begins; until then, or if it never does, nobody asks.
    this.#preset.catch(() => undefined);
  }

  /**
   * Sends the answer to a request of the given method. The body is read only as fast as the server takes it.
   *
   * @throws {HttpBridgeError} as a rejection: `answer`, `answer_body` or `client_gone`.
   */
  async send(method: string, response: Response): Promise<void> {
    const reader: ReadableStreamDefaultReader<unknown> | undefined = response.body?.getReader();
    try {
      const silent = method === 'HEAD' || bodilessStatuses.has(response.status);
      await this.#start(response);
      if (reader !== undefined && !silent) await this.#sendBody(reader);
    } finally {
      // Tells the source of a body that was not read to its end; otherwise does nothing.
      reader?.cancel().catch(() => undefined);
    }
  }

  /** Ends the stream. May be called twice. */
  close(): void {
    this.#rpc.close();
  }

  async #start({ headers, status }: Response): Promise<void> {
    try {
      const header = new Map([...(await this.#preset), ...toGoHeader(headers)]);
      await this.#rpc.callWithoutReply('Plugin.SyncHeader', HttpHeader, header);
      // 200 goes without saying, here as in Go.
      if (status === 200) return;
      await this.#rpc.callWithoutReply('Plugin.WriteHeader', int, status);
    } catch (cause) {
      throw new HttpBridgeError('answer', 'the server does not take the answer', { cause });
    }
  }

  async #sendBody(reader: ReadableStreamDefaultReader<unknown>): Promise<void> {
    for (;;) {
      const chunk = await readChunk(reader);
      if (chunk === undefined) return;
      for (let at = 0; at < chunk.length; at += maxWriteBytes) {
        await this.#write(chunk.subarray(at, at + maxWriteBytes));
      }
    }
  }

  async #write(piece: Uint8Array): Promise<void> {
    try {
      await this.#rpc.callWithoutReply('Plugin.Write', bytes, piece);
    } catch (cause) {
      throw new HttpBridgeError('client_gone', 'the server takes no more of the answer', { cause });
    }
  }
}

async function readChunk(
  reader: ReadableStreamDefaultReader<unknown>,
): Promise<Uint8Array | undefined> {
  const { done, value } = await reader.read().catch((cause: unknown) => {
    throw new HttpBridgeError('answer_body', "the answer's body failed", { cause });
  });
  if (done) return undefined;
  if (value instanceof Uint8Array) return value;
  throw new HttpBridgeError('answer_body', "the answer's body gave something else than bytes");
}
