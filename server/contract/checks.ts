/** Action items of a recap that its reader has checked off. They are the reader's alone. */
import * as z from 'zod';
import { Id } from './id.ts';
import { limits } from './limits.ts';

/** What is checked off in one recap, by the ids of the quoted messages. */
export const Checks = z.object({ checked: z.array(Id).max(limits.checksPerRecap) });
/** What is checked off in one recap. */
export type Checks = z.infer<typeof Checks>;

/** The body that checks an item off, or not any more. */
export const CheckInput = z.strictObject({ item_id: Id, checked: z.boolean() });
/** The body that checks an item off, or not any more. */
export type CheckInput = z.infer<typeof CheckInput>;
