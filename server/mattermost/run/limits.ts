/** Waiting times of a running plugin. */

/** How long a call of the API waits for its answer unless the call says otherwise, in milliseconds. */
export const defaultApiTimeoutMs = 30_000;

/**
 * How long after the loss of the API stream the host may take to be gone as well, in milliseconds. On an orderly
 * end both go at once, in any order.
 */
export const apiLossGraceMs = 1_000;
