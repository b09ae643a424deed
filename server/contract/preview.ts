/** A recap as it would be sent now. */
import * as z from 'zod';

/** The messages, as Markdown: the first, and what would follow in its thread. Never empty. */
export const Preview = z.object({ messages: z.array(z.string()) });
/** A recap as it would be sent now. */
export type Preview = z.infer<typeof Preview>;
