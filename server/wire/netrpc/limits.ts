/** Every bound and waiting time of the RPC layer. */

/** How long a call waits for its reply when neither the client nor the call says otherwise, in milliseconds. */
export const defaultCallTimeoutMs = 30_000;

/**
 * Calls of one client that may wait for a reply at once. Each holds a closure and its encoded arguments until
 * they are sent; beyond this the peer has stopped answering and more calls would only grow memory.
 */
export const maxPendingCalls = 16_384;

/** Bytes of calls that one client may hold for a peer that does not read; more calls are refused. */
export const maxUnsentBytes = 16 * 1024 * 1024;

/**
 * Requests of one server that may run at once by default. Beyond it the server stops reading, so that the
 * stream's window holds the peer back. Generous, because a request that runs may wait for one that does not.
 */
export const defaultMaxConcurrent = 1_024;

/** Characters of an error text sent to the peer; the rest is cut. */
export const maxErrorTextLength = 4_096;

/** Characters of a name from the peer that are repeated in a log line or an error. */
export const maxEchoLength = 256;
