/** What runs between activation and deactivation, put together. */
import type { CommandOptions } from '../command/index.ts';
import type { Configuration } from '../config/index.ts';
import { events } from '../contract/index.ts';
import type { Clock } from '../clock.ts';
import { createHttpApp } from '../http/index.ts';
import type { HttpApp, Profile } from '../http/index.ts';
import type { Log } from '../log.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api } from '../mattermost/index.ts';
import type { Metrics } from '../metrics/index.ts';
import {
  builtInEngine,
  createRecapService,
  openChannel,
  unreadableChannels,
} from '../recap/index.ts';
import type { HostFacts } from '../recap/index.ts';
import { Scheduler, scheduleWordsFor } from '../schedule/index.ts';
import { profileOf } from './profile.ts';
import { pathOf } from './site.ts';
import type { Site } from './site.ts';

/** The services of an active plugin. */
export interface Services {
  readonly scheduler: Scheduler;
  readonly http: HttpApp;
  readonly command: CommandOptions;
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
  readonly site: () => Site;
}

/** Makes the services. Nothing happens until the scheduler is started. */
export function createServices(options: ServicesOptions): Services {
  const { api, log } = options;
  const scheduler = createScheduler(options);
  const { service } = scheduler;
  const profile = async (userId: string): Promise<Profile> => profileOf(await api.getUser(userId));
  return {
    scheduler,
    http: createHttpApp({
      service,
      log,
      wordsFor: scheduleWordsFor,
      profileOf: profile,
      sitePath: () => pathOf(options.site().siteUrl),
    }),
    command: {
      service,
      log,
      profileOf: profile,
      wordsFor: scheduleWordsFor,
      openChannel: (userId, channelId) =>
        openChannel(api, options.site().display, userId, channelId),
      findChannel: (teamId, name) => findChannel(api, teamId, name),
    },
  };
}

function createScheduler(options: ServicesOptions): Scheduler {
  const { api, log, clock, metrics, configuration } = options;
  /** Tells the owner's browsers. Nobody waits for it, and nothing depends on it. */
  const publish = (
    userId: string,
    event: string,
    payload: Readonly<Record<string, string>>,
  ): Promise<void> => api.publishWebSocketEvent(event, payload, { userId });
  return new Scheduler({
    api,
    clock,
    log,
    handler: createRecapService({
      api,
      log,
      engine: builtInEngine(clock),
      facts: () => factsOf(options),
    }),
    observer: {
      runChanged: (schedule, run) => {
        metrics.countRun(run.status);
        const { schedule_id, run_key, status } = run;
        return publish(schedule.user_id, events.run, { schedule_id, run_key, status });
      },
    },
    concurrency: configuration().concurrency,
    limits: configuration,
    historyDays: () => configuration().historyDays,
    unreadable: (userId, channelIds) => unreadableChannels(api, userId, channelIds),
    changed: (userId, event) => publish(userId, events.schedule, event),
  });
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
