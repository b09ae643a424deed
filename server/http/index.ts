/** The REST interface. */
export { createHttpApp } from './app.ts';
export type { HttpApp, HttpAppOptions } from './app.ts';
export type { Profile } from './profile.ts';
export { newDialog } from './new_dialog.ts';
export { settingsDialog } from './settings_dialog.ts';
