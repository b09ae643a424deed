/** What went wrong, as an answer: a stable code, a sentence, the field, the limit. */
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import * as z from 'zod';
import { errorStatus, invalidBody } from '../contract/index.ts';
import type { ErrorBody, ErrorCode } from '../contract/index.ts';
import { toError } from '../errors.ts';
import type { Translator } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { isApiError } from '../mattermost/index.ts';
import { ScheduleError } from '../schedule/index.ts';
import { StoreError } from '../store/index.ts';

/** What is said of a route that is not there, or not for whoever asks. */
export const nothingHere = 'There is nothing here.';

/** An answer with an error status. */
export function errorAnswer(
  context: Context,
  code: ErrorCode,
  message: string,
  details: { readonly field?: string | undefined; readonly limit?: number | undefined } = {},
): Response {
  const { field, limit } = details;
  const body: ErrorBody = {
    error: {
      code,
      message,
      ...(field === undefined ? {} : { field }),
      ...(limit === undefined ? {} : { limit }),
    },
  };
  return context.json(body, errorStatus[code]);
}

/**
 * Translates what a handler threw. Only faults of our own are logged: the others are the client's to read.
 *
 * What a user can mend is said in the user's language, which `speaker` finds out; what only a program does wrong, in
 * English.
 */
export async function answerTo(
  thrown: unknown,
  context: Context,
  log: Log,
  speaker: () => Promise<Translator>,
): Promise<Response> {
  if (thrown instanceof ScheduleError) {
    if (thrown.retryAfterSeconds !== undefined) {
      context.header('Retry-After', String(thrown.retryAfterSeconds));
    }
    // A refusal stands even where nobody knows whom it is for.
    const message = await speaker().then(
      ({ text }) => thrown.sentence(text),
      () => thrown.message,
    );
    return errorAnswer(context, thrown.code, message, thrown);
  }
  if (thrown instanceof z.ZodError) return context.json(invalidBody(thrown), errorStatus.invalid);
  if (thrown instanceof HTTPException) return errorAnswer(context, 'invalid', thrown.message);
  log.error('a request failed', {
    method: context.req.method,
    route: routePath(context),
    error: toError(thrown),
  });
  const away =
    isApiError(thrown, 'unavailable') ||
    (thrown instanceof StoreError && ['unavailable', 'contended', 'aborted'].includes(thrown.code));
  return away
    ? errorAnswer(context, 'unavailable', 'The server did not answer. Please try again.')
    : errorAnswer(context, 'internal', 'Something went wrong. Please try again.');
}
