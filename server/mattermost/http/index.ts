/** The server's HTTP hooks as handlers of the platform's `Request` and `Response`. */
export type { HttpCaller } from './caller.ts';
export { HttpBridgeError } from './errors.ts';
export type { HttpBridgeErrorCode } from './errors.ts';
export { defaultMaxBodyBytes } from './limits.ts';
export { httpHandler, ServeHttpArgs } from './serve_http.ts';
export type { HttpBridgeOptions, HttpHandler } from './serve_http.ts';
