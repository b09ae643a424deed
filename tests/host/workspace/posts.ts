/** The table `Posts` with its rows of deleted posts and of old versions, `Reactions` and `PostsPriority`. */
import { Post, Reaction } from '../../../server/mattermost/model/index.ts';
import type { PostInput } from '../../../server/mattermost/model/index.ts';
import { create, type GobValue } from '../../../server/wire/gob/index.ts';
import { AppFailure, notFound } from '../app_failure.ts';
import { newId } from '../ids.ts';
import type { Channels } from './channels.ts';
import type { Files } from './files.ts';
import { checkPost, hashtagsOf, isJoinLeave, isSystem, withActionIds } from './post_rules.ts';
import { postedEvent, postEvent, reactionEvent } from './post_events.ts';
import type { Signals } from './signals.ts';
import type { Users } from './users.ts';

/** How urgent a post was said to be. Plugins do not see it: the server strips a post's metadata for them. */
export type Priority = 'urgent' | 'important';

/** All posts. Records are replaced, never changed in place. */
export class Posts {
  readonly #users: Users;
  readonly #channels: Channels;
  readonly #files: Files;
  readonly #signals: Signals;
  readonly #posts = new Map<string, Post>();
  readonly #byChannel = new Map<string, string[]>();
  readonly #replies = new Map<string, string[]>();
  readonly #reactions = new Map<string, Reaction[]>();
  readonly #priorities = new Map<string, Priority>();

  constructor(users: Users, channels: Channels, files: Files, signals: Signals) {
    this.#users = users;
    this.#channels = channels;
    this.#files = files;
    this.#signals = signals;
  }

  /**
   * Stores a new post as `App.CreatePost` does, and tells everybody.
   *
   * @throws {AppFailure} 404 without its channel or author, 400 when the post or its root is not valid.
   */
  create(input: PostInput, now: number): Post {
    if (input.id !== undefined && input.id !== '') {
      throw new AppFailure('CreatePost', 'app.post.save.existing.app_error', 400);
    }
    const channel = this.#channels.get(input.channelId ?? '');
    const author = this.#users.get(input.userId ?? '');
    const createAt = input.createAt === undefined || input.createAt === 0 ? now : input.createAt;
    const props = withActionIds(input.props ?? new Map<string, GobValue>());
    if (this.#users.isBot(author.id)) props.set('from_bot', 'true');
    const post = create(Post, {
      ...input,
      id: newId(),
      originalId: '',
      createAt,
      updateAt: createAt,
      editAt: 0,
      deleteAt: 0,
      props,
      hashtags: hashtagsOf(input.message ?? ''),
      fileIds: [...new Set(input.fileIds ?? [])],
      metadata: undefined,
    });
    checkPost(post);
    this.#checkRoot(post);
    this.#insert(post);
    for (const id of post.fileIds) this.#files.attach(id, post);
    if (post.rootId !== '') this.#touch(post.rootId, createAt);
    this.#countIn(post);
    const stored = this.#withReplyCount(post);
    this.#signals.publish(postedEvent(stored, channel, author));
    return stored;
  }

  /**
   * Changes a post as `App.UpdatePost` does: the old version stays behind as a deleted row of its own.
   *
   * @throws {AppFailure} 404 for an unknown post, 400 for a deleted or system one, or one that is not valid.
   */
  update(input: PostInput, now: number): Post {
    const before = this.get(input.id ?? '', true);
    if (before.deleteAt !== 0) {
      throw new AppFailure('UpdatePost', 'api.post.update_post.permissions_details.app_error', 400);
    }
    if (isSystem(before)) {
      throw new AppFailure('UpdatePost', 'api.post.update_post.system_message.app_error', 400);
    }
    const message = input.message ?? '';
    const after: Post = {
      ...before,
      message,
      editAt: message === before.message ? before.editAt : now,
      updateAt: now,
      hashtags: hashtagsOf(message),
      isPinned: input.isPinned ?? false,
      hasReactions: input.hasReactions ?? false,
      fileIds: [...(input.fileIds ?? [])],
      props: input.props === undefined ? before.props : withActionIds(input.props),
    };
    checkPost(after);
    this.#posts.set(after.id, after);
    this.#insert({ ...before, id: newId(), originalId: before.id, updateAt: now, deleteAt: now });
    const channel = this.#channels.get(after.channelId);
    if (channel.lastPostAt < now) this.#channels.update(channel.id, { lastPostAt: now });
    if (after.rootId !== '') this.#touch(after.rootId, now);
    const stored = this.#withReplyCount(after);
    this.#signals.publish(postEvent('post_edited', stored));
    return stored;
  }

  /**
   * Marks a post and its replies as deleted.
   *
   * @throws {AppFailure} 404 when there is no such post, or it is deleted.
   */
  delete(id: string, deletedBy: string, now: number): void {
    const post = this.get(id);
    for (const each of [id, ...(this.#replies.get(id) ?? [])]) {
      const row = this.#posts.get(each);
      if (row === undefined || row.deleteAt !== 0) continue;
      const props = new Map(row.props).set('deleteBy', deletedBy);
      this.#posts.set(each, { ...row, deleteAt: now, updateAt: now, props });
      for (const fileId of row.fileIds) this.#files.delete(fileId, now);
    }
    this.#signals.publish(postEvent('post_deleted', { ...post, deleteAt: now }));
  }

  /** @throws {AppFailure} 404 when there is no such post, or it is deleted and those are not wanted. */
  get(id: string, includeDeleted = false): Post {
    const post = this.#posts.get(id);
    if (post === undefined || (post.deleteAt !== 0 && !includeDeleted)) {
      throw notFound('GetSinglePost', 'app.post.get.app_error', 'the post');
    }
    return this.#withReplyCount(post);
  }

  /** A living post. */
  find(id: string): Post | undefined {
    const post = this.#posts.get(id);
    return post?.deleteAt === 0 ? post : undefined;
  }

  /** The rows of a channel, oldest first: living, deleted and old versions. */
  rows(channelId: string): readonly Post[] {
    return (this.#byChannel.get(channelId) ?? []).map((id) => this.#posts.get(id)!);
  }

  /** The living rows of a channel, newest first. Reads no more of them than are taken. */
  *newestFirst(channelId: string): Generator<Post, void, undefined> {
    const ids = this.#byChannel.get(channelId) ?? [];
    for (let at = ids.length - 1; at >= 0; at -= 1) {
      const post = this.#posts.get(ids[at]!);
      if (post?.deleteAt === 0) yield post;
    }
  }

  /** The living root and replies of a thread, oldest first. */
  thread(rootId: string): Post[] {
    return [rootId, ...(this.#replies.get(rootId) ?? [])]
      .flatMap((id) => this.#posts.get(id) ?? [])
      .filter((post) => post.deleteAt === 0);
  }

  /** How many living replies the thread of a post has. */
  replyCount(post: Post): number {
    const replies = this.#replies.get(post.rootId === '' ? post.id : post.rootId) ?? [];
    return replies.filter((id) => this.#posts.get(id)?.deleteAt === 0).length;
  }

  pin(id: string, pinned: boolean): void {
    this.#posts.set(id, { ...this.get(id), isPinned: pinned });
  }

  setPriority(id: string, priority: Priority): void {
    this.#priorities.set(id, priority);
  }

  priority(id: string): Priority | undefined {
    return this.#priorities.get(id);
  }

  /** Adds a reaction; the same one twice is one. */
  react(userId: string, postId: string, emojiName: string, now: number): Reaction {
    const post = this.get(postId);
    const existing = this.reactions(postId).find(
      (reaction) => reaction.userId === userId && reaction.emojiName === emojiName,
    );
    if (existing !== undefined) return existing;
    const reaction = create(Reaction, {
      userId,
      postId,
      emojiName,
      channelId: post.channelId,
      createAt: now,
      updateAt: now,
    });
    this.#reactions.set(postId, [...this.reactions(postId), reaction]);
    this.#posts.set(postId, { ...post, hasReactions: true, updateAt: now });
    this.#signals.publish(reactionEvent('reaction_added', reaction));
    return reaction;
  }

  unreact(userId: string, postId: string, emojiName: string, now: number): void {
    const post = this.get(postId);
    const [gone, left] = [true, false].map((same) =>
      this.reactions(postId).filter(
        (reaction) => (reaction.userId === userId && reaction.emojiName === emojiName) === same,
      ),
    ) as [Reaction[], Reaction[]];
    this.#reactions.set(postId, left);
    this.#posts.set(postId, { ...post, hasReactions: left.length > 0, updateAt: now });
    for (const reaction of gone) this.#signals.publish(reactionEvent('reaction_removed', reaction));
  }

  reactions(postId: string): readonly Reaction[] {
    return this.#reactions.get(postId) ?? [];
  }

  #checkRoot(post: Post): void {
    if (post.rootId === '') return;
    const wrong = (id: string, status = 400): AppFailure =>
      new AppFailure('createPost', `api.post.create_post.${id}.app_error`, status);
    const root = this.#posts.get(post.rootId);
    if (root === undefined || root.deleteAt !== 0 || root.rootId !== '') throw wrong('root_id');
    if (root.channelId !== post.channelId) throw wrong('channel_root_id', 500);
  }

  /** Keeps a channel's rows ordered by time of creation; equal times in the order they came. */
  #insert(post: Post): void {
    this.#posts.set(post.id, post);
    insertByTime(bucket(this.#byChannel, post.channelId), post, this.#posts);
    if (post.rootId !== '' && post.originalId === '') {
      insertByTime(bucket(this.#replies, post.rootId), post, this.#posts);
    }
  }

  #touch(id: string, at: number): void {
    const post = this.#posts.get(id);
    if (post !== undefined && post.updateAt < at) this.#posts.set(id, { ...post, updateAt: at });
  }

  #countIn(post: Post): void {
    const channel = this.#channels.get(post.channelId);
    const one = isJoinLeave(post) ? 0 : 1;
    const root = post.rootId === '';
    this.#channels.update(channel.id, {
      lastPostAt: Math.max(channel.lastPostAt, post.createAt),
      totalMsgCount: channel.totalMsgCount + one,
      ...(root
        ? {
            lastRootPostAt: Math.max(channel.lastRootPostAt, post.createAt),
            totalMsgCountRoot: channel.totalMsgCountRoot + one,
          }
        : {}),
    });
    if (channel.type === 'D') this.#countMention(post, root);
  }

  /** In a direct channel every message of the other counts as a mention. */
  #countMention(post: Post, root: boolean): void {
    for (const member of this.#channels.members(post.channelId)) {
      if (member.userId === post.userId) continue;
      this.#channels.updateMember(member.channelId, member.userId, {
        mentionCount: member.mentionCount + 1,
        mentionCountRoot: member.mentionCountRoot + (root ? 1 : 0),
      });
    }
  }

  #withReplyCount(post: Post): Post {
    return { ...post, replyCount: this.replyCount(post) };
  }
}

function bucket(map: Map<string, string[]>, key: string): string[] {
  let list = map.get(key);
  if (list === undefined) map.set(key, (list = []));
  return list;
}

function insertByTime(ids: string[], post: Post, posts: ReadonlyMap<string, Post>): void {
  let at = ids.length;
  while (at > 0 && (posts.get(ids[at - 1]!)?.createAt ?? 0) > post.createAt) at -= 1;
  ids.splice(at, 0, post.id);
}
