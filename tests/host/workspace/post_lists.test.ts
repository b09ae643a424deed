/** Posts and their lists against `SqlPostStore`: order, pages, threads, deletions, old versions. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Channel, Post, PostList, User } from '../../../server/mattermost/model/index.ts';
import { AppFailure } from '../app_failure.ts';
import type { SocketEvent } from './signals.ts';
import { Workspace } from './workspace.ts';

let workspace: Workspace;
let anna: User;
let channel: Channel;

beforeEach(() => {
  workspace = new Workspace();
  anna = workspace.users.add({ username: 'anna' }, 1);
  const team = workspace.teams.add({ name: 'team' }, 1);
  channel = workspace.channels.add({ name: 'dev', teamId: team.id }, 1);
  workspace.channels.join(channel.id, anna, 1);
});

function post(message: string, at: number, more: { rootId?: string; type?: string } = {}): Post {
  return workspace.posts.create({ channelId: channel.id, userId: anna.id, message, ...more }, at);
}

function messages(list: PostList): string[] {
  return list.order.map((id) => list.posts.get(id)?.message ?? '?');
}

describe('GetPostsForChannel', () => {
  test('gives living posts, replies among them, newest first and page by page', () => {
    const root = post('root', 10);
    post('reply', 30, { rootId: root.id });
    post('gone', 25);
    post('other', 20);
    workspace.posts.delete(post('deleted', 40).id, anna.id, 50);
    expect(messages(workspace.postLists.page(channel.id, 0, 3))).toEqual([
      'reply',
      'gone',
      'other',
    ]);
    expect(messages(workspace.postLists.page(channel.id, 1, 3))).toEqual(['root']);
    expect(messages(workspace.postLists.page('nowhere', 0, 3))).toEqual([]);
  });

  test('adds the whole threads of the replies on the page, and counts no replies', () => {
    const root = post('root', 10);
    post('first', 20, { rootId: root.id });
    post('second', 30, { rootId: root.id });
    const list = workspace.postLists.page(channel.id, 0, 1);
    expect(messages(list)).toEqual(['second']);
    expect([...list.posts.values()].map((each) => each.message).sort()).toEqual([
      'first',
      'root',
      'second',
    ]);
    expect(list.posts.get(root.id)?.replyCount).toBe(0);
  });

  test('orders by time of creation, not of arrival', () => {
    post('late', 20);
    post('early', 10);
    expect(messages(workspace.postLists.page(channel.id, 0, 10))).toEqual(['late', 'early']);
  });

  test.each([
    [0, 1001, 400],
    [-1, 10, 500],
    [0, -1, 500],
  ])('page %d of %d is refused with %d', (page, perPage, statusCode) => {
    expect(() => workspace.postLists.page(channel.id, page, perPage)).toThrow(
      expect.objectContaining({ statusCode }),
    );
  });
});

describe('collapsed threads', () => {
  test('give roots alone, with the number of their replies', () => {
    const root = post('root', 10);
    post('reply', 20, { rootId: root.id });
    post('other', 30);
    const list = workspace.postLists.roots(channel.id, 0, 10, {});
    expect(messages(list)).toEqual(['other', 'root']);
    expect(list.posts.get(root.id)?.replyCount).toBe(1);
    expect(list.posts.size).toBe(2);
  });

  test('are paged from a post in either direction, newest first', () => {
    const [first, , , fourth] = ['1', '2', '3', '4', '5'].map((name, at) => post(name, at + 1));
    const of = (page: number, around: { before?: string; after?: string }): string[] =>
      messages(workspace.postLists.roots(channel.id, page, 2, around));
    expect(of(0, { before: fourth!.id })).toEqual(['3', '2']);
    expect(of(1, { before: fourth!.id })).toEqual(['1']);
    expect(of(0, { after: first!.id })).toEqual(['3', '2']);
    expect(of(1, { after: first!.id })).toEqual(['5', '4']);
    expect(of(0, { before: 'nothing' })).toEqual([]);
  });
});

describe('GetPostsSince', () => {
  test('selects by time of update, with deleted rows and old versions', () => {
    post('untouched', 10);
    const edited = post('before', 20);
    const deleted = post('deleted', 30);
    workspace.posts.update({ ...edited, message: 'after' }, 100);
    workspace.posts.delete(deleted.id, anna.id, 110);
    const list = workspace.postLists.since(channel.id, 50);
    expect(messages(list)[0]).toBe('deleted');
    expect(messages(list).sort()).toEqual(['after', 'before', 'deleted']);
    const old = [...list.posts.values()].find((each) => each.message === 'before');
    expect(old).toMatchObject({ originalId: edited.id, deleteAt: 100, createAt: 20 });
  });

  test('a reply touches its root; a root that was not updated comes along outside the order', () => {
    const root = post('root', 10);
    const reply = post('reply', 20, { rootId: root.id });
    workspace.posts.react(anna.id, reply.id, 'eyes', 30);
    expect(messages(workspace.postLists.since(channel.id, 15)).sort()).toEqual(['reply', 'root']);
    const list = workspace.postLists.since(channel.id, 25);
    expect(messages(list)).toEqual(['reply']);
    expect(list.posts.has(root.id)).toBe(true);
  });

  test('cuts off at 1,000 rows', () => {
    for (let at = 1; at <= 1_200; at += 1) post(String(at), at);
    expect(workspace.postLists.since(channel.id, 0).order).toHaveLength(1_000);
  });
});

describe('threads and neighbours', () => {
  test('GetPostThread gives the post first and the rest of its thread', () => {
    const root = post('root', 10);
    const first = post('first', 20, { rootId: root.id });
    post('second', 30, { rootId: root.id });
    const list = workspace.postLists.thread(first.id);
    expect(messages(list)).toEqual(['first', 'second', 'root']);
    expect(list.posts.get(root.id)?.replyCount).toBe(2);
    workspace.posts.delete(first.id, anna.id, 40);
    expect(() => workspace.postLists.thread(first.id)).toThrow(AppFailure);
    expect(messages(workspace.postLists.thread(root.id))).toEqual(['root', 'second']);
  });

  test('before and after a post, newest first both times', () => {
    const posts = ['a', 'b', 'c', 'd', 'e'].map((name, index) => post(name, 10 * (index + 1)));
    const around = (where: 'before' | 'after', page: number): string[] =>
      messages(workspace.postLists.around(where, channel.id, posts[2]!.id, page, 1));
    expect([around('before', 0), around('before', 1)]).toEqual([['b'], ['a']]);
    expect([around('after', 0), around('after', 1)]).toEqual([['d'], ['e']]);
    expect(messages(workspace.postLists.around('after', channel.id, posts[2]!.id, 0, 9))).toEqual([
      'e',
      'd',
    ]);
  });
});

describe('writing', () => {
  test('deleting a root deletes its replies, and who did it is in the props', () => {
    const root = post('root', 10);
    const reply = post('reply', 20, { rootId: root.id });
    workspace.posts.delete(root.id, 'someone', 30);
    expect(workspace.posts.get(reply.id, true)).toMatchObject({ deleteAt: 30, updateAt: 30 });
    expect(workspace.posts.get(root.id, true).props.get('deleteBy')).toBe('someone');
  });

  test.each([
    ['an unknown root', { rootId: 'y'.repeat(26) }, 'api.post.create_post.root_id.app_error'],
    ['a type of its own invention', { type: 'recap' }, 'model.post.is_valid.type.app_error'],
    [
      'a type too long for its column',
      { type: `custom_${'x'.repeat(20)}` },
      'app.post.save.app_error',
    ],
  ])('%s is refused', (_, more, code) => {
    expect(() => post('text', 10, more)).toThrow(expect.objectContaining({ code }));
  });

  test('a message of 16,383 characters fits, one more does not', () => {
    expect(post('😀'.repeat(16_383), 10).message).toHaveLength(2 * 16_383);
    expect(() => post('x'.repeat(16_384), 10)).toThrow(
      expect.objectContaining({ code: 'model.post.is_valid.message_length.app_error' }),
    );
  });

  test('a reply to a reply is refused, as is one in another channel', () => {
    const root = post('root', 10);
    const reply = post('reply', 20, { rootId: root.id });
    expect(() => post('deeper', 30, { rootId: reply.id })).toThrow(AppFailure);
    const other = workspace.channels.add({ name: 'other', teamId: channel.teamId }, 1);
    const elsewhere = { channelId: other.id, userId: anna.id, rootId: root.id };
    expect(() => workspace.posts.create(elsewhere, 30)).toThrow(AppFailure);
  });

  test('actions of attachments get ids, and clients do not see where they lead', () => {
    const events: SocketEvent[] = [];
    workspace.signals.onSocketEvent((event) => events.push(event));
    const props = new Map([
      ['attachments', [{ text: 't', actions: [{ name: 'Go', integration: { url: '/secret' } }] }]],
    ]);
    const created = workspace.posts.create({ channelId: channel.id, userId: anna.id, props }, 10);
    expect(created.props.get('attachments')).toEqual([
      {
        text: 't',
        actions: [
          { name: 'Go', integration: { url: '/secret' }, id: expect.stringMatching(/^.{26}$/) },
        ],
      },
    ]);
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  test('a channel counts messages and not comings and goings', () => {
    post('one', 10);
    post('joined', 20, { type: 'system_join_channel' });
    expect(workspace.channels.get(channel.id)).toMatchObject({ totalMsgCount: 1, lastPostAt: 20 });
  });
});
