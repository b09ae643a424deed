/** Blocks of text laid into messages of bounded length. */

/** Characters that a message may have: Mattermost's own limit. */
export const maxMessageLength = 16_383;
/** Messages that one recap may take; what does not fit is counted instead. */
export const maxMessages = 4;

/** A heading with the texts below it. The heading is repeated where they go on in the next message. */
export interface Block {
  readonly heading: string;
  /** The heading for the next message. */
  readonly continued: string;
  /** Each stays in one message. */
  readonly texts: readonly string[];
}

/** The messages, and how many lines found no place. */
export interface Pages {
  readonly pages: readonly string[];
  readonly dropped: number;
}

/**
 * Lays blocks into as few messages as they need, keeping `reserved` characters free in each for what is added
 * afterwards. A text that is longer than a message loses its last lines.
 */
export function layOut(blocks: readonly Block[], reserved: number): Pages {
  const room = maxMessageLength - reserved;
  const pages: string[] = [];
  let page = '';
  let dropped = 0;
  const begin = (text: string): void => {
    const lines = text.trimStart().split('\n');
    page = '';
    while (lines.length > 0 && page.length + 1 + (lines[0]?.length ?? 0) <= room) {
      page += `${page === '' ? '' : '\n'}${lines.shift() ?? ''}`;
    }
    dropped += lines.length;
  };
  const add = (text: string, heading: string): void => {
    if (page.length + 1 + text.length <= room && page !== '') {
      page = `${page}\n${text}`;
    } else if (page === '') {
      begin(text);
    } else if (pages.length + 1 < maxMessages) {
      pages.push(page);
      begin(heading === '' ? text : `${heading}\n${text}`);
    } else {
      dropped += text.trim().split('\n').length;
    }
  };
  for (const block of blocks) {
    const [first = '', ...rest] = block.texts;
    // A heading never stands alone at the end of a message.
    add(block.heading === '' ? first : `${block.heading}\n${first}`, '');
    for (const text of rest) add(text, block.continued);
  }
  pages.push(page);
  return { pages, dropped };
}
