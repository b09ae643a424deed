/** The calls the server makes to a plugin. */
export type { Hooks, HttpCaller } from './hooks.ts';
