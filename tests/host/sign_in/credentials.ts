/** Where a request carries its session token: header, cookie or query, looked at in this order. */
import { parseCookies, sessionCookie } from './cookies.ts';

/** A token and how it came. Only a cookie is sent by browsers on their own, so only it needs the CSRF check. */
export interface Credentials {
  readonly token: string;
  readonly via: 'header' | 'cookie' | 'query' | 'none';
}

/** The parts of a request that credentials may be in. */
export interface CredentialSources {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly query: URLSearchParams;
}

/** The token of a request, and where it was found; no token where there is none. */
export function readCredentials({ authorization, cookie, query }: CredentialSources): Credentials {
  const [, scheme, value] = /^(bearer|token) (.*)$/i.exec(authorization ?? '') ?? [];
  if (scheme !== undefined && value !== undefined) return { token: value, via: 'header' };
  const session = parseCookies(cookie).find(([name]) => name === sessionCookie);
  if (session !== undefined) return { token: session[1], via: 'cookie' };
  const token = query.get('access_token') ?? '';
  return { token, via: token === '' ? 'none' : 'query' };
}
