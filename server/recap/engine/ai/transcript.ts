/** A channel's messages in the form and the portions in which a model gets them. */
import type { CollectedChannel, CollectedPost, TrimmedChannel } from '../../collected.ts';
import type { Cast } from './cast.ts';
import { dropInvisible } from './invisible.ts';
import {
  maxChannelTokens,
  maxChunkTokens,
  maxFileNameCharacters,
  maxFileNames,
  maxPostCharacters,
} from './limits.ts';
import type { Mask } from './mask.ts';
import { estimateTokens } from './tokens.ts';

/** One message as a model sees it. */
export interface Item {
  readonly id: number;
  readonly by: string;
  /** The item that began the thread. */
  readonly re?: number;
  readonly text: string;
  readonly files?: readonly string[];
  /** People who reacted. */
  readonly reactions?: number;
  /** The message names the reader. */
  readonly to_reader?: true;
  /** Older than the time of the recap: there so that the replies make sense. */
  readonly earlier?: true;
}

/** What goes into one call. Ids are those of this chunk alone. */
export interface Chunk {
  readonly items: readonly Item[];
  /** The message behind each id. */
  readonly posts: ReadonlyMap<number, CollectedPost>;
  /** Ids of messages that are context only. */
  readonly earlier: ReadonlySet<number>;
}

/** A channel in chunks. */
export interface Transcript {
  readonly chunks: readonly Chunk[];
  /** Set where the oldest messages were too many to send. */
  readonly trimmed?: TrimmedChannel;
}

/** A message with its words as they are sent. */
interface Entry {
  readonly post: CollectedPost;
  readonly fields: Omit<Item, 'id' | 're' | 'earlier'>;
  readonly tokens: number;
}

/**
 * Cuts a channel into chunks at the borders of threads. A thread that is longer than a chunk goes on in the next, with
 * its start repeated. What is more than all chunks hold is left out from the oldest end, and accounted for.
 */
export function writeTranscript(channel: CollectedChannel, cast: Cast, mask: Mask): Transcript {
  const entries = channel.posts.map((post) => entryOf(post, cast, mask));
  const kept = newest(entries);
  const dropped = entries.length - kept.length;
  const roots = new Map<string, Entry>();
  for (const entry of entries) roots.set(entry.post.id, entry);
  for (const post of channel.roots.values()) roots.set(post.id, entryOf(post, cast, mask));

  const chunks: ChunkBuilder[] = [];
  let chunk: ChunkBuilder | undefined;
  const next = (): ChunkBuilder => {
    chunk = new ChunkBuilder();
    chunks.push(chunk);
    return chunk;
  };
  const threads = Map.groupBy(kept, ({ post }) => (post.rootId === '' ? post.id : post.rootId));
  for (const [rootId, thread] of threads) {
    const root = roots.get(rootId);
    const size = thread.reduce((sum, entry) => sum + entry.tokens, root?.tokens ?? 0);
    let into = chunk === undefined || (chunk.isHalfFull && !chunk.takes(size)) ? next() : chunk;
    for (const entry of thread) {
      if (!into.takes(entry.tokens)) into = next();
      into.add(entry, root);
    }
  }
  const oldest = kept[0];
  return {
    chunks: chunks.map((each) => each.done()),
    ...(dropped === 0 || oldest === undefined
      ? {}
      : {
          trimmed: {
            name: channel.name,
            posts: dropped,
            atLeast: false,
            since: oldest.post.createAt,
          },
        }),
  };
}

function entryOf(post: CollectedPost, cast: Cast, mask: Mask): Entry {
  const hidden = (text: string): string => cast.hide(mask.hide(dropInvisible(text)));
  const files = post.fileNames
    .slice(0, maxFileNames)
    .map((name) => cut(hidden(name), maxFileNameCharacters));
  const reactions = new Set(post.reactions.flatMap((reaction) => reaction.userIds)).size;
  const fields = {
    by: cast.label(post.author.id),
    text: cut(hidden(post.message), maxPostCharacters),
    ...(files.length === 0 ? {} : { files }),
    ...(reactions === 0 ? {} : { reactions }),
    ...(post.mentionsReader ? { to_reader: true as const } : {}),
  };
  // The ids come later and are short.
  return { post, fields, tokens: estimateTokens(JSON.stringify(fields)) + 8 };
}

/** The newest entries that may be sent. */
function newest(entries: readonly Entry[]): readonly Entry[] {
  let room = maxChannelTokens;
  let from = entries.length;
  while (from > 0) {
    room -= entries[from - 1]?.tokens ?? 0;
    if (room < 0) break;
    from -= 1;
  }
  return entries.slice(from);
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return `${text.slice(0, splitsPair ? most - 1 : most)} […]`;
}

class ChunkBuilder {
  readonly #items: Item[] = [];
  readonly #posts = new Map<number, CollectedPost>();
  readonly #earlier = new Set<number>();
  readonly #ids = new Map<string, number>();
  #tokens = 0;

  /** Full enough to be closed where a thread would have to be cut in two. */
  get isHalfFull(): boolean {
    return this.#tokens >= maxChunkTokens / 2;
  }

  /** Whether so many tokens more fit; an empty chunk takes anything. */
  takes(tokens: number): boolean {
    return this.#items.length === 0 || this.#tokens + tokens <= maxChunkTokens;
  }

  /** Adds a message, and before it the start of its thread where that is not here yet. */
  add(entry: Entry, root: Entry | undefined): void {
    if (root === undefined || root === entry) {
      this.#push(entry, {});
      return;
    }
    const re = this.#ids.get(root.post.id) ?? this.#push(root, { earlier: true });
    this.#push(entry, { re });
  }

  done(): Chunk {
    return { items: this.#items, posts: this.#posts, earlier: this.#earlier };
  }

  #push({ post, fields, tokens }: Entry, more: Pick<Item, 're' | 'earlier'>): number {
    const id = this.#items.length + 1;
    this.#items.push({ id, ...fields, ...more });
    this.#posts.set(id, post);
    this.#ids.set(post.id, id);
    if (more.earlier === true) this.#earlier.add(id);
    this.#tokens += tokens;
    return id;
  }
}
