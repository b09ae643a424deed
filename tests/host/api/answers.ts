/** The plugin API from the server's side: one function for each method, typed by the method's own wire form. */
import type { apiMethods } from '../../../server/mattermost/api/api.ts';
import type { Method } from '../../../server/mattermost/api/method.ts';
import type { Infer, Schema } from '../../../server/wire/gob/index.ts';

type Decoded<Parameters extends readonly Schema[]> = {
  -readonly [I in keyof Parameters]: Infer<Parameters[I]>;
};

type Answer<M> =
  M extends Method<infer Parameters extends readonly Schema[], infer Value>
    ? (...args: Decoded<Parameters>) => Value | Promise<Value>
    : never;

/** A function for every method of the API. What they throw as `AppFailure` becomes the method's error result. */
export type ApiAnswers = { [K in keyof typeof apiMethods]: Answer<(typeof apiMethods)[K]> };
