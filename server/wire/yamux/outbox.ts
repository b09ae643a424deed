/** The sending half of a session: what goes out, in which order, and when. */
import type { YamuxConfig } from './config.ts';
import { encodeFrame, FrameBatch } from './encode.ts';
import { YamuxError } from './errors.ts';
import { Flag, FrameType, SESSION_ID } from './frame.ts';
import type { GoAway } from './frame.ts';
import type { Transport } from './transport.ts';

/** What the outbox asks of a stream. */
export interface Sender {
  /** Puts ACK and credit that are due into the batch. */
  emitDebts(batch: FrameBatch): void;
  /** Puts at most `maxPayload` bytes into the batch. True when more could be sent at once. */
  emit(batch: FrameBatch, maxPayload: number): boolean;
}

/** A frame of four fields that waits: type, flags, stream id, length. */
type Reply = readonly [type: FrameType, flags: number, streamId: number, length: number];

/**
 * Gathers the frames of one turn of the event loop and writes them together. Answers to the peer go first,
 * then ACKs and credit, then payload, one frame a stream and turn, so that no stream can starve another.
 * While the transport is full everything waits here; what the peer can make wait is bounded.
 */
export class Outbox {
  readonly #transport: Transport;
  readonly #config: YamuxConfig;
  readonly #onFailure: (thrown: unknown) => void;
  readonly #batch = new FrameBatch();
  #replies: Reply[] = [];
  #indebted = new Set<Sender>();
  readonly #sendable = new Set<Sender>();
  #isFull = false;
  #isScheduled = false;
  #isStopped = false;

  /** `onFailure` is called when writing throws. */
  constructor(transport: Transport, config: YamuxConfig, onFailure: (thrown: unknown) => void) {
    this.#transport = transport;
    this.#config = config;
    this.#onFailure = onFailure;
  }

  /** Has a stream's ACK and credit sent. */
  addIndebted(stream: Sender): void {
    this.#indebted.add(stream);
    this.#schedule();
  }

  /** Has a stream's SYN, payload and FIN sent, when it is its turn. */
  addSendable(stream: Sender): void {
    this.#sendable.add(stream);
    this.#schedule();
  }

  /** Forgets a stream that is over. */
  remove(stream: Sender): void {
    this.#indebted.delete(stream);
    this.#sendable.delete(stream);
  }

  /** Sends a frame of the session's own: a ping, a go-away, a reset the app asked for. */
  send(type: FrameType, flags: number, streamId: number, length: number): void {
    this.#replies.push([type, flags, streamId, length]);
    this.#schedule();
  }

  /**
   * Sends a frame that the peer provoked: the answer to a ping, the refusal of a stream.
   *
   * @throws {YamuxError} `reply_flood` when too many of them wait for a full transport.
   */
  answer(type: FrameType, flags: number, streamId: number, length: number): void {
    this.requireRoom();
    this.send(type, flags, streamId, length);
  }

  /**
   * Asks whether the peer may provoke another frame, now or later.
   *
   * @throws {YamuxError} `reply_flood` when too many of them wait for a full transport.
   */
  requireRoom(): void {
    if (this.#replies.length < this.#config.maxQueuedReplies) return;
    this.flush();
    if (this.#replies.length < this.#config.maxQueuedReplies) return;
    throw new YamuxError('reply_flood', `${this.#replies.length} answers wait to be sent`);
  }

  /** Sends answers to the peer at once, before any other code runs. */
  flushReplies(): void {
    if (this.#replies.length > 0) this.flush();
  }

  /** The transport takes more again. */
  drained(): void {
    this.#isFull = false;
    this.flush();
  }

  /** Writes everything that can be written now. */
  flush(): void {
    this.#write(() => !this.#isFull);
  }

  /** Writes everything that windows allow, even into a full transport: for the last moment of a session. */
  flushAll(): void {
    this.#write(() => true);
  }

  /** Writes a last go-away, even into a full transport, and nothing after it. A second call does nothing. */
  stop(code?: GoAway): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#replies = [];
    this.#indebted.clear();
    this.#sendable.clear();
    if (code === undefined) return;
    this.#transport.write([encodeFrame(FrameType.goAway, Flag.none, SESSION_ID, code)]);
  }

  #write(mayGoOn: () => boolean): void {
    if (this.#isStopped) return;
    try {
      while (mayGoOn()) {
        this.#fill();
        if (this.#batch.length === 0) return;
        this.#isFull = !this.#transport.write(this.#batch.take());
      }
    } catch (thrown) {
      this.#onFailure(thrown);
    }
  }

  /** Fills the batch up to its size. */
  #fill(): void {
    const batch = this.#batch;
    const replies = this.#replies;
    this.#replies = [];
    for (const [type, flags, streamId, length] of replies) {
      batch.header(type, flags, streamId, length);
    }
    for (const stream of this.#indebted) stream.emitDebts(batch);
    this.#indebted.clear();
    // A set is walked in the order of insertion, and what is added on the way comes last: round robin.
    for (const stream of this.#sendable) {
      if (batch.length >= this.#config.sendBatchBytes) return;
      this.#sendable.delete(stream);
      if (stream.emit(batch, this.#config.maxSendPayloadBytes)) this.#sendable.add(stream);
    }
  }

  /** Waits until everything that runs now has run, promises included, so that it all leaves in one write. */
  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    queueMicrotask(() => {
      // After the microtasks of this turn and before any input or timer.
      process.nextTick(() => {
        this.#isScheduled = false;
        this.flush();
      });
    });
  }
}
