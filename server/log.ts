/** The logging interface that every layer is handed. It carries facts, never message content or secrets. */

/** Facts beside a log line. Errors are flattened with their causes by the sink. */
export type LogFields = Readonly<Record<string, string | number | boolean | Error | undefined>>;

/** One method per level; none of them throws or waits. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** The levels, least grave first. */
export type LogLevel = keyof Log;

/** Swallows everything. For tests and for code that runs before a log exists. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** How many causes of an error are followed before the chain is cut. */
const maxCauses = 8;

/** An error and its causes in one line: `outer: inner: innermost`. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let current: unknown = error;
  while (current !== undefined && parts.length < maxCauses) {
    if (Error.isError(current)) {
      parts.push(current.message);
      current = current.cause;
    } else {
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- a thrown value of unknown type; any text will do
      parts.push(String(current));
      current = undefined;
    }
  }
  return parts.join(': ');
}

/** Builds a log from one sink that takes level, message and fields as text pairs. */
export function createLog(
  sink: (level: LogLevel, message: string, fields: readonly (readonly [string, string])[]) => void,
): Log {
  const at =
    (level: LogLevel) =>
    (message: string, fields: LogFields = {}): void => {
      const pairs: [string, string][] = [];
      for (const [key, value] of Object.entries(fields)) {
        if (value === undefined) continue;
        pairs.push([key, Error.isError(value) ? describeError(value) : String(value)]);
      }
      sink(level, message, pairs);
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
