/** The plugin API from the server's side. */
export { apiHandlers } from './api_server.ts';
export type { ApiServerOptions, CallCounts } from './api_server.ts';
export type { ApiContext, InterPluginRequest, InterPluginResponse } from './context.ts';
