/**
 * First step: the words of a message without what only looks.
 *
 * Blocks that nobody reads in a recap (code, tables, stack traces, quotes of others, pictures) are counted and
 * dropped; what remains becomes one line of plain text in which backticks mark code. Every pass walks the
 * text once, so that a hostile message costs no more than its length.
 */
import { stripInline } from './inline.ts';
import { maxScannedLength } from './limits.ts';

/** What is left of a message. */
export interface CleanText {
  /** The words in one line. */
  readonly text: string;
  readonly codeLines: number;
  readonly tableRows: number;
  readonly images: number;
  /** True where a stack trace was dropped. */
  readonly hasTrace: boolean;
}

/** Stands between two lines of the message that are not one sentence. */
export const lineJoint = ' · ';

/** Cleans one message. */
export function cleanMessage(message: string): CleanText {
  const count = { codeLines: 0, tableRows: 0, images: 0, traceLines: 0 };
  const own: string[] = [];
  const quoted: string[] = [];
  let fence: string | undefined;
  for (const raw of message.slice(0, maxScannedLength).split('\n')) {
    const line = raw.trim();
    const opened = fence;
    fence = fenceAfter(line, fence);
    if (opened !== undefined || fence !== undefined) {
      if (opened !== undefined && fence !== undefined) count.codeLines += 1;
    } else if (line.startsWith('>')) {
      quoted.push(stripMarker(line.slice(1).trim()));
    } else if (isTableRow(line)) {
      count.tableRows += 1;
    } else if (isTraceLine(line)) {
      count.traceLines += 1;
    } else if (line !== '' && !isRule(line)) {
      own.push(stripMarker(line));
    }
  }
  const lines = own.length > 0 ? own : quoted;
  const parts: string[] = [];
  for (const line of lines) {
    const stripped = stripInline(line);
    count.images += stripped.images;
    if (stripped.text !== '') parts.push(stripped.text);
  }
  return {
    text: joinLines(parts),
    codeLines: count.codeLines + count.traceLines,
    tableRows: count.tableRows,
    images: count.images,
    hasTrace: count.traceLines > 0,
  };
}

/** The fence that is open after `line`, given the one that was open before it. */
function fenceAfter(line: string, open: string | undefined): string | undefined {
  const mark = line.startsWith('```') ? '```' : line.startsWith('~~~') ? '~~~' : undefined;
  if (mark === undefined) return open;
  if (open !== undefined) return mark === open ? undefined : open;
  // A fence that closes on its own line is inline code.
  return line.indexOf(mark, mark.length) === -1 ? mark : undefined;
}

function isTableRow(line: string): boolean {
  if (line.startsWith('|')) return line.indexOf('|', 1) !== -1;
  return line.includes('|') && /^[-:| ]+$/.test(line) && line.includes('-');
}

function isRule(line: string): boolean {
  return line.length >= 3 && /^(?:[-\s]+|[*\s]+|[_\s]+|[=\s]+)$/.test(line);
}

/** Lines as Java, JavaScript, Python, Go and Rust print them under an error. */
function isTraceLine(line: string): boolean {
  if (line.length > 1000) return false;
  return (
    /^at [\w$.<>[\]/ ]+\(/.test(line) ||
    /^at \S+:\d+:\d+\)?$/.test(line) ||
    /^File "[^"]*", line \d+/.test(line) ||
    line.startsWith('Traceback (most recent call last)') ||
    /^goroutine \d+ \[/.test(line) ||
    /^Caused by: /.test(line) ||
    /^\.\.\. \d+ more$/.test(line) ||
    /^\d+: 0x[0-9a-f]+ - /.test(line)
  );
}

/**
 * Takes headings, bullets and check boxes off the start of a line. Numbers stay, since people answer by them ("let's
 * take 4"), and as "4)", since "4." would be the end of a sentence.
 */
function stripMarker(line: string): string {
  return line
    .replace(/^#{1,6} +/, '')
    .replace(/^[-*+•] +/, '')
    .replace(/^(\d{1,3})[.)] +/, '$1) ')
    .replace(/^\[[ xX]\] +/, '');
}

function joinLines(parts: readonly string[]): string {
  let joined = '';
  for (const part of parts) {
    if (joined === '') joined = part;
    else joined += (/[.!?:;,。！？…]$/u.test(joined) ? ' ' : lineJoint) + part;
  }
  return joined;
}
