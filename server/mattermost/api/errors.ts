/** The errors of the plugin API, and how the server's and the wire's errors become them. */
import { CodedError } from '../../errors.ts';
import { RpcError } from '../../wire/netrpc/index.ts';
import type { AppError, GoError } from '../model/index.ts';

/**
 * Why a call of the plugin API failed.
 *
 * - `not_found`: what was asked for does not exist (404).
 * - `denied`: the server refused (401, 403).
 * - `invalid`: the arguments are wrong (400, 413, 422), on the server's word or before anything was sent.
 * - `conflict`: it exists already or changed meanwhile (409).
 * - `limited`: too many or too much (429), or too many calls wait already; nothing was done.
 * - `unsupported`: this server's version lacks the method, or the feature is off (501).
 * - `unavailable`: the call may or may not have been carried out: no reply in time, connection gone, server
 *   overloaded (503).
 * - `failed`: anything else the server reported.
 */
export type ApiErrorCode =
  | 'not_found'
  | 'denied'
  | 'invalid'
  | 'conflict'
  | 'limited'
  | 'unsupported'
  | 'unavailable'
  | 'failed';

/** Facts beside an `ApiError`. */
export interface ApiErrorDetails {
  /** HTTP status as the server gave it; 0 when it gave none. */
  readonly statusCode?: number;
  /** The server's id of the error, such as `app.post.get.app_error`. */
  readonly id?: string;
  /** The Go function that reported it. */
  readonly where?: string;
  /** The server's internal text. For logs only. */
  readonly detail?: string;
  readonly cause?: unknown;
}

/** A call of the plugin API that failed. Thrown by every method of `Api`. */
export class ApiError extends CodedError<ApiErrorCode> {
  /** The Go name of the method that was called. */
  readonly method: string;
  /** HTTP status as the server gave it; 0 when it gave none. */
  readonly statusCode: number;
  /** The server's id of the error; empty when it gave none. */
  readonly id: string;
  /** The Go function that reported it; empty when the server gave none. */
  readonly where: string;
  /** The server's internal text; empty when it gave none. For logs only. */
  readonly detail: string;

  constructor(code: ApiErrorCode, method: string, message: string, details: ApiErrorDetails = {}) {
    super(code, `${method}: ${message}`, 'cause' in details ? { cause: details.cause } : {});
    this.method = method;
    this.statusCode = details.statusCode ?? 0;
    this.id = details.id ?? '';
    this.where = details.where ?? '';
    this.detail = details.detail ?? '';
  }
}

/** Whether `thrown` is an `ApiError`, and one of `codes` where any are given. */
export function isApiError(thrown: unknown, ...codes: readonly ApiErrorCode[]): thrown is ApiError {
  return thrown instanceof ApiError && (codes.length === 0 || codes.includes(thrown.code));
}

const codesByStatus: ReadonlyMap<number, ApiErrorCode> = new Map([
  [400, 'invalid'],
  [401, 'denied'],
  [403, 'denied'],
  [404, 'not_found'],
  [409, 'conflict'],
  [413, 'invalid'],
  [422, 'invalid'],
  [429, 'limited'],
  [501, 'unsupported'],
  [503, 'unavailable'],
]);

/** The `ApiError` that a Go error in a reply amounts to. */
export function fromGoError(method: string, error: Exclude<GoError, undefined>): ApiError {
  switch (error.type) {
    case '*model.AppError':
      return fromAppError(method, error.value);
    case '*plugin.ErrorString':
      return new ApiError('failed', method, error.value.err);
    case 'unknown':
      return new ApiError('failed', method, `the server reported a ${error.name}`);
  }
}

function fromAppError(method: string, error: AppError): ApiError {
  const message = error.message === '' ? error.id : error.message;
  return new ApiError(codesByStatus.get(error.statusCode) ?? 'failed', method, message, {
    statusCode: error.statusCode,
    id: error.id,
    where: error.where,
    detail: error.detailedError,
  });
}

/** What Go's glue says when the server was built without a method that its RPC layer knows. */
const notImplemented = /^API \w+ called but not implemented/u;

/** The `ApiError` that a failed call amounts to; `thrown` is kept as the cause. */
export function fromRpcError(method: string, thrown: unknown): ApiError {
  if (!(thrown instanceof RpcError)) {
    return new ApiError('failed', method, 'the call failed', { cause: thrown });
  }
  const details = { cause: thrown };
  switch (thrown.code) {
    case 'remote': {
      const missing = thrown.isMissingMethod || notImplemented.test(thrown.message);
      if (missing) return new ApiError('unsupported', method, 'this server lacks it', details);
      return new ApiError('failed', method, 'the server could not carry it out', details);
    }
    case 'encode':
      return new ApiError('invalid', method, 'the arguments cannot be sent', details);
    case 'busy':
      return new ApiError('limited', method, 'too many calls are waiting', details);
    case 'timeout':
    case 'aborted':
    case 'closed':
    case 'protocol':
      return new ApiError('unavailable', method, 'no answer from the server', details);
  }
}
