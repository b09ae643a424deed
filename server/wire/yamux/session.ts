/** A session: many streams over one connection. */
import type { Clock } from '../../clock.ts';
import { assertNever } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import { completeConfig } from './config.ts';
import type { YamuxConfig } from './config.ts';
import { FrameDecoder } from './decode.ts';
import { YamuxError } from './errors.ts';
import { firstStreamId, Flag, FrameType, GoAway, MAX_UINT32, SESSION_ID } from './frame.ts';
import type { FrameHeader, Role } from './frame.ts';
import { OpenBacklog } from './open_backlog.ts';
import { Outbox } from './outbox.ts';
import { Pinger } from './pinger.ts';
import type { YamuxStream } from './stream.ts';
import { StreamTable } from './stream_table.ts';
import type { Transport } from './transport.ts';

/** What a session is made with. */
export interface SessionOptions {
  /** The side that dialled the connection is the client. */
  role: Role;
  log: Log;
  clock: Clock;
  config?: Partial<YamuxConfig>;
}

/** `closing` waits for the last bytes to leave; `outcome` is what `closed` will settle with. */
type SessionState =
  | { readonly kind: 'running' }
  | { readonly kind: 'closing'; readonly outcome: Error | undefined }
  | { readonly kind: 'closed' };

/**
 * Many streams over one connection, as hashicorp/yamux speaks it.
 *
 * Data is pushed: a chunk from the transport is decoded whole, answers to pings are written, and only then do
 * receivers see what arrived, all before the transport's call returns. Nothing a receiver does can hold up an
 * answer. What is written in one turn of the event loop leaves in one write at its end.
 */
export class YamuxSession {
  /** Settles when the connection is closed: with undefined after a clean end, else with the error. */
  readonly closed: Promise<Error | undefined>;
  readonly #settle: (outcome: Error | undefined) => void;
  readonly #transport: Transport;
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #config: YamuxConfig;
  readonly #outbox: Outbox;
  readonly #decoder: FrameDecoder;
  readonly #pinger: Pinger;
  readonly #backlog: OpenBacklog;
  readonly #streams: StreamTable;
  /** Aborts when the session stops running. */
  readonly #stop = new AbortController();
  /** Aborts when the transport is closed. */
  readonly #gone = new AbortController();
  #state: SessionState = { kind: 'running' };
  #nextId: number;
  #peerRefusesStreams = false;
  /** Whose payload is arriving; undefined drains it. */
  #current: YamuxStream | undefined;

  /** @throws {YamuxError} `bad_config` */
  constructor(transport: Transport, options: SessionOptions) {
    this.#transport = transport;
    this.#log = options.log;
    this.#clock = options.clock;
    this.#config = completeConfig(options.config);
    this.#nextId = firstStreamId(options.role);
    const { promise, resolve } = Promise.withResolvers<Error | undefined>();
    this.closed = promise;
    this.#settle = resolve;
    this.#outbox = new Outbox(transport, this.#config, (thrown) => this.#fail(thrown));
    this.#decoder = new FrameDecoder({
      header: (header) => this.#header(header),
      payload: (bytes, last) => this.#current?.peerData(bytes, last),
    });
    this.#pinger = new Pinger(this.#clock, this.#config, (value) =>
      this.#outbox.send(FrameType.ping, Flag.syn, SESSION_ID, value),
    );
    this.#backlog = new OpenBacklog(this.#config.acceptBacklog);
    this.#streams = new StreamTable({
      outbox: this.#outbox,
      backlog: this.#backlog,
      log: this.#log,
      clock: this.#clock,
      role: options.role,
      config: this.#config,
      signal: this.#stop.signal,
    });
    transport.start({
      data: (chunk) => this.#data(chunk),
      drain: () => this.#outbox.drained(),
      close: (error) => this.#transportClosed(error),
    });
    if (this.#config.keepAliveIntervalMs > 0) void this.#keepAlive();
  }

  /** How many streams are open, in either direction. */
  get streamCount(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream. `firstBytes` leave in the same write as its SYN. Waits while the peer has too many streams
   * to accept; does not wait for this one to be accepted.
   *
   * @throws {YamuxError} `session_closed`, `no_new_streams`, `too_many_streams` or `ids_exhausted`.
   */
  async open(firstBytes?: Uint8Array): Promise<ByteStream> {
    this.#requireOpenable();
    await this.#backlog.reserve();
    try {
      this.#requireOpenable();
    } catch (thrown) {
      this.#backlog.giveBack();
      throw thrown;
    }
    const stream = this.#streams.open(this.#nextId);
    this.#nextId += 2;
    // Should this fail, the stream broke and says so by itself.
    if (firstBytes !== undefined) stream.write(firstBytes).catch(() => undefined);
    return stream;
  }

  /**
   * Installs the one handler that gets every stream the peer opens; those that wait already, at once. Streams
   * are accepted by then. A handler that throws resets its stream.
   *
   * @throws {Error} when there is a handler already.
   */
  onStream(handler: (stream: ByteStream) => void): void {
    this.#streams.announceTo(handler);
  }

  /** Measures the round trip in milliseconds. @throws {YamuxError} `ping_timeout` or `session_closed`. */
  ping(): Promise<number> {
    return this.#pinger.ping(this.#stop.signal);
  }

  /** Refuses streams that the peer opens from now on, and tells it so. A second call does nothing. */
  goAway(): void {
    if (this.#state.kind !== 'running' || !this.#streams.refuseAll()) return;
    this.#outbox.send(FrameType.goAway, Flag.none, SESSION_ID, GoAway.normal);
  }

  /**
   * Writes what windows allow, then go-away, and closes the connection behind that. Open streams break.
   * Resolves when the connection is closed; may be called again.
   */
  async close(): Promise<void> {
    if (this.#state.kind === 'running') {
      this.#outbox.flushAll();
      this.#finish(undefined, GoAway.normal);
    }
    await this.closed;
  }

  #requireOpenable(): void {
    if (this.#state.kind !== 'running') {
      throw new YamuxError('session_closed', 'no stream can be opened: the session ended');
    }
    if (this.#peerRefusesStreams) {
      throw new YamuxError('no_new_streams', 'the peer accepts no new streams');
    }
    if (this.#streams.size >= this.#config.maxStreams) {
      throw new YamuxError('too_many_streams', `${this.#streams.size} streams are open`);
    }
    if (this.#nextId > MAX_UINT32) {
      throw new YamuxError('ids_exhausted', 'all stream ids are used up');
    }
  }

  #data(chunk: Uint8Array): void {
    if (this.#state.kind !== 'running') return;
    try {
      this.#decoder.push(chunk);
      this.#outbox.flushReplies();
    } catch (thrown) {
      this.#fail(thrown);
      return;
    }
    this.#streams.deliver();
  }

  #header(header: FrameHeader): void {
    switch (header.type) {
      case FrameType.data:
      case FrameType.windowUpdate:
        this.#streamFrame(header);
        break;
      case FrameType.ping:
        this.#ping(header);
        break;
      case FrameType.goAway:
        this.#peerGoesAway(header.length);
        break;
      default:
        assertNever(header.type);
    }
  }

  /** The order of work is that of hashicorp/yamux: SYN, look-up, ACK, FIN, RST, then window or payload. */
  #streamFrame(header: FrameHeader): void {
    const { flags, streamId, length } = header;
    if (streamId === SESSION_ID) {
      throw new YamuxError('bad_stream_id', 'stream frame on stream 0');
    }
    if ((flags & Flag.syn) !== 0) this.#streams.accept(streamId);
    const stream = this.#streams.hear(streamId);
    this.#current = stream;
    // Frames for a stream that is over, by our RST for one, are drained.
    if (stream === undefined) return;
    if ((flags & Flag.ack) !== 0) this.#backlog.free(streamId);
    const fin = (flags & Flag.fin) !== 0;
    if ((flags & Flag.rst) !== 0) {
      if (fin) stream.peerEnds();
      stream.peerResets();
    } else if (header.type === FrameType.data) stream.peerSends(length, fin);
    else {
      if (fin) stream.peerEnds();
      stream.peerGrants(length);
    }
  }

  #ping(header: FrameHeader): void {
    if ((header.flags & Flag.syn) === 0) this.#pinger.answered(header.length);
    else this.#outbox.answer(FrameType.ping, Flag.ack, SESSION_ID, header.length);
  }

  #peerGoesAway(code: number): void {
    if (code !== GoAway.normal) {
      throw new YamuxError('peer_went_away', `the peer ended the session with code ${code}`);
    }
    this.#peerRefusesStreams = true;
    this.#backlog.fail(new YamuxError('no_new_streams', 'the peer accepts no new streams'));
  }

  async #keepAlive(): Promise<void> {
    try {
      await this.#pinger.keepAlive(this.#stop.signal);
    } catch (thrown) {
      this.#fail(thrown);
    }
  }

  #fail(thrown: unknown): void {
    const error =
      thrown instanceof YamuxError
        ? thrown
        : new YamuxError('internal', 'the multiplexer failed', { cause: thrown });
    this.#finish(error, error.goAway);
  }

  /** Stops running: tells the peer, breaks all streams, and closes the transport after what was written. */
  #finish(outcome: Error | undefined, code: GoAway | undefined): void {
    if (this.#state.kind !== 'running') return;
    this.#state = { kind: 'closing', outcome };
    this.#stop.abort();
    try {
      this.#outbox.stop(code);
      this.#transport.end();
    } catch {
      // A transport that cannot even take this is the reason we are here.
      this.#transport.destroy();
    }
    void this.#clock.sleep(this.#config.closeGraceMs, this.#gone.signal).then(() => {
      this.#transport.destroy();
      this.#settleWith(outcome);
    });
    // Whether it matters is for the owner of `closed` to say: a host that hangs up in good order looks the same here.
    if (outcome !== undefined) this.#log.debug('the session failed', { error: outcome });
    const cause = new YamuxError('session_closed', 'the session ended', { cause: outcome });
    this.#backlog.fail(cause);
    this.#streams.breakAll(cause);
  }

  #transportClosed(error: Error | undefined): void {
    if (this.#state.kind === 'running') this.#finish(this.#judgeEnd(error), undefined);
    if (this.#state.kind !== 'closing') return;
    this.#gone.abort();
    this.#transport.destroy();
    this.#settleWith(this.#state.outcome);
  }

  /** A connection may end between two frames: that is how hashicorp/yamux closes. */
  #judgeEnd(error: Error | undefined): Error | undefined {
    if (error !== undefined) {
      return new YamuxError('transport_failed', 'the connection failed', { cause: error });
    }
    if (!this.#decoder.midFrame) return undefined;
    return new YamuxError('truncated', 'the connection ended inside a frame');
  }

  #settleWith(outcome: Error | undefined): void {
    this.#state = { kind: 'closed' };
    this.#settle(outcome);
  }
}
