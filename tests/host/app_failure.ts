/** The failure of an API call as Mattermost reports it: a `model.AppError` on its way to the caller. */
import { CodedError } from '../../server/errors.ts';

/** Carries what becomes a `model.AppError`. `code` is Mattermost's message id, which is an open set. */
export class AppFailure extends CodedError {
  /** The Go function that Mattermost would name. */
  readonly where: string;
  /** HTTP status, 100 to 999. */
  readonly statusCode: number;
  /** For logs and developers; the user sees `message`. */
  readonly detail: string;

  constructor(where: string, id: string, statusCode: number, message = id, detail = '') {
    super(id, message);
    this.where = where;
    this.statusCode = statusCode;
    this.detail = detail;
  }
}

/** A 404 as Mattermost's stores give it. */
export function notFound(where: string, id: string, what: string): AppFailure {
  return new AppFailure(where, id, 404, `Unable to find ${what}.`);
}
