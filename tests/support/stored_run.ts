/** A run as it lies in the store, with changes. */
import type { Run } from '../../server/contract/index.ts';

/** A delivered run of its time. */
export function storedRun(changes: Partial<Run> = {}): Run {
  return {
    sequence: 1,
    run_key: 'key',
    schedule_id: 's'.repeat(26),
    trigger: 'schedule',
    status: 'delivered',
    reason: null,
    occurrence_at: 0,
    occurrences: 1,
    window_start: 0,
    window_end: 0,
    attempts: 1,
    started_at: 0,
    finished_at: 0,
    post_id: null,
    summary: null,
    ...changes,
  };
}
