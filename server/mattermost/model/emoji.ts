/** A custom emoji. Source: model.Emoji. */
import { int, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A custom emoji that a post uses. */
export const Emoji = struct('Emoji', {
  id: string,
  createAt: int,
  updateAt: int,
  deleteAt: int,
  creatorId: string,
  name: string,
});
/** A decoded `Emoji`. */
export type Emoji = Infer<typeof Emoji>;
