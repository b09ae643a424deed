/** A slash command as a user sent it. Source: model.CommandArgs. */
import { map, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** Who sent which command from where. */
export const CommandArgs = struct('CommandArgs', {
  userId: string,
  channelId: string,
  teamId: string,
  /** Not empty when it was sent from a thread. */
  rootId: string,
  parentId: string,
  /** Allows opening one dialog, within seconds. */
  triggerId: string,
  /** The whole text, slash included. */
  command: string,
  siteURL: string,
  /** The websocket connection of the sender; newer servers only. */
  connectionId: string,
  /** User name to user id. */
  userMentions: map(string, string),
  /** Channel name to channel id. */
  channelMentions: map(string, string),
});
/** A decoded `CommandArgs`. */
export type CommandArgs = Infer<typeof CommandArgs>;
