/** Very many schedules in the key-value store of a host, written by the store's own code, without a plugin process. */
import { pluginId, ScheduleInput } from '../../../server/contract/index.ts';
import type { Clock } from '../../../server/clock.ts';
import type { ScheduleInputBody } from '../../../server/contract/index.ts';
import type { Log } from '../../../server/log.ts';
import { draft } from '../../../server/schedule/revision.ts';
import {
  DueIndex,
  KeyValueStore,
  ScheduleStore,
  systemRandomness,
  UserStore,
} from '../../../server/store/index.ts';
import type { KvApi, StoredSchedule } from '../../../server/store/index.ts';
import type { Host } from '../../host/index.ts';

/** One schedule to be written. */
export interface Order {
  readonly userId: string;
  /** The same object for schedules that are to be alike: what follows from it is then computed once. */
  readonly input: ScheduleInputBody;
}

/** More than any user here has. */
const schedulesPerUser = 100;

/** Writes the schedules as if each had been created at `now`, and gives their ids. */
export async function storeSchedules(
  host: Host,
  orders: Iterable<Order>,
  now: number,
): Promise<string[]> {
  const clock: Clock = {
    now: () => now,
    monotonic: () => performance.now(),
    sleep: () => Promise.reject(new Error('nobody waits while nobody else writes')),
  };
  const kv = new KeyValueStore(directApi(host, now), clock);
  const random = systemRandomness;
  const users = new UserStore(kv, clock, random);
  const options = { clock, random, log: silent, historyDays: () => 90 };
  const schedules = new ScheduleStore(kv, new DueIndex(kv), users, options);
  const drafts = new Map<ScheduleInputBody, StoredSchedule>();
  const ids: string[] = [];
  for (const { userId, input } of orders) {
    let drafted = drafts.get(input);
    if (drafted === undefined) {
      drafted = draft('', { userId, timezone: 'UTC' }, ScheduleInput.parse(input), now);
      drafts.set(input, drafted);
    }
    const id = random.id();
    await schedules.create({ ...drafted, id, user_id: userId }, schedulesPerUser);
    ids.push(id);
  }
  return ids;
}

/** A schedule of each day at the time of day that UTC has at an instant. */
export function dailyAt(instant: number, channelId: string): ScheduleInputBody {
  return {
    title: 'What happened',
    recurrence: {
      type: 'weekly',
      days_of_week: 127,
      times_of_day: [new Date(instant).toISOString().slice(11, 16)],
    },
    timezone: 'UTC',
    channel_ids: [channelId],
  };
}

/** The host's table without a wire before it. */
function directApi({ kv }: Host, now: number): KvApi {
  return {
    kvGet: (key) => Promise.resolve(kv.get(pluginId, key, now)),
    kvList: (page, perPage) => Promise.resolve(kv.list(pluginId, page, perPage, now)),
    kvSetWithOptions: (key, value, { atomic = false, oldValue, expireInSeconds = 0 }) =>
      Promise.resolve(kv.set(pluginId, key, value, { atomic, oldValue, expireInSeconds }, now)),
  };
}

const silent: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
