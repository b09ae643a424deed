/** go-plugin's `MuxBroker`: further streams, found by a number that was agreed on in an RPC message. */
import type { Clock } from '../../clock.ts';
import { toError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { ByteStream } from '../bytes/index.ts';
import { Deadlines, type Deadline } from '../netrpc/index.ts';
import { encodeId, readId } from './broker_id.ts';
import { GoPluginError } from './errors.ts';
import { brokerTimeoutMs, maxParkedStreams } from './limits.ts';

/** The part of a session that a broker dials through. */
export interface StreamOpener {
  open(firstBytes?: Uint8Array): Promise<ByteStream>;
}

/** Somebody here waits for the other side to dial. */
interface Waiter {
  readonly resolve: (stream: ByteStream) => void;
  readonly reject: (error: Error) => void;
  readonly deadline: Deadline;
}

/** The other side has dialled, and nobody here has accepted yet. */
interface Parked {
  readonly stream: ByteStream;
  readonly deadline: Deadline;
}

/**
 * Brokers the streams of one session. Whoever wants a channel takes a `nextId`, tells the other side and calls
 * `accept`; the other side calls `dial`. The ids of the two directions are independent.
 *
 * A brokered stream: the dialler sends the id, the acceptor sends it back, and from then on the stream belongs
 * to the two who agreed on it. Either has 5 seconds to find the other.
 */
export class Broker {
  readonly #session: StreamOpener;
  readonly #log: Log;
  readonly #deadlines: Deadlines;
  readonly #waiters = new Map<number, Waiter>();
  readonly #parked = new Map<number, Parked>();
  /** Streams of the other side whose id has not arrived. */
  readonly #arriving = new Set<ByteStream>();
  /** Streams of this side that are not acknowledged. */
  readonly #dialling = new Set<ByteStream>();
  #lastId = 0;
  #isClosed = false;

  constructor(session: StreamOpener, options: { readonly clock: Clock; readonly log: Log }) {
    this.#session = session;
    this.#log = options.log;
    this.#deadlines = new Deadlines(options.clock);
  }

  /** An id of this side: 1, 2, 3, and after 2^32 - 1 from 1 again. */
  nextId(): number {
    this.#lastId = this.#lastId === 0xffff_ffff ? 1 : this.#lastId + 1;
    return this.#lastId;
  }

  /**
   * Waits for the other side to dial `id`, an id of this side.
   *
   * @throws {GoPluginError} as a rejection: `accept_timeout` after 5 seconds, `duplicate`, or `closed`.
   */
  accept(id: number): Promise<ByteStream> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(sessionClosed());
        return;
      }
      if (this.#waiters.has(id)) {
        reject(new GoPluginError('duplicate', `broker id ${id} is being accepted already`));
        return;
      }
      const parked = this.#parked.get(id);
      if (parked !== undefined) {
        this.#parked.delete(id);
        this.#deadlines.cancel(parked.deadline);
        resolve(acknowledge(id, parked.stream));
        return;
      }
      const deadline = this.#deadlines.start(brokerTimeoutMs, () => {
        this.#waiters.delete(id);
        reject(new GoPluginError('accept_timeout', `nobody dialled broker id ${id} in time`));
      });
      this.#waiters.set(id, { resolve, reject, deadline });
    });
  }

  /**
   * Opens a stream to whoever accepts `id`, an id of the other side.
   *
   * @throws {GoPluginError} as a rejection: `dial_timeout` after 5 seconds without room for a stream, or without an
   * answer on it; `refused`, `bad_ack` or `closed`. What the session throws when it cannot open a stream passes
   * through.
   */
  async dial(id: number): Promise<ByteStream> {
    if (this.#isClosed) throw sessionClosed();
    const stream = await this.#open(id);
    const answer = await this.#readId(stream, this.#dialling, () => {
      return new GoPluginError('dial_timeout', `broker id ${id} was not accepted in time`);
    });
    if (answer === id) return stream;
    const error = new GoPluginError('bad_ack', `broker id ${id} was acknowledged as ${answer}`);
    stream.reset(error);
    throw error;
  }

  /** Takes a stream that the other side opened: its id decides who gets it. */
  offer(stream: ByteStream): void {
    if (this.#isClosed || this.#parked.size + this.#arriving.size >= maxParkedStreams) {
      this.#log.warn('brokered stream refused', { stream: stream.id, parked: this.#parked.size });
      stream.reset();
      return;
    }
    const late = (): GoPluginError =>
      new GoPluginError('accept_timeout', `stream ${stream.id} sent no broker id in time`);
    this.#readId(stream, this.#arriving, late).then(
      (id) => this.#match(id, stream),
      (error: unknown) => {
        this.#log.debug('brokered stream without an id', { error: toError(error) });
      },
    );
  }

  /** Ends all waiting: accepts and dials fail, streams nobody has are reset. May be called twice. */
  close(): void {
    this.#isClosed = true;
    this.#deadlines.stop();
    for (const { reject } of this.#waiters.values()) reject(sessionClosed());
    for (const { stream } of this.#parked.values()) stream.reset();
    for (const stream of [...this.#arriving, ...this.#dialling]) stream.reset();
    this.#waiters.clear();
    this.#parked.clear();
  }

  /** A stream that begins with `id`. A session with too many streams that nobody accepts makes openers wait. */
  async #open(id: number): Promise<ByteStream> {
    // The id travels with the opening: the other side reads it in its one loop over all new streams, and a
    // stream without an id would hold up every other.
    const opening = this.#session.open(encodeId(id));
    const { promise, reject } = Promise.withResolvers<never>();
    const deadline = this.#deadlines.start(brokerTimeoutMs, () => {
      reject(new GoPluginError('dial_timeout', `no stream could be opened for broker id ${id}`));
      opening.then(
        (stream) => stream.reset(),
        () => undefined,
      );
    });
    try {
      return await Promise.race([opening, promise]);
    } finally {
      this.#deadlines.cancel(deadline);
    }
  }

  /** Reads the other side's id within the time limit; a stream that does not keep it is reset. */
  async #readId(
    stream: ByteStream,
    among: Set<ByteStream>,
    late: () => GoPluginError,
  ): Promise<number> {
    if (this.#isClosed) {
      stream.reset();
      throw sessionClosed();
    }
    const { promise, reject } = Promise.withResolvers<never>();
    const deadline = this.#deadlines.start(brokerTimeoutMs, () => {
      const error = late();
      reject(error);
      stream.reset(error);
    });
    among.add(stream);
    try {
      return await Promise.race([readId(stream), promise]);
    } finally {
      among.delete(stream);
      this.#deadlines.cancel(deadline);
    }
  }

  #match(id: number, stream: ByteStream): void {
    const waiter = this.#waiters.get(id);
    if (waiter !== undefined) {
      this.#waiters.delete(id);
      this.#deadlines.cancel(waiter.deadline);
      waiter.resolve(acknowledge(id, stream));
      return;
    }
    if (this.#isClosed || this.#parked.has(id)) {
      stream.reset();
      return;
    }
    const deadline = this.#deadlines.start(brokerTimeoutMs, () => {
      this.#parked.delete(id);
      this.#log.warn('nobody accepted a brokered stream', { id });
      // A clean end, as go-plugin does it: the dialler sees the stream end instead of its id.
      stream.end();
    });
    this.#parked.set(id, { stream, deadline });
  }
}

function acknowledge(id: number, stream: ByteStream): ByteStream {
  // A failed write also reaches whoever receives from the stream.
  stream.write(encodeId(id)).catch(() => undefined);
  return stream;
}

function sessionClosed(): GoPluginError {
  return new GoPluginError('closed', 'the session is closed');
}
