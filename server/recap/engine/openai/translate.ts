/** Errors of the `openai` package as ours. Their messages quote the service, so nothing of them is kept but slugs. */
import type { APIError } from 'openai';
import { AiError } from '../ai/index.ts';
import type { Clock } from '../../../clock.ts';

/** Causes that are looked through. */
const maxCauses = 6;

/** What was thrown, in our words. `errors` is the package's own class, which is loaded late. */
export function translate(
  thrown: unknown,
  errors: typeof APIError,
  clock: Pick<Clock, 'now'>,
): AiError {
  const causes = causesOf(thrown);
  const own = causes.find((cause) => cause instanceof AiError);
  if (own !== undefined) return own;
  if (isApiError(thrown, errors) && thrown.status !== undefined) {
    return ofStatus(thrown.status, slugOf(thrown), retryAfter(thrown.headers, clock));
  }
  if (thrown instanceof SyntaxError) return new AiError('failed', 'the answer is no JSON');
  const code = causes.map((cause) => Reflect.get(cause, 'code') as unknown).find(isSlug);
  const why = code === undefined ? '' : ` (${code})`;
  return new AiError('unreachable', `no connection, or it broke${why}`, { retryable: true });
}

/** The words with which a service refused a request, for looking at only. */
export function refusal(thrown: unknown, errors: typeof APIError): string | undefined {
  if (!isApiError(thrown, errors) || (thrown.status !== 400 && thrown.status !== 422)) {
    return undefined;
  }
  return `${thrown.message} ${thrown.param ?? ''}`;
}

/** Its type parameters say more than there is to know. */
function isApiError(thrown: unknown, errors: typeof APIError): thrown is APIError {
  return thrown instanceof errors;
}

function ofStatus(status: number, slug: string, retryAfterMs: number | undefined): AiError {
  const message = `status ${status}${slug}`;
  if (status === 401 || status === 403) return new AiError('refused', message);
  if (status === 429) return new AiError('busy', message, { retryable: true, retryAfterMs });
  const retryable = status === 408 || status === 409 || status >= 500;
  return new AiError('failed', message, { retryable, retryAfterMs });
}

/** `code` and `type` of the service's error, where they are words of a program and not text. */
function slugOf({ code, type }: APIError): string {
  const slugs = [code, type].filter(isSlug);
  return slugs.length === 0 ? '' : ` (${slugs.join(', ')})`;
}

function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z_.]{2,47}$/.test(value);
}

/** Seconds or a date; some services give milliseconds in a header of their own. */
function retryAfter(headers: Headers | undefined, clock: Pick<Clock, 'now'>): number | undefined {
  const ms = Number(headers?.get('retry-after-ms') ?? NaN);
  if (Number.isFinite(ms) && ms >= 0) return ms;
  const text = headers?.get('retry-after') ?? '';
  if (text.trim() === '') return undefined;
  const seconds = Number(text);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(text) - clock.now();
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}

function causesOf(thrown: unknown): Error[] {
  const causes: Error[] = [];
  let current = thrown;
  while (Error.isError(current) && causes.length < maxCauses) {
    causes.push(current);
    current = current.cause;
  }
  return causes;
}
