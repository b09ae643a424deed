/** One stream of a session. */
import { Inbox } from '../bytes/index.ts';
import type { ByteReceiver, ByteStream } from '../bytes/index.ts';
import type { FrameBatch } from './encode.ts';
import { YamuxError } from './errors.ts';
import { Flag, FrameType, INITIAL_STREAM_WINDOW, MAX_UINT32 } from './frame.ts';
import { SendQueue } from './send_queue.ts';
import { broken, endRequested, finReceived, finSent, openState } from './stream_state.ts';
import type { StreamState } from './stream_state.ts';

/** Credit is returned once this many bytes are due: as hashicorp/yamux does, to spare frames. */
const creditThreshold = INITIAL_STREAM_WINDOW / 2;

/** What a stream tells its session. */
export interface StreamOwner {
  /** The stream has a SYN, payload within the window, or a FIN to send. */
  sendable(stream: YamuxStream): void;
  /** The stream owes the peer an ACK or credit. */
  indebted(stream: YamuxStream): void;
  /** The stream has something to deliver once the whole chunk is decoded. */
  arrived(stream: YamuxStream): void;
  /** The FIN was sent and the peer's has not come yet. */
  halfClosed(stream: YamuxStream): void;
  /** The stream is over. `rst` when the peer must be told. */
  over(stream: YamuxStream, rst: boolean): void;
}

/**
 * A stream. The app sees `ByteStream`; the rest is for the session, which calls it with what arrives
 * (`peer...`, then `deliver`) and when there is room to send (`emitDebts`, `emit`).
 */
export class YamuxStream implements ByteStream {
  readonly id: number;
  readonly closed: Promise<Error | undefined>;
  readonly #owner: StreamOwner;
  readonly #settle: (cause: Error | undefined) => void;
  readonly #inbox = new Inbox((thrown) => this.#receiverThrew(thrown));
  readonly #queue = new SendQueue();
  #state: StreamState = openState;
  /** A stream we open owes a SYN, one the peer opened owes an ACK, until it is sent. */
  #greeting: 'syn' | 'ack' | 'sent';
  /** How many bytes the peer lets us send. */
  #sendWindow = INITIAL_STREAM_WINDOW;
  /** How many bytes we let the peer send. */
  #receiveWindow = INITIAL_STREAM_WINDOW;
  /** Bytes consumed and not yet granted again. */
  #creditDue = 0;
  /** The data frame whose payload is arriving carries a FIN. */
  #finAfterPayload = false;

  constructor(id: number, opened: 'here' | 'by_peer', owner: StreamOwner) {
    this.id = id;
    this.#greeting = opened === 'here' ? 'syn' : 'ack';
    this.#owner = owner;
    const { promise, resolve } = Promise.withResolvers<Error | undefined>();
    this.closed = promise;
    this.#settle = resolve;
  }

  /** Whether the stream can still change: it is in the session's table exactly as long. */
  get isLive(): boolean {
    return this.#state.kind === 'live';
  }

  receive(receiver: ByteReceiver): void {
    this.#inbox.receive(receiver);
  }

  release(unread?: Uint8Array): void {
    this.#inbox.release(unread);
  }

  consumed(count: number): void {
    if (this.#state.kind === 'broken') return;
    this.#inbox.consumed(count);
    if (this.#state.kind !== 'live' || this.#state.receiving === 'ended') return;
    this.#creditDue += count;
    if (this.#creditDue >= creditThreshold) this.#owner.indebted(this);
  }

  write(bytes: Uint8Array): Promise<void> {
    const state = this.#state;
    if (state.kind === 'broken') return Promise.reject(state.cause);
    if (state.kind === 'closed' || state.sending !== 'open') {
      return Promise.reject(new YamuxError('write_after_end', `write on ended stream ${this.id}`));
    }
    if (bytes.length === 0) return Promise.resolve();
    const written = this.#queue.push(bytes);
    if (this.#sendWindow > 0) this.#owner.sendable(this);
    return written;
  }

  end(): void {
    const before = this.#state;
    this.#state = endRequested(before);
    if (this.#state !== before && this.#queue.length === 0) this.#owner.sendable(this);
  }

  reset(cause?: Error): void {
    if (!this.isLive) return;
    const text = `stream ${this.id} was reset here`;
    this.break(new YamuxError('reset_here', text, { cause }), true);
    this.deliver();
  }

  /** Breaks the stream without telling the receiver yet: `deliver` does. `rst` when the peer must be told. */
  break(cause: Error, rst: boolean): void {
    if (!this.isLive) return;
    this.#state = broken(this.#state, cause);
    this.#queue.fail(cause);
    this.#inbox.fail(cause);
    this.#settle(cause);
    // A peer that never saw the SYN knows nothing of the stream.
    this.#owner.over(this, rst && this.#greeting !== 'syn');
  }

  /** Hands the receiver what arrived. */
  deliver(): void {
    this.#inbox.deliver();
  }

  /**
   * A window update arrived.
   *
   * @throws {YamuxError} `send_window_overflow`
   */
  peerGrants(delta: number): void {
    if (this.#sendWindow + delta > MAX_UINT32) {
      const text = `send window of stream ${this.id} grew past 32 bits`;
      throw new YamuxError('send_window_overflow', text);
    }
    const wasClosed = this.#sendWindow === 0;
    this.#sendWindow += delta;
    if (wasClosed && delta > 0 && this.#queue.length > 0) this.#owner.sendable(this);
  }

  /**
   * The header of a data frame arrived: `length` bytes follow.
   *
   * @throws {YamuxError} `receive_window_exceeded`, `unexpected_fin`
   */
  peerSends(length: number, fin: boolean): void {
    if (length > this.#receiveWindow) {
      const text = `${length} bytes on stream ${this.id} with a window of ${this.#receiveWindow}`;
      throw new YamuxError('receive_window_exceeded', text);
    }
    this.#receiveWindow -= length;
    if (!fin) return;
    if (length === 0) {
      this.peerEnds();
      return;
    }
    // The FIN takes effect when the payload is complete, but is judged now, before any of that is kept.
    finReceived(this.#state, this.id);
    this.#finAfterPayload = true;
  }

  /** A piece of the payload arrived. After the peer's FIN it is dropped: hashicorp/yamux can race the two. */
  peerData(bytes: Uint8Array, last: boolean): void {
    if (this.#state.kind !== 'live') return;
    if (this.#state.receiving === 'open') {
      this.#inbox.put(bytes);
      this.#owner.arrived(this);
    }
    if (!last || !this.#finAfterPayload) return;
    this.#finAfterPayload = false;
    this.peerEnds();
  }

  /**
   * The peer's FIN arrived.
   *
   * @throws {YamuxError} `unexpected_fin`
   */
  peerEnds(): void {
    this.#enter(finReceived(this.#state, this.id));
    this.#inbox.end();
    this.#owner.arrived(this);
  }

  /** The peer's RST arrived. */
  peerResets(): void {
    this.break(new YamuxError('reset_by_peer', `stream ${this.id} was reset by the peer`), false);
    this.#owner.arrived(this);
  }

  /** Puts ACK and credit that are due into the batch, in one frame. */
  emitDebts(batch: FrameBatch): void {
    const state = this.#state;
    if (state.kind === 'broken') return;
    const ack = this.#greeting === 'ack';
    const grants = state.kind === 'live' && state.receiving === 'open';
    const delta = grants && this.#creditDue >= creditThreshold ? this.#creditDue : 0;
    if (!ack && delta === 0) return;
    batch.header(FrameType.windowUpdate, ack ? Flag.ack : Flag.none, this.id, delta);
    if (ack) this.#greeting = 'sent';
    this.#creditDue -= delta;
    this.#receiveWindow += delta;
  }

  /**
   * Puts SYN, at most `maxPayload` bytes of payload within the window, and FIN into the batch, as far as they
   * are due. True when more could be sent at once.
   */
  emit(batch: FrameBatch, maxPayload: number): boolean {
    if (this.#state.kind !== 'live') return false;
    this.#emitGreeting(batch);
    const length = Math.min(this.#queue.length, this.#sendWindow, maxPayload);
    if (length > 0) {
      batch.header(FrameType.data, Flag.none, this.id, length);
      this.#queue.moveTo(batch, length);
      this.#sendWindow -= length;
    }
    if (this.#queue.length > 0) return this.#sendWindow > 0;
    if (this.#state.sending === 'ending') {
      batch.header(FrameType.windowUpdate, Flag.fin, this.id, 0);
      this.#enter(finSent(this.#state));
    }
    return false;
  }

  #emitGreeting(batch: FrameBatch): void {
    if (this.#greeting === 'sent') return;
    const flag = this.#greeting === 'syn' ? Flag.syn : Flag.ack;
    batch.header(FrameType.windowUpdate, flag, this.id, 0);
    this.#greeting = 'sent';
  }

  #enter(next: StreamState): void {
    this.#state = next;
    if (next.kind === 'closed') {
      this.#settle(undefined);
      this.#owner.over(this, false);
    } else if (next.kind === 'live' && next.sending === 'ended') this.#owner.halfClosed(this);
  }

  #receiverThrew(thrown: unknown): void {
    const text = `the receiver of stream ${this.id} threw`;
    const cause = new YamuxError('receiver_threw', text, { cause: thrown });
    // The stream may have closed already with bytes left to deliver; the receiver still gets no more of them.
    this.#inbox.fail(cause);
    this.break(cause, true);
  }
}
