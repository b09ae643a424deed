/** Plugins on a node: their bundles, and what runs them. */
export { executableOf, shareBundle, unpackBundle } from './bundle.ts';
export type { Bundle } from './bundle.ts';
export { InstallError } from './install_error.ts';
export type { InstallErrorCode } from './install_error.ts';
export { allSettings, parseManifest, plainSettings } from './manifest.ts';
export type { Manifest, ManifestSetting } from './manifest.ts';
export { PluginSupervisor } from './plugin_supervisor.ts';
