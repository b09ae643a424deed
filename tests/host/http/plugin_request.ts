/**
 * What the server makes of a request before a plugin sees it: who sent it, and which headers stay. Source:
 * `Channels.servePluginRequest` and `validateCSRFForPluginRequest` of Mattermost's server.
 */
import { Readable } from 'node:stream';
import { canonicalHeaderName } from '../../../server/mattermost/header.ts';
import { newId } from '../ids.ts';
import type { PluginRequest } from '../process/index.ts';
import {
  csrfHeaderPasses,
  formatCookies,
  parseCookies,
  readCredentials,
  sessionCookie,
  type Sessions,
} from '../sign_in/index.ts';
import { goPath, goQuery } from './go_url.ts';

/** A request as it came in. */
export interface IncomingRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Names and values by turns, as they came. */
  readonly rawHeaders: readonly string[];
  readonly remoteAddress: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** What the answer depends on. */
export interface RequestRules {
  readonly sessions: Sessions;
  readonly now: number;
  /** Whether `X-Requested-With` stops being enough (`ExperimentalStrictCSRFEnforcement`). */
  readonly strictCsrf: boolean;
}

/** Headers of the incoming request that never reach a plugin as they are. */
const removed = [
  'Host',
  'Transfer-Encoding',
  'Mattermost-User-Id',
  'Mattermost-Plugin-Id',
  'Cookie',
  'Referer',
];

/** Prepares a request from outside for the plugin whose routes begin with `prefix`. */
export async function preparePluginRequest(
  incoming: IncomingRequest,
  prefix: string,
  rules: RequestRules,
): Promise<PluginRequest> {
  const { pathname, searchParams } = new URL(incoming.url, 'http://localhost');
  const headers = toHeader(incoming.rawHeaders);
  const first = (name: string): string | undefined => headers.get(name)?.[0];
  const credentials = readCredentials({
    authorization: first('Authorization'),
    cookie: first('Cookie'),
    query: searchParams,
  });
  const host = first('Host') ?? '';
  const cookies = parseCookies(headers.get('Cookie')?.join('; '));
  for (const name of removed) headers.delete(name);
  const kept = cookies.filter(([name]) => name !== sessionCookie);
  if (kept.length > 0) headers.set('Cookie', [formatCookies(kept)]);

  const login =
    credentials.token === '' ? undefined : rules.sessions.byToken(credentials.token, rules.now);
  let body = incoming.body;
  let sessionId = '';
  if (login !== undefined) {
    if (credentials.via === 'header') headers.delete('Authorization');
    const check = await checkCsrf(
      incoming,
      headers,
      login.csrfToken,
      credentials.via,
      rules.strictCsrf,
    );
    body = check.body;
    if (check.passed) {
      headers.set('Mattermost-User-Id', [login.session.userId]);
      sessionId = login.session.id;
    }
  }
  const query = goQuery(searchParams, ['access_token']);
  const path = goPath(pathname.slice(prefix.length));
  return {
    request: {
      method: incoming.method,
      url: query === '' ? path : `${path}?${query}`,
      proto: 'HTTP/1.1',
      protoMajor: 1,
      protoMinor: 1,
      header: headers,
      host,
      remoteAddr: incoming.remoteAddress,
      requestURI: incoming.url,
    },
    context: {
      sessionId,
      requestId: newId(),
      ipAddress: incoming.remoteAddress.replace(/:\d+$/, ''),
      acceptLanguage: first('Accept-Language') ?? '',
      userAgent: first('User-Agent') ?? '',
    },
    body,
  };
}

/**
 * Whether a request with a session is believed to come from the user. Without the header the server reads the
 * whole body, looking for a form field; so does this.
 */
async function checkCsrf(
  { method, body }: IncomingRequest,
  headers: ReadonlyMap<string, readonly string[]>,
  expected: string,
  via: string,
  strict: boolean,
): Promise<{ passed: boolean; body: AsyncIterable<Uint8Array> }> {
  if (via !== 'cookie' || method === 'GET') return { passed: true, body };
  const token = headers.get('X-Csrf-Token')?.[0] ?? '';
  const requestedWith = headers.get('X-Requested-With')?.[0];
  if (token !== '') {
    return { passed: csrfHeaderPasses(token, requestedWith, expected, strict), body };
  }
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  const isForm = headers.get('Content-Type')?.[0]?.startsWith('application/x-www-form-urlencoded');
  const form = isForm === true ? new URLSearchParams(Buffer.concat(pieces).toString()) : undefined;
  const field = form?.get('csrf') ?? undefined;
  return {
    passed: csrfHeaderPasses(field, requestedWith, expected, strict),
    body: Readable.from(pieces),
  };
}

/** Raw headers under Go's canonical names. */
function toHeader(raw: readonly string[]): Map<string, string[]> {
  const header = new Map<string, string[]>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = canonicalHeaderName(raw[at]!);
    header.set(name, [...(header.get(name) ?? []), raw[at + 1]!]);
  }
  return header;
}
