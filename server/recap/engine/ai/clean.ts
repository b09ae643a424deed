/**
 * A model's words made harmless: whatever it was talked into, they link nowhere, show nothing from outside and ping
 * nobody. The renderer escapes what is left once more; neither relies on the other.
 */
import { dropInvisible } from './invisible.ts';

/** What stands where something was dropped. */
const gap = '…';

/** Passes over text that undoing one trick may have made another of. */
const maxPasses = 4;

const htmlComment = /<!--[^]*?(?:-->|$)/g;
const htmlTag = /<\/?[a-z!?][^<>]*>?/gi;
const entity = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/gi;
/** An image or link, and its text. */
const markdownLink = /!?\[([^[\]]*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)?|\[[^[\]]*\]|:\s*\S+)/g;
/** Anything with a scheme, and what every client takes for an address without one. */
const address =
  /(?:\b[a-z][a-z0-9+.-]{1,30}:\/{1,}|\bwww\d{0,3}\.|\b(?:mailto|tel|sms|data|javascript|vbscript|file|blob|about|mattermost):)[^\s<>"]*/gi;
/** A host with a path, or one that ends as hosts do and files do not. */
const bareHost =
  /(?<![\w@.-])(?:[\p{L}\d-]{1,63}\.)+(?:[a-z]{2,24}\/[^\s<>"]*|(?:com|net|org|info|biz|xyz|online|site|top|shop|link|click|example|evil)\b(?!\.\w))/giu;
const ipHost = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\/[^\s<>"]*/g;
const mailAddress = /[\p{L}\d.+_-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63})+/giu;
const broadcast = /[@＠]\s*(?:all|channel|here)\b/gi;
const mention = /[@＠](?=\s*[\p{L}\d._-])/gu;

/** One line of plain text of at most `most` characters; empty where nothing is left. */
export function cleanText(text: string, most: number): string {
  // What is far beyond the limit is cut off first: nothing below need be quick with a novel.
  let line = dropInvisible(text.slice(0, most * 16).normalize('NFC')).replaceAll(/\s+/gu, ' ');
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const before = line;
    line = dropAll(line);
    if (line === before) break;
  }
  return shorten(tidy(line), most);
}

function dropAll(line: string): string {
  return line
    .replaceAll(htmlComment, '')
    .replaceAll(htmlTag, '')
    .replaceAll(entity, ' ')
    .replaceAll(markdownLink, '$1')
    .replaceAll(address, gap)
    .replaceAll(mailAddress, gap)
    .replaceAll(ipHost, gap)
    .replaceAll(bareHost, gap)
    .replaceAll(broadcast, '')
    .replaceAll(mention, '');
}

/** Marks that mean something in Markdown go, where they stand in pairs or begin the line. */
function tidy(line: string): string {
  const bare = line
    .replace(/^[\s>#*+-]+(?=\s|\p{L})/u, '')
    .replaceAll(/(?:\*{1,3}|~~|_{2,3})(?=\S)|(?<=\S)(?:\*{1,3}|~~|_{2,3})/g, '')
    .replaceAll(/`{2,}/g, '`')
    .replaceAll(/(?:… ?){2,}/g, '… ')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ([,.;:!?])(?=\s|$)/g, '$1')
    .trim();
  const backticks = bare.split('`').length - 1;
  return backticks % 2 === 0 ? bare : bare.replaceAll('`', '');
}

/** Cuts between words where it can, and never through a character. */
function shorten(line: string, most: number): string {
  const characters = Array.from(line);
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  const kept = space > cut.length * 0.6 ? cut.slice(0, space) : cut;
  const whole = (kept.split('`').length - 1) % 2 === 0 ? kept : kept.replaceAll('`', '');
  return `${whole.trimEnd()}…`;
}
