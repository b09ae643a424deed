/**
 * Facts of the wire, from the yamux specification (hashicorp/yamux spec.md).
 *
 * Every frame starts with a header of 12 bytes, big endian:
 *
 * | offset | bytes | field     | meaning                                                             |
 * | ------ | ----- | --------- | ------------------------------------------------------------------- |
 * | 0      | 1     | version   | always 0                                                            |
 * | 1      | 1     | type      | see `FrameType`                                                     |
 * | 2      | 2     | flags     | see `Flag`; may be combined                                         |
 * | 4      | 4     | stream id | 0 is the session; the client opens odd ids, the server even ones    |
 * | 8      | 4     | length    | data: payload bytes that follow; window update: the delta; ping: an |
 * |        |       |           | opaque value; go-away: see `GoAway`                                 |
 *
 * Only data frames have a payload, and only payload bytes count against a window.
 */

/** The one protocol version there is. */
export const PROTOCOL_VERSION = 0;

/** Length of a header in bytes. */
export const HEADER_BYTES = 12;

/** The stream id that addresses the session itself. */
export const SESSION_ID = 0;

/** Largest stream id, and largest value of any 32-bit field. */
export const MAX_UINT32 = 0xffff_ffff;

/** Window of a new stream in bytes, each way. Both sides assume it without being told. */
export const INITIAL_STREAM_WINDOW = 256 * 1024;

/**
 * Longest payload accepted in one data frame, in bytes. We never grant more window than a stream starts
 * with, so a longer frame cannot be legal on any stream.
 */
export const MAX_PAYLOAD_BYTES = INITIAL_STREAM_WINDOW;

/** What a frame is. */
export const FrameType = {
  /** Carries payload. May be empty, to carry flags. */
  data: 0,
  /** Grants the receiver of the frame `length` more bytes to send. May be 0, to carry flags. */
  windowUpdate: 1,
  /** Measures the round trip and keeps the connection alive: SYN asks, ACK answers with the same value. */
  ping: 2,
  /** Announces the end of the session. */
  goAway: 3,
} as const;
/** One of the values of `FrameType`. */
export type FrameType = (typeof FrameType)[keyof typeof FrameType];

/** Bits of the flags field. Unknown bits are ignored, as hashicorp/yamux does. */
export const Flag = {
  none: 0,
  /** Opens a stream. On a ping: a question. */
  syn: 1,
  /** Accepts a stream. On a ping: the answer. */
  ack: 2,
  /** The sender will send no more data: a half close. */
  fin: 4,
  /** Aborts the stream in both directions. */
  rst: 8,
} as const;

/** Codes of a go-away frame. */
export const GoAway = {
  /** The sender accepts no new streams; those that exist go on. */
  normal: 0,
  /** The sender found a violation of the protocol and is about to close the connection. */
  protocolError: 1,
  /** The sender failed by itself and is about to close the connection. */
  internalError: 2,
} as const;
/** One of the values of `GoAway`. */
export type GoAway = (typeof GoAway)[keyof typeof GoAway];

/** A decoded header. */
export interface FrameHeader {
  readonly type: FrameType;
  /** Sum of `Flag` bits. */
  readonly flags: number;
  readonly streamId: number;
  /** Its meaning depends on `type`. */
  readonly length: number;
}

/** Which end of the connection we are: it decides who opens odd and who opens even stream ids. */
export type Role = 'client' | 'server';

/** The first stream id a role opens; every next one is larger by 2. */
export function firstStreamId(role: Role): number {
  return role === 'client' ? 1 : 2;
}
