/** The REST interface: routes of the contract, for the owner alone. */
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { apiBase, limits, routes } from '../contract/index.ts';
import { translatorFor } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import { addActionRoutes } from './actions.ts';
import type { ActionOptions } from './actions.ts';
import { addCommandRoutes } from './command_actions.ts';
import type { CommandActionOptions } from './command_actions.ts';
import { answerTo, errorAnswer, nothingHere } from './errors.ts';
import { createHandlers } from './handlers.ts';
import type { HandlerOptions } from './handlers.ts';
import { openApiDocument } from './openapi.ts';
import { addOperations } from './operations.ts';
import type { MayAdminister } from './operations.ts';
import { refuseOtherMethods } from './routing.ts';
import type { Environment } from './routing.ts';

/** What the interface stands on. */
export interface HttpAppOptions extends HandlerOptions {
  readonly buttons: ActionOptions['buttons'];
  readonly openDialog: ActionOptions['openDialog'];
  readonly whisper: CommandActionOptions['whisper'];
  readonly botUserId: string;
  readonly log: Log;
  readonly mayAdminister: MayAdminister;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** A name that nobody else comes up with, 26 characters. */
  nonce(): string;
  /** How people call a channel; undefined where the user may not read it. */
  readonly channelName: CommandActionOptions['channelName'];
}

/** Answers requests. */
export interface HttpApp {
  /** `userId`: who is signed in, on Mattermost's word; undefined without a session or CSRF token. */
  handle(request: Request, userId: string | undefined): Promise<Response>;
}

/** Builds the interface. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  const api = new Hono<Environment>();
  api.use(signedIn, boundedBody);
  addOperations(api, createHandlers(options), options.mayAdminister);
  api.get(routes.openApi, (c) => c.json(openApiDocument()));
  refuseOtherMethods(api, routes.openApi, 'GET');
  addActionRoutes(api, options);
  addCommandRoutes(api, options);

  const app = new Hono<Environment>();
  app.route(apiBase, api);
  app.notFound((c) => errorAnswer(c, 'not_found', nothingHere));
  app.onError((error, c) =>
    answerTo(error, c, options.log, async () => {
      const { locale, hourCycle } = await options.profileOf(c.get('userId'));
      return translatorFor(locale, hourCycle);
    }),
  );
  return {
    handle: async (request, userId) => await app.fetch(request, { userId }),
  };
}

/** Nothing is said to strangers, not even which routes there are. Answers are for one person: no cache keeps them. */
const signedIn: MiddlewareHandler<Environment> = async (c, next) => {
  const { userId } = c.env;
  if (userId === undefined) return errorAnswer(c, 'unauthorized', 'Please sign in.');
  c.set('userId', userId);
  await next();
  c.res.headers.set('Cache-Control', 'no-store');
  return undefined;
};

const boundedBody = bodyLimit({
  maxSize: limits.bodyBytes,
  onError: (c) =>
    errorAnswer(c, 'too_large', `At most ${limits.bodyBytes} bytes are taken.`, {
      limit: limits.bodyBytes,
    }),
});
