/** Lines on the terminal, and one line that keeps changing while something is waited for. */

/** How often the changing line is written where it cannot be overwritten, in milliseconds. */
const plainIntervalMs = 10_000;

/** The part of a stream that is written to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Writes lines. */
export class Terminal {
  readonly #output: Output;
  readonly #startedAt = performance.now();
  #changing = '';
  #writtenAt = -Infinity;

  constructor(output: Output) {
    this.#output = output;
  }

  line(text = ''): void {
    this.#clear();
    this.#output.write(`${text}\n`);
  }

  /** A line with the seconds since the start in front. */
  step(text: string): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(1).padStart(5);
    this.line(`${seconds} s  ${text}`);
  }

  /** Replaces the changing line; where that cannot be done, says it now and then. */
  progress(text: string): void {
    if (this.#output.isTTY === true) {
      this.#clear();
      this.#changing = text;
      this.#output.write(text);
    } else if (performance.now() - this.#writtenAt >= plainIntervalMs) {
      this.#writtenAt = performance.now();
      this.#output.write(`${text}\n`);
    }
  }

  #clear(): void {
    if (this.#changing !== '') this.#output.write('\r\u001B[K');
    this.#changing = '';
  }
}
