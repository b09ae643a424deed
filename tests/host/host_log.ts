/** The stand-in server's log: what the plugins log, and what the server says of them. */
import { createLog, type Log, type LogLevel } from '../../server/log.ts';

/** How many lines are kept. */
const maxLines = 10_000;

/** One line. `source` is the API, the plugin's output streams, or the server itself. */
export interface LogLine {
  readonly at: number;
  readonly node: number | undefined;
  readonly source: 'api' | 'plugin_stdout' | 'plugin_stderr' | 'server';
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Keeps the latest lines, and shows each to who watches. */
export class HostLog {
  readonly lines: LogLine[] = [];
  readonly #watchers = new Set<(line: LogLine) => void>();

  /** Shows every new line to `watcher`; the returned function ends it. */
  watch(watcher: (line: LogLine) => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  write(line: Omit<LogLine, 'at'>): void {
    const stamped: LogLine = { at: Date.now(), ...line };
    this.lines.push(stamped);
    if (this.lines.length > maxLines) this.lines.shift();
    for (const watcher of [...this.#watchers]) watcher(stamped);
  }

  /** The server's own log, for one node or none. */
  server(node?: number): Log {
    return createLog((level, message, fields) =>
      this.write({ node, source: 'server', level, message, fields: Object.fromEntries(fields) }),
    );
  }
}
