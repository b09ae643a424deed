/**
 * The schedule: a user's standing order for recaps.
 *
 * Words used everywhere: a *schedule* is the standing order; an *occurrence* is one due instant of it; a *run* is
 * the handling of one occurrence; a *recap* is the document a run produces; the *window* is the span of time
 * whose posts a recap covers.
 */
import * as z from 'zod';
import { Id, Instant } from './id.ts';
import { limits } from './limits.ts';
import { Recurrence } from './recurrence.ts';
import { RunStatus } from './run.ts';
import { Timezone } from './timezone.ts';

/** A title: 1 to `limits.titleCharacters` characters, without white space around it. */
export const Title = z
  .string()
  .trim()
  .min(1)
  .refine((title) => Array.from(title).length <= limits.titleCharacters, {
    message: `must have at most ${limits.titleCharacters} characters`,
    params: { limit: limits.titleCharacters },
  });

/** How the channels of a recap are chosen: `specific` takes `channel_ids`, of any team, direct ones too. */
export const ChannelMode = z.enum(['specific']);
/** How the channels of a recap are chosen. */
export type ChannelMode = z.infer<typeof ChannelMode>;

/**
 * What the window spans. `since_last_recap`: from the end of the last delivered window, so that windows join;
 * `since_last_read`: in each channel from where the user last read it; the others: back from the occurrence.
 */
export const TimePeriod = z.enum(['since_last_recap', 'since_last_read', 'last_24h', 'last_week']);
/** What the window spans; see the schema of the same name. */
export type TimePeriod = z.infer<typeof TimePeriod>;

/** What goes into a recap. */
export const Content = z.strictObject({
  length: z.enum(['brief', 'standard', 'detailed']).default('standard'),
  /** Whether posts of bots and webhooks are read; when not, they are only counted. */
  include_bots: z.boolean().default(false),
});
/** What goes into a recap. */
export type Content = z.infer<typeof Content>;

const ChannelIds = z
  .array(Id)
  .min(1)
  .max(limits.channelsPerSchedule)
  .refine((ids) => new Set(ids).size === ids.length, 'must not repeat a channel');

/** What a user chooses: the body that creates a schedule. */
export const ScheduleInput = z.strictObject({
  title: Title,
  /** Paused when false. */
  enabled: z.boolean().default(true),
  recurrence: Recurrence,
  /** When absent: the profile's on creation, the stored one on replacement. */
  timezone: Timezone.optional(),
  channel_mode: ChannelMode.default('specific'),
  channel_ids: ChannelIds,
  time_period: TimePeriod.default('since_last_recap'),
  content: Content.prefault({}),
  /** When true, a run that is due and finds nothing new sends nothing; any other sends one line that says so. */
  skip_empty: z.boolean().default(true),
});
/** What a user chooses, with the defaults filled in. */
export type ScheduleInput = z.infer<typeof ScheduleInput>;
/** What a client may send to create a schedule: as `ScheduleInput`, with every default left out at will. */
export type ScheduleInputBody = z.input<typeof ScheduleInput>;

/** The body that replaces a schedule: everything anew, and the revision that the change was made from. */
export const ScheduleReplacement = z.strictObject({
  ...ScheduleInput.shape,
  revision: z.int().min(1),
});
/** What replaces a schedule, with the defaults filled in. */
export type ScheduleReplacement = z.infer<typeof ScheduleReplacement>;

/** A schedule as the server returns it. */
export const Schedule = z.object({
  ...ScheduleInput.shape,
  /** An IANA name. Not checked again: a name may vanish from the runtime's data after it was stored. */
  timezone: z.string(),
  id: Id,
  user_id: Id,
  create_at: Instant,
  update_at: Instant,
  /** Rises by one with each change that the user makes. A replacement must name the current one. */
  revision: z.int().min(1),
  /** The next occurrence; null when paused or finished. */
  next_run_at: Instant.nullable(),
  /** When the newest run that has ended was started; null before the first. */
  last_run_at: Instant.nullable(),
  /** How the newest run that has ended did end; null before the first. */
  last_status: RunStatus.nullable(),
  /** Runs that ended as delivered or empty. */
  run_count: z.int().min(0),
  /** Where the next `since_last_recap` window begins. */
  window_start: Instant,
  /** When a one-off was done with; null otherwise. A finished schedule stays listed for 30 days. */
  finished_at: Instant.nullable(),
  /** True while a run is busy. */
  running: z.boolean(),
});
/** A schedule as the server returns it. */
export type Schedule = z.infer<typeof Schedule>;

/** A schedule with what the server computes for people to read. */
export const DescribedSchedule = z.object({
  ...Schedule.shape,
  /** The schedule in words, in the user's language. */
  description: z.string(),
  /** The coming occurrences, soonest first; at most `limits.describedRuns`. */
  next_runs: z.array(Instant),
});
/** A schedule with what the server computes for people to read. */
export type DescribedSchedule = z.infer<typeof DescribedSchedule>;

/** One page of a user's schedules, oldest first. */
export const ScheduleList = z.object({
  schedules: z.array(DescribedSchedule),
  total: z.int().min(0),
});
/** One page of a user's schedules, oldest first. */
export type ScheduleList = z.infer<typeof ScheduleList>;
