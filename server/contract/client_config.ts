/** What a form for schedules has to know of the settings. */
import * as z from 'zod';

/** See the head of the file. */
export const ClientConfig = z.object({
  schedules_per_user: z.int().min(1),
  channels_per_schedule: z.int().min(1),
  /** Whether an AI can write recaps, and what people call it; the name may be empty. */
  ai: z.object({ available: z.boolean(), name: z.string() }),
});
/** What a form for schedules has to know of the settings. */
export type ClientConfig = z.infer<typeof ClientConfig>;
