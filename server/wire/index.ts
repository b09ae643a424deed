/**
 * The Go world as bytes: what the layers above need to speak to a Go host, and nothing of Mattermost.
 *
 * Schemas describe Go types (`gob`), clients and handlers call and serve methods on a stream (`netrpc`), and
 * the broker opens further streams to the host that started the process (`goplugin`).
 */

// Streams.
export type { ByteReceiver, ByteStream } from './bytes/index.ts';

// Go types.
export * from './gob/index.ts';

// Calls.
export {
  Empty,
  RpcClient,
  RpcError,
  rpcHandler,
  RpcServer,
  type RpcCallOptions,
  type RpcClientOptions,
  type RpcContext,
  type RpcErrorCode,
  type RpcHandler,
  type RpcServerOptions,
} from './netrpc/index.ts';

// The process and its host.
export {
  Broker,
  GoPluginError,
  servePlugin,
  type Dispense,
  type Environment,
  type GoPluginErrorCode,
  type ListenMode,
  type MagicCookie,
  type OutputStream,
  type PluginServer,
  type ServeOptions,
} from './goplugin/index.ts';
