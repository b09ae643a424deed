/** The unit of all later steps: one message with its words and what they betray. */
import type { CollectedPost } from '../../collected.ts';
import { cleanMessage } from './clean.ts';
import type { CleanText } from './clean.ts';
import { tokenize } from './words.ts';
import type { Token } from './words.ts';

/** One message, cleaned. */
export interface Unit {
  readonly post: CollectedPost;
  readonly clean: CleanText;
  readonly tokens: readonly Token[];
  /** Words among the tokens. */
  readonly wordCount: number;
  /** Older than the window: context, never news. */
  readonly earlier: boolean;
}

/** Cleans a message and cuts it into tokens. */
export function readUnit(post: CollectedPost, earlier: boolean): Unit {
  const clean = cleanMessage(post.message);
  const tokens = tokenize(clean.text);
  return {
    post,
    clean,
    tokens,
    wordCount: tokens.reduce((sum, token) => sum + (token.kind === 'word' ? 1 : 0), 0),
    earlier,
  };
}
