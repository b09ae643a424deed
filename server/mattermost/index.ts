/** Mattermost's plugin RPC surface: the model, the API, the hooks, and what runs them. No product ideas. */
export { ApiError, apiMethods, createApi, isApiError, pluginHttpMethod } from './api/index.ts';
export type {
  Api,
  ApiErrorCode,
  ApiErrorDetails,
  Arguments,
  BotApi,
  Caller,
  ChannelApi,
  InteractionApi,
  KvApi,
  LogApi,
  LogPairs,
  Method,
  Outcome,
  PermissionApi,
  PluginHttpApi,
  PluginHttpRequest,
  PluginHttpResponse,
  PostApi,
  Result,
  ServerApi,
  TeamApi,
  UserApi,
} from './api/index.ts';
export { hookMethods, implementedMethod } from './hooks/index.ts';
export type { Hooks } from './hooks/index.ts';
export { defaultMaxBodyBytes, HttpBridgeError, ServeHttpArgs } from './http/index.ts';
export type { HttpBridgeErrorCode, HttpCaller } from './http/index.ts';
export { apiLog, stderrLog } from './log/index.ts';
export * from './model/index.ts';
export { runPlugin } from './run/index.ts';
export type { PluginContext, PluginEnd, RunningPlugin, RunPluginOptions } from './run/index.ts';
