/**
 * Text by other people made safe for a message: it pings nobody, links nowhere, and cannot break the layout.
 *
 * Mattermost finds mentions by looking for `@name` in the text, hashtags by `#word`, channels by `~name`; an
 * invisible space after the sign stops all three, and addresses are shown as code, which nothing links.
 */

/** Zero-width space: separates words for every parser and is seen by nobody. */
const gap = '\u200B';
/** Longest address that is shown; the rest becomes an ellipsis. */
const maxAddressLength = 48;

/**
 * Invisible characters that are dropped: control characters, marks of direction and embedding (which reorder what
 * follows them), zero-width spaces, and tags. Joiners stay: emoji and several scripts need them.
 */
const invisible =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFC\u{E0000}-\u{E007F}]/gu;

/** More combining marks than this on one letter climb into the lines above. */
const maxMarks = 4;

/**
 * In order: code, an address, an emoji code, a sign that a name or a tag may follow, and what Markdown reads inside
 * a line. An underscore inside a word is none of it.
 */
const special =
  /`([^`]*)`|((?:[a-z][a-z0-9+.-]{1,30}:\/\/|www\.|mailto:|tel:)[^\s`<>]*)|(:[a-z0-9+_-]{1,64}:)|([@#~]|<(?=[a-z/!?]))|([\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}]))/giu;

/** One line of plain text, in which backticks mark code, as Markdown that shows just that. */
export function quoteText(text: string): string {
  return isolate(
    tame(text).replace(
      special,
      (found, code?: string, address?: string, emoji?: string, sign?: string) => {
        if (code !== undefined) return code.trim() === '' ? ' ' : `\`${code.trim()}\``;
        if (address !== undefined) return showAddress(address);
        if (emoji !== undefined) return emoji;
        if (sign !== undefined) return (sign === '~' ? '\\~' : sign) + gap;
        return `\\${found}`;
      },
    ),
  );
}

/** What begins a block where it begins a line: a quote, a heading, a list, a rule. */
const blockStart = /^(?:[>#+*=_~|-]|\d{1,9}[.)])/;

/** The same for a text that begins a line or an item of a list. */
export function beginText(text: string): string {
  const quoted = quoteText(text);
  return blockStart.test(quoted) ? gap + quoted : quoted;
}

/** A name or title: as `quoteText`, but backticks are plain characters. */
export function escapeText(text: string): string {
  return quoteText(text.replaceAll('`', "'"));
}

/** A link whose text is already safe. */
export function link(text: string, address: string): string {
  return `[${text}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function tame(text: string): string {
  return text
    .replaceAll(/[\t\r\n\u2028\u2029]/g, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\p{M}+/gu, (marks) => Array.from(marks).slice(0, maxMarks).join(''));
}

/** An address as code; one that has only a beginning is torn apart, so that nothing after it completes it. */
function showAddress(address: string): string {
  if (/^(?:[a-z0-9+-]+:(?:\/\/)?|www\.)$/i.test(address))
    return address.replace(/[:.]/, `$&${gap}`);
  return `\`${shorten(address)}\``;
}

/** Host and the start of the path: enough to recognise, too little to lure. */
function shorten(address: string): string {
  const plain = address.replace(/^[a-z][a-z0-9+-]*:(?:\/\/)?/i, '').replace(/^[^/@]*@/, '');
  const bare = plain.replace(/[?#].*$/, '').replace(/[.,;:!)\]'"/]+$/, '');
  if (bare.length > maxAddressLength) return `${bare.slice(0, maxAddressLength)}…`;
  return bare === '' || bare.length < plain.length ? `${bare}…` : bare;
}

/** Keeps right-to-left text from reordering what stands around it: first strong isolate, and its end. */
function isolate(text: string): string {
  const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
