/** What users may be told when the scheduler refuses something. */
import type { ErrorCode } from '../contract/index.ts';
import { CodedError } from '../errors.ts';

/** The codes of the contract that the scheduler uses. */
export type ScheduleErrorCode = Extract<
  ErrorCode,
  | 'invalid'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'busy'
  | 'not_running'
  | 'limit'
  | 'unavailable'
>;

/** Thrown when: a request cannot be granted. The message is a sentence for the user; the code has its HTTP status. */
export class ScheduleError extends CodedError<ScheduleErrorCode> {
  /** Path of the wrong field in the request's body. */
  readonly field: string | undefined;
  /** The limit that was passed. */
  readonly limit: number | undefined;
  /** After how many seconds it is worth trying again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ScheduleErrorCode,
    message: string,
    options: {
      readonly field?: string;
      readonly limit?: number;
      readonly retryAfterSeconds?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    super(code, message, options.cause === undefined ? {} : { cause: options.cause });
    this.field = options.field;
    this.limit = options.limit;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
