/** What the routes have in common. */
import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { errorAnswer } from './errors.ts';

/** What handlers know of a request beside itself. */
export interface Environment {
  readonly Bindings: { readonly userId: string | undefined };
  readonly Variables: { userId: string };
}

/** Answers every method that has no handler by now; `allowed` names those that have. */
export function refuseOtherMethods(api: Hono<Environment>, route: string, allowed: string): void {
  api.all(route, (c) => {
    c.header('Allow', allowed);
    return errorAnswer(c, 'method_not_allowed', `Only ${allowed} can be used here.`);
  });
}

/**
 * The body as JSON, whatever its content type claims.
 *
 * @throws {HTTPException} 400 where it is none.
 */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new HTTPException(400, { message: 'The body must be JSON.', cause });
  }
}
