/** The plugin as Mattermost sees it: what the server calls, turned into calls of the services. */
import { executeCommand, registerCommand } from './command/index.ts';
import { defaultConfiguration, parseConfiguration } from './config/index.ts';
import type { Configuration } from './config/index.ts';
import {
  botDisplayName,
  botUsername,
  events,
  isKnownTimezone,
  pluginId,
  ScheduleReplacement,
} from './contract/index.ts';
import type { Clock } from './clock.ts';
import { createHttpApp } from './http/index.ts';
import type { HttpApp, Profile } from './http/index.ts';
import { isApiError } from './mattermost/index.ts';
import type { Api, Hooks, PluginContext } from './mattermost/index.ts';
import { Metrics } from './metrics/index.ts';
import { builtInEngine, createRecapService, unreadableChannels } from './recap/index.ts';
import type { HostFacts } from './recap/index.ts';
import { englishScheduleWords, Scheduler } from './schedule/index.ts';
import type { ScheduleWords } from './schedule/index.ts';

/** What the plugin needs beside the server. */
export interface PluginOptions {
  readonly clock: Clock;
  /** Memory that the process holds now, in bytes. */
  residentBytes(): number;
}

/** What runs between activation and deactivation. */
interface Services {
  readonly scheduler: Scheduler;
  readonly http: HttpApp;
  readonly botUserId: string;
}

/** The settings of the server that recaps depend on. */
type Site = Pick<HostFacts, 'siteUrl' | 'display'> & { readonly locale: string };

/** Schedules of one user that are read at once. */
const userPage = 100;

/** Makes the hooks of the plugin. They do nothing until the server activates them. */
export function createPlugin(context: PluginContext, options: PluginOptions): Hooks {
  const { api, log } = context;
  const { clock } = options;
  const metrics = new Metrics();
  let configuration: Configuration = defaultConfiguration;
  let site: Site = {
    siteUrl: '',
    display: { teammateNameDisplay: '', showFullName: false },
    locale: 'en',
  };
  let services: Services | undefined;

  const profileOf = async (userId: string): Promise<Profile> => {
    const user = await api.getUser(userId);
    return { timezone: zoneOf(user.timezone), locale: user.locale };
  };

  /** Tells the owner's browsers. Nobody waits for it, and nothing depends on it. */
  const publish = (
    userId: string,
    event: string,
    payload: Readonly<Record<string, string>>,
  ): Promise<void> => api.publishWebSocketEvent(event, payload, { userId });

  const createServices = (botUserId: string): Services => {
    const handler = createRecapService({
      api,
      log,
      engine: builtInEngine(clock),
      facts: () => ({
        botUserId,
        siteUrl: site.siteUrl,
        display: site.display,
        limits: {
          channels: configuration.channelsPerSchedule,
          postsPerChannel: configuration.postsPerChannel,
          postsPerRecap: configuration.postsPerRecap,
        },
      }),
    });
    const scheduler = new Scheduler({
      api,
      handler,
      clock,
      log,
      concurrency: configuration.concurrency,
      observer: {
        runChanged: (schedule, run) => {
          metrics.countRun(run.status);
          const { schedule_id, run_key, status } = run;
          return publish(schedule.user_id, events.run, { schedule_id, run_key, status });
        },
      },
      limits: () => configuration,
      historyDays: () => configuration.historyDays,
      unreadable: (userId, channelIds) => unreadableChannels(api, userId, channelIds),
      changed: (userId, event) => publish(userId, events.schedule, event),
    });
    const http = createHttpApp({ service: scheduler.service, log, profileOf, wordsFor });
    return { scheduler, http, botUserId };
  };

  const pauseAll = async (userId: string): Promise<void> => {
    if (services === undefined) return;
    const { service } = services.scheduler;
    const { schedules } = await service.list(userId, 0, userPage);
    for (const schedule of schedules.filter((each) => each.enabled)) {
      const { timezone } = schedule;
      const input = ScheduleReplacement.parse(replacementOf({ ...schedule, enabled: false }));
      await service.replace({ userId, timezone }, schedule.id, input);
    }
  };

  return {
    onConfigurationChange: async () => {
      const stored = (await api.loadPluginConfiguration()) ?? {};
      configuration = parseConfiguration(JSON.stringify(stored), log);
      const config = await api.getConfig();
      site = {
        siteUrl: config.serviceSettings.siteURL.replace(/\/+$/, ''),
        display: {
          teammateNameDisplay: config.teamSettings.teammateNameDisplay,
          showFullName: config.privacySettings.showFullName,
        },
        locale: config.localizationSettings.defaultServerLocale,
      };
    },

    onActivate: async () => {
      const botUserId = await ensureBot(context);
      await registerCommand(api, site.locale);
      services = createServices(botUserId);
      services.scheduler.start();
      log.info('the plugin is active');
    },

    onDeactivate: async () => {
      const stopped = services;
      services = undefined;
      await stopped?.scheduler.stop();
    },

    serveHttp: async (request, caller) => {
      if (services === undefined) return unavailable();
      // Another plugin can claim any user: its word is not enough.
      const userId = caller.sourcePluginId === undefined ? caller.userId : undefined;
      const response = await services.http.handle(request, userId);
      metrics.countResponse(response.status);
      return response;
    },

    serveMetrics: () =>
      Promise.resolve(
        new Response(metrics.expose(options.residentBytes()), {
          headers: { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
        }),
      ),

    executeCommand: async (_context, args) => {
      metrics.countCommand();
      if (services === undefined) throw new Error('the plugin is not active');
      const text = await executeCommand(args.command, args.userId, {
        service: services.scheduler.service,
        log,
        localeOf: async (userId) => (await profileOf(userId)).locale,
        wordsFor,
      });
      return { responseType: 'ephemeral', text };
    },

    userHasBeenDeactivated: (_context, user) => pauseAll(user.id),

    // What an owner may read is asked at each run, so that there is nothing to put right here. The lines explain
    // in the log why a later recap leaves a channel out.
    userHasLeftChannel: (_context, member) => {
      log.debug('a user left a channel', { user: member.userId, channel: member.channelId });
      return Promise.resolve();
    },
    userHasLeftTeam: (_context, member) => {
      log.debug('a user left a team', { user: member.userId, team: member.teamId });
      return Promise.resolve();
    },

    // The store is all that nodes share today; a newer version on another node may say more.
    onPluginClusterEvent: (_context, event) => {
      log.debug('an event of another node means nothing to this version', { event: event.id });
      return Promise.resolve();
    },

    generateSupportData: () => {
      const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
      return Promise.resolve([
        {
          filename: `${pluginId}/configuration.json`,
          body: encode(`${JSON.stringify(configuration, undefined, 2)}\n`),
        },
        {
          filename: `${pluginId}/metrics.txt`,
          body: encode(metrics.expose(options.residentBytes())),
        },
      ]);
    },
  };
}

/** Makes the bot, or finds it. */
async function ensureBot({ api }: PluginContext): Promise<string> {
  const botUserId = await api.ensureBotUser({
    username: botUsername,
    displayName: botDisplayName,
    description: 'Sends the recaps that you schedule.',
  });
  if (await isBot(api, botUserId)) return botUserId;
  throw new Error(
    `The user name "${botUsername}" belongs to a person, so there can be no bot of that name. Rename that account and enable the plugin again.`,
  );
}

/** The server gives the id of a person who has the name. A bot made just now may not be readable yet. */
async function isBot(api: Pick<Api, 'getUser'>, userId: string): Promise<boolean> {
  try {
    return (await api.getUser(userId)).isBot;
  } catch (error) {
    if (isApiError(error, 'not_found')) return true;
    throw error;
  }
}

/** The words of schedules. English is the only language there is, whatever the locale. */
function wordsFor(): ScheduleWords {
  return englishScheduleWords;
}

/** The zone of a profile: the chosen one, or the browser's; UTC where neither is known. */
function zoneOf(timezone: ReadonlyMap<string, string>): string {
  const automatic = timezone.get('useAutomaticTimezone') === 'true';
  const name = timezone.get(automatic ? 'automaticTimezone' : 'manualTimezone') ?? '';
  return isKnownTimezone(name) ? name : 'UTC';
}

/** What a user can choose of a schedule, as a replacement of itself. */
function replacementOf(schedule: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const keys = Object.keys(ScheduleReplacement.shape);
  return Object.fromEntries(keys.map((key) => [key, schedule[key]]));
}

function unavailable(): Response {
  const message = 'The plugin is starting or stopping. Please try again.';
  return Response.json({ error: { code: 'unavailable', message } }, { status: 503 });
}
