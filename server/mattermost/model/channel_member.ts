/** A user's membership of a channel. Source: model.ChannelMember. */
import { bool, int, map, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A membership. It is gone once the user has left. */
export const ChannelMember = struct('ChannelMember', {
  channelId: string,
  userId: string,
  roles: string,
  lastViewedAt: int,
  msgCount: int,
  mentionCount: int,
  mentionCountRoot: int,
  urgentMentionCount: int,
  msgCountRoot: int,
  notifyProps: map(string, string),
  lastUpdateAt: int,
  schemeGuest: bool,
  schemeUser: bool,
  schemeAdmin: bool,
  explicitRoles: string,
  autoTranslationDisabled: bool,
});
/** A decoded `ChannelMember`. */
export type ChannelMember = Infer<typeof ChannelMember>;
