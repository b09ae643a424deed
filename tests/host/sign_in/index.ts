/** Who sends a request: sessions, where their tokens travel, and the proof that it is not another site. */
export { csrfCookie, formatCookies, parseCookies, sessionCookie, userCookie } from './cookies.ts';
export { readCredentials } from './credentials.ts';
export { csrfHeaderPasses } from './csrf.ts';
export { Sessions } from './sessions.ts';
export type { Login } from './sessions.ts';
