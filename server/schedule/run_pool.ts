/** The bounded pool on which claimed runs are worked off, outside the mutex. */

/** Runs tasks, so many at a time, in the order in which they came. */
export class RunPool {
  readonly #size: number;
  readonly #waiting: (() => Promise<void>)[] = [];
  readonly #running = new Set<Promise<void>>();
  #roomy: (() => void)[] = [];

  /** `size`: how many tasks run at once. As many again may wait. */
  constructor(size: number) {
    this.#size = size;
  }

  /** How many more tasks are taken. */
  get room(): number {
    return Math.max(0, 2 * this.#size - this.#running.size - this.#waiting.length);
  }

  /** Adds a task, which must not reject. One beyond `room` is taken too: somebody is waiting for it. */
  add(task: () => Promise<void>): void {
    this.#waiting.push(task);
    this.#fill();
  }

  /**
   * Resolves when there is room for half as many tasks as run at once, or at the signal's abort. Not at the first
   * free place: whoever fills it has costs for each filling, and half of the tasks still wait for their turn.
   */
  async awaitRoom(signal: AbortSignal): Promise<void> {
    while (this.room < this.#size / 2 && !signal.aborted) await this.#change(signal);
  }

  /** Resolves when no task runs or waits. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
  }

  #fill(): void {
    while (this.#running.size < this.#size) {
      const task = this.#waiting.shift();
      if (task === undefined) return;
      const running = task().finally(() => {
        this.#running.delete(running);
        this.#fill();
        const roomy = this.#roomy;
        this.#roomy = [];
        for (const wake of roomy) wake();
      });
      this.#running.add(running);
    }
  }

  #change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.#roomy.push(wake);
    });
  }
}
