/** The part of `/api/v4` that clients of the stand-in need, with Mattermost's shapes and errors. */
import { Hono } from 'hono';
import { ZodError } from 'zod';
import { AppFailure } from '../app_failure.ts';
import { csrfHeaderPasses, readCredentials } from '../sign_in/index.ts';
import { InstallError } from '../plugins/index.ts';
import { PluginProcessError } from '../process/index.ts';
import { channelRoutes, postRoutes } from './channel_routes.ts';
import type { RestApp, RestContext, RestEnvironment } from './context.ts';
import { interactionRoutes, openRoutes, pluginRoutes } from './server_routes.ts';
import { profileRoutes, sidebarRoutes, webappPluginRoutes } from './webapp_routes.ts';
import { loginRoutes, userRoutes } from './user_routes.ts';

/** Answers the requests below `/api/v4`. */
export function restApi(context: RestContext): (request: Request) => Promise<Response> {
  const app: RestApp = new Hono<RestEnvironment>();
  const { services, node } = context;
  app.onError((error) => {
    const { code, message, statusCode, where } = toFailure(error);
    const body = {
      id: code,
      message,
      detailed_error: '',
      request_id: '',
      status_code: statusCode,
      where,
    };
    return new Response(JSON.stringify(body), {
      status: statusCode,
      headers: { 'Content-Type': 'application/json' },
    });
  });
  openRoutes(app, context);
  loginRoutes(app, context);
  app.use('*', async (request, next) => {
    const credentials = readCredentials({
      authorization: request.req.header('Authorization'),
      cookie: request.req.header('Cookie'),
      query: new URL(request.req.url).searchParams,
    });
    const login = services.sessions.byToken(credentials.token, node.clock.now());
    const user = services.workspace.users.find(login?.session.userId ?? '');
    const expired = new AppFailure('', 'api.context.session_expired.app_error', 401);
    if (login === undefined || user === undefined || user.deleteAt !== 0) throw expired;
    if (credentials.via === 'cookie' && request.req.method !== 'GET') {
      const passes = csrfHeaderPasses(
        request.req.header('X-CSRF-Token'),
        request.req.header('X-Requested-With'),
        login.csrfToken,
        services.strictCsrf,
      );
      if (!passes) throw expired;
    }
    request.set('login', login);
    request.set('user', user);
    await next();
  });
  profileRoutes(app, context);
  sidebarRoutes(app, context);
  userRoutes(app, context);
  channelRoutes(app, context);
  interactionRoutes(app, context);
  postRoutes(app, context);
  webappPluginRoutes(app, context);
  pluginRoutes(app, context);
  app.all('*', () => {
    throw new AppFailure('', 'api.context.404.app_error', 404);
  });
  const site = new Hono().route(`${services.subpath}/api/v4`, app);
  return async (request) => site.fetch(request);
}

function toFailure(error: unknown): AppFailure {
  if (error instanceof AppFailure) return error;
  if (error instanceof ZodError) {
    return new AppFailure('', 'api.context.invalid_body_param.app_error', 400, error.message);
  }
  if (error instanceof InstallError)
    return new AppFailure('installPlugin', error.code, 400, error.message);
  if (error instanceof PluginProcessError) {
    return new AppFailure('', error.code, 500, error.message);
  }
  return new AppFailure(
    '',
    'api.context.unknown',
    500,
    error instanceof Error ? error.message : '',
  );
}
