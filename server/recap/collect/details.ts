/** Posts as engines read them: with author, reactions, file names and mentions. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isApiError } from '../../mattermost/index.ts';
import type { Api, Post } from '../../mattermost/index.ts';
import { attachmentText } from './attachments.ts';
import type { CollectedPost, CollectedReaction, Person, Reader } from '../collected.ts';
import { maxFileLookups, maxMentionLookups, maxReactionLookups } from './limits.ts';
import { mentionedNames, namesReader } from './mentions.ts';
import type { People } from './people.ts';

/** The calls that details take. */
export type DetailsApi = Pick<Api, 'getReactions' | 'getFileInfo'>;

/** Posts after which the event loop gets its turn: most are read without waiting for anything. */
const postsPerTurn = 250;

/** What the server calls a message of a webhook that came without a name. */
const unnamedWebhook = 'webhook';

/** Reads the details of one channel's posts; look-ups are bounded for the channel as a whole. */
export class PostDetails {
  readonly #api: DetailsApi;
  readonly #people: People;
  readonly #reader: Reader;
  #reactionLookups = 0;
  #fileLookups = 0;

  constructor(api: DetailsApi, people: People, reader: Reader) {
    this.#api = api;
    this.#people = people;
    this.#reader = reader;
  }

  /** The posts with their details, in the order given. */
  async read(posts: readonly Post[], signal: AbortSignal): Promise<CollectedPost[]> {
    const namesByPost: string[][] = [];
    for (const [index, post] of posts.entries()) {
      if (index % postsPerTurn === 0) await nextTurn();
      namesByPost.push(mentionedNames(post.message));
    }
    await this.#people.meetByName(namesByPost.flat(), maxMentionLookups);
    const collected: CollectedPost[] = [];
    for (const [index, post] of posts.entries()) {
      if (index % postsPerTurn === 0) await nextTurn();
      signal.throwIfAborted();
      collected.push(await this.#readOne(post, namesByPost[index] ?? []));
    }
    return collected;
  }

  async #readOne(post: Post, names: readonly string[]): Promise<CollectedPost> {
    return {
      id: post.id,
      channelId: post.channelId,
      rootId: post.rootId,
      author: this.#author(post),
      createAt: post.createAt,
      message: [post.message, attachmentText(post)].filter((text) => text !== '').join('\n'),
      pinned: post.isPinned,
      reactions: await this.#reactions(post),
      fileNames: await this.#fileNames(post),
      mentionsReader:
        post.userId !== this.#reader.id && namesReader(post.message, names, this.#reader),
      mentionedIds: names.flatMap((name) => this.#people.byUsername(name)?.id ?? []),
    };
  }

  /** A webhook speaks under a name of its own, not under that of whoever made it. */
  #author(post: Post): Person {
    const person = this.#people.get(post.userId);
    const name = webhookName(post);
    if (name === undefined) return person;
    return { ...person, id: `${person.id}/${name}`, name, isBot: true };
  }

  async #reactions(post: Post): Promise<CollectedReaction[]> {
    if (!post.hasReactions) return [];
    let reactions = post.metadata?.reactions ?? [];
    if (reactions.length === 0 && this.#reactionLookups < maxReactionLookups) {
      this.#reactionLookups += 1;
      reactions = await this.#api.getReactions(post.id);
    }
    const byEmoji = Map.groupBy(reactions, (reaction) => reaction.emojiName);
    return [...byEmoji].map(([emoji, members]) => ({
      emoji,
      userIds: members.map((reaction) => reaction.userId),
    }));
  }

  /** The names of the files; empty for one whose name was not looked up. */
  async #fileNames(post: Post): Promise<string[]> {
    const known = post.metadata?.files ?? [];
    if (known.length > 0) return known.map((file) => file.name);
    const names: string[] = [];
    for (const fileId of post.fileIds) names.push(await this.#fileName(fileId));
    return names;
  }

  async #fileName(fileId: string): Promise<string> {
    if (this.#fileLookups >= maxFileLookups) return '';
    this.#fileLookups += 1;
    try {
      return (await this.#api.getFileInfo(fileId)).name;
    } catch (error) {
      if (isApiError(error, 'not_found')) return '';
      throw error;
    }
  }
}

/** The name the message came with, else that of the webhook; undefined for people, and for a webhook without either. */
function webhookName({ props }: Post): string | undefined {
  const mark = props.get('from_webhook');
  if (mark !== 'true' && mark !== true) return undefined;
  const given = [props.get('override_username'), props.get('webhook_display_name')];
  const names = given.filter((name) => typeof name === 'string').filter((name) => name !== '');
  return names.find((name) => name !== unnamedWebhook) ?? names[0];
}
