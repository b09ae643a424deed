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
import { readChunk } from './answer.ts';
import type { Answer } from './answer.ts';
import { HttpBridgeError } from './errors.ts';
import { maxWriteBytes, writeTimeoutMs } from './limits.ts';

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
   * Sends an answer. The rest of its body is read only as fast as the server takes it, and is left to the caller to
   * stop when this is over.
   *
   * @throws {HttpBridgeError} as a rejection: `answer`, `answer_body` or `client_gone`.
   */
  async send({ status, headers, kept, rest }: Answer): Promise<void> {
    await this.#start(status, headers);
    for (const chunk of joined(kept)) await this.#write(chunk);
    if (rest === undefined) return;
    for (;;) {
      const chunk = await readChunk(rest);
      if (chunk === undefined) return;
      await this.#write(chunk);
    }
  }

  /** Ends the stream. May be called twice. */
  close(): void {
    this.#rpc.close();
  }

  async #start(status: number, headers: Headers): Promise<void> {
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

  async #write(chunk: Uint8Array): Promise<void> {
    try {
      for (let at = 0; at < chunk.length; at += maxWriteBytes) {
        const piece = chunk.subarray(at, at + maxWriteBytes);
        await this.#rpc.callWithoutReply('Plugin.Write', bytes, piece);
      }
    } catch (cause) {
      throw new HttpBridgeError('client_gone', 'the server takes no more of the answer', { cause });
    }
  }
}

/** Chunks joined into as few as fit into one write each. */
function* joined(chunks: readonly Uint8Array[]): Iterable<Uint8Array> {
  let group: Uint8Array[] = [];
  let length = 0;
  for (const chunk of chunks) {
    if (length > 0 && length + chunk.length > maxWriteBytes) {
      yield Buffer.concat(group);
      group = [];
      length = 0;
    }
    group.push(chunk);
    length += chunk.length;
  }
  if (length > 0) yield Buffer.concat(group);
}
