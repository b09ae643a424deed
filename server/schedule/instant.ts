/**
 * Recaps that a user asks for on the spot, without a schedule of their own: pure.
 *
 * They are runs of one schedule that each user has besides the ones on the list. It is made when first needed, under
 * the user's own id, and rewritten by each request: so whatever a user asks for takes one record, leaves nothing to
 * tidy up, and is claimed, retried and taken over by another node as every run is.
 */
import { ScheduleInput } from '../contract/index.ts';
import type { StoredSchedule } from '../store/index.ts';
import { draft } from './revision.ts';

/** What a user asks for: a recap of the last day of these channels. */
export type InstantInput = Pick<ScheduleInput, 'title' | 'channel_ids'>;

/** Whether an id names the schedule behind the user's instant recaps. */
export function isInstant(scheduleId: string, userId: string): boolean {
  return scheduleId === userId;
}

/** The schedule behind a user's instant recaps, idle. It is finished, so that it goes when it is not used again. */
export function instantSchedule(
  owner: { readonly userId: string; readonly timezone: string },
  input: InstantInput,
  now: number,
): StoredSchedule {
  const choice = ScheduleInput.parse({
    ...input,
    recurrence: { type: 'once', at: 'now' },
    time_period: 'last_24h',
    // Whoever asks gets an answer, also where nothing happened.
    skip_empty: false,
  });
  const schedule = draft(owner.userId, owner, choice, now);
  return { ...schedule, enabled: false, next_run_at: null, finished_at: now };
}

/** The schedule as the next request wants it, about to run: what has been counted and remembered stays. */
export function nextInstant(before: StoredSchedule, wanted: StoredSchedule): StoredSchedule {
  return {
    ...wanted,
    create_at: before.create_at,
    revision: before.revision + 1,
    last_run_at: before.last_run_at,
    last_status: before.last_status,
    run_count: before.run_count,
    window_start: before.window_start,
    enabled: true,
    pause_reason: null,
    finished_at: null,
  };
}
