/** The recap that a post carries for us, beside its text. */
import { postProps } from '../../../server/contract/index.ts';
import type { RecapCard } from '../../../server/contract/index.ts';

/** A post, as far as we read one. */
export interface RecapPostData {
  readonly id: string;
  readonly message: string;
  readonly props?: Readonly<Record<string, unknown>>;
}

/** The recap in parts; undefined where the post has none, or one of a layout we do not know. */
export function cardOf(post: RecapPostData): RecapCard | undefined {
  const text = post.props?.[postProps.document];
  if (typeof text !== 'string') return undefined;
  try {
    const card = JSON.parse(text) as Partial<RecapCard> | null;
    const isKnown = card?.version === 1 && Array.isArray(card.channels);
    return isKnown ? (card as RecapCard) : undefined;
  } catch {
    return undefined;
  }
}

/** What the buttons in a post are for. The host shows them only where it shows the message and not our card. */
export function offeredOf(post: RecapPostData): ReadonlySet<string> {
  const attachments = post.props?.['attachments'];
  if (!Array.isArray(attachments)) return new Set();
  const all = attachments as readonly { readonly actions?: readonly { readonly id: string }[] }[];
  return new Set(all.flatMap(({ actions = [] }) => actions.map(({ id }) => id)));
}

const minuteMs = 60_000;

/**
 * The window of a post's recap, milliseconds since 1970 UTC, each end at the nearest minute as in the message;
 * undefined where the post does not say.
 */
export function windowOf(
  post: RecapPostData,
): { readonly from: number; readonly to: number } | undefined {
  const from = post.props?.[postProps.windowStart];
  const to = post.props?.[postProps.windowEnd];
  if (typeof from !== 'number' || typeof to !== 'number') return undefined;
  const nearest = (instant: number): number => Math.round(instant / minuteMs) * minuteMs;
  return { from: nearest(from), to: nearest(to) };
}
