/** What the administrator chose. */
export {
  defaultConfiguration,
  readConfiguration,
  shownConfiguration,
  unusableSettings,
} from './configuration.ts';
export type { Configuration, UnusableSetting } from './configuration.ts';
