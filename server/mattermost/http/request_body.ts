/** A request's body for the handler: a stream that is read on demand, and what became of it. */
import type { ByteStream } from '../../wire/bytes/index.ts';
import { BodySource } from './body_source.ts';
import type { BodyBounds } from './body_source.ts';
import { HttpBridgeError } from './errors.ts';

/** The body of one request. */
export class RequestBody {
  /** For `Request`; undefined where a request has no body. */
  readonly stream: ReadableStream<Uint8Array> | undefined;
  readonly #source: Promise<BodySource>;
  #failure: HttpBridgeError | undefined;

  /** `dialled` must be under way already: the server waits 5 seconds for it, read or not. */
  constructor(dialled: Promise<ByteStream>, bounds: BodyBounds, hasBody: boolean) {
    this.#source = dialled.then((stream) => new BodySource(stream, bounds));
    // Whoever reads gets the failure; nobody may.
    this.#source.catch(() => undefined);
    if (!hasBody) {
      this.close();
      return;
    }
    this.stream = new ReadableStream<Uint8Array>(
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

  /** Why a reader did not get to the end, if one did not. */
  get failure(): HttpBridgeError | undefined {
    return this.#failure;
  }

  /** Gives the body up; reading on fails. May be called twice. */
  close(): void {
    this.#source.then(
      (source) => source.close(),
      () => undefined,
    );
  }

  async #next(): Promise<Uint8Array | undefined> {
    try {
      return await (await this.#source).next();
    } catch (thrown) {
      this.#failure =
        thrown instanceof HttpBridgeError
          ? thrown
          : new HttpBridgeError('body_truncated', 'the body cannot be had', { cause: thrown });
      throw this.#failure;
    }
  }
}
