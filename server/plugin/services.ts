/** What runs between activation and deactivation, put together. */
import type { CommandOptions } from '../command/index.ts';
import type { Configuration, UnusableSetting } from '../config/index.ts';
import { events, pluginId } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { createHttpApp } from '../http/index.ts';
import type { HttpApp, Profile } from '../http/index.ts';
import type { Log } from '../log.ts';
import { isApiError, permissionIds } from '../mattermost/index.ts';
import type { Api } from '../mattermost/index.ts';
import type { Metrics } from '../metrics/index.ts';
import {
  assistedEngine,
  builtInEngine,
  createRecapService,
  modelSource,
  openChannel,
  RecapButtons,
  RecapChecks,
  unreadableChannels,
} from '../recap/index.ts';
import type { AiSettings, Engine, HostFacts, Model } from '../recap/index.ts';
import { Scheduler, scheduleWordsFor } from '../schedule/index.ts';
import { CheckStore, KeyValueStore, NodeStore, systemRandomness } from '../store/index.ts';
import { standingOf } from './access.ts';
import { AiTester } from './ai_check.ts';
import { Audit } from './audit.ts';
import { clientConfigOf } from './client_config.ts';
import { pluginVersion, readHealth } from './health.ts';
import { NodeWord } from './node_word.ts';
import { channelName, commandDialogs } from './command_dialogs.ts';
import { hourCycleOf, readProfile } from './profile.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';
import { welcomer } from './welcomer.ts';
import { gatherUserData, goneUsers } from './user_data.ts';

/** The services of an active plugin. */
export interface Services {
  readonly scheduler: Scheduler;
  readonly http: HttpApp;
  readonly command: CommandOptions;
  /** Says to other nodes that this one is there; to be stopped. */
  readonly node: Pick<NodeWord, 'stop'>;
}

/** What the services stand on. */
export interface ServicesOptions {
  readonly api: Api;
  readonly log: Log;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly botUserId: string;
  /** The settings, asked anew each time: they change while the services run. */
  readonly configuration: () => Configuration;
  /** Settings whose value is not usable. */
  readonly unusable: () => readonly UnusableSetting[];
  readonly site: () => Site;
}

/** Makes the services. Nothing happens until the scheduler is started. */
export function createServices(options: ServicesOptions): Services {
  const { api, log, clock, botUserId } = options;
  const kv = new KeyValueStore(api, clock);
  const nodes = new NodeStore(kv, clock, systemRandomness);
  const node = createNode(options, nodes);
  const models = createModelSource(options);
  const firstUse = welcomer(options, kv);
  const dialogOptions = { api, display: () => options.site().display };
  const scheduler = createScheduler(options, node, firstUse);
  const audit = new Audit({ api, log });
  const [service, runs] = [audit.schedules(scheduler.service), audit.runs(scheduler.runs)];
  const { previews } = scheduler;
  const checks = createCheckStore(options, kv);
  const tester = new AiTester(clock, models);
  const now = (): number => clock.now();
  const nonce = (): string => systemRandomness.id();
  const profile = (userId: string): Promise<Profile> => readProfile(api, userId);
  return {
    scheduler,
    node,
    http: createHttpApp({
      service,
      runs,
      previews,
      checks: createChecks(options, checks),
      buttons: new RecapButtons({ api, botUserId, log }),
      openDialog: (request) => api.openInteractiveDialog(request),
      clientConfig: () => clientConfigOf(options.configuration()),
      exportData: (userId) =>
        gatherUserData({ api, clock, botUserId, service, runs, checks }, userId),
      health: () => readHealth({ ...options, node, nodes, scheduler }),
      testAi: (userId) => tester.test(userId),
      mayAdminister: (userId) => api.hasPermissionTo(userId, permissionIds.manageSystem),
      whisper: api,
      botUserId,
      log,
      now,
      nonce,
      channelName: (userId, channelId, translator) =>
        channelName(dialogOptions, userId, channelId, translator),
      wordsFor: scheduleWordsFor,
      profileOf: profile,
      sitePath: () => pathOf(options.site().siteUrl),
    }),
    command: {
      service,
      runs,
      log,
      now,
      nonce,
      firstUse,
      ...commandDialogs(dialogOptions),
      profileOf: profile,
      wordsFor: scheduleWordsFor,
      openChannel: (userId, channelId) =>
        openChannel(api, options.site().display, userId, channelId),
      findChannel: (teamId, name) => findChannel(api, teamId, name),
    },
  };
}

/** What an event carries. */
type EventPayload = Parameters<Api['publishWebSocketEvent']>[1];

/** Tells a user's browsers. Nobody waits for it, and nothing depends on it. */
function publisher(
  api: Pick<Api, 'publishWebSocketEvent'>,
): (userId: string, event: string, payload: EventPayload) => Promise<void> {
  return (userId, event, payload) => api.publishWebSocketEvent(event, payload, { userId });
}

function createNode({ api, clock, log }: ServicesOptions, store: NodeStore): NodeWord {
  const version = (): Promise<string> => pluginVersion(api, pluginId);
  return new NodeWord({ id: systemRandomness.id(), store, clock, log, version });
}

function createCheckStore(
  { clock, configuration }: ServicesOptions,
  kv: KeyValueStore,
): CheckStore {
  const historyDays = (): number => configuration().historyDays;
  return new CheckStore(kv, { clock, random: systemRandomness, historyDays });
}

function createChecks({ api, botUserId }: ServicesOptions, keeper: CheckStore): RecapChecks {
  const publish = publisher(api);
  return new RecapChecks({
    api,
    botUserId,
    keeper,
    changed: (userId, postId, { checked }) =>
      publish(userId, events.checks, { post_id: postId, checked: [...checked] }),
  });
}

function createScheduler(
  options: ServicesOptions,
  node: NodeWord,
  firstUse: (userId: string) => void,
): Scheduler {
  const { api, log, clock, metrics, configuration } = options;
  const publish = publisher(api);
  return new Scheduler({
    api,
    clock,
    log,
    handler: createRecapService({
      api,
      log,
      engine: createEngine(options),
      facts: () => factsOf(options),
      hourCycleOf: (userId, locale) => hourCycleOf(api, userId, locale),
    }),
    observer: {
      runChanged: (schedule, run) => {
        metrics.countRun(run);
        node.noteRun(run);
        const { schedule_id, run_key, status } = run;
        return publish(schedule.user_id, events.run, { schedule_id, run_key, status });
      },
      runProgressed: (schedule, { schedule_id, run_key }, done, total) =>
        publish(schedule.user_id, events.progress, {
          schedule_id,
          run_key,
          channels_done: done,
          channels_total: total,
        }),
    },
    ticked: (at) => {
      metrics.noteTick(at);
      node.noteTick(at);
    },
    concurrency: configuration().concurrency,
    limits: configuration,
    historyDays: () => configuration().historyDays,
    standing: (userId) => standingOf(api, configuration(), userId),
    gone: (userIds) => goneUsers(api, userIds),
    unreadable: (userId, channelIds) => unreadableChannels(api, userId, channelIds),
    changed: (userId, event) => {
      if (event.change === 'created') firstUse(userId);
      return publish(userId, events.schedule, event);
    },
  });
}

/** A source of its own remembers of its own how its models fare: a test asks also where recaps have given up. */
function createModelSource({
  api,
  clock,
  configuration,
}: ServicesOptions): () => Model | undefined {
  return modelSource({
    api,
    clock,
    fraction: () => systemRandomness.fraction(),
    settings: () => aiSettingsOf(configuration()),
  });
}

function createEngine(options: ServicesOptions): Engine {
  const { log, clock, configuration } = options;
  return assistedEngine({
    builtIn: builtInEngine(clock),
    clock,
    log,
    model: createModelSource(options),
    policy: () => {
      const { aiPrivateChannels, aiDirectMessages } = configuration();
      return { privateChannels: aiPrivateChannels, directMessages: aiDirectMessages };
    },
    nonce: () => systemRandomness.id(),
  });
}

function aiSettingsOf(configuration: Configuration): AiSettings {
  return {
    engine: configuration.aiEngine,
    baseUrl: configuration.openAiBaseUrl,
    key: configuration.openAiKey,
    model: configuration.openAiModel,
    service: configuration.agentsService,
    timeoutMs: configuration.aiTimeoutSeconds * 1000,
    concurrency: configuration.aiConcurrency,
  };
}

function factsOf({ botUserId, configuration, site }: ServicesOptions): HostFacts {
  const { siteUrl, display } = site();
  const { channelsPerSchedule, postsPerChannel, postsPerRecap } = configuration();
  const limits = { channels: channelsPerSchedule, postsPerChannel, postsPerRecap };
  return { botUserId, siteUrl, display, limits };
}

async function findChannel(
  api: Pick<Api, 'getChannelByName'>,
  teamId: string,
  name: string,
): Promise<string | undefined> {
  if (teamId === '') return undefined;
  try {
    return (await api.getChannelByName(teamId, name, false)).id;
  } catch (error) {
    if (isApiError(error, 'not_found', 'denied', 'invalid')) return undefined;
    throw error;
  }
}
