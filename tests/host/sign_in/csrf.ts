/** Whether a request that came with a session cookie also proves to be no other site's. */

/** The check on headers alone: the session's own token, or, unless strict, the mark of a script's request. */
export function csrfHeaderPasses(
  token: string | undefined,
  requestedWith: string | undefined,
  expected: string,
  strict: boolean,
): boolean {
  return token === expected || (!strict && requestedWith === 'XMLHttpRequest');
}
