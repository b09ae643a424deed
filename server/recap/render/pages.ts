/** Blocks of text laid into messages of bounded length. */

/** Characters that a message may have: Mattermost's own limit. */
export const maxMessageLength = 16_383;
/** Messages that one recap may take; what does not fit is counted instead. */
export const maxMessages = 4;

/** A heading with the lines below it. The heading is repeated where the lines go on in the next message. */
export interface Block {
  readonly heading: string;
  /** The heading for the next message. */
  readonly continued: string;
  readonly lines: readonly string[];
}

/** The messages, and how many lines found no place. */
export interface Pages {
  readonly pages: readonly string[];
  readonly dropped: number;
}

/**
 * Lays blocks into as few messages as they need, keeping `reserved` characters free in each for what is added
 * afterwards. A single line is never longer than a message; the limits of what is quoted see to that.
 */
export function layOut(blocks: readonly Block[], reserved: number): Pages {
  const room = maxMessageLength - reserved;
  const pages: string[] = [];
  let page = '';
  let dropped = 0;
  const add = (text: string, heading: string): void => {
    const joined = page === '' ? text : `${page}\n${text}`;
    if (joined.length <= room) {
      page = joined;
    } else if (pages.length + 1 < maxMessages) {
      pages.push(page);
      page = heading === '' ? text : `${heading}\n${text}`;
    } else {
      dropped += 1;
    }
  };
  for (const block of blocks) {
    const [first = '', ...rest] = block.lines;
    // A heading never stands alone at the end of a message.
    add(block.heading === '' ? first : `${block.heading}\n${first}`, '');
    for (const line of rest) add(line, block.continued);
  }
  pages.push(page);
  return { pages, dropped };
}
