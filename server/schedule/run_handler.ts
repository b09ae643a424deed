/** The seam between the scheduler and what makes recaps: the scheduler says when, the handler does it. */
import type { RecapSummary, Run, RunReason, Schedule } from '../contract/index.ts';
import { CodedError } from '../errors.ts';
import type { Window } from './window.ts';

/** One occurrence that this node has claimed, and the right to deliver it. */
export interface RunClaim {
  /** The schedule as it was when this attempt began. */
  readonly schedule: Schedule;
  /** The run: its key, its window and how often it was tried (this attempt included). */
  readonly run: Run;
  /**
   * Writes down that the message is about to leave. Call it once all is rendered, right before the first post;
   * it also renews the lease in full, so that the post has the whole lease to get through.
   *
   * @throws {RunClaimLostError} when the claim is no longer ours: nothing may be posted.
   */
  beginDelivery(): Promise<void>;
  /** Says how many of the channels are read. Nobody waits for it, and the last word counts. */
  progress(channelsDone: number, channelsTotal: number): void;
  /**
   * Looks, without waiting, whether enough is left of the lease for a post to get through. For between two posts of
   * one delivery.
   *
   * @throws {RunClaimLostError} when it has nearly run out or is lost.
   */
  assertHeld(): void;
}

/** How a run ended when it did not fail. */
export type RunOutcome =
  | { readonly status: 'delivered'; readonly postId: string; readonly summary: RecapSummary }
  | { readonly status: 'empty'; readonly summary: RecapSummary };

/** A message that an earlier attempt did send. */
export interface DeliveredPost {
  readonly postId: string;
}

/** Makes and sends recaps. Both methods stop at the signal's abort: the claim is lost or the node stops. */
export interface RunHandler {
  /**
   * Makes the recap of a claimed run and sends it, calling `claim.beginDelivery` before the first post.
   *
   * @throws {RunFailure} with the reason that the user is to see; anything else counts as `internal` and is
   * tried again.
   */
  run(claim: RunClaim, signal: AbortSignal): Promise<RunOutcome>;
  /**
   * Looks in the owner's conversation with the bot for the message that carries the run key. Asked before any
   * run is tried again whose delivery had begun. Must throw, not answer undefined, when it could not look.
   */
  findDelivered(claim: RunClaim, signal: AbortSignal): Promise<DeliveredPost | undefined>;
  /**
   * The messages of the recap that a schedule would get for a window, and sends none of them. Never empty.
   *
   * @throws {RunFailure} with the reason that the user is to see.
   */
  preview(schedule: Schedule, window: Window, signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Tells the owner that a run has failed or was missed, and whether its schedule is paused for it. Asked once a day
   * for each schedule at most. What it throws is logged.
   */
  tellFailure(schedule: Schedule, run: Run): Promise<void>;
}

/** Why an attempt failed, in a form the user may see. Thrown by handlers. */
export class RunFailure extends CodedError<RunReason> {
  /** False when trying again cannot help, such as for an owner who is not active. */
  readonly retryable: boolean;

  constructor(
    reason: RunReason,
    message: string,
    options?: { cause?: unknown; retryable?: boolean },
  ) {
    super(reason, message, options);
    this.retryable = options?.retryable ?? true;
  }
}

/** The claim belongs to another node by now, or the schedule is gone. Thrown when: the lease ran out. */
export class RunClaimLostError extends CodedError<'claim_lost'> {
  constructor(options?: { cause?: unknown }) {
    super('claim_lost', 'the claim on this run is lost', options);
  }
}
