/** Limits and times of a session, with their defaults and their check. */
import { YamuxError } from './errors.ts';
import { INITIAL_STREAM_WINDOW } from './frame.ts';

/** Longest time a timer of the platform can wait, in milliseconds. */
const maxTimerMs = 2_147_483_647;

/** Limits and times of a session. Defaults match hashicorp/yamux where it has the same setting. */
export interface YamuxConfig {
  /**
   * Streams we opened that the peer has not accepted yet (more wait in `open`), and streams the peer opened
   * that wait for `onStream` (more are refused).
   */
  readonly acceptBacklog: number;
  /** Streams open at once, both sides' together. More are refused. */
  readonly maxStreams: number;
  /** Answers to pings and refusals of streams that may wait for a full transport. More end the session. */
  readonly maxQueuedReplies: number;
  /** Largest payload of a data frame we send, in bytes: what a stream may send before the next one's turn. */
  readonly maxSendPayloadBytes: number;
  /** Bytes gathered for one write to the transport before it is asked whether it is full. */
  readonly sendBatchBytes: number;
  /** How long a stream whose sending side we ended may stay without a sign from the peer, in milliseconds. */
  readonly halfCloseTimeoutMs: number;
  /** Pause between our own pings in milliseconds; 0 sends none. */
  readonly keepAliveIntervalMs: number;
  /** How long the answer to a ping of ours may take, in milliseconds. */
  readonly pingTimeoutMs: number;
  /** How long closing waits for the last bytes to leave, in milliseconds. */
  readonly closeGraceMs: number;
}

/** Default and allowed range of each setting. */
const settings: Readonly<
  Record<keyof YamuxConfig, { byDefault: number; min: number; max: number }>
> = {
  acceptBacklog: { byDefault: 256, min: 1, max: 65_536 },
  maxStreams: { byDefault: 4096, min: 1, max: 1_048_576 },
  maxQueuedReplies: { byDefault: 1024, min: 1, max: 1_048_576 },
  maxSendPayloadBytes: { byDefault: 64 * 1024, min: 1, max: INITIAL_STREAM_WINDOW },
  sendBatchBytes: { byDefault: 128 * 1024, min: 1, max: 16 * 1024 * 1024 },
  halfCloseTimeoutMs: { byDefault: 300_000, min: 1, max: maxTimerMs },
  keepAliveIntervalMs: { byDefault: 0, min: 0, max: maxTimerMs },
  pingTimeoutMs: { byDefault: 10_000, min: 1, max: maxTimerMs },
  closeGraceMs: { byDefault: 1000, min: 0, max: maxTimerMs },
};

/**
 * Fills in what is not given.
 *
 * @throws {YamuxError} `bad_config` when a value is no whole number within its range.
 */
export function completeConfig(given: Partial<YamuxConfig> = {}): YamuxConfig {
  const value = (name: keyof YamuxConfig): number => {
    const { byDefault, min, max } = settings[name];
    const chosen = given[name] ?? byDefault;
    if (Number.isInteger(chosen) && chosen >= min && chosen <= max) return chosen;
    throw new YamuxError(
      'bad_config',
      `${name} is ${chosen}, not a whole number in ${min}..${max}`,
    );
  };
  return {
    acceptBacklog: value('acceptBacklog'),
    maxStreams: value('maxStreams'),
    maxQueuedReplies: value('maxQueuedReplies'),
    maxSendPayloadBytes: value('maxSendPayloadBytes'),
    sendBatchBytes: value('sendBatchBytes'),
    halfCloseTimeoutMs: value('halfCloseTimeoutMs'),
    keepAliveIntervalMs: value('keepAliveIntervalMs'),
    pingTimeoutMs: value('pingTimeoutMs'),
    closeGraceMs: value('closeGraceMs'),
  };
}
