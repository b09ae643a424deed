/** Go's `net/rpc` over gob: calling and serving methods on one stream. */
export { RpcClient, type RpcCallOptions, type RpcClientOptions } from './client.ts';
export { Deadlines, type Deadline } from './deadlines.ts';
export { RpcError, type RpcErrorCode } from './errors.ts';
export { rpcHandler, type RpcContext, type RpcHandler } from './handler.ts';
export { Empty } from './header.ts';
export { RpcServer, type RpcServerOptions } from './server.ts';
