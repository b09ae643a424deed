/** The extra facts of a bot account. Source: model.Bot and model.BotPatch. */
import { int, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** A bot. `userId` is also the id of its user. */
export const Bot = struct('Bot', {
  userId: string,
  username: string,
  displayName: string,
  description: string,
  /** A user's id, or the id of the plugin that owns the bot. */
  ownerId: string,
  lastIconUpdate: int,
  createAt: int,
  updateAt: int,
  deleteAt: int,
});
/** A decoded `Bot`. */
export type Bot = Infer<typeof Bot>;
/** What encodes as `Bot`; absent fields are Go's zero value. */
export type BotInput = Input<typeof Bot>;

/** Changes to a bot: an absent field stays as it is. */
export const BotPatch = struct('BotPatch', {
  username: optional(string),
  displayName: optional(string),
  description: optional(string),
});
/** A decoded `BotPatch`. */
export type BotPatch = Infer<typeof BotPatch>;
/** What encodes as `BotPatch`; absent fields are Go's zero value. */
export type BotPatchInput = Input<typeof BotPatch>;
