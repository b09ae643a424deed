/** Whether a user is there. Source: model.Status. */
import { bool, int, named, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A user's presence. */
export const Status = struct('Status', {
  userId: string,
  /** `online`, `away`, `dnd` or `offline`. */
  status: string,
  manual: bool,
  lastActivityAt: int,
  activeChannel: string,
  /** Seconds since 1970, unlike every other time. */
  dndEndTime: named('DNDEndTime', int),
  prevStatus: string,
});
/** A decoded `Status`. */
export type Status = Infer<typeof Status>;
