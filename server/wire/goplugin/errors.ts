/** What can go wrong between a host and a plugin process. */
import { CodedError } from '../../errors.ts';

/**
 * Thrown when:
 * - `cookie`: the process was not started by the expected host. Say so to the person who did, and exit.
 * - `environment`: the host asks for something that is not supported here, such as TLS.
 * - `listen`: no socket could be opened; `cause` has the last reason.
 * - `handshake`: a handshake line cannot be written or understood.
 * - `no_host`: the host never connected.
 * - `accept_timeout`: nobody dialled the id in time.
 * - `dial_timeout`: the other side did not accept the id in time.
 * - `refused`: the other side closed the dialled stream instead of accepting it.
 * - `bad_ack`: the other side acknowledged another id than was dialled.
 * - `duplicate`: the id is being accepted already.
 * - `unknown_plugin`: the host asked for an implementation that does not exist here.
 * - `closed`: the session, or a stream the plugin cannot live without, has ended.
 */
export type GoPluginErrorCode =
  | 'cookie'
  | 'environment'
  | 'listen'
  | 'handshake'
  | 'no_host'
  | 'accept_timeout'
  | 'dial_timeout'
  | 'refused'
  | 'bad_ack'
  | 'duplicate'
  | 'unknown_plugin'
  | 'closed';

/** A failure of the go-plugin layer. */
export class GoPluginError extends CodedError<GoPluginErrorCode> {}
