/** Every bound and waiting time of the HTTP bridge. */

/** Bytes that a request's body may have unless the bridge is told otherwise. The server itself has no limit. */
export const defaultMaxBodyBytes = 32 * 1024 * 1024;

/**
 * Bytes of a body asked for at once. Half of what may be under way, so that the next piece is asked for while
 * this one is still being read.
 */
export const bodyPieceBytes = 128 * 1024;

/**
 * Bytes of a body that may have been asked for and not been read yet. No more than the window of a stream
 * (256 KiB): the server then never gets stuck in the middle of a piece when the reader gives up.
 */
export const maxBodyBytesUnderWay = 2 * bodyPieceBytes;

/** Bytes of an answer's body sent in one call; longer chunks are cut. */
export const maxWriteBytes = 256 * 1024;

/**
 * How long one piece of an answer may take to be accepted, in milliseconds. Somewhat longer than the server's
 * own limit on writing to a slow client (`ServiceSettings.WriteTimeout`, 300 s by default), which comes first.
 */
export const writeTimeoutMs = 330_000;
