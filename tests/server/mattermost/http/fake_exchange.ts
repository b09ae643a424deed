/** The server's end of one HTTP request: a response writer that remembers, and a body that is handed out. */
import { systemClock } from '../../../../server/clock.ts';
import type { Log } from '../../../../server/log.ts';
import { httpHandler } from '../../../../server/mattermost/http/index.ts';
import type { HttpHandler } from '../../../../server/mattermost/http/index.ts';
import { HttpHeader, ServeHttpArgs } from '../../../../server/mattermost/index.ts';
import type { Input } from '../../../../server/wire/gob/index.ts';
import { bytes, int, string } from '../../../../server/wire/gob/index.ts';
import { Empty, RpcClient, RpcServer, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { memoryStreamPair } from '../../../support/memory_stream.ts';

/** What the fake server is told to do. */
export interface FakeOptions {
  readonly log: Log;
  readonly maxBodyBytes?: number;
  /** The request's body; undefined for a request that has none (stream id 0). */
  readonly body?: Uint8Array | undefined;
  /** Bytes after which reading from the client fails. */
  readonly bodyFailsAfter?: number;
  /** Headers the server has set before the plugin is asked. */
  readonly preset?: HttpHeader;
  /** Called with each piece of the answer's body. */
  readonly onWrite?: (piece: Uint8Array) => void;
  /** Methods of the response writer that fail. */
  readonly broken?: readonly string[];
  /** Streams that nobody accepts. */
  readonly refused?: readonly ('writer' | 'body')[];
}

/** What the client of the fake server would see, and what the server noticed. */
export interface Seen {
  /** The reply of ServeHTTP: undefined when it succeeded. */
  readonly error: string | undefined;
  readonly status: number | undefined;
  readonly header: HttpHeader;
  readonly body: Buffer;
  /** Sizes of the pieces of the answer's body. */
  readonly writes: readonly number[];
  /** Bytes of the request's body that were asked for. */
  readonly asked: number;
  /** Whether the plugin ended each of its streams. */
  readonly ended: { readonly writer: boolean; readonly body: boolean };
}

const writerId = 7;
const bodyId = 8;

/** Sends `request` to `handler` over the bridge. */
export async function exchange(
  handler: HttpHandler,
  request: Input<typeof ServeHttpArgs>['request'],
  options: FakeOptions,
): Promise<Seen> {
  const body = new FakeBody(options);
  const writer = new FakeWriter(options, () => body.discard());
  const dial = async (id: number): Promise<ByteStream> => {
    const target = id === writerId ? 'writer' : 'body';
    if (options.refused?.includes(target) === true) throw new Error(`nobody accepts ${target}`);
    const [near, far] = memoryStreamPair();
    await Promise.resolve();
    (id === writerId ? writer : body).serve(far);
    return near;
  };
  const { log, maxBodyBytes } = options;
  const served = httpHandler(handler, { broker: { dial }, log, clock: systemClock, maxBodyBytes });
  const [near, far] = memoryStreamPair();
  const server = new RpcServer(far, new Map([['Plugin.ServeHTTP', served]]), { log });
  const client = new RpcClient(near, { clock: systemClock, log });
  const args = {
    responseWriterStream: writerId,
    requestBodyStream: options.body === undefined ? 0 : bodyId,
    request,
    context: { requestId: 'request-1', ipAddress: '127.0.0.1' },
  };
  const error = await client.call('Plugin.ServeHTTP', ServeHttpArgs, args, Empty).then(
    () => undefined,
    (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown)),
  );
  await settle();
  const ended = { writer: writer.ended, body: body.ended };
  client.close();
  server.close();
  return { error, ...writer.seen, asked: body.asked, ended };
}

/** Go's http.ResponseWriter behind RPC. */
class FakeWriter {
  ended = false;
  readonly #options: FakeOptions;
  readonly #onBegin: () => void;
  #status: number | undefined;
  #header: HttpHeader;
  readonly #writes: Uint8Array[] = [];

  /** `onBegin` is called when the answer begins. */
  constructor(options: FakeOptions, onBegin: () => void) {
    this.#options = options;
    this.#onBegin = onBegin;
    this.#header = new Map(options.preset);
  }

  get seen(): Pick<Seen, 'status' | 'header' | 'body' | 'writes'> {
    return {
      status: this.#status,
      header: this.#header,
      body: Buffer.concat(this.#writes),
      writes: this.#writes.map((piece) => piece.length),
    };
  }

  serve(stream: ByteStream): void {
    const methods = new Map([
      [
        'Plugin.Header',
        rpcHandler(Empty, HttpHeader, () => this.#run('Header', () => this.#header)),
      ],
      [
        'Plugin.SyncHeader',
        rpcHandler(HttpHeader, Empty, (header) =>
          this.#run('SyncHeader', () => {
            this.#header = header;
            return {};
          }),
        ),
      ],
      [
        'Plugin.WriteHeader',
        rpcHandler(int, string, (status) =>
          this.#run('WriteHeader', () => {
            if (this.#status !== undefined) throw new Error('superfluous WriteHeader');
            this.#onBegin();
            this.#status = status;
            return '';
          }),
        ),
      ],
      [
        'Plugin.Write',
        rpcHandler(bytes, Empty, (piece) =>
          this.#run('Write', () => {
            this.#onBegin();
            this.#status ??= 200;
            this.#writes.push(piece);
            this.#options.onWrite?.(piece);
            return {};
          }),
        ),
      ],
    ]);
    const server = new RpcServer(stream, methods, { log: this.#options.log });
    void server.closed.then((error) => {
      this.ended = error === undefined;
    });
  }

  /** Answers later and in its own time, as goroutines do: only a caller that waits keeps its order. */
  async #run<T>(name: string, work: () => T): Promise<T> {
    await new Promise((resolve) => setImmediate(resolve));
    if (this.#options.broken?.includes(name) === true) throw new Error(`${name} is broken`);
    return work();
  }
}

/** Go's request body behind io_rpc. */
class FakeBody {
  ended = false;
  asked = 0;
  readonly #body: Uint8Array;
  readonly #failsAfter: number;
  #pending: number[] = [];
  #at = 0;

  constructor({ body = new Uint8Array(), bodyFailsAfter = Infinity }: FakeOptions) {
    this.#body = body;
    this.#failsAfter = bodyFailsAfter;
  }

  serve(stream: ByteStream): void {
    stream.receive({
      data: (chunk) => {
        stream.consumed(chunk.length);
        for (const byte of chunk) this.#request(byte, stream);
      },
      end: () => {
        this.ended = true;
        stream.end();
      },
      error: () => undefined,
    });
  }

  /** What Go's server does with the rest of a body once the answer begins. */
  discard(): void {
    this.#at = this.#body.length;
  }

  #request(byte: number, stream: ByteStream): void {
    this.#pending.push(byte & 0x7f);
    if (byte >= 0x80) return;
    const zigzag = this.#pending.reduceRight((sum, part) => sum * 0x80 + part, 0);
    this.#pending = [];
    const wanted = zigzag / 2;
    this.asked += wanted;
    const end = Math.max(
      this.#at,
      Math.min(this.#at + wanted, this.#body.length, this.#failsAfter),
    );
    const piece = this.#body.subarray(this.#at, end);
    stream.write(piece).catch(() => undefined);
    this.#at = end;
    if (piece.length < wanted) stream.end();
  }
}

/** Lets everything that is due run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
