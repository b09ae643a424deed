/** What the server calls, turned into calls of the services. */
import { attachmentsOf, executeCommand, registerCommand } from '../command/index.ts';
import { defaultConfiguration, readConfiguration, unusableSettings } from '../config/index.ts';
import type { Configuration, UnusableSetting } from '../config/index.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type {
  Api,
  ChannelMember,
  CommandArgs,
  CommandResponseInput,
  Context,
  FileDataInput,
  Hooks,
  HttpCaller,
  PluginClusterEvent,
  PluginContext,
  TeamMember,
  User,
} from '../mattermost/index.ts';
import { Metrics, timedApi } from '../metrics/index.ts';
import type { ProcessFacts } from '../metrics/index.ts';
import { ensureBot } from './bot.ts';
import { createServices } from './services.ts';
import type { Services } from './services.ts';
import { siteOf, unknownSite } from './site.ts';
import type { Site } from './site.ts';
import { supportFiles } from './support_files.ts';

/** What the plugin needs beside the server. */
export interface PluginOptions {
  readonly clock: Clock;
  /** What is to be known of the process, now. */
  processFacts(): ProcessFacts;
  /** A file's content, by its absolute path. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
}

/** Makes the hooks of the plugin. They do nothing until the server activates them. */
export function createPlugin(context: PluginContext, options: PluginOptions): Hooks {
  return new Plugin(context, options);
}

/** Configured first, then active: only then there are services. */
class Plugin implements Hooks {
  readonly #api: Api;
  readonly #log: Log;
  readonly #options: PluginOptions;
  readonly #metrics = new Metrics();
  #configuration: Configuration = defaultConfiguration;
  #unusable: readonly UnusableSetting[] = [];
  #site: Site = unknownSite;
  #configured: Promise<void> = Promise.resolve();
  #services: Services | undefined;

  constructor({ api, log }: PluginContext, options: PluginOptions) {
    this.#api = timedApi(api, options.clock, (method, seconds, failed) => {
      this.#metrics.countCall(method, seconds, failed);
    });
    this.#log = log;
    this.#options = options;
  }

  /** One reading after the other: of two changes at once the later must win. */
  onConfigurationChange(): Promise<void> {
    const reading = this.#configured.then(() => this.#configure());
    this.#configured = reading.catch(() => undefined);
    return reading;
  }

  async #configure(): Promise<void> {
    const stored = await this.#api.loadPluginConfiguration();
    this.#configuration = readConfiguration(stored, this.#log);
    this.#unusable = unusableSettings(stored);
    this.#site = siteOf(await this.#api.getConfig());
  }

  async onActivate(): Promise<void> {
    const { clock, readFile } = this.#options;
    const [api, log] = [this.#api, this.#log];
    const botUserId = await ensureBot({ api, log, readFile });
    await registerCommand(api, this.#site.locale);
    this.#services = createServices({
      api,
      log,
      clock,
      botUserId,
      metrics: this.#metrics,
      configuration: () => this.#configuration,
      unusable: () => this.#unusable,
      site: () => this.#site,
    });
    this.#services.scheduler.start();
    log.info('the plugin is active');
  }

  async onDeactivate(): Promise<void> {
    const stopped = this.#services;
    this.#services = undefined;
    await Promise.all([stopped?.scheduler.stop(), stopped?.node.stop()]);
  }

  async serveHttp(request: Request, caller: HttpCaller): Promise<Response> {
    if (this.#services === undefined) return unavailable();
    // Another plugin can claim any user: its word is not enough.
    const userId = caller.sourcePluginId === undefined ? caller.userId : undefined;
    const response = await this.#services.http.handle(request, userId);
    this.#metrics.countResponse(response.status);
    return response;
  }

  async serveMetrics(): Promise<Response> {
    const headers = { 'Content-Type': this.#metrics.contentType };
    return new Response(await this.#exposeMetrics(), { headers });
  }

  async executeCommand(_context: Context, args: CommandArgs): Promise<CommandResponseInput> {
    this.#metrics.countCommand();
    if (this.#services === undefined) throw new Error('the plugin is not active');
    const answer = await executeCommand(args.command, args, this.#services.command);
    return { responseType: 'ephemeral', text: answer.text, attachments: attachmentsOf(answer) };
  }

  async userHasBeenDeactivated(_context: Context, user: User): Promise<void> {
    await this.#services?.scheduler.service.pauseAll(user.id);
  }

  // What an owner may read is asked at each run, so that there is nothing to put right here. The lines explain
  // in the log why a later recap leaves a channel out.
  userHasLeftChannel(_context: Context, { userId, channelId }: ChannelMember): Promise<void> {
    this.#log.debug('a user left a channel', { user: userId, channel: channelId });
    return Promise.resolve();
  }

  userHasLeftTeam(_context: Context, { userId, teamId }: TeamMember): Promise<void> {
    this.#log.debug('a user left a team', { user: userId, team: teamId });
    return Promise.resolve();
  }

  // The store is all that nodes share today; a newer version on another node may say more.
  onPluginClusterEvent(_context: Context, event: PluginClusterEvent): Promise<void> {
    this.#log.debug('an event of another node means nothing to this version', { event: event.id });
    return Promise.resolve();
  }

  async generateSupportData(): Promise<readonly FileDataInput[]> {
    return supportFiles(this.#configuration, await this.#exposeMetrics());
  }

  #exposeMetrics(): Promise<string> {
    return this.#metrics.expose(this.#options.processFacts());
  }
}

function unavailable(): Response {
  const message = 'The plugin is starting or stopping. Please try again.';
  return Response.json({ error: { code: 'unavailable', message } }, { status: 503 });
}
