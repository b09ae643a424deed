/** The root of every error family, and the helpers that narrow what was thrown. Imports nothing. */

/**
 * An error of this project. Each layer has one subclass of its own with a closed union of codes.
 *
 * `message` is for people; `code` is stable and for programs; `cause` is the error underneath and is meant
 * for logs only.
 */
export abstract class CodedError<Code extends string = string> extends Error {
  /** Stable name of what went wrong, unique within the layer. */
  readonly code: Code;

  constructor(code: Code, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
  }
}

/** Turns whatever was thrown into an `Error`, keeping it as `cause` when it was none. */
export function toError(thrown: unknown): Error {
  if (Error.isError(thrown)) return thrown;
  return new Error(`a value that is no error was thrown: ${textOf(thrown)}`, { cause: thrown });
}

/** Objects without a prototype, or with a `toString` that throws, have no text. */
function textOf(value: unknown): string {
  try {
    return String(value);
  } catch {
    return typeof value;
  }
}

/**
 * Marks a place that the types say is never reached.
 *
 * @throws {Error} always: the value came from outside the types.
 */
export function assertNever(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
