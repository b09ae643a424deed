/** Login, users, teams, and a user's channels. */
import { z } from 'zod';
import { AppFailure } from '../app_failure.ts';
import { csrfCookie, sessionCookie, userCookie } from '../sign_in/index.ts';
import { toJson, userJson } from '../workspace/index.ts';
import { pageOf, requireChannel, userOf, type RestApp, type RestContext } from './context.ts';

const loginBody = z.object({ login_id: z.string(), password: z.string() });
const idList = z.array(z.string());

/** Routes that need no session. */
export function loginRoutes(app: RestApp, { services, node }: RestContext): void {
  const { users } = services.workspace;
  app.post('/users/login', async (request) => {
    const { login_id, password } = loginBody.parse(await request.req.json());
    const user = users.findByUsername(login_id) ?? users.findByEmail(login_id);
    if (user === undefined || !users.accepts(user, password)) {
      throw new AppFailure('login', 'api.user.login.invalid_credentials_email_username', 401);
    }
    const { session, csrfToken } = services.sessions.open(user, node.clock.now());
    users.setStatus(user.id, 'online', node.clock.now());
    request.header('Token', session.token);
    const path = `Path=${services.subpath === '' ? '/' : services.subpath}`;
    request.header('Set-Cookie', `${sessionCookie}=${session.token}; ${path}; HttpOnly`, {
      append: true,
    });
    request.header('Set-Cookie', `${userCookie}=${user.id}; ${path}`, { append: true });
    request.header('Set-Cookie', `${csrfCookie}=${csrfToken}; ${path}`, { append: true });
    return request.json(userJson(user));
  });
}

/** Adds the routes of users, teams and what a user has. */
export function userRoutes(app: RestApp, context: RestContext): void {
  const { services } = context;
  const { users, teams, channels, preferences } = services.workspace;
  app.post('/users/logout', (request) => {
    services.sessions.close(request.get('login').session.token);
    return request.json({ status: 'OK' });
  });
  app.post('/users/ids', async (request) => {
    const ids = idList.parse(await request.req.json());
    return request.json(ids.flatMap((id) => users.find(id) ?? []).map(userJson));
  });
  app.post('/users/usernames', async (request) => {
    const names = idList.parse(await request.req.json());
    return request.json(names.flatMap((name) => users.findByUsername(name) ?? []).map(userJson));
  });
  app.get('/users/username/:name', (request) => {
    const user = users.findByUsername(request.req.param('name'));
    if (user === undefined) {
      throw new AppFailure('GetUserByUsername', 'app.user.get_by_username.app_error', 404);
    }
    return request.json(userJson(user));
  });
  app.get('/users/:user', (request) => request.json(userJson(userOf(request, context))));
  app.get('/users/:user/status', (request) =>
    request.json(toJson(users.status(userOf(request, context).id))),
  );
  app.get('/users/:user/preferences', (request) =>
    request.json(preferences.of(userOf(request, context).id).map(toJson)),
  );
  app.get('/users/:user/teams', (request) =>
    request.json(teams.of(userOf(request, context).id).map(toJson)),
  );
  app.get('/users/:user/channels', (request) =>
    request.json(channels.of(userOf(request, context).id, '', false).map(toJson)),
  );
  app.get('/users/:user/channel_members', (request) => {
    const { page, perPage } = pageOf(request);
    const members = channels.memberships(userOf(request, context).id);
    return request.json(members.slice(page * perPage, (page + 1) * perPage).map(toJson));
  });
  app.get('/users/:user/teams/:team/channels', (request) => {
    const user = userOf(request, context);
    const includeDeleted = request.req.query('include_deleted') === 'true';
    return request.json(
      channels.of(user.id, request.req.param('team'), includeDeleted).map(toJson),
    );
  });
  app.get('/users/:user/teams/:team/channels/members', (request) => {
    const user = userOf(request, context);
    const of = channels.of(user.id, request.req.param('team'), false);
    return request.json(of.flatMap(({ id }) => channels.member(id, user.id) ?? []).map(toJson));
  });
  app.get('/teams/:team', (request) => request.json(toJson(teams.get(request.req.param('team')))));
  app.get('/teams/name/:name', (request) => {
    const team = teams.findByName(request.req.param('name'));
    if (team === undefined) {
      throw new AppFailure('GetTeamByName', 'app.team.get_by_name.missing.app_error', 404);
    }
    return request.json(toJson(team));
  });
  app.get('/teams/:team/channels/name/:name', (request) => {
    const channel = channels.find(request.req.param('team'), request.req.param('name'));
    if (channel === undefined) {
      throw new AppFailure('GetChannelByName', 'app.channel.get_by_name.missing.app_error', 404);
    }
    requireChannel(context, request.get('user'), channel.id);
    return request.json(toJson(channel));
  });
}
