/** The places for streams that we opened and that the peer has not accepted yet. */

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (cause: Error) => void;
}

/** A counting gate: as many opens pass as there are places, the others wait in order. */
export class OpenBacklog {
  readonly #size: number;
  readonly #taken = new Set<number>();
  /** Places promised to waiters that have not taken them yet. */
  #promised = 0;
  #waiters: Waiter[] = [];

  constructor(size: number) {
    this.#size = size;
  }

  /** Waits for a place, which `take` must then fill or `giveBack` return; undefined when there is one at once. */
  reserve(): Promise<void> | undefined {
    if (this.#waiters.length === 0 && this.#hasRoom()) {
      this.#promised++;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
    });
  }

  /** Fills a reserved place with a stream. */
  take(streamId: number): void {
    this.#promised--;
    this.#taken.add(streamId);
  }

  /** Returns a reserved place unused. */
  giveBack(): void {
    this.#promised--;
    this.#admit();
  }

  /** The stream was accepted or is over. Does nothing for a stream that holds no place. */
  free(streamId: number): void {
    if (this.#taken.delete(streamId)) this.#admit();
  }

  /** Turns away all who wait. */
  fail(cause: Error): void {
    for (const waiter of this.#waiters.splice(0)) waiter.reject(cause);
  }

  #hasRoom(): boolean {
    return this.#taken.size + this.#promised < this.#size;
  }

  #admit(): void {
    while (this.#hasRoom()) {
      const waiter = this.#waiters.shift();
      if (waiter === undefined) return;
      this.#promised++;
      waiter.resolve();
    }
  }
}
