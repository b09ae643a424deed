/** The middle part of a gold file: the chat. */
import type { CollectedPost, CollectedReaction, Person } from '../../../server/recap/collected.ts';
import { mentionedNames } from '../../../server/recap/collect/mentions.ts';
import { GoldError } from './gold_error.ts';
import type { GoldHeader } from './parse_header.ts';

/** A line with its number in the file, from 1. */
export interface GoldLine {
  readonly number: number;
  readonly text: string;
}

/** A post while its lines are being read. */
interface Draft {
  readonly id: string;
  readonly rootId: string;
  readonly author: Person;
  readonly createAt: number;
  readonly reactions: CollectedReaction[];
  readonly fileNames: string[];
  text: string;
  pinned: boolean;
}

const postLine =
  /^(?<indent> *)(?<id>p\d+) (?<time>\d{4}-\d\d-\d\dT\d\d:\d\dZ) (?<author>[a-z0-9._-]+):(?: (?<text>.*))?$/;
const reactionLine = /^\+(?<emoji>[a-z0-9_+-]+) (?<names>[a-z0-9._-]+(?:, *[a-z0-9._-]+)*)$/;
/** Spaces before a reply; what belongs to a message stands two further in than the message. */
const replyIndent = 2;

/**
 * Reads the posts of a channel.
 *
 * @throws {GoldError} for the first line that is not understood or breaks a rule of the format.
 */
export function parsePosts(
  file: string,
  header: GoldHeader,
  lines: readonly GoldLine[],
): CollectedPost[] {
  return new PostParser(file, header).parse(lines);
}

class PostParser {
  readonly #file: string;
  readonly #header: GoldHeader;
  readonly #drafts: Draft[] = [];
  #root: Draft | undefined;

  constructor(file: string, header: GoldHeader) {
    this.#file = file;
    this.#header = header;
  }

  parse(lines: readonly GoldLine[]): CollectedPost[] {
    for (const line of lines) {
      const groups = postLine.exec(line.text)?.groups;
      if (groups === undefined) this.#belonging(line);
      else this.#post(line, groups);
    }
    return this.#drafts.map((draft) => this.#toPost(draft));
  }

  #post({ number }: GoldLine, found: Partial<Record<string, string>>): void {
    const { indent = '', id = '', time = '', author: username = '', text = '' } = found;
    const isReply = indent.length === replyIndent;
    if (!isReply && indent !== '') throw this.#error(number, 'a reply is indented by two spaces');
    const expected = `p${String(this.#drafts.length + 1)}`;
    if (id !== expected) throw this.#error(number, `the id must be ${expected}, not ${id}`);
    const createAt = Date.parse(time);
    if (Number.isNaN(createAt)) throw this.#error(number, `there is no time ${time}`);
    const author = this.#header.people.get(username);
    if (author === undefined) throw this.#error(number, `nobody is called ${username}`);
    const root = this.#root;
    if (isReply && root === undefined) throw this.#error(number, 'a reply without a message');
    if (root !== undefined && createAt < root.createAt) {
      throw this.#error(number, `older than ${root.id} before it`);
    }
    if (createAt >= this.#header.window.to) throw this.#error(number, 'after the window');
    const draft: Draft = {
      id,
      rootId: isReply ? (root?.id ?? '') : '',
      author,
      createAt,
      reactions: [],
      fileNames: [],
      text,
      pinned: false,
    };
    this.#drafts.push(draft);
    if (!isReply) this.#root = draft;
  }

  #belonging({ number, text: whole }: GoldLine): void {
    const draft = this.#drafts.at(-1);
    if (draft === undefined) throw this.#error(number, 'the first line must be a message');
    const indent = replyIndent + (draft.rootId === '' ? 0 : replyIndent);
    const text = whole.slice(indent);
    if (whole.slice(0, indent).trim() !== '' || /^\s/.test(text)) {
      throw this.#error(number, `not a message, and not indented by ${String(indent)} spaces`);
    }
    if (text.startsWith('|')) draft.text += `\n${text.replace(/^\| ?/, '')}`;
    else if (text.startsWith('+')) draft.reactions.push(this.#reaction(number, text.trimEnd()));
    else if (text.startsWith('!file ')) draft.fileNames.push(text.slice('!file '.length).trim());
    else if (text.trimEnd() === '!pin') draft.pinned = true;
    else throw this.#error(number, 'what belongs to a message begins with |, +, !file or !pin');
  }

  #reaction(number: number, text: string): CollectedReaction {
    const found = reactionLine.exec(text)?.groups;
    if (found === undefined) throw this.#error(number, 'a reaction must be like "+tada anna, ben"');
    const userIds = (found['names'] ?? '').split(',').map((name) => name.trim());
    for (const id of userIds) {
      if (!this.#header.people.has(id)) throw this.#error(number, `nobody is called ${id}`);
    }
    return { emoji: found['emoji'] ?? '', userIds };
  }

  #toPost({ text, ...draft }: Draft): CollectedPost {
    const names = mentionedNames(text);
    const { reader, people } = this.#header;
    return {
      ...draft,
      channelId: this.#file,
      message: text,
      mentionsReader: names.includes(reader.username) && draft.author !== reader,
      mentionedIds: names.filter((name) => people.has(name)),
    };
  }

  #error(line: number, what: string): GoldError {
    return new GoldError(this.#file, line, what);
  }
}
