/** A log whose lines go to one place now and to another later. */
import type { Log } from '../../log.ts';

/** A log that stands for another one. Whoever holds it need not know when that changes. */
export class SwitchedLog implements Log {
  #target: Log;

  constructor(target: Log) {
    this.#target = target;
  }

  /** Sends the lines from now on to `target`. */
  switchTo(target: Log): void {
    this.#target = target;
  }

  debug(...line: Parameters<Log['debug']>): void {
    this.#target.debug(...line);
  }

  info(...line: Parameters<Log['info']>): void {
    this.#target.info(...line);
  }

  warn(...line: Parameters<Log['warn']>): void {
    this.#target.warn(...line);
  }

  error(...line: Parameters<Log['error']>): void {
    this.#target.error(...line);
  }
}
