/** The answers the bridge gives where no handler could. */

/** What each status is called, and what a person reads. Nothing of the cause gets out. */
const failures = {
  400: { code: 'invalid', message: 'The request could not be read.' },
  413: { code: 'too_large', message: 'The request body is too large.' },
  500: { code: 'internal', message: 'Something went wrong.' },
} as const;

/** A JSON answer with an error status; `limit` is in bytes. */
export function failureResponse(status: keyof typeof failures, limit?: number): Response {
  const error = { ...failures[status], ...(limit === undefined ? {} : { limit }) };
  return Response.json({ error }, { status });
}
