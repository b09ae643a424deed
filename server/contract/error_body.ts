/** What a request that failed is answered with. */
import * as z from 'zod';

/** Each stable error code and the HTTP status it travels with. */
export const errorStatus = {
  /** The body or a parameter is wrong; `field` says which. */
  invalid: 400,
  /** Nobody is logged in, or a mutation came without the CSRF token. */
  unauthorized: 401,
  /** The administrator has not opened recaps to this user. */
  not_allowed: 403,
  /** There is no such thing, or it is somebody else's. */
  not_found: 404,
  /** The route exists, but not for this method. */
  method_not_allowed: 405,
  /** The revision is not the current one. */
  conflict: 409,
  /** A run of this schedule is already busy. */
  busy: 409,
  /** No run of this schedule is at work, or its message is leaving already. */
  not_running: 409,
  /** The body is too large; `limit` is in bytes. */
  too_large: 413,
  /** A limit is reached; `limit` says how many are allowed. */
  limit: 429,
  /** A fault of the server's own. */
  internal: 500,
  /** The plugin is starting or stopping. */
  unavailable: 503,
} as const;

/** A stable error code. */
export type ErrorCode = keyof typeof errorStatus;

/** The body of every answer with an error status. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
    /** A sentence for people: in the user's language where the user can mend it, else in English. */
    message: z.string(),
    /** Path of the wrong field in the body, such as `recurrence.times_of_day.0`. */
    field: z.string().optional(),
    /** The limit that was passed, in the unit of the field. */
    limit: z.number().optional(),
  }),
});
/** The body of every answer with an error status. */
export type ErrorBody = z.infer<typeof ErrorBody>;

/** The first thing that zod found wrong, as an error body naming field and limit. */
export function invalidBody(error: z.ZodError): ErrorBody {
  const issue = error.issues[0];
  if (issue === undefined)
    return { error: { code: 'invalid', message: 'The request is not valid.' } };
  const limit = limitOf(issue);
  const path =
    issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return {
    error: {
      code: 'invalid',
      message: issue.message,
      ...(path.length > 0 ? { field: path.map(String).join('.') } : {}),
      ...(limit === undefined ? {} : { limit }),
    },
  };
}

function limitOf(issue: z.core.$ZodIssue): number | undefined {
  switch (issue.code) {
    case 'too_big':
      return Number(issue.maximum);
    case 'too_small':
      return Number(issue.minimum);
    case 'custom': {
      const limit: unknown = issue.params?.['limit'];
      return typeof limit === 'number' ? limit : undefined;
    }
    default:
      return undefined;
  }
}
