/** The REST interface: routes of the contract, for the owner alone. */
import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as z from 'zod';
import {
  apiBase,
  CheckInput,
  externalApiBase,
  limits,
  PauseInput,
  routes,
  ScheduleInput,
  ScheduleReplacement,
  scheduleRoute,
  TimingInput,
} from '../contract/index.ts';
import type { Checks, ClientConfig, DescribedSchedule, Schedule } from '../contract/index.ts';
import type { HourCycle } from '../i18n/index.ts';
import type { Log } from '../log.ts';
import type { RecapChecks } from '../recap/index.ts';
import type { Previews, RunService, ScheduleService, ScheduleWords } from '../schedule/index.ts';
import { addActionRoutes } from './actions.ts';
import type { ActionOptions } from './actions.ts';
import { answerTo, errorAnswer } from './errors.ts';
import type { Profile } from './profile.ts';
import { readJson, refuseOtherMethods } from './routing.ts';
import type { Environment } from './routing.ts';

/** What the interface stands on. */
export interface HttpAppOptions {
  readonly service: Pick<
    ScheduleService,
    | 'create'
    | 'list'
    | 'read'
    | 'replace'
    | 'delete'
    | 'pause'
    | 'resume'
    | 'validate'
    | 'restore'
    | 'describe'
  >;
  readonly runs: Pick<RunService, 'runNow' | 'cancel' | 'history'>;
  readonly previews: Pick<Previews, 'make'>;
  readonly checks: Pick<RecapChecks, 'read' | 'set'>;
  readonly buttons: ActionOptions['buttons'];
  readonly openDialog: ActionOptions['openDialog'];
  /** What a form has to know, now. */
  clientConfig(): ClientConfig | Promise<ClientConfig>;
  readonly log: Log;
  profileOf(userId: string): Promise<Profile>;
  wordsFor(locale: string, hourCycle: HourCycle): ScheduleWords;
  /** The path under which the site lives, without a slash at its end; empty at the root. Asked anew each time. */
  sitePath(): string;
}

/** Answers requests. */
export interface HttpApp {
  /** `userId`: who is signed in, on Mattermost's word; undefined without a session or CSRF token. */
  handle(request: Request, userId: string | undefined): Promise<Response>;
}

const Page = z.object({
  page: z.coerce.number().int().min(0).default(0),
  per_page: z.coerce.number().int().min(1).max(limits.pageRows).default(limits.defaultPageRows),
});

const HistoryPage = z.object({
  before: z.coerce.number().int().min(1).nullable().default(null),
  per_page: Page.shape.per_page,
});

/** Builds the interface. */
export function createHttpApp(options: HttpAppOptions): HttpApp {
  const { service, runs, previews, checks, log } = options;
  const api = new Hono<Environment>();
  api.use(signedIn, boundedBody);

  const wordsOf = async (userId: string): Promise<ScheduleWords> => {
    const { locale, hourCycle } = await options.profileOf(userId);
    return options.wordsFor(locale, hourCycle);
  };
  const described = async (userId: string, schedule: Schedule): Promise<DescribedSchedule> => {
    return service.describe(schedule, await wordsOf(userId));
  };
  const owner = async (userId: string): Promise<{ userId: string; timezone: string }> => ({
    userId,
    timezone: (await options.profileOf(userId)).timezone,
  });

  api.get(routes.schedules, async (c) => {
    const userId = c.get('userId');
    const { page, per_page: perPage } = Page.parse(c.req.query());
    const list = await service.list(userId, page, perPage);
    const words = await wordsOf(userId);
    return c.json({
      schedules: list.schedules.map((schedule) => service.describe(schedule, words)),
      total: list.total,
    });
  });
  api.post(routes.schedules, async (c) => {
    const userId = c.get('userId');
    const input = ScheduleInput.parse(await readJson(c.req.raw));
    const schedule = await service.create(await owner(userId), input);
    const route = scheduleRoute(routes.schedule, schedule.id);
    const location = options.sitePath() + externalApiBase + route;
    return c.json(await described(userId, schedule), 201, { Location: location });
  });
  api.post(routes.validate, async (c) => {
    const userId = c.get('userId');
    const input = TimingInput.parse(await readJson(c.req.raw));
    const { timezone, locale, hourCycle } = await options.profileOf(userId);
    const words = options.wordsFor(locale, hourCycle);
    return c.json(service.validate({ userId, timezone }, input, words));
  });
  api.post(routes.preview, async (c) => {
    const userId = c.get('userId');
    const input = ScheduleInput.parse(await readJson(c.req.raw));
    return c.json({ messages: [...(await previews.make(await owner(userId), input))] });
  });
  refuseOtherMethods(api, routes.validate, 'POST');
  refuseOtherMethods(api, routes.preview, 'POST');
  api.get(routes.schedule, async (c) => {
    const userId = c.get('userId');
    return c.json(await described(userId, await service.read(userId, idOf(c.req.param()))));
  });
  api.put(routes.schedule, async (c) => {
    const userId = c.get('userId');
    const input = ScheduleReplacement.parse(await readJson(c.req.raw));
    const changed = await service.replace(await owner(userId), idOf(c.req.param()), input);
    return c.json(await described(userId, changed));
  });
  api.delete(routes.schedule, async (c) => {
    await service.delete(c.get('userId'), idOf(c.req.param()));
    return c.body(null, 204);
  });
  api.post(routes.pause, async (c) => {
    const userId = c.get('userId');
    const input = PauseInput.parse(await readJson(c.req.raw));
    return c.json(await described(userId, await service.pause(userId, idOf(c.req.param()), input)));
  });
  api.post(routes.resume, async (c) => {
    const userId = c.get('userId');
    return c.json(await described(userId, await service.resume(userId, idOf(c.req.param()))));
  });
  api.post(routes.run, async (c) => {
    return c.json(await runs.runNow(c.get('userId'), idOf(c.req.param())), 202);
  });
  api.post(routes.cancel, async (c) => {
    return c.json(await runs.cancel(c.get('userId'), idOf(c.req.param())), 202);
  });
  api.post(routes.restore, async (c) => {
    const userId = c.get('userId');
    return c.json(await described(userId, await service.restore(userId, idOf(c.req.param()))));
  });
  api.get(routes.history, async (c) => {
    const { before, per_page: perPage } = HistoryPage.parse(c.req.query());
    const id = idOf(c.req.param());
    return c.json(await runs.history(c.get('userId'), id, before, perPage));
  });

  api.get(routes.checks, async (c) => {
    return checksAnswer(c, await checks.read(c.get('userId'), postIdOf(c.req.param())));
  });
  api.put(routes.checks, async (c) => {
    const input = CheckInput.parse(await readJson(c.req.raw));
    return checksAnswer(c, await checks.set(c.get('userId'), postIdOf(c.req.param()), input));
  });
  api.get(routes.clientConfig, async (c) => c.json(await options.clientConfig()));

  refuseOtherMethods(api, routes.checks, 'GET, PUT');
  refuseOtherMethods(api, routes.clientConfig, 'GET');
  refuseOtherMethods(api, routes.schedules, 'GET, POST');
  refuseOtherMethods(api, routes.schedule, 'GET, PUT, DELETE');
  refuseOtherMethods(api, routes.pause, 'POST');
  refuseOtherMethods(api, routes.resume, 'POST');
  refuseOtherMethods(api, routes.restore, 'POST');
  refuseOtherMethods(api, routes.cancel, 'POST');
  refuseOtherMethods(api, routes.run, 'POST');
  refuseOtherMethods(api, routes.history, 'GET');
  addActionRoutes(api, options);

  const app = new Hono<Environment>();
  app.route(apiBase, api);
  app.notFound((c) => errorAnswer(c, 'not_found', 'There is nothing here.'));
  app.onError((error, c) => answerTo(error, c, log));
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

/** The id in the path. One that is malformed is as unknown as any other; the service says so. */
function idOf(parameters: { readonly schedule_id?: string }): string {
  return parameters.schedule_id ?? '';
}

function postIdOf(parameters: { readonly post_id?: string }): string {
  return parameters.post_id ?? '';
}

function checksAnswer(c: Context, checks: Checks | undefined): Response {
  if (checks === undefined) return errorAnswer(c, 'not_found', 'There is no such recap.');
  return c.json(checks);
}
