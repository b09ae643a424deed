/** One stored preference of a user. Source: model.Preference. */
import { string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A preference. Values are text. */
export const Preference = struct('Preference', {
  userId: string,
  category: string,
  name: string,
  value: string,
});
/** A decoded `Preference`. */
export type Preference = Infer<typeof Preference>;
