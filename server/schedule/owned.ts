/** A user's own schedules: nobody is told of any other. */
import type { Schedule } from '../contract/index.ts';
import type { Entry, ScheduleRecord, ScheduleStore } from '../store/index.ts';
import { refusal } from './errors.ts';
import type { ScheduleError } from './errors.ts';
import { isInstant } from './instant.ts';

/** Who asks. */
export interface Owner {
  readonly userId: string;
  /** IANA name of the zone in the user's profile, for schedules that name none. */
  readonly timezone: string;
}

/**
 * The record of a schedule in use.
 *
 * @throws {ScheduleError} `not_found` also for a schedule of somebody else.
 */
export async function ownSchedule(
  schedules: Pick<ScheduleStore, 'get'>,
  userId: string,
  id: string,
): Promise<Entry<ScheduleRecord>> {
  const entry = isInstant(id, userId) ? undefined : await schedules.get(id);
  if (entry?.value.schedule.user_id !== userId || entry.value.deleted_at !== null) {
    throw notFound();
  }
  return entry;
}

/** The schedule as clients see it. */
export function shown(record: ScheduleRecord): Schedule {
  return { ...record.schedule, running: record.active !== null };
}

/** What strangers and owners of nothing are told alike. */
export function notFound(): ScheduleError {
  return refusal('not_found', 'scheduled_recaps.action.gone');
}
