/** Who gets a websocket event. Source: model.WebsocketBroadcast. */
import { any, bool, map, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** The audience of a websocket event. With no field set: every connected client. */
export const WebsocketBroadcast = struct('WebsocketBroadcast', {
  omitUsers: map(string, bool),
  userId: string,
  channelId: string,
  teamId: string,
  connectionId: string,
  omitConnectionId: string,
  containsSanitizedData: bool,
  containsSensitiveData: bool,
  reliableClusterSend: bool,
  broadcastHooks: slice(string),
  broadcastHookArgs: slice(map(string, any)),
});
/** A decoded `WebsocketBroadcast`. */
export type WebsocketBroadcast = Infer<typeof WebsocketBroadcast>;
/** What encodes as `WebsocketBroadcast`; absent fields are Go's zero value. */
export type WebsocketBroadcastInput = Input<typeof WebsocketBroadcast>;
