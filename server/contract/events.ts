/** Websocket events, sent to the schedule's owner only. Mattermost puts `custom_<plugin id>_` before each name. */
import * as z from 'zod';
import { Id } from './id.ts';
import { RunStatus } from './run.ts';

/** The names as the plugin publishes them. */
export const events = {
  /** A schedule was created, changed or deleted. Payload: `ScheduleEvent`. */
  schedule: 'schedule_changed',
  /** A run moved on. Payload: `RunEvent`. */
  run: 'run_changed',
} as const;

/** Payload of `events.schedule`. */
export const ScheduleEvent = z.object({
  schedule_id: Id,
  change: z.enum(['created', 'replaced', 'deleted']),
});
/** Payload of `events.schedule`. */
export type ScheduleEvent = z.infer<typeof ScheduleEvent>;

/** Payload of `events.run`. */
export const RunEvent = z.object({
  schedule_id: Id,
  run_key: z.string(),
  status: RunStatus,
});
/** Payload of `events.run`. */
export type RunEvent = z.infer<typeof RunEvent>;
