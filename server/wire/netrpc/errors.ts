/** What can go wrong with a call, and what each failure means for the stream it was made on. */
import { CodedError } from '../../errors.ts';
import { maxEchoLength } from './limits.ts';

/**
 * Thrown when:
 * - `remote`: the peer answered with an error text. The stream is fine.
 * - `timeout`: no reply came in time. The call may still run at the peer; its late reply is dropped.
 * - `aborted`: the caller's signal fired; `cause` is its reason. Otherwise like `timeout`.
 * - `busy`: too many calls wait already. Nothing was sent.
 * - `encode`: the arguments do not fit their schema. Nothing was sent.
 * - `closed`: the stream ended before the reply; `cause` says why.
 * - `protocol`: the peer sent what cannot be understood. The stream was reset.
 */
export type RpcErrorCode =
  'remote' | 'timeout' | 'aborted' | 'busy' | 'encode' | 'closed' | 'protocol';

/** A failed call, or the failure that ended an RPC stream. */
export class RpcError extends CodedError<RpcErrorCode> {
  /** Whether the stream is over with it: every later call on it fails too. */
  get endsStream(): boolean {
    return this.code === 'closed' || this.code === 'protocol';
  }

  /**
   * Whether the peer does not know the method (or the whole service), as an older server does. Go's net/rpc
   * has no code for it, only this text.
   */
  get isMissingMethod(): boolean {
    return this.code === 'remote' && missingMethod.test(this.message);
  }
}

const missingMethod = /^rpc: can't find (?:method|service) /u;

/** A name from the peer, short enough to be repeated in a log line. */
export function shorten(name: string): string {
  return name.length <= maxEchoLength ? name : `${name.slice(0, maxEchoLength)}…`;
}
