/**
 * The schedule: a user's standing order for recaps.
 *
 * Words used everywhere: a *schedule* is the standing order; an *occurrence* is one due instant of it; a *run* is
 * the handling of one occurrence; a *recap* is the document a run produces; the *window* is the span of time
 * whose posts a recap covers.
 */
import * as z from 'zod';
import { Id, Instant } from './id.ts';
import { languages } from './languages.ts';
import { limits } from './limits.ts';
import { LocalDate, Recurrence } from './recurrence.ts';
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

/**
 * How the channels of a recap are chosen. `specific`: those of `channel_ids`, of any team, direct ones too.
 * `all_unreads`: whatever has unread messages when the recap is made, in all teams of the user.
 */
export const ChannelMode = z.enum(['specific', 'all_unreads']);
/** How the channels of a recap are chosen. */
export type ChannelMode = z.infer<typeof ChannelMode>;

/**
 * What the window spans. `since_last_recap`: from the end of the last delivered window, so that windows join;
 * `since_last_read`: in each channel from where the user last read it; the others: back from the occurrence.
 */
export const TimePeriod = z.enum(['since_last_recap', 'since_last_read', 'last_24h', 'last_week']);
/** What the window spans; see the schema of the same name. */
export type TimePeriod = z.infer<typeof TimePeriod>;

/** At most `limits.instructionCharacters` characters, without white space around them. */
const Instructions = z
  .string()
  .trim()
  .refine((text) => Array.from(text).length <= limits.instructionCharacters, {
    message: `must have at most ${limits.instructionCharacters} characters`,
    params: { limit: limits.instructionCharacters },
  });

/** What goes into a recap. */
export const Content = z.strictObject({
  /** Everything that matters, or only mentions of the reader, replies to the reader and the reader's threads. */
  focus: z.enum(['everything', 'concerns_me']).default('everything'),
  length: z.enum(['brief', 'standard', 'detailed']).default('standard'),
  /** Whether posts of bots and webhooks are read; when not, they are only counted. */
  include_bots: z.boolean().default(false),
  /** What the user tells an AI engine beside the messages. The built-in engine has no use for it. */
  custom_instructions: Instructions.default(''),
  /** `automatic`: an AI where the administrator provides one, else the built-in engine. */
  engine: z.enum(['automatic', 'built_in', 'ai']).default('automatic'),
  /** `automatic`: the language of the user's profile. */
  language: z.enum(['automatic', ...languages]).default('automatic'),
});
/** What goes into a recap. */
export type Content = z.infer<typeof Content>;

const ChannelIds = z
  .array(Id)
  .max(limits.channelsPerSchedule)
  .refine((ids) => new Set(ids).size === ids.length, 'must not repeat a channel')
  .default([]);

/** The fields of a schedule that its owner chooses, each checked by itself. */
const choice = {
  title: Title,
  /** Paused when false. */
  enabled: z.boolean().default(true),
  /** The first day, in the schedule's zone, on which a paused schedule runs again by itself; null: it stays paused. */
  pause_until: LocalDate.nullable().default(null),
  recurrence: Recurrence,
  /** When absent: the profile's on creation, the stored one on replacement. */
  timezone: Timezone.optional(),
  channel_mode: ChannelMode.default('specific'),
  /** For `specific`: at least one. For `all_unreads`: none. */
  channel_ids: ChannelIds,
  /** For `all_unreads`: whether direct and group messages count. */
  include_direct: z.boolean().default(true),
  /** For `all_unreads`: whether channels that the user has muted count. */
  include_muted: z.boolean().default(false),
  /** For `all_unreads`: channels that never count. */
  excluded_channel_ids: ChannelIds,
  time_period: TimePeriod.default('since_last_recap'),
  content: Content.prefault({}),
  /** When true, a run that is due and finds nothing new sends nothing; any other sends one line that says so. */
  skip_empty: z.boolean().default(true),
};

interface Chosen {
  readonly enabled: boolean;
  readonly pause_until: string | null;
  readonly channel_mode: ChannelMode;
  readonly channel_ids: readonly string[];
  readonly excluded_channel_ids: readonly string[];
}

/** What only several fields together can say. */
function checkTogether(context: z.core.ParsePayload<Chosen>): void {
  const { value, issues } = context;
  const wrong = (field: keyof Chosen, message: string, limit?: number): void => {
    const params = limit === undefined ? {} : { params: { limit } };
    issues.push({ code: 'custom', input: value[field], path: [field], message, ...params });
  };
  if (value.channel_mode === 'specific') {
    if (value.channel_ids.length === 0) wrong('channel_ids', 'must name at least one channel', 1);
    if (value.excluded_channel_ids.length > 0) {
      wrong('excluded_channel_ids', 'only goes with channel_mode "all_unreads"');
    }
  } else if (value.channel_ids.length > 0) {
    wrong('channel_ids', 'only goes with channel_mode "specific"');
  }
  if (value.enabled && value.pause_until !== null) {
    wrong('pause_until', 'only goes with a schedule that is not enabled');
  }
}

/** What a user chooses: the body that creates a schedule. */
export const ScheduleInput = z.strictObject(choice).check(checkTogether);
/** What a user chooses, with the defaults filled in. */
export type ScheduleInput = z.infer<typeof ScheduleInput>;
/** What a client may send to create a schedule: as `ScheduleInput`, with every default left out at will. */
export type ScheduleInputBody = z.input<typeof ScheduleInput>;

/** The body that replaces a schedule: everything anew, and the revision that the change was made from. */
export const ScheduleReplacement = z
  .strictObject({ ...choice, revision: z.int().min(1) })
  .check(checkTogether);
/** What replaces a schedule, with the defaults filled in. */
export type ScheduleReplacement = z.infer<typeof ScheduleReplacement>;

/** Why a schedule is paused: by its owner's wish, or by the plugin's own doing. */
export const PauseReason = z.enum([
  'owner',
  'failures',
  'owner_inactive',
  'not_allowed',
  'unknown_timezone',
]);
/** Why a schedule is paused. */
export type PauseReason = z.infer<typeof PauseReason>;

/** The body that pauses a schedule. */
export const PauseInput = z.strictObject({ pause_until: choice.pause_until });
/** The body that pauses a schedule. */
export type PauseInput = z.infer<typeof PauseInput>;

/** A schedule as the server returns it. */
export const Schedule = z.object({
  ...choice,
  /** An IANA name. Not checked again: a name may vanish from the runtime's data after it was stored. */
  timezone: z.string(),
  id: Id,
  user_id: Id,
  create_at: Instant,
  update_at: Instant,
  /** Rises by one with each change that the user makes, and when it is paused or a pause ends. A replacement must name the current one. */
  revision: z.int().min(1),
  /** The next occurrence; null when paused or finished. */
  next_run_at: Instant.nullable(),
  /** When a schedule that is paused until a day goes on, the start of that day; null for all others. */
  resume_at: Instant.nullable(),
  /** Why the schedule is paused; null when it is not. */
  pause_reason: PauseReason.nullable(),
  /** How many occurrences have failed in a row up to now. */
  failures: z.int().min(0),
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

/** The body that asks for the words and runs of a schedule that is not saved yet. */
export const TimingInput = z.strictObject({
  recurrence: Recurrence,
  timezone: choice.timezone,
});
/** The body that asks for the words and runs of a schedule that is not saved yet. */
export type TimingInput = z.infer<typeof TimingInput>;

/** A form that was not saved yet, in words. */
export const ValidatedSchedule = DescribedSchedule.pick({ description: true, next_runs: true });
/** A form that was not saved yet, in words. */
export type ValidatedSchedule = z.infer<typeof ValidatedSchedule>;

/** One page of a user's schedules, oldest first. */
export const ScheduleList = z.object({
  schedules: z.array(DescribedSchedule),
  total: z.int().min(0),
});
/** One page of a user's schedules, oldest first. */
export type ScheduleList = z.infer<typeof ScheduleList>;
