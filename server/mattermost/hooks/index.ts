/** The calls the server makes to a plugin. */
export { hookHandlers } from './handlers.ts';
export type { ActivationIds, HookServerOptions } from './handlers.ts';
export type { Hooks } from './hooks.ts';
export { hookMethods, implementedMethod } from './methods.ts';
