/** How a plugin fares on one node. Source: model.PluginStatus. */
import { int, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A plugin's state on one node. */
export const PluginStatus = struct('PluginStatus', {
  pluginId: string,
  clusterId: string,
  pluginPath: string,
  /** One of `pluginStates`. */
  state: int,
  error: string,
  name: string,
  description: string,
  version: string,
});
/** A decoded `PluginStatus`. */
export type PluginStatus = Infer<typeof PluginStatus>;

/** The values of `PluginStatus.state`. */
export const pluginStates = {
  notRunning: 0,
  starting: 1,
  running: 2,
  failedToStart: 3,
  failedToStayRunning: 4,
  stopping: 5,
} as const;
