/** Between node's HTTP messages and the platform's `Request` and `Response`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** The request as a `Request`, its body streamed. */
export function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at]!, incoming.rawHeaders[at + 1]!);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(
    new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`),
    {
      method,
      headers,
      ...(hasBody ? { body: Readable.toWeb(incoming), duplex: 'half' } : {}),
    },
  );
}

/** Sends a `Response` whose body fits in memory. */
export async function respond(outgoing: ServerResponse, response: Response): Promise<void> {
  const headers = [...response.headers].flatMap(([name, value]) => [name, value]);
  outgoing.writeHead(response.status, headers);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
