/** Every bound of the log sinks. */

/**
 * Bytes of one line on standard error, the line feed included. The server reads 64 KiB at a time and logs a
 * longer line in pieces, of which only the first has its level.
 */
export const maxLineBytes = 16 * 1024;

/** Characters of a message or a value sent to the server's log; the rest is cut. */
export const maxTextLength = 8 * 1024;

/** Log calls that may wait for the server at once; further lines are dropped and counted. */
export const maxOutstandingLogCalls = 256;
