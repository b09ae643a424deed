/** What the administrator chose. */
export { defaultConfiguration, readConfiguration, shownConfiguration } from './configuration.ts';
export type { Configuration } from './configuration.ts';
