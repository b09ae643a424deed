/** A schedule as it lies in the store, with changes. */
import { input } from './scheduler_world.ts';
import type { StoredSchedule } from '../../server/store/index.ts';

/** A daily schedule that nothing has happened to. */
export function storedSchedule(changes: Partial<StoredSchedule> = {}): StoredSchedule {
  return {
    ...input(),
    timezone: 'UTC',
    id: 's'.repeat(26),
    user_id: 'u'.repeat(26),
    create_at: 0,
    update_at: 0,
    revision: 1,
    next_run_at: null,
    resume_at: null,
    pause_reason: null,
    failures: 0,
    last_run_at: null,
    last_status: null,
    run_count: 0,
    window_start: 0,
    finished_at: null,
    ...changes,
  };
}
