/** All that is kept of one user, for that user to take along. */
import * as z from 'zod';
import { Id, Instant } from './id.ts';
import { Run } from './run.ts';
import { Schedule } from './schedule.ts';

/** See the head of the file. */
export const UserData = z.object({
  user_id: Id,
  exported_at: Instant,
  /** Oldest first, each with its newest runs. */
  schedules: z.array(z.object({ schedule: Schedule, runs: z.array(Run) })),
  /** What the bot has sent, newest first. */
  messages: z.array(
    z.object({
      post_id: Id,
      /** The first message of a recap that needed more than one; empty for a first one. */
      root_id: z.string(),
      create_at: Instant,
      /** Markdown. */
      message: z.string(),
      /** Items that are checked off, by the ids of the quoted messages. */
      checked: z.array(Id),
    }),
  ),
  /** Whether there is more than is taken along: older runs or older messages. */
  truncated: z.boolean(),
});
/** All that is kept of one user. */
export type UserData = z.infer<typeof UserData>;
