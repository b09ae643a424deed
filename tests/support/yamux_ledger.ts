/** A bookkeeper between two sessions: reads what one side writes and checks it against the rules. */
import { parseFrames } from './yamux_frames.ts';
import type { Frame } from './yamux_frames.ts';

const initialWindow = 262144;
const creditThreshold = initialWindow / 2;

/** One stream as one side has spoken of it. */
interface Account {
  /** Payload bytes this side has sent. */
  sent: number;
  /** Credit this side has granted the other beyond the initial window. */
  granted: number;
  hasGreeted: boolean;
  hasEnded: boolean;
  hasReset: boolean;
}

/**
 * What both sides wrote, stream by stream. Every rule is checked when a frame is written: that is the earliest
 * moment, for the writer cannot rely on credit before it arrived, and the granter has granted by writing.
 *
 * Holds for sessions that use no stream id twice.
 */
export class YamuxLedger {
  readonly #accounts = { client: new Map<number, Account>(), server: new Map<number, Account>() };
  /** What was found wrong. */
  readonly faults: string[] = [];

  /** Looks at what `writer` has written; `consumed` tells how much its apps have reported for a stream. */
  look(writer: 'client' | 'server', bytes: Uint8Array, consumed?: (id: number) => number): void {
    for (const frame of parseFrames(bytes)) {
      if (frame.type === 'data' || frame.type === 'window') this.#judge(writer, frame, consumed);
    }
  }

  /** Payload bytes `writer` has sent on a stream. */
  sent(writer: 'client' | 'server', id: number): number {
    return this.#account(writer, id).sent;
  }

  #account(side: 'client' | 'server', id: number): Account {
    let account = this.#accounts[side].get(id);
    if (account === undefined) {
      account = { sent: 0, granted: 0, hasGreeted: false, hasEnded: false, hasReset: false };
      this.#accounts[side].set(id, account);
    }
    return account;
  }

  #judge(writer: 'client' | 'server', frame: Frame, consumed?: (id: number) => number): void {
    const own = this.#account(writer, frame.id);
    const other = this.#account(writer === 'client' ? 'server' : 'client', frame.id);
    const isOpener = frame.id % 2 === (writer === 'client' ? 1 : 0);
    const must = (holds: boolean, rule: string): void => {
      if (!holds)
        this.faults.push(`${writer} ${frame.type} ${frame.flags.join('|')} ${frame.id}: ${rule}`);
    };
    const has = (flag: 'syn' | 'ack' | 'fin' | 'rst'): boolean => frame.flags.includes(flag);
    must(!own.hasReset, 'a frame after RST');
    must(
      has(isOpener ? 'syn' : 'ack') !== own.hasGreeted || has('rst'),
      'SYN or ACK is not first or comes twice',
    );
    must(!has(isOpener ? 'ack' : 'syn'), 'SYN and ACK confused');
    must(isOpener || other.hasGreeted, 'the stream was never opened');
    own.hasGreeted = true;
    if (frame.type === 'data') {
      must(!own.hasEnded, 'data after FIN');
      own.sent += frame.length;
      must(own.sent <= initialWindow + other.granted, 'more data than the window');
    } else if (frame.length > 0) {
      must(frame.length >= creditThreshold, 'credit below half a window');
      own.granted += frame.length;
      must(own.granted <= other.sent, 'credit for bytes that were never sent');
      must(own.granted <= (consumed?.(frame.id) ?? Infinity), 'credit before consumption');
    }
    if (has('fin')) {
      must(!own.hasEnded, 'a second FIN');
      own.hasEnded = true;
    }
    if (has('rst')) own.hasReset = true;
  }
}
