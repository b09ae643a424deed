/** Running a plugin: from the handshake to the end of the server. */
export type { PluginContext } from './plugin_runtime.ts';
export { runPlugin } from './run_plugin.ts';
export type { PluginEnd, RunningPlugin, RunPluginOptions } from './run_plugin.ts';
