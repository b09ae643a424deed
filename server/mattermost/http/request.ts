/** A request as the server hands it on, made into the platform's `Request`. */
import { fromGoHeader } from '../header.ts';
import type { HttpHeader, HttpRequest } from '../model/index.ts';

/** Where requests seem to be sent to: the real host is the server's business, and the client may claim any. */
const origin = 'http://plugin.invalid';

/** Set by the server alone, and handed on as facts instead of headers. */
const identityHeaders: ReadonlySet<string> = new Set([
  'mattermost-user-id',
  'mattermost-plugin-id',
]);

/** Methods whose requests have no body in the platform's `Request`. */
const bodilessMethods: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Who sent a request, on the server's word. */
export function senderOf({ header }: HttpRequest): {
  readonly userId: string | undefined;
  readonly sourcePluginId: string | undefined;
} {
  return {
    userId: only(header, 'Mattermost-User-Id'),
    sourcePluginId: only(header, 'Mattermost-Plugin-Id'),
  };
}

/** The announced length of the body; undefined when the client sends it in chunks. */
export function contentLength({ header }: HttpRequest): number | undefined {
  const text = only(header, 'Content-Length');
  return text !== undefined && /^\d{1,15}$/u.test(text) ? Number(text) : undefined;
}

/** Whether a body can follow. */
export function hasBody(request: HttpRequest): boolean {
  return !bodilessMethods.has(request.method.toUpperCase()) && contentLength(request) !== 0;
}

/**
 * The `Request` for a handler, without the headers that identify the sender. Undefined when the platform has no
 * such request: of its methods it lacks CONNECT and TRACE.
 */
export function toRequest(
  request: HttpRequest,
  body: ReadableStream<Uint8Array> | undefined,
): Request | undefined {
  const init = {
    method: request.method,
    headers: fromGoHeader(request.header, identityHeaders),
  };
  const url = origin + pathOf(request.url);
  try {
    return body === undefined
      ? new Request(url, init)
      : new Request(url, { ...init, body, duplex: 'half' });
  } catch {
    return undefined;
  }
}

/** Path and query. Joined as text: resolving `//host/path` would take the path for a host. */
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  const absolute = URL.parse(url);
  return absolute === null ? '/' : absolute.pathname + absolute.search;
}

function only(header: HttpHeader | undefined, name: string): string | undefined {
  const value = header?.get(name)?.[0];
  return value === '' ? undefined : value;
}
