/** Markdown inside a line reduced to plain text; one pass, with bounded looks ahead. */

/** Characters of a link's text and target that are looked at; what is longer is no link. */
const maxLinkText = 300;
const maxLinkTarget = 2000;

/** A line without its inline Markdown. */
export interface StrippedLine {
  readonly text: string;
  readonly images: number;
}

/**
 * Reduces links to their text, pictures to a count and emphasis to its words. Code in backticks stays as it
 * is, and so do bare addresses: what may become a link is decided where the message is written.
 */
export function stripInline(line: string): StrippedLine {
  let text = '';
  let images = 0;
  let at = 0;
  while (at < line.length) {
    const char = line.charAt(at);
    if (char === '`') {
      const end = codeEnd(line, at);
      text += line.slice(at, end);
      at = end;
    } else if (char === '[' || (char === '!' && line.charAt(at + 1) === '[')) {
      const link = readLink(line, char === '!' ? at + 1 : at);
      if (link === undefined) {
        text += char;
        at += 1;
      } else {
        if (char === '!') images += 1;
        else text += link.text;
        at = link.end;
      }
    } else if (char === '\\' && /[\p{P}\p{S}]/u.test(line.charAt(at + 1))) {
      text += line.charAt(at + 1);
      at += 2;
    } else if (char === '*' || char === '_' || char === '~') {
      const end = runEnd(line, at);
      if (!isEmphasis(line, at, end)) text += line.slice(at, end);
      at = end;
    } else {
      text += char;
      at += 1;
    }
  }
  return { text: text.replaceAll(/\s+/g, ' ').trim(), images };
}

/** The end of the code that starts at `start`, or just after the backtick where it is never closed. */
function codeEnd(line: string, start: number): number {
  const close = line.indexOf('`', start + 1);
  return close === -1 || close === start + 1 ? runEnd(line, start) : close + 1;
}

/** The end of the run of equal characters that starts at `start`. */
function runEnd(line: string, start: number): number {
  const char = line.charAt(start);
  let end = start + 1;
  while (end < line.length && line.charAt(end) === char) end += 1;
  return end;
}

/** `[text](target)` at `start`, its text without emphasis marks. */
function readLink(line: string, start: number): { text: string; end: number } | undefined {
  const close = line.slice(start, start + maxLinkText).indexOf('](');
  if (close === -1) return undefined;
  const targetAt = start + close + 2;
  const end = targetEnd(line, targetAt);
  if (end === undefined) return undefined;
  const text = line.slice(start + 1, start + close).replaceAll(/[*_~`[\]]/g, '');
  return { text, end };
}

/**
 * Just after the bracket that closes the target at `start`. Brackets inside come in pairs or escaped; where they do
 * not, the first that closes any is the end.
 */
function targetEnd(line: string, start: number): number | undefined {
  const limit = Math.min(line.length, start + maxLinkTarget);
  let depth = 1;
  let first: number | undefined;
  for (let at = start; at < limit; at += 1) {
    const char = line.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      first ??= at + 1;
      if (depth === 0) return at + 1;
    }
  }
  return first;
}

/**
 * Whether the run of marks from `start` to `end` opens or closes emphasis: it touches a word on one side and
 * not on the other. `5 * 3`, `2*3`, `snake_case` and `~channel` are none.
 */
function isEmphasis(line: string, start: number, end: number): boolean {
  const char = line.charAt(start);
  const before = isWordChar(line.charAt(start - 1));
  const after = isWordChar(line.charAt(end));
  if (char === '~') return end - start === 2;
  if (before !== after) return true;
  return char === '*' && end - start > 1;
}

function isWordChar(char: string): boolean {
  return char !== '' && /[\p{L}\p{N}]/u.test(char);
}
