/** A message between the nodes' processes of one plugin. Source: model.PluginClusterEvent. */
import { bytes, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** An event for the same plugin on other nodes. */
export const PluginClusterEvent = struct('PluginClusterEvent', {
  id: string,
  data: bytes,
});
/** A decoded `PluginClusterEvent`. */
export type PluginClusterEvent = Infer<typeof PluginClusterEvent>;
/** What encodes as `PluginClusterEvent`; absent fields are Go's zero value. */
export type PluginClusterEventInput = Input<typeof PluginClusterEvent>;

/** How an event is sent. */
export const PluginClusterEventSendOptions = struct('PluginClusterEventSendOptions', {
  /** `reliable` or `best_effort`. */
  sendType: string,
  /** One node's id; empty for all. */
  targetId: string,
});
/** A decoded `PluginClusterEventSendOptions`. */
export type PluginClusterEventSendOptions = Infer<typeof PluginClusterEventSendOptions>;
/** What encodes as `PluginClusterEventSendOptions`; absent fields are Go's zero value. */
export type PluginClusterEventSendOptionsInput = Input<typeof PluginClusterEventSendOptions>;
