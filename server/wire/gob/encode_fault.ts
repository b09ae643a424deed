/** What goes wrong deep inside a value that is being encoded, before it becomes a `GobError` with a path. */

import { toError } from '../../errors.ts';
import { GobError, type GobErrorCode } from './errors.ts';

/** Parts of a path that are shown; a value that contains itself would have hundreds. */
const shownParts = 12;

/** A value that does not fit its schema. Each level it passes on its way up adds where it was. */
export class EncodeFault extends Error {
  readonly #reason: string;
  readonly #code: GobErrorCode;
  /** From the inside out. */
  readonly #path: string[] = [];

  constructor(reason: string, code: GobErrorCode = 'bad_value', cause?: unknown) {
    super(reason, cause === undefined ? {} : { cause });
    this.#reason = reason;
    this.#code = code;
  }

  /** Adds `part`, such as `.name` or `[3]`, in front of the path of a fault; anything else stays as it is. */
  static within(thrown: unknown, part: string): Error {
    if (thrown instanceof EncodeFault) thrown.#path.push(part);
    return toError(thrown);
  }

  /** The error for the caller. */
  toGobError(): GobError {
    const parts = this.#path.reverse();
    const shown = parts.length > shownParts ? [...parts.slice(0, shownParts), '…'] : parts;
    const path = shown.join('').replace(/^\./, '');
    const place = path === '' ? 'the value' : path;
    const cause = this.cause === undefined ? {} : { cause: this.cause };
    return new GobError(this.#code, `cannot encode ${place}: ${this.#reason}`, { path, ...cause });
  }
}
