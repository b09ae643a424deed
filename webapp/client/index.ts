/** Requests to the plugin and to the site it runs on. */
export { ClientError, isAbort, toClientError } from './client_error.ts';
export type { ClientErrorCode } from './client_error.ts';
export { RecapsClient } from './recaps_client.ts';
export { SiteClient } from './site_client.ts';
export { createTransport } from './transport.ts';
export type { RequestOptions, Transport, TransportOptions } from './transport.ts';
