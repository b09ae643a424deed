/** The last part of a gold file: what a careful reader says of the chat. */
import type { CollectedPost, Window } from '../../../server/recap/collected.ts';
import type { GoldAction, GoldQuestion, GoldVerdict } from './gold_channel.ts';
import { GoldError } from './gold_error.ts';
import type { GoldHeader } from './parse_header.ts';
import type { GoldLine } from './parse_posts.ts';

const labels = ['must_include', 'must_not_include', 'decisions', 'actions', 'questions'] as const;
type Label = (typeof labels)[number];

/** More than this would not be a choice any more. */
const mostMustInclude = 9;
const mostMustNotInclude = 16;

/**
 * Reads the verdict on a channel.
 *
 * @throws {GoldError} for a line that is not understood, an unknown post, or labels that contradict each other.
 */
export function parseVerdict(
  file: string,
  header: GoldHeader,
  posts: readonly CollectedPost[],
  lines: readonly GoldLine[],
): GoldVerdict {
  return new VerdictParser(file, header, posts).parse(lines);
}

class VerdictParser {
  readonly #file: string;
  readonly #header: GoldHeader;
  readonly #posts: ReadonlyMap<string, CollectedPost>;

  constructor(file: string, header: GoldHeader, posts: readonly CollectedPost[]) {
    this.#file = file;
    this.#header = header;
    this.#posts = new Map(posts.map((post) => [post.id, post]));
  }

  parse(lines: readonly GoldLine[]): GoldVerdict {
    const found = new Map<Label, GoldLine>();
    for (const line of lines) {
      const label = labels.find((name) => line.text.startsWith(`${name}:`));
      if (label === undefined) throw this.#error(line, `begins with none of ${labels.join(', ')}`);
      if (found.has(label)) throw this.#error(line, `${label} is there twice`);
      found.set(label, { ...line, text: line.text.slice(label.length + 1).trim() });
    }
    const of = (label: Label): GoldLine => {
      const line = found.get(label);
      if (line !== undefined) return line;
      throw this.#error(lines.at(-1) ?? { number: 1, text: '' }, `${label} is missing`);
    };
    const mustInclude = this.#ids(of('must_include'));
    const mustNotInclude = this.#ids(of('must_not_include'));
    const both = mustInclude.find((id) => mustNotInclude.includes(id));
    if (both !== undefined)
      throw this.#error(of('must_not_include'), `${both} must be and must not`);
    this.#atMost(of('must_include'), mustInclude, mostMustInclude);
    this.#atMost(of('must_not_include'), mustNotInclude, mostMustNotInclude);
    return {
      mustInclude,
      mustNotInclude,
      decisions: this.#ids(of('decisions')),
      actions: this.#parts(of('actions')).map((part) => this.#action(of('actions'), part)),
      questions: this.#parts(of('questions')).map((part) => this.#question(of('questions'), part)),
    };
  }

  #ids(line: GoldLine): string[] {
    const ids = line.text.split(/\s+/).filter((id) => id !== '');
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice !== undefined) throw this.#error(line, `${twice} is there twice`);
    return ids.map((id) => this.#id(line, id));
  }

  #parts(line: GoldLine): string[] {
    return line.text
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  #action(line: GoldLine, part: string): GoldAction {
    const [id = '', assignee = '', ...more] = part.split(/\s+/);
    if (more.length > 0) throw this.#error(line, `"${part}" must be like "p12 ben"`);
    if (assignee !== 'all' && !this.#header.people.has(assignee)) {
      throw this.#error(line, `nobody is called "${assignee}"`);
    }
    return { postId: this.#id(line, id), assignee };
  }

  #question(line: GoldLine, part: string): GoldQuestion {
    const [id = '', answerId, ...more] = part.split(/\s*->\s*/);
    if (more.length > 0) throw this.#error(line, `"${part}" must be like "p14 -> p16"`);
    const answer = answerId === undefined ? undefined : this.#id(line, answerId);
    return { postId: this.#id(line, id), answerId: answer };
  }

  #id(line: GoldLine, id: string): string {
    const post = this.#posts.get(id);
    if (post === undefined) throw this.#error(line, `there is no post ${id}`);
    if (!isInside(post, this.#header.window)) {
      throw this.#error(line, `${id} is older than the window`);
    }
    return id;
  }

  #atMost(line: GoldLine, ids: readonly string[], most: number): void {
    if (ids.length > most) throw this.#error(line, `more than ${String(most)} posts`);
  }

  #error(line: GoldLine, what: string): GoldError {
    return new GoldError(this.#file, line.number, what);
  }
}

function isInside(post: CollectedPost, window: Window): boolean {
  return post.createAt >= window.from && post.createAt < window.to;
}
