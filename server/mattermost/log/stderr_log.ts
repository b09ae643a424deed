/** Logging through the process's standard error, which the server reads line by line. */
import { createLog } from '../../log.ts';
import type { Log } from '../../log.ts';
import { maxLineBytes } from './limits.ts';

/**
 * A log of lines such as `[INFO] message key=value key="two words"`, for the time before the API can be called.
 *
 * go-plugin takes the level from the tag. It parses lines that are JSON objects itself, and a wrong type in one of
 * those ends the whole server: nothing written here begins with a brace.
 */
export function stderrLog(write: (line: string) => unknown): Log {
  return createLog((level, message, fields) => {
    const pairs = fields.map(([key, value]) => ` ${plain(key)}=${quoted(value)}`);
    write(`${cut(`[${level.toUpperCase()}] ${plain(message)}${pairs.join('')}`)}\n`);
  });
}

/** Line breaks and other control characters as escapes, so that one line stays one line. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, escape);
}

function quoted(value: string): string {
  if (/^[^\s"=\p{Cc}]+$/u.test(value)) return value;
  return `"${plain(value.replace(/["\\]/gu, '\\$&'))}"`;
}

const shortEscapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function escape(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, '0');
  return shortEscapes.get(character) ?? `\\u${code}`;
}

function cut(line: string): string {
  // No character takes more than 3 bytes of UTF-8 for each of its code units.
  if (line.length * 3 < maxLineBytes) return line;
  const bytes = new TextEncoder().encode(line);
  if (bytes.length < maxLineBytes) return line;
  // Decoding leaves half a character at the end out.
  return `${new TextDecoder().decode(bytes.subarray(0, maxLineBytes - 8), { stream: true })}…`;
}
