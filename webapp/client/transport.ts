/** Requests in the manner of the host's own: with its session, its CSRF token and its mark of a script. */
import type { ErrorBody } from '../../server/contract/index.ts';
import { ClientError } from './client_error.ts';

/** What requests are made with. */
export interface TransportOptions {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** The path below which the site lives, without a slash at its end. Asked anew for each request. */
  basePath(): string;
  /** The CSRF token of the session; empty without one. */
  csrfToken(): string;
}

/** What one request is. */
export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a request for a path of the site and answers what its JSON says. The type of it is the caller's word. */
export type Transport = <T>(path: string, request?: RequestOptions) => Promise<T>;

/**
 * Builds the transport. It throws `ClientError`, and whatever `fetch` throws when its signal aborts.
 */
export function createTransport(options: TransportOptions): Transport {
  return async <T>(path: string, request: RequestOptions = {}): Promise<T> => {
    const { method = 'GET', body, signal } = request;
    const token = options.csrfToken();
    const response = await options
      .fetch(options.basePath() + path, {
        method,
        credentials: 'same-origin',
        headers: {
          'X-Requested-With': 'XMLHttpRequest',
          ...(method === 'GET' || token === '' ? {} : { 'X-CSRF-Token': token }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      })
      .catch((cause: unknown) => {
        signal?.throwIfAborted();
        throw new ClientError('unreachable', 'The server did not answer.', { cause });
      });
    if (response.status === 204) return undefined as T;
    const answer: unknown = await response.json().catch(() => undefined);
    if (!response.ok) throw errorOf(response.status, answer);
    return answer as T;
  };
}

/** Answers that are not the plugin's own: the host's, or those of a proxy in front of it. */
function errorOf(status: number, answer: unknown): ClientError {
  const error = (answer as Partial<ErrorBody> | undefined)?.error;
  if (typeof error === 'object' && typeof error.code === 'string') {
    return new ClientError(error.code, error.message, { field: error.field, limit: error.limit });
  }
  if (status === 401) return new ClientError('unauthorized', 'Please sign in.');
  if (status === 502 || status === 503 || status === 504) {
    return new ClientError('unavailable', 'The server did not answer.');
  }
  return new ClientError('unexpected', `The server answered with status ${status}.`);
}
