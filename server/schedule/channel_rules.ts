/** Which channels a user may put into a schedule. */
import type { ScheduleInput } from '../contract/index.ts';
import { ScheduleError } from './errors.ts';

/** What an administrator allows, asked anew for each request. */
export interface ScheduleLimits {
  /** Schedules one user may have that can still run. */
  readonly schedulesPerUser: number;
  readonly channelsPerSchedule: number;
}

/** Who knows what is allowed. */
export interface ChannelRules {
  limits(): ScheduleLimits;
  /** Those of `channelIds` that the user may not read, now. */
  unreadable(userId: string, channelIds: readonly string[]): Promise<readonly string[]>;
}

/**
 * Refuses channels that are too many or that the user cannot read. Those that the schedule has already (`had`) are
 * not asked about: leaving one must not stop an edit. Nor are those that are left out, since nothing is told of them.
 *
 * @throws {ScheduleError} `invalid`, with the field.
 */
export async function checkChannels(
  rules: ChannelRules,
  userId: string,
  input: Pick<ScheduleInput, 'channel_ids'>,
  had: readonly string[] = [],
): Promise<void> {
  const limit = rules.limits().channelsPerSchedule;
  if (input.channel_ids.length > limit) {
    throw new ScheduleError('invalid', `At most ${limit} channels are allowed.`, {
      field: 'channel_ids',
      limit,
    });
  }
  const fresh = input.channel_ids.filter((id) => !had.includes(id));
  const [unreadable] = await rules.unreadable(userId, fresh);
  if (unreadable === undefined) return;
  throw new ScheduleError('invalid', 'There is no such channel, or you cannot read it.', {
    field: `channel_ids.${input.channel_ids.indexOf(unreadable)}`,
  });
}
