/** The REST interface. */
export { createHttpApp } from './app.ts';
export type { HttpApp, HttpAppOptions, Profile } from './app.ts';
