/** What the administrator chose. */
export { defaultConfiguration, readConfiguration } from './configuration.ts';
export type { Configuration } from './configuration.ts';
