/** The errors of the multiplexer. A violation of the protocol carries the go-away code it is answered with. */
import { CodedError } from '../../errors.ts';
import { GoAway } from './frame.ts';

/** Violations by the peer, and failures of our own, that end the session; each with the code we send first. */
const goAwayCodes = {
  /** The version field is not 0. */
  bad_version: GoAway.protocolError,
  /** The type field is none of the four. */
  bad_type: GoAway.protocolError,
  /** A data frame declares more payload than any window could allow. */
  frame_too_long: GoAway.protocolError,
  /** A stream frame on stream 0, or a SYN with an id of our parity. */
  bad_stream_id: GoAway.protocolError,
  /** A SYN for a stream that is open. */
  duplicate_stream: GoAway.protocolError,
  /** A second FIN on a stream. */
  unexpected_fin: GoAway.protocolError,
  /** More payload than the stream's window had left. */
  receive_window_exceeded: GoAway.protocolError,
  /** Window updates that add up to more than 32 bits. */
  send_window_overflow: GoAway.protocolError,
  /** Pings or refused streams arrive while their answers cannot be sent. */
  reply_flood: GoAway.protocolError,
  /** Our own code failed. */
  internal: GoAway.internalError,
} as const;

/** A code that ends the session and is announced to the peer. */
export type YamuxFatalCode = keyof typeof goAwayCodes;

/** What went wrong. */
export type YamuxErrorCode =
  | YamuxFatalCode
  /** The connection ended inside a frame. */
  | 'truncated'
  /** The connection failed; the cause is the socket's error. */
  | 'transport_failed'
  /** The peer announced that we broke the protocol, that it failed, or something unknown. */
  | 'peer_went_away'
  /** The peer did not answer a ping in time. */
  | 'ping_timeout'
  /** The session ended, and the stream, the open or the ping with it. */
  | 'session_closed'
  /** The peer reset the stream, or refused to accept it. */
  | 'reset_by_peer'
  /** The stream was reset on this side. */
  | 'reset_here'
  /** The stream's receiver threw; the cause is what it threw. */
  | 'receiver_threw'
  /** The peer did not end its direction within the limit after we had ended ours. */
  | 'half_close_timeout'
  /** Bytes were written after the sending direction had been ended. */
  | 'write_after_end'
  /** The peer accepts no new streams any more. */
  | 'no_new_streams'
  /** The session holds as many streams as its limit allows. */
  | 'too_many_streams'
  /** All 2^31 stream ids of this side are used up. */
  | 'ids_exhausted'
  /** A configuration value is out of range. */
  | 'bad_config';

/** An error of the multiplexer. Messages name streams and counts, never payload. */
export class YamuxError extends CodedError<YamuxErrorCode> {
  /** The code sent to the peer before the session ends; undefined when nothing is announced. */
  readonly goAway: GoAway | undefined;

  constructor(code: YamuxErrorCode, message: string, options?: { cause?: unknown }) {
    super(code, message, options);
    this.goAway = isFatal(code) ? goAwayCodes[code] : undefined;
  }
}

function isFatal(code: YamuxErrorCode): code is YamuxFatalCode {
  return Object.hasOwn(goAwayCodes, code);
}
