/** How Mattermost tells of buttons that are pressed and dialogs that are filled in, and what it wants to hear. */
import type { Hono } from 'hono';
import * as z from 'zod';
import { readJson, refuseOtherMethods } from './routing.ts';
import type { Environment } from './routing.ts';
import type { DialogAnswer } from './settings_form.ts';

/** A dialog that was filled in, as far as it matters here. */
const Submission = z.object({
  state: z.string().default(''),
  submission: z.record(z.string(), z.unknown()).nullish(),
});

/** Adds the route of a button. `press` gets the body, and gives what the user reads; undefined where nothing is to be. */
export function addPress(
  api: Hono<Environment>,
  route: string,
  press: (userId: string, body: unknown) => Promise<string | undefined>,
): void {
  api.post(route, async (c) => {
    const text = await press(c.get('userId'), await readJson(c.req.raw));
    return c.json(text === undefined ? {} : { ephemeral_text: text });
  });
  refuseOtherMethods(api, route, 'POST');
}

/** Adds the route of a dialog. `submit` gets the state that the dialog was opened with, and what was filled in. */
export function addSubmission(
  api: Hono<Environment>,
  route: string,
  submit: (
    userId: string,
    state: string,
    submission: Readonly<Record<string, unknown>>,
  ) => Promise<DialogAnswer>,
): void {
  api.post(route, async (c) => {
    const { state, submission } = Submission.parse(await readJson(c.req.raw));
    // Nothing was filled in where a dialog was only closed.
    if (submission === undefined || submission === null) return c.json({});
    return c.json(await submit(c.get('userId'), state, submission));
  });
  refuseOtherMethods(api, route, 'POST');
}
