/** What users may be told when the scheduler refuses something. */
import type { ErrorCode } from '../contract/index.ts';
import { CodedError } from '../errors.ts';
import { translatorFor } from '../i18n/index.ts';
import type { MessageKey, MessageValues, Translator } from '../i18n/index.ts';

const english = translatorFor('en');

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

/** What is known of a refusal beside its code and its words. */
interface RefusalDetails {
  readonly field?: string;
  readonly limit?: number;
  readonly retryAfterSeconds?: number;
  readonly cause?: unknown;
}

/** A sentence in whatever language. */
interface Words {
  readonly key: MessageKey;
  readonly values: MessageValues;
}

/** Thrown when: a request cannot be granted. The message is English; `sentence` has the user's language. */
export class ScheduleError extends CodedError<ScheduleErrorCode> {
  /** Path of the wrong field in the request's body. */
  readonly field: string | undefined;
  /** The limit that was passed. */
  readonly limit: number | undefined;
  /** After how many seconds it is worth trying again. */
  readonly retryAfterSeconds: number | undefined;

  readonly #words: Words;

  constructor(code: ScheduleErrorCode, words: Words, details: RefusalDetails = {}) {
    const { field, limit, retryAfterSeconds, cause } = details;
    super(code, english.text(words.key, words.values), cause === undefined ? {} : { cause });
    this.field = field;
    this.limit = limit;
    this.retryAfterSeconds = retryAfterSeconds;
    this.#words = words;
  }

  /** What went wrong, for the user. */
  sentence(text: Translator['text']): string {
    return text(this.#words.key, this.#words.values);
  }
}

/** A refusal in words that every language has. */
export function refusal(
  code: ScheduleErrorCode,
  key: MessageKey,
  details: RefusalDetails & { readonly values?: MessageValues } = {},
): ScheduleError {
  const { values = {}, ...others } = details;
  return new ScheduleError(code, { key, values }, others);
}
