/** The plugin as Mattermost sees it. */
export { createPlugin } from './plugin.ts';
export type { PluginOptions } from './plugin.ts';
