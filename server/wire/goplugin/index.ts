/** hashicorp/go-plugin over net/rpc: how a host starts a plugin, finds it, and opens streams to it. */

// The plugin's side.
export type { Environment, MagicCookie } from './environment.ts';
export type { ListenMode } from './listener.ts';
export type { OutputStream } from './output_stream.ts';
export { PluginSession, type Dispense, type PluginSessionOptions } from './plugin_session.ts';
export { servePlugin, type PluginServer, type ServeOptions } from './serve.ts';

// Both sides.
export { Broker, type StreamOpener } from './broker.ts';
export { GoPluginError, type GoPluginErrorCode } from './errors.ts';

// The host's side.
export { dispense, ping, quit } from './control.ts';
export { parseHandshake, type Handshake } from './handshake.ts';
