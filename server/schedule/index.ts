/** When recaps are due, and that each is run once. */
export { RunClaimLostError, RunFailure } from './run_handler.ts';
export type { DeliveredPost, RunClaim, RunHandler, RunOutcome } from './run_handler.ts';
