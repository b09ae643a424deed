/** Every bound and waiting time of the go-plugin layer. */

/** How long a broker waits for the other side of a brokered stream, in milliseconds; go-plugin's own figure. */
export const brokerTimeoutMs = 5_000;

/** Brokered streams that may wait for somebody to accept them at once; further ones are reset. */
export const maxParkedStreams = 256;

/**
 * Bytes of a unix socket's path: `sun_path` holds 108 on Linux, the closing zero included. macOS has 4 fewer
 * and fails in `listen` with a clear error of its own.
 */
export const maxSocketPathLength = 107;

/** Where the socket goes when the directory asked for makes its path too long or cannot be written. */
export const fallbackSocketDirectory = '/tmp';

/** Characters of a handshake line; longer ones are refused unread. */
export const maxHandshakeLength = 4_096;

/**
 * How long a launched plugin waits for its host to connect, in milliseconds. A host that died in between would
 * otherwise leave the process behind for ever.
 */
export const connectTimeoutMs = 60_000;

/** Connections that may be open beside each other while a reattaching host probes the socket. */
export const maxProbes = 8;

/**
 * How long the host may take to hang up after `Control.Quit`, or after a stream that is needed has ended, in
 * milliseconds. Hanging up before it makes the host's own closing fail, and it then kills the process; so it does
 * when the process is still there 2 seconds after the answer.
 */
export const leaveGraceMs = 500;

/** Bytes of log output that may wait for the host to read them; more is dropped and counted. */
export const maxUnsentOutput = 64 * 1024;
