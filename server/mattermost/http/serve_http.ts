/** The bridge from the server's HTTP hooks to a handler of the platform's `Request` and `Response`. */
import type { Clock } from '../../clock.ts';
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { struct, uint } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';
import type { Broker } from '../../wire/goplugin/index.ts';
import { Empty, rpcHandler } from '../../wire/netrpc/index.ts';
import type { RpcHandler } from '../../wire/netrpc/index.ts';
import { Context, HttpRequest } from '../model/index.ts';
import { prepare, stop } from './answer.ts';
import type { Answer } from './answer.ts';
import type { HttpCaller } from './caller.ts';
import { HttpBridgeError } from './errors.ts';
import { failureResponse } from './failure_response.ts';
import { defaultMaxBodyBytes } from './limits.ts';
import { contentLength, hasBody, senderOf, toRequest } from './request.ts';
import { RequestBody } from './request_body.ts';
import { ResponseWriter } from './response_writer.ts';

/** The arguments of ServeHTTP and ServeMetrics. */
export const ServeHttpArgs = struct('Z_ServeHTTPArgs', {
  /** Where the answer goes. */
  responseWriterStream: uint,
  request: HttpRequest,
  context: Context,
  /** Where the body comes from; 0 where the request has none. */
  requestBodyStream: uint,
});
/** The decoded arguments of ServeHTTP and ServeMetrics. */
export type ServeHttpArgs = Infer<typeof ServeHttpArgs>;

/** Answers requests. A rejection is answered with an error status and logged. */
export type HttpHandler = (request: Request, caller: HttpCaller) => Promise<Response>;

/** What the bridge is made with. */
export interface HttpBridgeOptions {
  /** Dials the streams that the server offers with each request. */
  readonly broker: Pick<Broker, 'dial'>;
  readonly log: Log;
  readonly clock: Clock;
  /** Bytes a request's body may have; `defaultMaxBodyBytes` (32 MiB) unless given. */
  readonly maxBodyBytes?: number | undefined;
}

/** The RPC method that answers requests with `handler`. */
export function httpHandler(handler: HttpHandler, options: HttpBridgeOptions): RpcHandler {
  return rpcHandler(ServeHttpArgs, Empty, async (args, { signal }) => {
    await serve(args, handler, options, signal);
    return {};
  });
}

/** Serves one request. Its streams are ended when it is over, however it ends. */
async function serve(
  args: ServeHttpArgs,
  handler: HttpHandler,
  { broker, log, clock, maxBodyBytes = defaultMaxBodyBytes }: HttpBridgeOptions,
  signal: AbortSignal,
): Promise<void> {
  // Both streams at once and before anything else: the server waits 5 seconds for each of them.
  const writing = broker
    .dial(args.responseWriterStream)
    .then((stream) => new ResponseWriter(stream, { log, clock }));
  const body = openBody(args, broker, maxBodyBytes);
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  signal.addEventListener('abort', leave, { once: true });
  writing.then((writer) => writer.closed.then(leave), leave);
  try {
    const answer = await makeAnswer(args, body, handler, gone.signal, log, maxBodyBytes);
    try {
      const writer = await writing;
      await writer.send(answer);
    } finally {
      // Whatever gives the rest of the body may hold something open, also when nobody took the answer.
      if (answer.rest !== undefined) stop(answer.rest);
    }
  } catch (thrown) {
    if (!(thrown instanceof HttpBridgeError && thrown.code === 'client_gone')) throw thrown;
    log.debug('an http client left before its answer was complete', { error: thrown });
  } finally {
    signal.removeEventListener('abort', leave);
    body?.close();
    writing.then(
      (writer) => writer.close(),
      () => undefined,
    );
  }
}

function openBody(
  { request, requestBodyStream }: ServeHttpArgs,
  broker: Pick<Broker, 'dial'>,
  maxBytes: number,
): RequestBody | undefined {
  if (requestBodyStream === 0) return undefined;
  const bounds = { expectedBytes: contentLength(request), maxBytes };
  return new RequestBody(broker.dial(requestBodyStream), bounds, hasBody(request));
}

/** The handler's answer, or one that says why there is none. */
async function makeAnswer(
  { request, context }: ServeHttpArgs,
  body: RequestBody | undefined,
  handler: HttpHandler,
  signal: AbortSignal,
  log: Log,
  maxBodyBytes: number,
): Promise<Answer> {
  const { method } = request;
  const fail = (...failure: Parameters<typeof failureResponse>): Promise<Answer> =>
    prepare(method, failureResponse(...failure), body, 0);
  if (hasBody(request) && (contentLength(request) ?? 0) > maxBodyBytes) {
    return fail(413, maxBodyBytes);
  }
  const standard = toRequest(request, body?.stream);
  if (standard === undefined) return fail(400);
  try {
    const response = await handler(standard, { ...senderOf(request), context, signal });
    return await prepare(method, response, body, maxBodyBytes);
  } catch (thrown) {
    const failure = body?.failure;
    const { pathname: path } = new URL(standard.url);
    const fields = { method, path, error: failure ?? toError(thrown) };
    if (failure === undefined) log.error('http handler failed', fields);
    else log.warn('http request with an unusable body', fields);
    if (failure?.status === 413) return fail(413, maxBodyBytes);
    return fail(failure?.status ?? 500);
  }
}
