/**
 * An answer that may begin. Go's HTTP server throws what is left of a small or unmeasured request body away once
 * the answer begins, without a word to whoever is still reading it. So nothing is sent while the handler's answer
 * is still being made of the request's body: what it gives meanwhile is kept.
 */
import { HttpBridgeError } from './errors.ts';
import type { RequestBody } from './request_body.ts';

/** Status, headers, and the body in two parts. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** What has been read of the body already. */
  readonly kept: readonly Uint8Array[];
  /** Reads the rest; undefined when there is none. */
  readonly rest: BodyReader | undefined;
}

/** Reads an answer's body. The platform promises bytes; what handlers put into streams is checked all the same. */
export type BodyReader = ReadableStreamDefaultReader<unknown>;

/** Statuses whose answers end with the headers (RFC 9110). */
const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Makes a response ready to be sent, keeping at most `maxKeptBytes` of its body. From then on the rest of the
 * request's body is gone.
 *
 * @throws {HttpBridgeError} `answer_body` as a rejection.
 */
export async function prepare(
  method: string,
  { status, headers, body }: Response,
  request: RequestBody | undefined,
  maxKeptBytes: number,
): Promise<Answer> {
  const kept: Uint8Array[] = [];
  let rest: BodyReader | undefined = body?.getReader();
  if (rest !== undefined && (method === 'HEAD' || bodilessStatuses.has(status))) {
    stop(rest);
    rest = undefined;
  }
  let keptBytes = 0;
  while (rest !== undefined && request?.isOpen === true && keptBytes <= maxKeptBytes) {
    const chunk = await readChunk(rest);
    if (chunk === undefined) rest = undefined;
    else {
      kept.push(chunk);
      keptBytes += chunk.length;
    }
    // Nobody wants the request's body, so the answer is not made of it.
    if (!request.isBeingRead) break;
  }
  request?.close();
  return { status, headers, kept, rest };
}

/**
 * The next bytes; undefined at the end. A body that gives anything else is stopped.
 *
 * @throws {HttpBridgeError} `answer_body` as a rejection.
 */
export async function readChunk(reader: BodyReader): Promise<Uint8Array | undefined> {
  const { done, value } = await reader.read().catch((cause: unknown) => {
    throw new HttpBridgeError('answer_body', "the answer's body failed", { cause });
  });
  if (done) return undefined;
  if (value instanceof Uint8Array) return value;
  stop(reader);
  throw new HttpBridgeError('answer_body', "the answer's body gave something else than bytes");
}

/** Tells the source of a body that nobody reads on. After the end of the body this does nothing. */
export function stop(reader: BodyReader): void {
  reader.cancel().catch(() => undefined);
}
