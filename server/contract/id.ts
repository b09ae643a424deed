/** Mattermost's ids. */
import * as z from 'zod';

/** An id as Mattermost makes them: 26 characters, lower-case letters and digits. */
export const Id = z.string().regex(/^[a-z0-9]{26}$/, 'must be an id of 26 characters');
/** An id as Mattermost makes them: 26 characters, lower-case letters and digits. */
export type Id = z.infer<typeof Id>;

/** An instant: milliseconds since 1970 UTC. */
export const Instant = z.int().min(0);
/** An instant: milliseconds since 1970 UTC. */
export type Instant = z.infer<typeof Instant>;
