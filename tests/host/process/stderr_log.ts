/** Reads a plugin's standard error as hashicorp/go-plugin does: line by line, JSON or not. */
import type { LogLevel } from '../../../server/log.ts';
import { PluginProcessError } from './errors.ts';

/** Bytes of a line that are looked at together; the rest is logged as it comes. */
const maxLineBytes = 64 * 1024;

/** What one line says. */
export interface StderrEntry {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Keys that go-plugin asserts to be strings without checking: another type ends the server's process. */
const fatalKeys = ['@level', '@message', '@timestamp'] as const;

const levels: Readonly<Record<string, LogLevel>> = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
};

/** Turns chunks of output into entries. */
export class StderrLog {
  readonly #entry: (entry: StderrEntry) => void;
  #rest = Buffer.alloc(0);
  #tooLong = false;
  #panicking = false;

  constructor(entry: (entry: StderrEntry) => void) {
    this.#entry = entry;
  }

  /** @throws {PluginProcessError} `host_crash` for a line on which go-plugin panics. */
  push(chunk: Uint8Array): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0 && end < maxLineBytes) {
        const line = this.#rest.subarray(0, end).toString();
        this.#rest = this.#rest.subarray(end + 1);
        const isTail = this.#tooLong;
        this.#tooLong = false;
        if (isTail) this.#entry({ level: 'debug', message: line, fields: {} });
        else this.#line(line.replace(/\r$/, ''));
      } else if (this.#rest.length >= maxLineBytes) {
        const piece = this.#rest.subarray(0, maxLineBytes).toString();
        this.#rest = this.#rest.subarray(maxLineBytes);
        this.#tooLong = true;
        this.#entry({ level: 'debug', message: piece, fields: {} });
      } else return;
    }
  }

  #line(line: string): void {
    const json = parseObject(line);
    if (json !== undefined) {
      this.#entry(fromJson(json));
      return;
    }
    const [, tag] = /^\[(TRACE|DEBUG|INFO|WARN|ERROR)\]/.exec(line) ?? [];
    if (/^(panic: |fatal error: )/.test(line)) this.#panicking = true;
    const level = tag?.toLowerCase() ?? (this.#panicking ? 'error' : 'debug');
    this.#entry({ level: levels[level] ?? 'debug', message: line, fields: {} });
  }
}

function parseObject(line: string): Record<string, unknown> | undefined {
  if (!line.trimStart().startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function fromJson(json: Record<string, unknown>): StderrEntry {
  for (const key of fatalKeys) {
    if (key in json && typeof json[key] !== 'string') {
      throw new PluginProcessError(
        'host_crash',
        `a JSON line on standard error has a ${key} that is no string`,
      );
    }
  }
  const { '@level': level, '@message': message, ...rest } = json;
  return {
    level: typeof level === 'string' ? (levels[level] ?? 'debug') : 'debug',
    message: typeof message === 'string' ? message : '',
    fields: Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  };
}
