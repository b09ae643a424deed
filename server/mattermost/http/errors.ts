/** What can go wrong between a request from the server and its handler. */
import { CodedError } from '../../errors.ts';

/**
 * Thrown when:
 * - `body_too_large`: the request's body passes the limit. Whoever reads the body sees it.
 * - `body_truncated`: the body ended before its announced length, its stream broke, or the request is over.
 *   Whoever reads the body sees it.
 * - `answer`: the server does not take status and headers; `cause` says why.
 * - `answer_body`: the answer's body failed while it was being sent; `cause` is what its source threw.
 * - `client_gone`: the server does not take more of the body, as a rule because its client left.
 */
export type HttpBridgeErrorCode =
  'body_too_large' | 'body_truncated' | 'answer' | 'answer_body' | 'client_gone';

/** A failure of the HTTP bridge. */
export class HttpBridgeError extends CodedError<HttpBridgeErrorCode> {
  /** The status to answer a request with that failed for this reason. */
  get status(): 400 | 413 | 500 {
    if (this.code === 'body_too_large') return 413;
    return this.code === 'body_truncated' ? 400 : 500;
  }
}
