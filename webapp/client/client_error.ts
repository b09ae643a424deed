/** What went wrong with a request. */
import type { ErrorCode } from '../../server/contract/index.ts';

/** The server's codes, and what can go wrong before the server is reached or beside the plugin. */
export type ClientErrorCode = ErrorCode | 'unreachable' | 'unexpected';

/** What is known of a failure beside its code. */
export interface ClientErrorDetails extends ErrorOptions {
  /** Path of the wrong field in the body, such as `recurrence.times_of_day.0`. */
  readonly field?: string | undefined;
  /** The limit that was passed, in the unit of the field. */
  readonly limit?: number | undefined;
}

/** Thrown by every request that gets no answer, or an error as its answer. */
export class ClientError extends Error {
  override readonly name = 'ClientError';
  readonly code: ClientErrorCode;
  readonly field: string | undefined;
  readonly limit: number | undefined;

  constructor(code: ClientErrorCode, message: string, details: ClientErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.field = details.field;
    this.limit = details.limit;
  }
}

/** A failure of whatever kind as a `ClientError`. */
export function toClientError(thrown: unknown): ClientError {
  if (thrown instanceof ClientError) return thrown;
  return new ClientError('unexpected', 'Something went wrong.', { cause: thrown });
}

/** Whether a request failed because whoever began it wants its answer no longer. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AbortError';
}
