/** The cookies of a request, in order. */

/** Name and value, undecoded. */
export type Cookie = readonly [name: string, value: string];

/** The cookie that holds a session's token. */
export const sessionCookie = 'MMAUTHTOKEN';
/** The cookie from which the webapp takes the token that proves it is no other site. */
export const csrfCookie = 'MMCSRF';
/** The cookie that names the user to scripts. */
export const userCookie = 'MMUSERID';

/** The cookies of a `Cookie` header, in its order; none where there is no header. */
export function parseCookies(header: string | undefined): Cookie[] {
  return (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.includes('='))
    .map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]);
}

/** The `Cookie` header that carries these cookies. */
export function formatCookies(cookies: readonly Cookie[]): string {
  return cookies.map(([name, value]) => `${name}=${value}`).join('; ');
}
