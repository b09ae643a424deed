/** The run: the handling of one occurrence, and what is remembered of it. */
import * as z from 'zod';
import { Id, Instant } from './id.ts';

/**
 * Where a run stands.
 *
 * ```text
 * claimed ──► delivering ──► delivered
 *    │             └───────► failed
 *    ├──► empty              nothing new, skip_empty, and nobody asked for it by hand
 *    └──► failed             after the last try
 * missed                     too late to be worth running; never claimed
 * skipped                    the run before it was still busy; never claimed
 * cancelled                  its owner ended it, or deleted the schedule, before the message left
 * ```
 */
export const RunStatus = z.enum([
  'claimed',
  'delivering',
  'delivered',
  'empty',
  'failed',
  'missed',
  'skipped',
  'cancelled',
]);
/** Where a run stands; see the schema of the same name. */
export type RunStatus = z.infer<typeof RunStatus>;

/** Why a run did not end in a recap. Clients turn these into sentences. */
export const RunReason = z.enum([
  /** missed: the server was not there in time. */
  'too_late',
  /** missed: a later occurrence was due as well and ran in its stead. */
  'superseded',
  /** skipped: the run before was still busy. */
  'overlap',
  /** failed: the node that ran it died, more often than a run is tried. */
  'interrupted',
  /** failed: the owner's account is not active. */
  'owner_inactive',
  /** failed, and the schedule is paused: the administrator has not opened recaps to the owner (any more). */
  'not_allowed',
  /** failed, and the schedule is paused: the server does not know its time zone (any more). */
  'unknown_timezone',
  /** failed: it took longer than any run may, on each try. */
  'timed_out',
  /** failed: none of the channels could be read. */
  'no_readable_channel',
  /** failed: the message could not be sent. */
  'delivery_failed',
  /** failed: anything else; the server's log has the cause. */
  'internal',
]);
/** Why a run did not end in a recap. */
export type RunReason = z.infer<typeof RunReason>;

/** What made a run happen: its time, or somebody who asked. */
export const RunTrigger = z.enum(['schedule', 'manual']);
/** What made a run happen. */
export type RunTrigger = z.infer<typeof RunTrigger>;

/** What a recap is made of, in numbers. Never content. */
export const RecapSummary = z.object({
  /** The engine that wrote it, such as `built_in`. */
  engine: z.string().max(64),
  channels_read: z.int().min(0),
  /** Channels that the user chose and that could not be read. */
  channels_failed: z.int().min(0),
  posts_read: z.int().min(0),
  /** Posts of the window beyond the limits, which the recap says it left out. */
  posts_left_out: z.int().min(0),
  /** Lines that the recap consists of. */
  lines: z.int().min(0),
});
/** What a recap is made of, in numbers. */
export type RecapSummary = z.infer<typeof RecapSummary>;

/** One row of a schedule's history. */
export const Run = z.object({
  /** Number of the run within its schedule, from 1. With the schedule's id it names the row. */
  sequence: z.int().min(1),
  /** Names the occurrence in the whole system: schedule id and instant. The delivered post carries it. */
  run_key: z.string().min(1).max(64),
  schedule_id: Id,
  trigger: RunTrigger,
  status: RunStatus,
  reason: RunReason.nullable(),
  /** The due instant. */
  occurrence_at: Instant,
  /** How many occurrences the row stands for: more than 1 only where several were missed in a row. */
  occurrences: z.int().min(1),
  /** First instant of the window, inclusive. */
  window_start: Instant,
  /** End of the window, exclusive. */
  window_end: Instant,
  /** How often the run was begun, 0 where it never was. */
  attempts: z.int().min(0),
  /** When it was claimed, or recorded as missed or skipped. */
  started_at: Instant,
  finished_at: Instant.nullable(),
  /** The delivered message. */
  post_id: Id.nullable(),
  summary: RecapSummary.nullable(),
});
/** One row of a schedule's history. */
export type Run = z.infer<typeof Run>;

/** One page of a schedule's history, newest first. */
export const RunList = z.object({
  runs: z.array(Run),
  /** Give this as `before` to get the next page; null at the end. */
  next_before: z.int().min(1).nullable(),
});
/** One page of a schedule's history, newest first. */
export type RunList = z.infer<typeof RunList>;
