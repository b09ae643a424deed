/** Parses the transcript of one channel, as `sample_workspace/FORMAT.md` describes it, without knowing anybody in it. */
import { SampleError } from './sample_error.ts';

/** A wall-clock time, in the zone of whoever it belongs to. Without a day, that of the message. */
export interface When {
  readonly day: number | undefined;
  readonly seconds: number;
}

/** A reaction of several people. */
export interface TranscriptReaction {
  readonly line: number;
  readonly emoji: string;
  readonly names: readonly string[];
  readonly at: When | undefined;
}

/** A message with all that belongs to it. Replies of replies do not exist. */
export interface TranscriptPost {
  readonly line: number;
  readonly day: number;
  readonly seconds: number;
  readonly author: string;
  text: string;
  readonly replies: TranscriptPost[];
  readonly reactions: TranscriptReaction[];
  readonly files: { readonly name: string; readonly size: number }[];
  readonly edits: { readonly line: number; readonly at: When; text: string }[];
  attachment?: { readonly color: string; readonly title: string; text: string };
  pinned?: true;
  priority?: 'urgent' | 'important';
  deletedAt?: When & { readonly line: number };
  webhook?: string;
  system?: string;
}

const messageLine =
  /^(?<indent> *)(?:d(?<day>\d\d) )?(?<time>\d\d:\d\d(?::\d\d)?) (?<author>[a-z0-9._-]+):(?: (?<text>.*))?$/;
const reactionLine = /^\+(?<emoji>[a-z0-9_+-]+) by (?<names>[a-z0-9._, -]+?)(?: at (?<when>.+))?$/;
const fileLine = /^(?<name>\S.*?) (?<size>\d+(?:\.\d+)?) ?(?<unit>B|kB|MB)$/;
const editLine = /^(?<when>(?:d\d\d )?\d\d:\d\d(?::\d\d)?):(?: (?<text>.*))?$/;
const whenText = /^(?:d(?<day>\d\d) )?(?<time>\d\d:\d\d(?::\d\d)?)$/;
const unitBytes: Readonly<Record<string, number>> = { B: 1, kB: 1000, MB: 1_000_000 };

/** Where a `|` line goes on. */
interface Text {
  text: string;
}

/**
 * The conversations of a transcript in the order of the file.
 *
 * @throws {SampleError} for the first line that is not understood.
 */
export function parseTranscript(file: string, content: string): TranscriptPost[] {
  return new TranscriptParser(file).parse(content);
}

class TranscriptParser {
  readonly #file: string;
  readonly #roots: TranscriptPost[] = [];
  #line = 0;
  #post: TranscriptPost | undefined;
  #text: Text | undefined;
  #threadDay = 0;

  constructor(file: string) {
    this.#file = file;
  }

  parse(content: string): TranscriptPost[] {
    for (const line of content.split(/\r?\n/)) {
      this.#line += 1;
      if (line.trim() === '' || line.startsWith('//')) continue;
      this.#read(line);
    }
    return this.#roots;
  }

  #read(line: string): void {
    const message = messageLine.exec(line)?.groups;
    if (message !== undefined) {
      this.#message(message);
      return;
    }
    const rest = line.trimStart();
    if (rest === line) throw this.#error('a message line must be like "d03 09:12 anna: text"');
    if (rest.startsWith('|')) this.#continue(rest);
    else if (rest.startsWith('+')) this.#reaction(rest.trimEnd());
    else if (rest.startsWith('!')) this.#mark(rest.trimEnd());
    else throw this.#error('a line below a message begins with "|", "+" or "!", or is a reply');
  }

  #message(found: Partial<Record<string, string>>): void {
    const isReply = found['indent'] !== '';
    if (!isReply && found['day'] === undefined)
      throw this.#error('a conversation needs a day: d03 …');
    const root = this.#roots.at(-1);
    if (isReply && root === undefined) throw this.#error('a reply without a message above it');
    if (found['day'] !== undefined) this.#threadDay = Number(found['day']);
    const post: TranscriptPost = {
      line: this.#line,
      day: this.#threadDay,
      seconds: this.#seconds(found['time'] ?? ''),
      author: found['author'] ?? '',
      text: found['text'] ?? '',
      replies: [],
      reactions: [],
      files: [],
      edits: [],
    };
    if (isReply) root?.replies.push(post);
    else this.#roots.push(post);
    this.#post = post;
    this.#text = post;
  }

  #continue(rest: string): void {
    if (this.#text === undefined) throw this.#error('a text line without a message above it');
    this.#text.text += `${this.#text.text === '' ? '' : '\n'}${rest.replace(/^\| ?/, '')}`;
  }

  #reaction(rest: string): void {
    const found = reactionLine.exec(rest)?.groups;
    if (found === undefined) throw this.#error('a reaction must be like "+tada by anna, ben"');
    this.#current().reactions.push({
      line: this.#line,
      emoji: found['emoji'] ?? '',
      names: (found['names'] ?? '').split(/[, ]+/).filter((name) => name !== ''),
      at: found['when'] === undefined ? undefined : this.#when(found['when']),
    });
  }

  #mark(rest: string): void {
    const post = this.#current();
    const [, mark, argument] = /^!([a-z]+) ?(.*)$/.exec(rest) ?? [];
    const given = argument ?? '';
    switch (mark) {
      case 'pin':
        post.pinned = true;
        break;
      case 'priority':
        if (given !== 'urgent' && given !== 'important') throw this.#error('urgent or important?');
        post.priority = given;
        break;
      case 'delete':
        post.deletedAt = { ...this.#when(given), line: this.#line };
        break;
      case 'webhook':
        if (given === '') throw this.#error('!webhook needs a name');
        post.webhook = given;
        break;
      case 'system':
        if (!/^[a-z_]+$/.test(given))
          throw this.#error('!system needs a type such as join_channel');
        post.system = given;
        break;
      case 'file':
        this.#fileOf(post, given);
        break;
      case 'edit':
        this.#edit(post, given);
        break;
      case 'attachment':
        this.#attachment(post, given);
        break;
      default:
        throw this.#error(`unknown mark !${mark ?? ''}`);
    }
  }

  #fileOf(post: TranscriptPost, argument: string): void {
    const found = fileLine.exec(argument)?.groups;
    if (found === undefined) throw this.#error('a file must be like "!file report.pdf 182 kB"');
    const size = Math.round(Number(found['size']) * (unitBytes[found['unit'] ?? ''] ?? 1));
    post.files.push({ name: found['name'] ?? '', size });
  }

  #edit(post: TranscriptPost, argument: string): void {
    const found = editLine.exec(argument)?.groups;
    if (found === undefined) throw this.#error('an edit must be like "!edit 09:42: new text"');
    const edit = {
      line: this.#line,
      at: this.#when(found['when'] ?? ''),
      text: found['text'] ?? '',
    };
    post.edits.push(edit);
    this.#text = edit;
  }

  #attachment(post: TranscriptPost, argument: string): void {
    const [, color, title] = /^(?:(#[0-9a-fA-F]{6}) )?(.*)$/.exec(argument) ?? [];
    post.attachment = { color: color ?? '', title: title ?? '', text: '' };
    this.#text = post.attachment;
  }

  #current(): TranscriptPost {
    if (this.#post === undefined) throw this.#error('no message above this line');
    return this.#post;
  }

  #when(text: string): When {
    const found = whenText.exec(text)?.groups;
    if (found === undefined)
      throw this.#error(`"${text}" is no time such as "d03 09:12" or "09:12"`);
    const day = found['day'] === undefined ? undefined : Number(found['day']);
    return { day, seconds: this.#seconds(found['time'] ?? '') };
  }

  #seconds(time: string): number {
    const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
    if (hours > 23 || minutes > 59 || seconds > 59) throw this.#error(`there is no time ${time}`);
    return hours * 3600 + minutes * 60 + seconds;
  }

  #error(what: string): SampleError {
    return new SampleError(this.#file, this.#line, what);
  }
}
