/** The life of a stream, as pure transitions. */
import { YamuxError } from './errors.ts';

/**
 * Each direction ends by itself; the stream is over when both have, or when it breaks.
 *
 * ```
 *            end()                FIN sent
 *   sending: open ───▶ ending ───────────▶ ended ─┐
 *                                                 ├─▶ closed
 *            peer's FIN                           │
 * receiving: open ───────────────────────▶ ended ─┘
 *
 * live ── RST sent or received, receiver threw, session ended ──▶ broken
 * ```
 */
export type StreamState =
  | {
      readonly kind: 'live';
      /** `ending`: the FIN waits behind queued bytes. */
      readonly sending: 'open' | 'ending' | 'ended';
      readonly receiving: 'open' | 'ended';
    }
  | { readonly kind: 'closed' }
  | { readonly kind: 'broken'; readonly cause: Error };

/** A stream whose SYN was just sent or received. */
export const openState: StreamState = { kind: 'live', sending: 'open', receiving: 'open' };

const closedState: StreamState = { kind: 'closed' };

/** Our side ends its direction: the FIN is due once what is queued has gone. Does nothing a second time. */
export function endRequested(state: StreamState): StreamState {
  if (state.kind !== 'live' || state.sending !== 'open') return state;
  return { ...state, sending: 'ending' };
}

/** The FIN was sent. Only one that is due can be: it must never be sent twice, hashicorp/yamux dies of it. */
export function finSent(state: StreamState): StreamState {
  if (state.kind !== 'live' || state.sending !== 'ending') return state;
  return state.receiving === 'ended' ? closedState : { ...state, sending: 'ended' };
}

/**
 * The peer's FIN arrived.
 *
 * @throws {YamuxError} `unexpected_fin` when it had come before.
 */
export function finReceived(state: StreamState, streamId: number): StreamState {
  if (state.kind !== 'live') return state;
  if (state.receiving === 'ended') {
    throw new YamuxError('unexpected_fin', `second FIN on stream ${streamId}`);
  }
  return state.sending === 'ended' ? closedState : { ...state, receiving: 'ended' };
}

/** The stream broke. What has ended stays as it was. */
export function broken(state: StreamState, cause: Error): StreamState {
  return state.kind === 'live' ? { kind: 'broken', cause } : state;
}
