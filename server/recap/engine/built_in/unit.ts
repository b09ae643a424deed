/** The unit of all later steps: one message with its words and what they betray. */
import type { CollectedPost } from '../../collected.ts';
import { cleanMessage } from './clean.ts';
import type { CleanText } from './clean.ts';
import { splitSentences, tokenize } from './words.ts';
import type { Sentence, Token } from './words.ts';

/** Segments of a script without spaces count as this many words: every particle is one of them. */
const wordsPerUnspacedToken = 0.7;

/** One message, cleaned. */
export interface Unit {
  readonly post: CollectedPost;
  readonly clean: CleanText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Words among the tokens, as many as the same thing has in other scripts. */
  readonly wordCount: number;
  /** Older than the window: context, never news. */
  readonly earlier: boolean;
}

/** Cleans a message and cuts it into tokens and sentences. */
export function readUnit(post: CollectedPost, earlier: boolean): Unit {
  const clean = cleanMessage(post.message);
  const tokens = tokenize(clean.text);
  let spaced = 0;
  let unspaced = 0;
  for (const token of tokens) {
    if (token.unspaced === true) unspaced += 1;
    else if (token.kind === 'word') spaced += 1;
  }
  return {
    post,
    clean,
    tokens,
    sentences: splitSentences(clean.text),
    wordCount: spaced + Math.ceil(unspaced * wordsPerUnspacedToken),
    earlier,
  };
}
