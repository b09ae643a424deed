/** What lies under a schedule's key, and when it must be looked at. */
import * as z from 'zod';
import { Id, Instant, Run, Schedule } from '../contract/index.ts';
import { finishedKeptMs, restorableMs } from './limits.ts';
import { migrate } from './migrations.ts';

/** A run that is not over: claimed by a node, or waiting for its next try. */
export const ActiveRun = z.object({
  run: Run,
  /** The node that works on it; null while it waits for `lease_until`, free for any node. */
  owner: z.string().nullable(),
  /** Rises whenever the run changes hands: with `owner` it proves that a claim still holds. */
  epoch: z.int(),
  /** Until when the owner's word counts, by the owner's clock; or when the next try is due. */
  lease_until: Instant,
});
/** A run that is not over: claimed by a node, or waiting for its next try. */
export type ActiveRun = z.infer<typeof ActiveRun>;

/** The schedule without what is computed when it is shown. */
export const StoredSchedule = Schedule.omit({ running: true });
/** The schedule without what is computed when it is shown. */
export type StoredSchedule = z.infer<typeof StoredSchedule>;

/** The layout that is written. Older ones are read as well, see `migrations.ts`. */
export const recordFormat = 2;

const CurrentRecord = z.object({
  /** Number of this layout. */
  format: z.literal(recordFormat),
  /** Rises with every write. */
  version: z.int(),
  /** Random, new with every write: no two writes have the same bytes. */
  nonce: z.string(),
  /** The highest number of a mutex holder that claimed here; lower ones come too late. */
  fence: z.int(),
  /** The one entry of the due index that counts; null when there is nothing to wait for. */
  due: z.object({ at: Instant, version: z.int() }).nullable(),
  schedule: StoredSchedule,
  active: ActiveRun.nullable(),
  /** Number of the newest run. */
  sequence: z.int(),
  /** The newest ended runs, newest first. */
  recent: z.array(Run),
  /** When the owner was last told that runs fail; null: never. */
  notice_at: Instant.nullable(),
  /** When the owner deleted the schedule; null: it is in use. It can be brought back for a while. */
  deleted_at: Instant.nullable(),
});
/** The state of one schedule. */
export type ScheduleRecord = z.infer<typeof CurrentRecord>;

/** The state of one schedule: everything that must change in one step lies in this one value. Of any known layout. */
export const ScheduleRecord: z.ZodType<ScheduleRecord> = z.preprocess(
  (stored) => migrate(stored, recordFormat),
  CurrentRecord,
);

/** The parts of a record that a change decides; the rest follows when it is written. */
export type ScheduleState = Omit<ScheduleRecord, 'format' | 'version' | 'nonce' | 'due'>;

/** One schedule in a user's list. */
export const ListedSchedule = z.object({ id: Id, added_at: Instant });
/** One schedule in a user's list. */
export type ListedSchedule = z.infer<typeof ListedSchedule>;

/** What lies under a user's key. */
export const UserRecord = z.object({
  format: z.literal(1),
  nonce: z.string(),
  /** Oldest first. */
  schedules: z.array(ListedSchedule),
});
/** What lies under a user's key. */
export type UserRecord = z.infer<typeof UserRecord>;

/** When a schedule must be looked at next: its occurrence, its pause's end, its run's lease, or its end. Null: never. */
export function wakeAt(state: ScheduleState): number | null {
  const { schedule, active } = state;
  if (state.deleted_at !== null) return state.deleted_at + restorableMs;
  const instants: number[] = [];
  if (schedule.next_run_at !== null) instants.push(schedule.next_run_at);
  if (schedule.resume_at !== null) instants.push(schedule.resume_at);
  if (active !== null) instants.push(active.lease_until);
  if (schedule.finished_at !== null && active === null) {
    instants.push(schedule.finished_at + finishedKeptMs);
  }
  return instants.length === 0 ? null : Math.min(...instants);
}
