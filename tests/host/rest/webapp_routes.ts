/** What Mattermost's webapp asks for besides: preferences, categories of channels, pictures, and the plugins it is to load. */
import { z } from 'zod';
import { AppFailure } from '../app_failure.ts';
import { clientManifest, hasWebapp } from '../page/index.ts';
import { pictureOf, toJson, userJson } from '../workspace/index.ts';
import { userOf, type RestApp, type RestContext } from './context.ts';

const preferenceList = z.array(
  z.object({ category: z.string(), name: z.string(), value: z.string() }),
);
const userPatch = z.object({
  locale: z.string().optional(),
  timezone: z.record(z.string(), z.string()).optional(),
});

/** Adds the routes of a user's own settings and of their picture. */
export function profileRoutes(app: RestApp, context: RestContext): void {
  const { node, services } = context;
  const { users, preferences, signals } = services.workspace;
  app.put('/users/:user/preferences', async (request) => {
    const { id } = userOf(request, context);
    const list = preferenceList.parse(await request.req.json());
    for (const { category, name, value } of list) preferences.set(id, category, name, value);
    signals.publish({
      event: 'preferences_changed',
      data: { preferences: JSON.stringify(list.map((each) => ({ ...each, user_id: id }))) },
      audience: { userId: id },
    });
    return request.json({ status: 'OK' });
  });
  app.put('/users/:user/patch', async (request) => {
    const before = userOf(request, context);
    if (before.id !== request.get('user').id) {
      throw new AppFailure('patchUser', 'api.context.permissions.app_error', 403);
    }
    const { locale, timezone } = userPatch.parse(await request.req.json());
    const user = users.update(
      {
        ...before,
        locale: locale ?? before.locale,
        timezone: timezone === undefined ? before.timezone : new Map(Object.entries(timezone)),
      },
      node.clock.now(),
    );
    signals.publish({ event: 'user_updated', data: { user: userJson(user) }, audience: {} });
    return request.json(userJson(user));
  });
  app.get('/users/:user/image', (request) => {
    const { content, type } = pictureOf(users, userOf(request, context));
    return request.body(Buffer.from(content), 200, { 'Content-Type': type });
  });
}

/** Adds the routes of a user's teams and of how a user's channels are sorted. */
export function sidebarRoutes(app: RestApp, context: RestContext): void {
  const { teams, channels, preferences } = context.services.workspace;
  app.get('/users/:user/teams/members', (request) => {
    const { id } = userOf(request, context);
    const of = teams.of(id);
    return request.json(of.flatMap((team) => teams.member(team.id, id) ?? []).map(toJson));
  });
  app.get('/users/:user/teams/:team/channels/categories', (request) => {
    const { id } = userOf(request, context);
    const team = request.req.param('team');
    const favorites = new Set(
      preferences
        .of(id)
        .filter(({ category, value }) => category === 'favorite_channel' && value === 'true')
        .map(({ name }) => name),
    );
    const all = channels.of(id, team, false);
    const sorted = {
      favorites: all.filter((channel) => favorites.has(channel.id)),
      channels: all.filter(({ id: each, teamId }) => teamId === team && !favorites.has(each)),
      direct_messages: all.filter(({ id: each, teamId }) => teamId === '' && !favorites.has(each)),
    };
    const categories = Object.entries(sorted).map(([type, members], at) => ({
      id: `${type}_${id}_${team}`,
      user_id: id,
      team_id: team,
      sort_order: at * 10,
      sorting: type === 'direct_messages' ? 'recent' : '',
      type,
      display_name: titles[type],
      muted: false,
      collapsed: false,
      channel_ids: members.map((channel) => channel.id),
    }));
    return request.json({ categories, order: categories.map((category) => category.id) });
  });
}

/** What the server calls a user's first three categories. */
const titles: Readonly<Record<string, string>> = {
  favorites: 'Favorites',
  channels: 'Channels',
  direct_messages: 'Direct Messages',
};

/** Adds the list of plugins with a webapp half that run, for everybody who is signed in. */
export function webappPluginRoutes(app: RestApp, { node }: RestContext): void {
  app.get('/plugins/webapp', async (request) => {
    const running = node
      .plugins()
      .filter(({ active, bundle }) => active !== undefined && hasWebapp(bundle.manifest));
    const manifests = await Promise.all(running.map(({ bundle }) => clientManifest(bundle)));
    return request.json(manifests.map((manifest) => ({ ...manifest, settings_schema: undefined })));
  });
}
