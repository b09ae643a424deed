/** What a message must not do to its reader, looked at through a Markdown parser that is not ours. */
import { Lexer, walkTokens } from 'marked';
import type { Token } from 'marked';

/** What may stand in the message. */
export interface MessageRules {
  /** The addresses that may be linked. */
  readonly addresses: ReadonlySet<string>;
  /** Longest message, in characters. */
  readonly maxLength: number;
}

/** Lines that the renderer makes; anything else was made by what stands in them. */
const ownLine =
  /^(?:$|#{4,5} |\*\*[\p{Lu}]|- | {4}- |_.*_$|---$|\d[\d,]* messages? by |(?:What there is for you stands above, under “For you”\. Nothing else|Nothing) stood out here\.$)/u;

/** Blocks of Markdown that the renderer makes. */
const ownBlocks = new Set(['heading', 'paragraph', 'list', 'list_item', 'text', 'space', 'hr']);
const ownInlines = new Set(['link', 'strong', 'em', 'codespan', 'escape', 'text', 'br']);

/** Everything that is wrong with a message, in words; empty where it is harmless. */
export function messageFaults(message: string, rules: MessageRules): string[] {
  const faults: string[] = [];
  if (message.length > rules.maxLength) faults.push(`has ${message.length} characters`);
  for (const line of message.split('\n')) {
    if (!ownLine.test(line)) faults.push(`has a line of its own: ${line.slice(0, 80)}`);
  }
  let plain = '';
  const tokens = new Lexer({ gfm: true, breaks: true }).lex(message);
  walkTokensIn(tokens, (token) => {
    if (!ownBlocks.has(token.type) && !ownInlines.has(token.type)) {
      faults.push(`has a ${token.type}: ${token.raw.slice(0, 80)}`);
    }
    if (token.type === 'link' && !rules.addresses.has(token['href'] as string)) {
      faults.push(`links to ${String(token['href'])}`);
    }
    if (token.type === 'heading' && ![4, 5].includes(token['depth'] as number)) {
      faults.push(`has a heading: ${token.raw.slice(0, 80)}`);
    }
    const isLeaf =
      token.type === 'escape' || (token.type === 'text' && !('tokens' in token && token.tokens));
    if (isLeaf) plain += `${(token as { text: string }).text} `;
  });
  // In code nobody is mentioned and nothing is linked.
  const [ping] = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]{1,20}/iu.exec(plain) ?? [];
  if (ping !== undefined) faults.push(`pings ${ping}`);
  const [open] = /(?:https?|ftp|javascript|data|mailto|tel):\S|www\.\S/i.exec(plain) ?? [];
  if (open !== undefined) faults.push(`shows an address: ${open}`);
  const unseen = /[\u200E\u200F\u2028-\u202E\u2060-\u2067\uFEFF\u{E0000}-\u{E007F}]|(?!\n)\p{Cc}/u;
  if (unseen.test(message)) {
    faults.push('has characters that nobody sees');
  }
  const isolates = (sign: string): number => message.split(sign).length;
  if (isolates('\u2068') !== isolates('\u2069')) faults.push('leaves an isolate open');
  return faults;
}

function walkTokensIn(tokens: Token[], look: (token: Token) => void): void {
  void walkTokens(tokens, look);
}
