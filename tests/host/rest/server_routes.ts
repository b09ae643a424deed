/** Plugins, commands, buttons, dialogs, and the server's own facts. */
import { z } from 'zod';
import { pluginStates } from '../../../server/mattermost/model/index.ts';
import { AppFailure } from '../app_failure.ts';
import { suggestionsFor } from '../command_suggestions.ts';
import type { FetchList } from '../command_suggestions.ts';
import { plain, toJson } from '../workspace/index.ts';
import { requirePermission, type RestApp, type RestContext, type RestRequest } from './context.ts';

/** Bytes of a bundle that may be uploaded: `FileSettings.MaxFileSize`. */
const maxUploadBytes = 104_857_600;

/** Lines of the log in one answer, where the request does not say. */
const defaultLogLines = 10_000;

const command = z.object({
  command: z.string().startsWith('/'),
  channel_id: z.string(),
  team_id: z.string().default(''),
  root_id: z.string().default(''),
});
const selection = z.object({
  selected_option: z.string().default(''),
  cookie: z.string().default(''),
});
const listItems = z.array(z.object({ Item: z.string(), Hint: z.string(), HelpText: z.string() }));
const pluginSettings = z.record(z.string(), z.json());

/** Facts that need no session. */
export function openRoutes(app: RestApp, { services, node }: RestContext): void {
  app.get('/system/ping', (request) => request.json({ status: 'OK', node_id: node.id }));
  app.get('/config/client', (request) =>
    request.json({
      Version: services.serverVersion,
      BuildNumber: 'embedded',
      BuildEnterpriseReady: 'false',
      SiteURL: services.config.siteUrl,
      SiteName: services.config.server.teamSettings.siteName,
      DefaultClientLocale: services.config.server.localizationSettings.defaultClientLocale,
      TeammateNameDisplay: services.config.server.teamSettings.teammateNameDisplay,
      CollapsedThreads: services.config.server.serviceSettings.collapsedThreads,
      PluginsEnabled: 'true',
      DisableAppBar: 'false',
      AvailableLocales: '',
      EnableDeveloper: 'false',
      DiagnosticId: 'embedded',
    }),
  );
  app.get('/license/client', (request) => request.json({ IsLicensed: 'false' }));
}

/** Adds the routes of commands, buttons and dialogs. */
export function interactionRoutes(app: RestApp, context: RestContext): void {
  const { interactions, services, node } = context;
  app.post('/commands/execute', async (request) => {
    const body = command.parse(await request.req.json());
    const user = request.get('user');
    const { permissions } = services.workspace;
    if (!permissions.toChannel(user.id, body.channel_id, 'create_post')) {
      throw new AppFailure('ExecuteCommand', 'api.context.permissions.app_error', 403);
    }
    const channel = services.workspace.channels.get(body.channel_id);
    const result = await interactions.execute(user, {
      command: body.command,
      channelId: body.channel_id,
      teamId: channel.teamId === '' ? body.team_id : channel.teamId,
      rootId: body.root_id,
    });
    return request.json(result);
  });
  app.get('/teams/:team/commands/autocomplete', (request) =>
    request.json(node.commands.forTeam(request.req.param('team')).map(toJson)),
  );
  app.get('/teams/:team/commands/autocomplete_suggestions', async (request) => {
    const commands = node.commands.forTeam(request.req.param('team'));
    const input = request.req.query('user_input') ?? '';
    const isAdmin = request.get('user').roles.split(' ').includes('system_admin');
    const role = isAdmin ? 'system_admin' : 'system_user';
    const { session } = request.get('login');
    const fetchList: FetchList = async (path, typed) =>
      listItems.parse(await interactions.ask(session.token, path, { user_input: typed }));
    return request.json(await suggestionsFor(commands, input, role, fetchList));
  });
  const act = async (request: RestRequest, postId: string, actionId: string): Promise<Response> => {
    const { selected_option: selected, cookie } = selection.parse(await bodyOf(request));
    const token = request.get('login').session.token;
    const user = request.get('user');
    const trigger = await interactions.act(user, token, postId, {
      actionId,
      selected,
      cookie,
    });
    return request.json({ status: 'OK', trigger_id: trigger });
  };
  app.post('/posts/:post/actions/:action', (request) =>
    act(request, request.req.param('post'), request.req.param('action')),
  );
  app.post('/actions/dialogs/submit', async (request) => {
    const token = request.get('login').session.token;
    const body = z.record(z.string(), z.unknown()).parse(await request.req.json());
    return request.json(await interactions.submitDialog(request.get('user'), token, body));
  });
}

/** Adds the routes with which administrators handle plugins. */
export function pluginRoutes(app: RestApp, context: RestContext): void {
  const { admin, services } = context;
  app.use('/plugins/*', async (request, next) => {
    requirePermission(context, request.get('user'), 'sysconsole_write_plugins');
    await next();
  });
  app.get('/logs', (request) => {
    requirePermission(context, request.get('user'), 'sysconsole_write_plugins');
    const count = Number(request.req.query('logs_per_page') ?? defaultLogLines);
    const plugins = context.node.plugins().map((plugin) => plugin.bundle.manifest.id);
    // The stand-in does not know which of several plugins wrote a line; with one there is no doubt.
    const pluginId = plugins.length === 1 ? plugins[0] : undefined;
    const lines = services.log.lines.slice(-count).map(({ source, level, message, fields }) => {
      const mark = source === 'server' ? {} : { plugin_id: pluginId };
      return `${JSON.stringify({ level, msg: message, ...mark, ...fields })}\n`;
    });
    return request.json(lines);
  });
  app.get('/plugins', (request) => {
    const manifests = context.node.plugins().map((plugin) => plugin.bundle.manifest);
    return request.json({
      active: manifests.filter(({ id }) => admin.isEnabled(id)),
      inactive: manifests.filter(({ id }) => !admin.isEnabled(id)),
    });
  });
  app.post('/plugins', async (request) => {
    requirePermission(context, request.get('user'), 'sysconsole_write_plugins');
    const form = await request.req.formData();
    const file = form.get('plugin');
    if (!(file instanceof File)) {
      throw new AppFailure('uploadPlugin', 'api.plugin.upload.no_file.app_error', 400);
    }
    if (file.size > maxUploadBytes) {
      throw new AppFailure('uploadPlugin', 'api.plugin.upload.file.app_error', 413);
    }
    const bundle = new Uint8Array(await file.arrayBuffer());
    return request.json(await admin.install(bundle, form.get('force') === 'true'), 201);
  });
  app.get('/plugins/statuses', (request) =>
    request.json(
      admin.nodes.flatMap((node) =>
        node
          .plugins()
          .flatMap((plugin) => node.status(plugin.bundle.manifest.id) ?? [])
          .map((status) => ({
            ...toJson(status),
            is_running: status.state === pluginStates.running,
          })),
      ),
    ),
  );
  app.post('/plugins/:id/enable', async (request) => {
    await admin.enable(request.req.param('id'));
    return request.json({ status: 'OK' });
  });
  app.post('/plugins/:id/disable', async (request) => {
    await admin.disable(request.req.param('id'));
    return request.json({ status: 'OK' });
  });
  app.delete('/plugins/:id', async (request) => {
    await admin.remove(request.req.param('id'));
    return request.json({ status: 'OK' });
  });
  // No routes of Mattermost's own: there the settings are part of the whole configuration.
  app.get('/plugins/:id/settings', (request) => {
    const plugin = context.node.plugin(request.req.param('id'));
    if (plugin === undefined) {
      throw new AppFailure('getPlugin', 'app.plugin.not_installed.app_error', 404);
    }
    return request.json(plain(services.config.plugin(plugin.bundle.manifest)));
  });
  app.put('/plugins/:id/settings', async (request) => {
    const settings = pluginSettings.parse(await request.req.json());
    services.config.savePlugin(request.req.param('id'), settings);
    return request.json({ status: 'OK' });
  });
}

async function bodyOf(request: RestRequest): Promise<unknown> {
  const text = await request.req.text();
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
