/** Hands one HTTP request to a plugin: `ServeHTTP` and `ServeMetrics` with their two streams. */
import { toError } from '../../../server/errors.ts';
import type { Log } from '../../../server/log.ts';
import { HttpHeader } from '../../../server/mattermost/model/index.ts';
import type { Context, HttpRequestInput } from '../../../server/mattermost/model/index.ts';
import { bytes, int, type Input } from '../../../server/wire/gob/index.ts';
import type { Broker } from '../../../server/wire/goplugin/index.ts';
import {
  Empty,
  RpcServer,
  rpcHandler,
  type RpcClient,
  type RpcHandler,
} from '../../../server/wire/netrpc/index.ts';
import { serveBody } from './body_holder.ts';
import { ServeHttpArgs } from './hook_calls.ts';

/** A request on its way to a plugin. */
export interface PluginRequest {
  readonly request: HttpRequestInput;
  readonly context: Input<typeof Context>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Where the plugin's answer goes: Go's `http.ResponseWriter`. */
export interface ResponseSink {
  /** The header as it is now; what the server has set before the plugin was asked. */
  header(): HttpHeader;
  /** Replaces the whole header. */
  syncHeader(header: HttpHeader): void;
  /** @throws {Error} for a status outside 100 to 999. */
  writeHeader(status: number): void;
  /** Writes a piece of the body; after it has resolved the next may be written. */
  write(piece: Uint8Array): Promise<void>;
  flush(): void;
}

/** What a process offers for a request. */
export interface PluginStreams {
  readonly hooks: RpcClient;
  readonly broker: Broker;
  readonly log: Log;
}

/**
 * Runs one request through the plugin. Resolves when the plugin's reply has arrived, and with it the whole answer.
 *
 * @throws {RpcError} as a rejection, when the hook fails or the process is gone.
 */
export async function serveHttp(
  hook: 'ServeHTTP' | 'ServeMetrics',
  { hooks, broker, log }: PluginStreams,
  { request, context, body }: PluginRequest,
  sink: ResponseSink,
): Promise<void> {
  const responseWriterStream = broker.nextId();
  const requestBodyStream = broker.nextId();
  let writer: RpcServer | undefined;
  let over = false;
  const acceptFailed = (error: unknown): void =>
    log.warn('plugin did not connect to a stream of a request', { error: toError(error) });
  broker.accept(responseWriterStream).then((stream) => {
    writer = new RpcServer(stream, writerHandlers(sink), { log });
    if (over) writer.close();
  }, acceptFailed);
  broker.accept(requestBodyStream).then((stream) => serveBody(stream, body), acceptFailed);
  try {
    await hooks.callWithoutReply(
      `Plugin.${hook}`,
      ServeHttpArgs,
      { responseWriterStream, request, context, requestBodyStream },
      { timeoutMs: Infinity },
    );
  } finally {
    over = true;
    writer?.close();
  }
}

function writerHandlers(sink: ResponseSink): ReadonlyMap<string, RpcHandler> {
  const done = {};
  return new Map<string, RpcHandler>([
    ['Plugin.Header', rpcHandler(Empty, HttpHeader, () => sink.header())],
    [
      'Plugin.SyncHeader',
      rpcHandler(HttpHeader, Empty, (header) => {
        sink.syncHeader(header);
        return done;
      }),
    ],
    [
      'Plugin.WriteHeader',
      rpcHandler(int, Empty, (status) => {
        sink.writeHeader(status);
        return done;
      }),
    ],
    [
      'Plugin.Write',
      rpcHandler(bytes, int, async (piece) => {
        await sink.write(piece);
        return piece.length;
      }),
    ],
    [
      'Plugin.Flush',
      rpcHandler(Empty, Empty, () => {
        sink.flush();
        return done;
      }),
    ],
  ]);
}
