/** The live streams of a session: by id, by who waits to be announced, and by what waits to be delivered. */
import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import type { YamuxConfig } from './config.ts';
import { YamuxError } from './errors.ts';
import { firstStreamId, Flag, FrameType } from './frame.ts';
import type { Role } from './frame.ts';
import { HalfCloseWatch } from './half_close_watch.ts';
import type { OpenBacklog } from './open_backlog.ts';
import type { Outbox } from './outbox.ts';
import { YamuxStream } from './stream.ts';
import type { StreamOwner } from './stream.ts';

/** What a table is made with. */
export interface StreamTableOptions {
  outbox: Outbox;
  backlog: OpenBacklog;
  log: Log;
  clock: Clock;
  /** Our role: the peer may open the ids of the other. */
  role: Role;
  config: YamuxConfig;
  /** Aborts when the session stops running. */
  signal: AbortSignal;
}

/** Holds every stream from its SYN to its end, and undoes what it was entered for elsewhere when it is over. */
export class StreamTable {
  readonly #outbox: Outbox;
  readonly #backlog: OpenBacklog;
  readonly #log: Log;
  readonly #config: YamuxConfig;
  /** Remainder by 2 of the ids that are ours. */
  readonly #ownParity: number;
  readonly #halfClosed: HalfCloseWatch<YamuxStream>;
  readonly #owner: StreamOwner;
  readonly #streams = new Map<number, YamuxStream>();
  /** Streams of the peer that the handler has not been given yet. */
  readonly #unannounced = new Set<YamuxStream>();
  /** Streams that something arrived for since the last delivery. */
  readonly #arrived = new Set<YamuxStream>();
  #handler: ((stream: ByteStream) => void) | undefined;
  #refusesAll = false;
  /** Whether a stream was refused for want of room: logged once, for the peer decides how often it happens. */
  #hasRefused = false;

  constructor(options: StreamTableOptions) {
    this.#outbox = options.outbox;
    this.#backlog = options.backlog;
    this.#log = options.log;
    this.#config = options.config;
    this.#ownParity = firstStreamId(options.role) % 2;
    this.#halfClosed = new HalfCloseWatch(
      options.clock,
      options.config.halfCloseTimeoutMs,
      options.signal,
      (stream) => this.#timeOut(stream),
    );
    this.#owner = {
      sendable: (stream) => this.#outbox.addSendable(stream),
      indebted: (stream) => this.#outbox.addIndebted(stream),
      arrived: (stream) => this.#arrived.add(stream),
      halfClosed: (stream) => this.#halfClosed.add(stream),
      over: (stream, rst) => this.#forget(stream, rst),
    };
  }

  /** How many streams live. */
  get size(): number {
    return this.#streams.size;
  }

  /** The stream that a frame of the peer is for, which counts as a sign of life. Undefined when it is over. */
  hear(id: number): YamuxStream | undefined {
    const stream = this.#streams.get(id);
    if (stream !== undefined) this.#halfClosed.heard(stream);
    return stream;
  }

  /** Enters a stream that we open; its SYN is sent. */
  open(id: number): YamuxStream {
    const stream = new YamuxStream(id, 'here', this.#owner);
    this.#streams.set(id, stream);
    this.#backlog.take(id);
    this.#outbox.addSendable(stream);
    return stream;
  }

  /**
   * The peer opens a stream: its ACK is sent, whether or not anybody takes it, or it is refused.
   *
   * @throws {YamuxError} `bad_stream_id`, `duplicate_stream` or `reply_flood`.
   */
  accept(id: number): void {
    if (id % 2 === this.#ownParity) {
      throw new YamuxError('bad_stream_id', `the peer opened stream ${id}, an id of ours`);
    }
    if (this.#streams.has(id)) {
      throw new YamuxError('duplicate_stream', `the peer opened stream ${id} twice`);
    }
    if (this.#refusesAll || this.#isFull()) {
      this.#outbox.answer(FrameType.windowUpdate, Flag.rst, id, 0);
      return;
    }
    // Whatever becomes of the stream, at least one frame will be due for it.
    this.#outbox.requireRoom();
    const stream = new YamuxStream(id, 'by_peer', this.#owner);
    this.#streams.set(id, stream);
    this.#unannounced.add(stream);
    this.#outbox.addIndebted(stream);
  }

  /** Refuses what the peer opens from now on. False when it did so already. */
  refuseAll(): boolean {
    const isNew = !this.#refusesAll;
    this.#refusesAll = true;
    return isNew;
  }

  /**
   * Installs who is given the peer's streams; those that wait already, at once.
   *
   * @throws {Error} when there is one already.
   */
  announceTo(handler: (stream: ByteStream) => void): void {
    if (this.#handler !== undefined) throw new Error('the session already has a stream handler');
    this.#handler = handler;
    this.#announce();
  }

  /** Announces new streams, then hands every receiver what arrived. */
  deliver(): void {
    this.#announce();
    for (const stream of this.#arrived) stream.deliver();
    this.#arrived.clear();
  }

  /** Breaks all streams without telling the peer. */
  breakAll(cause: Error): void {
    const streams = [...this.#streams.values()];
    for (const stream of streams) stream.break(cause, false);
    for (const stream of streams) stream.deliver();
  }

  #isFull(): boolean {
    const { acceptBacklog, maxStreams } = this.#config;
    if (this.#streams.size < maxStreams && this.#unannounced.size < acceptBacklog) return false;
    if (!this.#hasRefused) this.#log.warn('refusing streams: there are too many');
    this.#hasRefused = true;
    return true;
  }

  #announce(): void {
    if (this.#handler === undefined) return;
    for (const stream of this.#unannounced) {
      this.#unannounced.delete(stream);
      try {
        this.#handler(stream);
      } catch (thrown) {
        this.#log.warn('the stream handler threw; the stream is reset', { stream: stream.id });
        stream.reset(thrown instanceof Error ? thrown : undefined);
      }
    }
  }

  #forget(stream: YamuxStream, rst: boolean): void {
    this.#streams.delete(stream.id);
    this.#unannounced.delete(stream);
    this.#halfClosed.remove(stream);
    this.#outbox.remove(stream);
    this.#backlog.free(stream.id);
    if (rst) this.#outbox.send(FrameType.windowUpdate, Flag.rst, stream.id, 0);
  }

  #timeOut(stream: YamuxStream): void {
    const text = `stream ${stream.id} was not ended by the peer in time`;
    stream.break(new YamuxError('half_close_timeout', text), true);
    stream.deliver();
  }
}
