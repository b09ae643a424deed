/** The embedded Mattermost stand-in: the host side of the plugin protocol for real plugin processes. */
export { AppFailure } from './app_failure.ts';
export { ShiftedClock } from './clock.ts';
export { FakeTime, fakeTimeMissing } from './fake_time.ts';
export type { ApiCall, Fault, FaultAction, FaultRule } from './faults.ts';
export { Host } from './host.ts';
export type { HostOptions } from './host.ts';
export type { LogLine } from './host_log.ts';
export type { HostNode } from './host_node.ts';
export { KeyValueStore } from './kv_store.ts';
export type { ReplicaLag } from './kv_replica.ts';
export type { KeyValueOperation, KeyValueSetOptions } from './kv_store.ts';
export { InstallError, PluginSupervisor } from './plugins/index.ts';
export {
  channelHasBeenCreated,
  executeCommand,
  generateSupportData,
  onConfigurationChange,
  onPluginClusterEvent,
  PluginProcess,
  PluginProcessError,
  userHasBeenDeactivated,
  userHasLeftChannel,
  userHasLeftTeam,
} from './process/index.ts';
export { loadSampleWorkspace, samplePassword, SampleError } from './sample/index.ts';
export { SteppedClock } from './stepped_clock.ts';
export { Workspace } from './workspace/index.ts';
