/** What a user may put into a schedule: how many channels, which, and how close its runs may lie. */
import type { Recurrence, ScheduleInput } from '../contract/index.ts';
import type { AccessRules } from './access.ts';
import { dayMs, minuteMs, parseTimeOfDay } from './civil.ts';
import { refusal } from './errors.ts';
import type { ScheduleError } from './errors.ts';

/** What an administrator allows, asked anew for each request. */
export interface ScheduleLimits {
  /** Schedules one user may have that can still run. */
  readonly schedulesPerUser: number;
  readonly channelsPerSchedule: number;
  /** Shortest time between two runs of one schedule, in minutes. */
  readonly minutesBetweenRuns: number;
  /** Runs that one user may ask for in a day, of schedules and of channels together. */
  readonly runsByHandPerDay: number;
}

/** Who knows what is allowed. */
export interface ChannelRules extends AccessRules {
  limits(): ScheduleLimits;
  /** Those of `channelIds` that the user may not read, now. */
  unreadable(userId: string, channelIds: readonly string[]): Promise<readonly string[]>;
}

/**
 * Refuses a schedule whose runs lie closer together than the administrator allows.
 *
 * @throws {ScheduleError} `invalid`, with the field and the limit in minutes.
 */
export function checkDistance(rules: Pick<ChannelRules, 'limits'>, recurrence: Recurrence): void {
  if (recurrence.type !== 'weekly') return;
  const limit = rules.limits().minutesBetweenRuns;
  const times = recurrence.times_of_day.map((time) => parseTimeOfDay(time) / minuteMs);
  const [first = 0] = times;
  for (const [index, time] of times.entries()) {
    // Behind the last time of a day comes the first of the next one.
    const next = times[index + 1] ?? first + dayMs / minuteMs;
    if (next - time >= limit) continue;
    throw refusal('invalid', 'scheduled_recaps.dialog.error.apart', {
      field: 'recurrence.times_of_day',
      limit,
      values: { count: limit },
    });
  }
}

/**
 * Refuses channels that are too many or that the user cannot read. Those that the schedule has already (`had`) are
 * not asked about: leaving one must not stop an edit. Nor are those that are left out, since nothing is told of them.
 *
 * @throws {ScheduleError} `invalid`, with the field.
 */
export async function checkChannels(
  rules: Pick<ChannelRules, 'limits' | 'unreadable'>,
  userId: string,
  input: Pick<ScheduleInput, 'channel_ids'>,
  had: readonly string[] = [],
): Promise<void> {
  const limit = rules.limits().channelsPerSchedule;
  if (input.channel_ids.length > limit) throw tooManyChannels(limit);
  const fresh = input.channel_ids.filter((id) => !had.includes(id));
  const [unreadable] = await rules.unreadable(userId, fresh);
  if (unreadable === undefined) return;
  throw refusal('invalid', 'scheduled_recaps.command.create.unreadable', {
    field: `channel_ids.${input.channel_ids.indexOf(unreadable)}`,
  });
}

/** Refuses more channels than `limit`. */
export function tooManyChannels(limit: number): ScheduleError {
  return refusal('invalid', 'scheduled_recaps.command.now.too_many', {
    field: 'channel_ids',
    limit,
    values: { count: limit },
  });
}
