/** A channel, direct messages included. Source: model.Channel. */
import { any, bool, int, map, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** The banner shown at the top of a channel. */
export const ChannelBannerInfo = struct('ChannelBannerInfo', {
  enabled: optional(bool),
  text: optional(string),
  backgroundColor: optional(string),
});
/** A decoded `ChannelBannerInfo`. */
export type ChannelBannerInfo = Infer<typeof ChannelBannerInfo>;

/** A channel. Direct and group channels have an empty `teamId`. */
export const Channel = struct('Channel', {
  id: string,
  createAt: int,
  updateAt: int,
  /** Not 0 for an archived channel. */
  deleteAt: int,
  teamId: string,
  /** One of `channelTypes`. */
  type: string,
  /** Empty for a direct channel. */
  displayName: string,
  /** The name in addresses; for a direct channel both user ids joined by `__`. */
  name: string,
  header: string,
  purpose: string,
  lastPostAt: int,
  totalMsgCount: int,
  extraUpdateAt: int,
  creatorId: string,
  schemeId: optional(string),
  props: map(string, any),
  groupConstrained: optional(bool),
  autoTranslation: bool,
  shared: optional(bool),
  totalMsgCountRoot: int,
  policyID: optional(string),
  lastRootPostAt: int,
  bannerInfo: optional(ChannelBannerInfo),
  policyEnforced: bool,
  policyIsActive: bool,
  defaultCategoryName: string,
  managedCategoryName: string,
});
/** A decoded `Channel`. */
export type Channel = Infer<typeof Channel>;

/** The values of `Channel.type`. */
export const channelTypes = { open: 'O', private: 'P', direct: 'D', group: 'G' } as const;
