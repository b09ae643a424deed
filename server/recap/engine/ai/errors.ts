/** What can go wrong with an AI. Messages carry no text of the service: it may repeat what it was sent, or the key. */
import { CodedError } from '../../../errors.ts';

/**
 * - `unreachable`: no connection, or it broke.
 * - `timed_out`: no whole answer in time.
 * - `refused`: the key, the user or the channel is not welcome.
 * - `busy`: asked to come back later.
 * - `failed`: an error of the service, or an answer that is no answer.
 * - `invalid_answer`: the model answered something else than it was asked for, twice.
 * - `too_large`: the answer is larger than any may be.
 * - `redirected`: sent on to where content may not go.
 * - `resting`: not asked, because it has failed again and again just now.
 */
export type AiErrorCode =
  | 'unreachable'
  | 'timed_out'
  | 'refused'
  | 'busy'
  | 'failed'
  | 'invalid_answer'
  | 'too_large'
  | 'redirected'
  | 'resting';

/** Thrown by models and by what reads their answers. */
export class AiError extends CodedError<AiErrorCode> {
  /** Whether the same request may succeed a moment later. */
  readonly retryable: boolean;
  /** How long the service wants to be left alone, in ms; undefined where it did not say. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: AiErrorCode,
    message: string,
    options: { readonly retryable?: boolean; readonly retryAfterMs?: number | undefined } = {},
  ) {
    super(code, message);
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs;
  }
}
