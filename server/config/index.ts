/** What the administrator chose. */
export { defaultConfiguration, parseConfiguration } from './configuration.ts';
export type { Configuration } from './configuration.ts';
