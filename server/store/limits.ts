/** The store's own limits. */

/** Largest value that is written, in bytes. The database would take more; one row must not stall a node. */
export const maxValueBytes = 256 * 1024;

/** How often one call to the key-value store is tried before it counts as failed. */
export const callTries = 4;

/** Pause before the second try of a call, in milliseconds; doubles with each further one. */
export const callRetryMs = 50;

/** How long a change waits for others that change the same record, or for a stale replica, in milliseconds. */
export const contentionMs = 10_000;

/** First pause after a change was lost to another, in milliseconds; doubles up to `maxContentionPauseMs`. */
export const contentionPauseMs = 10;

/** Longest pause between two tries to change a record, in milliseconds. */
export const maxContentionPauseMs = 500;

/** Ended runs that the record itself keeps; older ones lie under keys of their own. */
export const recentRuns = 4;

/**
 * Ended runs that are deleted with their schedule, one call each; whoever deletes it waits for them. Older ones go
 * when they expire.
 */
export const removedRuns = 500;

/** Finished one-offs that stay listed beside the schedules that can still run; the oldest go first. */
export const finishedPerUser = 20;

/**
 * How long a due entry or a list entry may stand without its record before it is taken for the leftover of a
 * crash, in milliseconds. Must exceed the time between the two writes, and any replica's lag.
 */
export const leftoverMs = 10 * 60 * 1000;

/** How long a finished one-off stays listed, in milliseconds. */
export const finishedKeptMs = 30 * 24 * 60 * 60 * 1000;

/** How often a page of all keys is swept, in the whole cluster, in milliseconds. */
export const sweepEveryMs = 5 * 60 * 1000;

/** How long the word of a node is kept, in milliseconds: its counts are of one day. */
export const beatKeptMs = 24 * 60 * 60 * 1000;

/** Nodes that are remembered, those that were restarted among them. */
export const maxNodes = 64;

/** Due entries that are counted before it is said that there are more. */
export const countedBacklog = 1000;

/** Users whose data one step of the sweep deletes. */
export const forgottenUsers = 5;

/** How many entries the sweep remembers that may be leftovers. */
export const maxSuspects = 1000;

/** How long a deleted schedule can be brought back, in milliseconds. */
export const restorableMs = 10 * 60 * 1000;

/** The span in which runs asked for by hand are counted, in milliseconds: a day. */
export const quotaMs = 24 * 60 * 60 * 1000;

/** Keys fetched with one listing. */
export const listPage = 200;

/** After so many failed occurrences in a row a schedule is paused. */
export const maxFailures = 5;

/** How often the owner of a schedule is told of failures at most, in milliseconds. */
export const noticeEveryMs = 24 * 60 * 60 * 1000;

/** A window that begins further ahead than this was put there by a clock that was wrong, in milliseconds. */
export const wrongClockMs = 24 * 60 * 60 * 1000;
