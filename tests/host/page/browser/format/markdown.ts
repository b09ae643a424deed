/** `formatText`: a message as HTML. Markdown by `marked`; HTML in a message stays text, as on the server. */
import { Marked, type TokenizerAndRendererExtension } from 'marked';

/** What of the host's options means something here. */
export interface FormatOptions {
  /** Default true. */
  readonly markdown?: boolean;
  /** Default false: mentions are only marked where somebody asks. */
  readonly atMentions?: boolean;
  readonly mentionHighlight?: boolean;
  readonly mentionKeys?: readonly { readonly key: string }[];
  readonly siteURL?: string;
  /** Channels that `~name` may mean, by name. */
  readonly channelNamesMap?: Readonly<Record<string, { readonly display_name: string } | string>>;
  readonly team?: { readonly name: string };
  readonly singleline?: boolean;
}

/** Where links may lead. */
const allowedScheme = /^(?:https?|mailto|tel|mattermost|ftp):/i;

/** A message as HTML: what `messageHtmlToComponent` takes. */
export function formatText(text: string, options: FormatOptions = {}): string {
  const source = options.singleline === true ? text.replaceAll('\n', ' ') : text;
  if (source === '') return '';
  if (options.markdown === false) return `<p>${escapeHtml(source)}</p>`;
  return markdownFor(options).parse(source, { async: false });
}

/** Text that HTML shows as it is. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function markdownFor(options: FormatOptions): Marked {
  return new Marked({
    gfm: true,
    breaks: true,
    extensions: [mention(options), channelLink(options)],
    renderer: {
      html: ({ text }) => escapeHtml(text),
      link({ href, title, tokens }) {
        const body = this.parser.parseInline(tokens);
        const target = safeAddress(href);
        if (target === undefined) return body;
        const { siteURL = '' } = options;
        const isInternal =
          target.startsWith('/') || (siteURL !== '' && target.startsWith(`${siteURL}/`));
        const opens = isInternal ? ' data-link="internal"' : ' target="_blank" rel="noreferrer"';
        const named = title === undefined || title === null ? '' : ` title="${escapeHtml(title)}"`;
        return `<a class="theme markdown__link" href="${escapeHtml(target)}"${opens}${named}>${body}</a>`;
      },
      image: ({ href, text }) => {
        const source = safeAddress(href);
        return source === undefined
          ? escapeHtml(text)
          : `<img class="markdown-inline-img" src="${escapeHtml(source)}" alt="${escapeHtml(text)}">`;
      },
      heading({ tokens, depth }) {
        const body = this.parser.parseInline(tokens);
        return `<h${String(depth)} class="markdown__heading">${body}</h${String(depth)}>`;
      },
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
}

function mention({
  atMentions = false,
  mentionKeys = [],
}: FormatOptions): TokenizerAndRendererExtension {
  const mine = new Set(mentionKeys.map(({ key }) => key.toLowerCase()));
  return {
    name: 'mention',
    level: 'inline',
    start: (source) => (atMentions ? (/(?:^|[^\w@])@[a-z0-9]/i.exec(source)?.index ?? -1) : -1),
    tokenizer: (source) => {
      const found = atMentions ? /^@([a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?)/i.exec(source) : null;
      return found === null ? undefined : { type: 'mention', raw: found[0], name: found[1] };
    },
    renderer: ({ raw, ['name']: name }) => {
      const isMine = mine.has(raw.toLowerCase());
      const username = escapeHtml(String(name));
      return `<span data-mention="${username}"${isMine ? ' class="mention--highlight"' : ''}>${escapeHtml(raw)}</span>`;
    },
  };
}

function channelLink({
  channelNamesMap = {},
  team,
  siteURL = '',
}: FormatOptions): TokenizerAndRendererExtension {
  return {
    name: 'channelLink',
    level: 'inline',
    start: (source) => /(?:^|[^\w~])~[a-z0-9]/i.exec(source)?.index ?? -1,
    tokenizer: (source) => {
      const found = /^~([a-z0-9](?:[a-z0-9._-]*[a-z0-9_-])?)/i.exec(source);
      const name = found?.[1]?.toLowerCase() ?? '';
      if (found === null || !(name in channelNamesMap)) return undefined;
      return { type: 'channelLink', raw: found[0], name };
    },
    renderer: ({ ['name']: name }) => {
      const channel = channelNamesMap[String(name)];
      const title = typeof channel === 'object' ? channel.display_name : String(channel);
      const path = `${siteURL}/${team?.name ?? ''}/channels/${String(name)}`;
      return `<a class="mention-link" href="${escapeHtml(path)}" data-channel-mention="${escapeHtml(String(name))}" data-link="internal">~${escapeHtml(title)}</a>`;
    },
  };
}

function safeAddress(address: string): string | undefined {
  if (/^(?:\/|#)/.test(address)) return address;
  if (allowedScheme.test(address)) return address;
  return /^[a-z][a-z0-9+.-]*:/i.test(address) ? undefined : `http://${address}`;
}
