/** What the websocket events carry. Each is sent to one user only, the owner of what it tells of. */
import * as z from 'zod';
import { Checks } from './checks.ts';
import { Id } from './id.ts';
import { RunStatus } from './run.ts';

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

/** Payload of `events.progress`. */
export const RunProgressEvent = z.object({
  schedule_id: Id,
  run_key: z.string(),
  channels_done: z.int().min(0),
  channels_total: z.int().min(0),
});
/** Payload of `events.progress`. */
export type RunProgressEvent = z.infer<typeof RunProgressEvent>;

/** Payload of `events.checks`: to the other windows of the one who checked. */
export const ChecksEvent = z.object({ post_id: Id, ...Checks.shape });
/** Payload of `events.checks`. */
export type ChecksEvent = z.infer<typeof ChecksEvent>;
