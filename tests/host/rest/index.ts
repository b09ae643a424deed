/** The REST interface of a node. */
export type { PluginAdministration } from './context.ts';
export { restApi } from './rest_api.ts';
