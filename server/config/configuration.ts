/**
 * What the administrator chose in the System Console, validated. A value that is not usable is logged and its
 * default taken: a slip in one setting must not stop the plugin.
 */
import * as z from 'zod';
import { limits } from '../contract/index.ts';
import type { Log } from '../log.ts';

/** One whole number among the settings. */
interface NumberSetting {
  /** The setting's key in the manifest. */
  readonly key: string;
  readonly least: number;
  readonly most: number;
  readonly default: number;
}

const settings = {
  /** Schedules one user may have that can still run. */
  schedulesPerUser: {
    key: 'MaxSchedulesPerUser',
    least: 1,
    most: limits.schedulesPerUser,
    default: 10,
  },
  /** Channels one schedule may name. */
  channelsPerSchedule: {
    key: 'MaxChannelsPerSchedule',
    least: 1,
    most: limits.channelsPerSchedule,
    default: 20,
  },
  /** Shortest time between two runs of one schedule, in minutes. */
  minutesBetweenRuns: { key: 'MinMinutesBetweenRuns', least: 1, most: 1440, default: 60 },
  /** Runs that one user may ask for in a day. */
  runsByHandPerDay: { key: 'MaxRunsByHandPerDay', least: 1, most: 1000, default: 10 },
  /** Posts read from one channel for one recap; the newest are kept. */
  postsPerChannel: { key: 'MaxPostsPerChannel', least: 10, most: 10_000, default: 1000 },
  /** Posts read for one recap over all channels. */
  postsPerRecap: { key: 'MaxPostsPerRecap', least: 10, most: 50_000, default: 3000 },
  /** How long ended runs are remembered, in days. */
  historyDays: { key: 'HistoryDays', least: 1, most: 3650, default: 90 },
  /** Runs that one node works off at once. Takes effect when the plugin is started. */
  concurrency: { key: 'Concurrency', least: 1, most: 64, default: 8 },
} as const satisfies Readonly<Record<string, NumberSetting>>;

/** The settings, all of them whole numbers; see each one's comment above for its unit. */
export type Configuration = Readonly<Record<keyof typeof settings, number>>;

/** What holds when nothing is configured. */
export const defaultConfiguration: Configuration = choose({}, () => undefined);

/** Reads what the server has stored: an object whose keys are spelt in any case; undefined where there is nothing. */
export function readConfiguration(stored: unknown, log: Log): Configuration {
  return choose(readObject(stored, log), (setting, range) => {
    log.warn('a setting is not usable, so its default holds', { setting, range });
  });
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
  const read = ({ key, least, most, ...setting }: NumberSetting): number => {
    const value = byKey.get(key.toLowerCase());
    if (value === undefined || value === null || value === '') return setting.default;
    const number = z.coerce.number().int().min(least).max(most).safeParse(value);
    if (number.success && typeof value !== 'boolean') return number.data;
    refuse(key, `${least} to ${most}`);
    return setting.default;
  };
  return Object.freeze({
    schedulesPerUser: read(settings.schedulesPerUser),
    channelsPerSchedule: read(settings.channelsPerSchedule),
    minutesBetweenRuns: read(settings.minutesBetweenRuns),
    runsByHandPerDay: read(settings.runsByHandPerDay),
    postsPerChannel: read(settings.postsPerChannel),
    postsPerRecap: read(settings.postsPerRecap),
    historyDays: read(settings.historyDays),
    concurrency: read(settings.concurrency),
  });
}
