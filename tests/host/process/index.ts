/** Plugin processes: started, activated, called and stopped as Mattermost does it. */
export { PluginProcessError } from './errors.ts';
export type { PluginProcessErrorCode } from './errors.ts';
export {
  channelHasBeenCreated,
  executeCommand,
  generateSupportData,
  onConfigurationChange,
  onPluginClusterEvent,
  userHasBeenDeactivated,
  userHasLeftChannel,
  userHasLeftTeam,
} from './hook_calls.ts';
export type { HookCall } from './hook_calls.ts';
export { PluginProcess } from './plugin_process.ts';
export type { PluginProcessOptions } from './plugin_process.ts';
export type { PluginRequest, ResponseSink } from './serve_http.ts';
