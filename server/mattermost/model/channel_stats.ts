/** Counts about a channel. Source: model.ChannelStats. */
import { int, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** How many members, guests, pinned posts and files a channel has. */
export const ChannelStats = struct('ChannelStats', {
  channelId: string,
  memberCount: int,
  guestCount: int,
  pinnedPostCount: int,
  filesCount: int,
});
/** A decoded `ChannelStats`. */
export type ChannelStats = Infer<typeof ChannelStats>;
