/** Writes the transcript of one channel into the workspace: every message, edit, reaction and deletion at its time. */
import type { Channel, User } from '../../../server/mattermost/model/index.ts';
import type { GobValue } from '../../../server/wire/gob/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { Workspace } from '../workspace/index.ts';
import { instantOf, withDates } from './relative_time.ts';
import { SampleError } from './sample_error.ts';
import type { SamplePerson } from './sample_files.ts';
import type { TranscriptPost, When } from './transcript.ts';

/** How long after a message its first reaction comes, and each further one after that. */
const reactionDelayMs = 45_000;

/** One change to the workspace, at its time. */
interface Step {
  readonly at: number;
  readonly line: number;
  /** @throws {AppFailure} when Mattermost would refuse the change. */
  readonly run: () => void;
}

/** Where a transcript goes, and who can be in it. */
export interface ConversationContext {
  readonly workspace: Workspace;
  readonly people: ReadonlyMap<string, SamplePerson>;
  readonly now: number;
  /** By how much the story is moved in time, in milliseconds. */
  readonly movedMs: number;
  /** For error messages. */
  readonly file: string;
  readonly channel: Channel;
}

/** The id of a post that is not written yet when it is spoken of. */
interface PostId {
  id: string;
}

/** One channel's conversations. */
export class Conversations {
  readonly #context: ConversationContext;

  constructor(context: ConversationContext) {
    this.#context = context;
  }

  /**
   * Writes everything up to now, in the order of time. Returns how many messages that were.
   *
   * @throws {SampleError} naming the line of the first mistake.
   */
  write(roots: readonly TranscriptPost[]): number {
    const steps = roots.flatMap((root) => this.#conversation(root));
    const due = steps.filter((step) => step.at <= this.#context.now);
    // Sorting is stable: steps of one instant stay in the order of the file.
    for (const step of due.sort((a, b) => a.at - b.at)) this.#run(step);
    const { posts } = this.#context.workspace;
    return posts.rows(this.#context.channel.id).filter((post) => post.originalId === '').length;
  }

  #conversation(root: TranscriptPost): Step[] {
    const rootAt = this.#at(root.author, root.day, root.seconds, root.line);
    if (rootAt > this.#context.now) return [];
    const rootId: PostId = { id: '' };
    const steps = this.#message(root, rootId);
    for (const reply of root.replies) {
      if (this.#at(reply.author, reply.day, reply.seconds, reply.line) <= rootAt) {
        throw this.#error(reply.line, 'a reply must come after its root');
      }
      steps.push(...this.#message(reply, { id: '' }, rootId));
    }
    return steps;
  }

  /** A message and all that happens to it. `post` gets its id when it is written. */
  #message(message: TranscriptPost, post: PostId, root?: PostId): Step[] {
    const at = this.#at(message.author, message.day, message.seconds, message.line);
    const author = this.#person(message.author, message.line);
    const user = this.#user(message.author);
    this.#checkMembership(message, user);
    const { posts } = this.#context.workspace;
    const { locale } = author;
    const later = (when: When, name: string, line: number): number => {
      const instant = this.#at(name, when.day ?? message.day, when.seconds, line);
      if (instant <= at) throw this.#error(line, 'this must come after its message');
      return instant;
    };
    const create = (): void => {
      post.id = this.#create(message, at, user, locale, root?.id ?? '');
    };
    const edits = message.edits.map(({ line, at: when, text }): Step => {
      const editAt = later(when, message.author, line);
      const edited = this.#text(text, locale);
      const run = (): void => void posts.update({ ...posts.get(post.id), message: edited }, editAt);
      return { at: editAt, line, run };
    });
    const deletions = [message.deletedAt ?? []].flat().map((when): Step => {
      const deleteAt = later(when, message.author, when.line);
      return { at: deleteAt, line: when.line, run: () => posts.delete(post.id, user.id, deleteAt) };
    });
    const reactions = message.reactions.flatMap(({ names, emoji, line, at: when }) =>
      names.map((name, index): Step => {
        const delayed = at + reactionDelayMs * (index + 1);
        const reactAt = when === undefined ? delayed : later(when, name, line);
        const { id } = this.#knownUser(name, line);
        return { at: reactAt, line, run: () => void posts.react(id, post.id, emoji, reactAt) };
      }),
    );
    return [{ at, line: message.line, run: create }, ...reactions, ...edits, ...deletions];
  }

  #create(message: TranscriptPost, at: number, user: User, locale: string, rootId: string): string {
    const { workspace, channel } = this.#context;
    const { posts, files } = workspace;
    const owner = { creatorId: user.id, channelId: channel.id };
    const post = posts.create(
      {
        channelId: channel.id,
        userId: user.id,
        rootId,
        message: this.#text(message.text, locale),
        type: message.system === undefined ? '' : `system_${message.system}`,
        props: propsOf(message),
        fileIds: message.files.map((file) => files.add({ ...file, ...owner }, at).id),
      },
      at,
    );
    if (message.pinned === true) posts.pin(post.id, true);
    if (message.priority !== undefined) posts.setPriority(post.id, message.priority);
    return post.id;
  }

  #run(step: Step): void {
    try {
      step.run();
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error;
      // Such as a reply to a deleted message.
      throw this.#error(step.line, `impossible here: ${error.code}`);
    }
  }

  #checkMembership(message: TranscriptPost, user: User): void {
    const { workspace, channel } = this.#context;
    if (message.system !== undefined || user.isBot || message.webhook !== undefined) return;
    if (workspace.channels.member(channel.id, user.id) === undefined) {
      throw this.#error(message.line, `${message.author} is no member of this channel`);
    }
  }

  #text(raw: string, locale: string): string {
    return withDates(raw, this.#context.now, locale);
  }

  #at(name: string, day: number, seconds: number, line: number): number {
    const { now, movedMs } = this.#context;
    const zone = this.#person(name, line).timezone;
    return instantOf(now - movedMs, zone, day, seconds) + movedMs;
  }

  #knownUser(name: string, line: number): User {
    this.#person(name, line);
    return this.#user(name);
  }

  #person(name: string, line: number): SamplePerson {
    const person = this.#context.people.get(name);
    if (person === undefined) throw this.#error(line, `nobody is called ${name}`);
    return person;
  }

  #user(name: string): User {
    return this.#context.workspace.users.findByUsername(name)!;
  }

  #error(line: number, what: string): SampleError {
    return new SampleError(this.#context.file, line, what);
  }
}

function propsOf(message: TranscriptPost): Map<string, GobValue> {
  const props = new Map<string, GobValue>();
  if (message.webhook !== undefined) {
    props.set('from_webhook', 'true');
    props.set('override_username', message.webhook);
  }
  if (message.attachment !== undefined) {
    const { color, title, text } = message.attachment;
    props.set('attachments', [{ color, title, text, fallback: title }]);
  }
  return props;
}
