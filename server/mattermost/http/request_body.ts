/** A request's body for the handler: a stream that is read on demand, and what became of it. */
import type { ByteStream } from '../../wire/bytes/index.ts';
import { BodySource } from './body_source.ts';
import type { BodyBounds } from './body_source.ts';
import { HttpBridgeError } from './errors.ts';

/** The body of one request. */
export class RequestBody {
  /** For `Request`; undefined where a request has no body. */
  readonly stream: ReadableStream<Uint8Array> | undefined;
  readonly #dialled: Promise<BodySource>;
  #source: BodySource | undefined;
  #state: 'unread' | 'reading' | 'over' = 'unread';
  #failure: HttpBridgeError | undefined;

  /** `dialled` must be under way already: the server waits 5 seconds for it, read or not. */
  constructor(dialled: Promise<ByteStream>, bounds: BodyBounds, hasBody: boolean) {
    this.#dialled = dialled.then((stream) => (this.#source = new BodySource(stream, bounds)));
    // Whoever reads gets the failure; nobody may.
    this.#dialled.catch(() => undefined);
    if (hasBody) this.stream = this.#open();
    else this.close();
  }

  /** Whether more of it could be read. */
  get isOpen(): boolean {
    return this.#state !== 'over' && this.#source?.isComplete !== true;
  }

  /** Whether somebody is in the middle of it: has begun to read, and not everything has arrived. */
  get isBeingRead(): boolean {
    return this.isOpen && this.#state === 'reading';
  }

  /** Why a reader did not get to the end, if one did not. */
  get failure(): HttpBridgeError | undefined {
    return this.#failure;
  }

  /** Gives the rest up; reading what has not arrived fails from now on. May be called twice. */
  close(): void {
    this.#state = 'over';
    this.#dialled.then(
      (source) => source.close(),
      () => undefined,
    );
  }

  #open(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const chunk = await this.#next();
          if (chunk === undefined) controller.close();
          else controller.enqueue(chunk);
        },
        cancel: () => this.close(),
      },
      { highWaterMark: 0 },
    );
  }

  async #next(): Promise<Uint8Array | undefined> {
    if (this.#state === 'unread') this.#state = 'reading';
    try {
      return await (await this.#dialled).next();
    } catch (thrown) {
      this.#state = 'over';
      this.#failure =
        thrown instanceof HttpBridgeError
          ? thrown
          : new HttpBridgeError('body_truncated', 'the body cannot be had', { cause: thrown });
      throw this.#failure;
    }
  }
}
