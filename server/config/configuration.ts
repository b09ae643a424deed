/**
 * What the administrator chose in the System Console, validated. A value that is not usable is logged and its
 * default taken: a slip in one setting must not stop the plugin.
 */
import * as z from 'zod';
import { limits } from '../contract/index.ts';
import { silentLog } from '../log.ts';
import type { Log } from '../log.ts';
import { choiceSetting, flagSetting, isEndpoint, numberSetting, textSetting } from './setting.ts';
import type { Setting } from './setting.ts';

const settings = {
  /** Who may use recaps. */
  access: choiceSetting('Access', ['everybody', 'no_guests', 'team']),
  /** The name in the address of the team whose members may use recaps; counts with `team` alone. */
  accessTeam: textSetting('AccessTeam', 64),
  /** Schedules one user may have that can still run. */
  schedulesPerUser: numberSetting({
    key: 'MaxSchedulesPerUser',
    least: 1,
    most: limits.schedulesPerUser,
    default: 10,
  }),
  /** Channels one schedule may name. */
  channelsPerSchedule: numberSetting({
    key: 'MaxChannelsPerSchedule',
    least: 1,
    most: limits.channelsPerSchedule,
    default: 20,
  }),
  /** Shortest time between two runs of one schedule, in minutes. */
  minutesBetweenRuns: numberSetting({
    key: 'MinMinutesBetweenRuns',
    least: 1,
    most: 1440,
    default: 60,
  }),
  /** Runs that one user may ask for in a day. */
  runsByHandPerDay: numberSetting({
    key: 'MaxRunsByHandPerDay',
    least: 1,
    most: 1000,
    default: 10,
  }),
  /** Posts read from one channel for one recap; the newest are kept. */
  postsPerChannel: numberSetting({
    key: 'MaxPostsPerChannel',
    least: 10,
    most: 10_000,
    default: 1000,
  }),
  /** Posts read for one recap over all channels. */
  postsPerRecap: numberSetting({ key: 'MaxPostsPerRecap', least: 10, most: 50_000, default: 3000 }),
  /** How long ended runs are remembered, in days. */
  historyDays: numberSetting({ key: 'HistoryDays', least: 1, most: 3650, default: 90 }),
  /** Runs that one node works off at once. Takes effect when the plugin is started. */
  concurrency: numberSetting({ key: 'Concurrency', least: 1, most: 64, default: 8 }),
  /** Which AI may write recaps, if any. */
  aiEngine: choiceSetting('AIEngine', ['off', 'agents', 'openai']),
  /** Address of the endpoint with its path. Never one by default: a slip must not send messages to a stranger. */
  openAiBaseUrl: textSetting('OpenAIBaseURL', 1024, {
    must: ['an http or https address, ', (text) => text === '' || isEndpoint(text)],
  }),
  /** Key of the endpoint; empty where it wants none. */
  openAiKey: textSetting('OpenAIKey', 1024, { secret: true }),
  /** The model at the endpoint. */
  openAiModel: textSetting('OpenAIModel', 200),
  /** Id or name of the service or agent of the Agents plugin; empty for the first there is. */
  agentsService: textSetting('AgentsService', 128),
  /** Whether private channels may go to the AI. */
  aiPrivateChannels: flagSetting('AIPrivateChannels'),
  /** Whether direct and group messages may go to the AI. */
  aiDirectMessages: flagSetting('AIDirectMessages'),
  /** How long one call of the AI may take, in seconds. */
  aiTimeoutSeconds: numberSetting({ key: 'AITimeoutSeconds', least: 5, most: 280, default: 60 }),
  /** Calls of the AI that one node makes at once. */
  aiConcurrency: numberSetting({ key: 'AIConcurrency', least: 1, most: 64, default: 4 }),
} as const;

type Settings = typeof settings;

/** The settings; see each one's comment above for its unit. */
export type Configuration = {
  readonly [Name in keyof Settings]: Settings[Name] extends Setting<infer T> ? T : never;
};

/** What holds when nothing is configured. */
export const defaultConfiguration: Configuration = choose({}, () => undefined);

/** Reads what the server has stored: an object whose keys are spelt in any case; undefined where there is nothing. */
export function readConfiguration(stored: unknown, log: Log): Configuration {
  return choose(readObject(stored, log), (setting, range) => {
    log.warn('a setting is not usable, so its default holds', { setting, range });
  });
}

/** A setting whose stored value is not usable. The value itself stays where it is: it may be a secret. */
export interface UnusableSetting {
  /** Its key in the manifest. */
  readonly key: string;
  /** What would be usable, in English. */
  readonly range: string;
}

/** The settings of which `readConfiguration` takes the default because what is stored is not usable. */
export function unusableSettings(stored: unknown): readonly UnusableSetting[] {
  const unusable: UnusableSetting[] = [];
  choose(readObject(stored, silentLog), (key, range) => unusable.push({ key, range }));
  return unusable;
}

/** The configuration for people to see: of a secret only whether it is there. */
export function shownConfiguration(
  configuration: Configuration,
): Readonly<Record<string, string | number | boolean>> {
  return Object.fromEntries(
    Object.entries(configuration).map(([name, value]) => {
      const { secret } = settings[name as keyof Settings];
      return [name, secret && value !== '' ? '(set)' : value];
    }),
  );
}

function readObject(stored: unknown, log: Log): Readonly<Record<string, unknown>> {
  const object = z.record(z.string(), z.unknown()).nullish().safeParse(stored);
  if (object.success) return object.data ?? {};
  log.warn('the configuration is no object, so the defaults hold', { error: object.error });
  return {};
}

function choose(
  stored: Readonly<Record<string, unknown>>,
  refuse: (key: string, range: string) => void,
): Configuration {
  // The System Console stores keys in lower case, other ways of configuring keep the manifest's spelling.
  const byKey = new Map(Object.entries(stored).map(([key, value]) => [key.toLowerCase(), value]));
  const read = ({ key, range, ...setting }: Setting<unknown>): unknown => {
    const value = byKey.get(key.toLowerCase());
    if (value === undefined || value === null || value === '') return setting.default;
    const usable = setting.read(value);
    if (usable === undefined) refuse(key, range);
    return usable ?? setting.default;
  };
  const chosen = Object.entries(settings).map(([name, setting]) => [name, read(setting)]);
  // Each value has come out of the setting of its own name.
  return Object.freeze(Object.fromEntries(chosen) as Configuration);
}
