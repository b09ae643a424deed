/** What can go wrong between the stand-in server and a plugin's process. */
import { CodedError } from '../../../server/errors.ts';

/**
 * Thrown when:
 * - `checksum`: the executable changed between hashing and starting it.
 * - `spawn`: the executable cannot be started at all.
 * - `handshake`: no handshake line in time, or one that is not understood.
 * - `connect`: the announced address does not take a connection.
 * - `activate`: `OnActivate` answered with an error.
 * - `inactive`: the plugin is not running.
 * - `host_crash`: the plugin did what would have ended a real Mattermost server.
 */
export type PluginProcessErrorCode =
  'checksum' | 'spawn' | 'handshake' | 'connect' | 'activate' | 'inactive' | 'host_crash';

/** A failure of a plugin's process, seen from the server. */
export class PluginProcessError extends CodedError<PluginProcessErrorCode> {}
