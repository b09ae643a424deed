/** Plugins in the page: how they come, what they register, how they go. */
export { spokenText } from './element.ts';
export { newId } from './ids.ts';
export { PluginLoader } from './loader.ts';
export type { PluginInstance } from './loader.ts';
export { PluginEvents } from './plugin_events.ts';
export { Popouts } from './popouts.ts';
export type { RegistryServices } from './registry.ts';
export { Translations } from './translations.ts';
export type { Messages } from './translations.ts';
