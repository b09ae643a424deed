/** Checked answers into items of a recap: the server adds links, names and times; the model gave only words. */
import type { CollectedPost } from '../../collected.ts';
import type {
  RecapItem,
  RecapLine,
  RecapSection,
  RecapSource,
  SectionKind,
} from '../../document.ts';
import type { Answer, AnswerItem, AnswerTask } from './answer.ts';
import type { Cast } from './cast.ts';
import { cleanText } from './clean.ts';
import { maxDueCharacters, maxSources, maxTextCharacters } from './limits.ts';
import type { Quota } from './limits.ts';
import type { Mask } from './mask.ts';
import type { Chunk } from './transcript.ts';

/** A chunk with what the model said about it. */
export interface AnsweredChunk {
  readonly chunk: Chunk;
  readonly answer: Answer;
}

/** What composing takes. */
export interface ComposerOptions {
  readonly cast: Cast;
  readonly mask: Mask;
  readonly readerId: string;
  readonly quota: Quota;
}

/** Puts the answers of one channel together. */
export class Composer {
  readonly #options: ComposerOptions;

  constructor(options: ComposerOptions) {
    this.#options = options;
  }

  /** The sections of the channel that have items; where only the reader counts, the reader's tasks alone. */
  sections(answered: readonly AnsweredChunk[], onlyReader: boolean): RecapSection[] {
    const { quota, readerId } = this.#options;
    const tasks = this.#tasks(answered).filter(
      (task) => !onlyReader || task.assigneeId === readerId,
    );
    const all = [
      section('action_items', tasks, quota.section),
      ...(onlyReader
        ? []
        : [
            section(
              'decisions',
              this.#items(answered, (answer) => answer.decisions),
              quota.section,
            ),
            section(
              'open_questions',
              this.#items(answered, (answer) => answer.questions),
              quota.section,
            ),
            section(
              'highlights',
              this.#items(answered, (answer) => answer.highlights),
              quota.highlights,
            ),
          ]),
    ];
    const order: readonly SectionKind[] = [
      'decisions',
      'action_items',
      'open_questions',
      'highlights',
    ];
    return order
      .flatMap((kind) => all.filter((each) => each.kind === kind))
      .filter((each) => each.items.length > 0);
  }

  /** What concerns the reader, oldest first. What readers wrote themselves does not. */
  forYou(answered: readonly AnsweredChunk[]): RecapItem[] {
    const { quota, readerId } = this.#options;
    const items = this.#items(answered, (answer) => answer.forYou).filter(
      (item) => item.line.authorId !== readerId,
    );
    return items
      .slice(0, quota.forYou)
      .sort(byTime)
      .map((item) => ({ ...item, concern: item.concern ?? 'reply' }));
  }

  #items(
    answered: readonly AnsweredChunk[],
    listOf: (answer: Answer) => readonly AnswerItem[],
  ): RecapItem[] {
    return this.#fold(answered, listOf, (item, chunk) => this.#item(item, chunk));
  }

  #tasks(answered: readonly AnsweredChunk[]): RecapItem[] {
    return this.#fold(
      answered,
      (answer) => answer.tasks,
      (task, chunk) => this.#task(task, chunk),
    );
  }

  /** One list over all chunks, the most important of each chunk first. */
  #fold<T>(
    answered: readonly AnsweredChunk[],
    listOf: (answer: Answer) => readonly T[],
    toItem: (value: T, chunk: Chunk) => RecapItem | undefined,
  ): RecapItem[] {
    const lists = answered.map(({ chunk, answer }) =>
      listOf(answer).flatMap((value) => toItem(value, chunk) ?? []),
    );
    const longest = Math.max(0, ...lists.map((list) => list.length));
    const ranked = Array.from({ length: longest }, (_, rank) =>
      lists.flatMap((list) => list[rank] ?? []),
    ).flat();
    const texts = new Set<string>();
    return ranked.filter(({ line }) => {
      const isNew = !texts.has(line.text);
      texts.add(line.text);
      return isNew;
    });
  }

  /** Undefined where nothing is left of the text, or where all that it rests on is older than the recap. */
  #item({ ids, text }: AnswerItem, chunk: Chunk): RecapItem | undefined {
    const words = this.#words(text, maxTextCharacters);
    const posts = [...new Set(ids)]
      .filter((id) => !chunk.earlier.has(id))
      .flatMap((id) => chunk.posts.get(id) ?? [])
      .slice(0, maxSources);
    const [first] = posts;
    if (first === undefined || words === '') return undefined;
    return {
      line: lineOf(first, words, posts),
      followUps: [],
      ...(posts.some((post) => post.mentionsReader) ? { concern: 'mention' as const } : {}),
      replies: 0,
      people: new Set(posts.map((post) => post.author.id)).size,
    };
  }

  #task(task: AnswerTask, chunk: Chunk): RecapItem | undefined {
    const item = this.#item(task, chunk);
    if (item === undefined) return undefined;
    const assignee = this.#options.cast.person(task.who);
    const due = this.#words(task.due, maxDueCharacters);
    return {
      ...item,
      ...(assignee === undefined ? {} : { assigneeId: assignee.id, assignee: assignee.name }),
      ...(due === '' ? {} : { due }),
    };
  }

  /** Cleaned first: what comes back from this server is for the renderer to escape, not for the model to shape. */
  #words(text: string, most: number): string {
    const { cast, mask } = this.#options;
    const cleaned = cleanText(text, most);
    return /[\p{L}\p{N}]/u.test(cleaned) ? mask.reveal(cast.reveal(cleaned)) : '';
  }
}

function section(kind: SectionKind, ranked: readonly RecapItem[], most: number): RecapSection {
  return {
    kind,
    items: ranked.slice(0, most).sort(byTime),
    more: Math.max(0, ranked.length - most),
  };
}

function byTime(a: RecapItem, b: RecapItem): number {
  return a.line.createAt - b.line.createAt;
}

function lineOf(first: CollectedPost, text: string, posts: readonly CollectedPost[]): RecapLine {
  return {
    ...sourceOf(first),
    channelId: first.channelId,
    text,
    cutBefore: false,
    cutAfter: false,
    extras: { codeLines: 0, tableRows: 0, images: 0, fileNames: [] },
    earlier: false,
    restsOn: posts.map(sourceOf),
  };
}

function sourceOf(post: CollectedPost): RecapSource {
  const { id, author, createAt } = post;
  return { postId: id, authorId: author.id, author: author.name, createAt };
}
