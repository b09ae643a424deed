/** What is collected for whom, and what is said to be left out. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { create } from '../../../../server/wire/gob/index.ts';
import { ApiError, PostMetadata, Reaction } from '../../../../server/mattermost/index.ts';
import type { PostInput } from '../../../../server/mattermost/index.ts';
import { collect } from '../../../../server/recap/collect/index.ts';
import type { CollectRequest } from '../../../../server/recap/collect/index.ts';
import { fairShares } from '../../../../server/recap/collect/collect.ts';
import { maxFruitlessPages, pageSize } from '../../../../server/recap/collect/limits.ts';
import type { Collected } from '../../../../server/recap/collected.ts';
import { FakeServer } from '../fake_server.ts';
import { wideLimits } from '../fixtures.ts';

const from = Date.UTC(2026, 10, 2);
const window = { from, to: from + 1_000_000 };

let server: FakeServer;

beforeEach(() => {
  server = new FakeServer();
  server.addUser('rita', {
    locale: 'en',
    notifyProps: new Map([['mention_keys', 'rita,harbour']]),
  });
  server.addUser('ana', { firstName: 'Ana', lastName: 'Silva' });
  server.addUser('deploybot', { isBot: true });
  server.addUser('recapbot', { isBot: true });
  server.addChannel('dev', ['rita', 'ana']);
});

function say(at: number, fields: PostInput = {}): void {
  server.addPost({ channelId: 'dev', userId: 'ana', createAt: from + at, ...fields });
}

function run(changes: Partial<CollectRequest> = {}): Promise<Collected> {
  const request: CollectRequest = {
    ownerId: 'rita',
    channels: { mode: 'specific', channelIds: ['dev'] },
    window,
    sinceLastRead: false,
    includeBots: false,
    botUserId: 'recapbot',
    display: { teammateNameDisplay: 'full_name', showFullName: true },
    limits: wideLimits,
    ...changes,
  };
  return collect(server.api, request, new AbortController().signal);
}

const ids = (collected: Collected): string[] =>
  collected.channels.flatMap((channel) => channel.posts.map((post) => post.id));

describe('the window', () => {
  test('has its start and not its end, oldest first', async () => {
    say(-1, { id: 'before' });
    say(999_999, { id: 'last' });
    say(0, { id: 'first' });
    say(1_000_000, { id: 'after' });
    expect(ids(await run())).toEqual(['first', 'last']);
  });

  test('is read to its start over many pages, and no further', async () => {
    for (let at = 0; at < 450; at += 1) say(at);
    for (let at = 1; at <= 1000; at += 1) say(-at);
    const collected = await run();
    expect(ids(collected)).toHaveLength(450);
    expect(server.calls.filter((call) => call.startsWith('getPosts'))).toHaveLength(3);
  });

  test('misses no post when others are deleted between two pages', async () => {
    for (let at = 0; at < 450; at += 1) say(at, { id: `post${at}` });
    const page = server.api.getPostsForChannel;
    server.api.getPostsForChannel = async (...args) => {
      const list = await page(...args);
      server.posts.splice(440, 5);
      return list;
    };
    const found = ids(await run());
    expect(found).toHaveLength(450);
    expect(new Set(found).size).toBe(450);
  });

  test('misses no post of the millisecond at which a page ends', async () => {
    for (let at = 0; at < 450; at += 1) say(Math.floor(at / 150), { id: `post${at}` });
    expect(new Set(ids(await run())).size).toBe(450);
  });

  test('may begin where the reader last read each channel', async () => {
    say(-50, { id: 'read' });
    say(-5, { id: 'unread' });
    const member = server.members.get('dev/rita');
    if (member !== undefined) member.lastViewedAt = from - 10;
    const collected = await run({ sinceLastRead: true });
    expect(ids(collected)).toEqual(['unread']);
    expect(collected.window).toEqual({ from: from - 9, to: window.to });
  });

  test('begins where the recap does in a channel that was never read', async () => {
    say(-5, { id: 'before' });
    say(5, { id: 'inside' });
    expect(ids(await run({ sinceLastRead: true }))).toEqual(['inside']);
  });
});

describe('what is no news', () => {
  test.each<[string, PostInput]>([
    ['deleted posts', { deleteAt: 1 }],
    ['system messages', { type: 'system_join_channel' }],
    ['rows of the edit history', { originalId: 'other' }],
    ['our own recaps', { type: 'custom_scheduled_recap' }],
    ['posts of our own bot', { userId: 'recapbot' }],
    ['posts that burn on reading', { type: 'burn_on_read' }],
  ])('%s', async (_, fields) => {
    say(1, fields);
    const collected = await run({ includeBots: true });
    expect(ids(collected)).toEqual([]);
    expect(collected.leftOut.botPosts).toBe(0);
  });

  test.each<[string, PostInput]>([
    ['bots', { userId: 'deploybot' }],
    ['webhooks', { props: new Map([['from_webhook', 'true']]) }],
    ['plugins', { props: new Map([['from_plugin', 'true']]) }],
    ['bots by property', { props: new Map([['from_bot', 'true']]) }],
  ])('posts of %s are counted, and quoted only when asked for', async (_, fields) => {
    say(1, { ...fields, id: 'robot' });
    say(2, { id: 'person' });
    const without = await run();
    expect(ids(without)).toEqual(['person']);
    expect(without.leftOut.botPosts).toBe(1);
    const withBots = await run({ includeBots: true });
    expect(ids(withBots)).toEqual(['robot', 'person']);
    expect(withBots.leftOut.botPosts).toBe(0);
  });

  test('a webhook speaks under the name it gave itself, attachments included', async () => {
    say(1, {
      message: '',
      props: new Map<string, string | { title: string; text: string }[]>([
        ['from_webhook', 'true'],
        ['override_username', 'Pager'],
        ['attachments', [{ title: 'Disk full', text: 'on db-1' }]],
      ]),
    });
    const [post] = (await run({ includeBots: true })).channels[0]?.posts ?? [];
    expect(post?.author).toMatchObject({ name: 'Pager', isBot: true });
    expect(post?.message).toBe('Disk full\non db-1');
  });
});

describe('the author of what a webhook posts', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['its own name', { webhook_display_name: 'Terminal' }, 'Terminal'],
    [
      'the name that the message came with, first',
      { webhook_display_name: 'Terminal', override_username: 'Gate 3' },
      'Gate 3',
    ],
    [
      'its own name rather than the one that the server puts in',
      { webhook_display_name: 'Terminal', override_username: 'webhook' },
      'Terminal',
    ],
    ['the one that the server puts in', { override_username: 'webhook' }, 'webhook'],
    ['who made it, without any', { webhook_display_name: '', override_username: 7 }, 'Ana Silva'],
  ])('is %s', async (_, props, name) => {
    say(1, { props: new Map(Object.entries({ from_webhook: 'true', ...props })) });
    const [post] = (await run({ includeBots: true })).channels[0]?.posts ?? [];
    expect(post?.author.name).toBe(name);
  });

  test('stays the person where no webhook is', async () => {
    say(1, { props: new Map([['override_username', 'Grace']]) });
    expect((await run()).channels[0]?.posts[0]?.author.name).toBe('Ana Silva');
  });
});

describe('who may read', () => {
  test.each<[string, () => void]>([
    ['is no member', () => server.members.delete('dev/rita')],
    ['lacks the permission', () => server.forbidden.add('rita/dev')],
    ['has only an archived channel', () => server.addChannel('dev', ['rita'], { deleteAt: 1 })],
    ['names a channel that is gone', () => server.channels.delete('dev')],
  ])('nobody who %s', async (_, change) => {
    say(1);
    change();
    const collected = await run();
    expect(collected.channels).toEqual([]);
    expect(collected.leftOut.unreadableChannels).toBe(1);
    expect(server.calls).not.toContain('getPostsForChannel');
  });

  test('is asked with the permission to read content', async () => {
    await run();
    expect(server.calls).toContain('hasPermissionToChannel read_channel_content');
  });

  test.each<[string, () => void]>([
    ['deactivated', () => server.addUser('rita', { deleteAt: 1 })],
    ['gone', () => server.users.delete('rita')],
  ])('an account that is %s gets nothing', async (_, change) => {
    change();
    await expect(run()).rejects.toMatchObject({ code: 'owner_inactive' });
    expect(server.calls).toEqual(['getUser']);
  });

  test('a server that does not answer is no reason to leave a channel out', async () => {
    server.failures.set('getChannel', new ApiError('unavailable', 'GetChannel', 'no answer'));
    await expect(run()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('limits', () => {
  const limits = { channels: 2, postsPerChannel: 3, postsPerRecap: 4 };

  test('keep the newest and count the rest', async () => {
    for (let at = 0; at < 10; at += 1) say(at, { id: `p${at}` });
    const collected = await run({ limits });
    expect(ids(collected)).toEqual(['p7', 'p8', 'p9']);
    expect(collected.leftOut.trimmed).toEqual([
      { name: 'The dev', posts: 7, atLeast: false, since: from + 7 },
    ]);
  });

  test('end a search through nothing but posts by bots, and say so', async () => {
    server.addUser('robot', { isBot: true });
    const botPosts = (maxFruitlessPages + 2) * pageSize;
    say(0, { id: 'too old to be reached' });
    for (let at = 1; at <= botPosts; at += 1) say(at, { userId: 'robot', id: `b${at}` });
    const collected = await run();
    expect(ids(collected)).toEqual([]);
    const pages = server.calls.filter((call) => call.startsWith('getPosts'));
    expect(pages).toHaveLength(maxFruitlessPages);
    expect(collected.leftOut).toMatchObject({
      // Each page begins with the last post of the one before.
      botPosts: maxFruitlessPages * (pageSize - 1) + 1,
      trimmed: [{ name: 'The dev', posts: 0, atLeast: true }],
    });
  });

  test('of a recap are shared fairly between channels', async () => {
    server.addChannel('ops', ['rita']);
    for (let at = 0; at < 3; at += 1) say(at, { id: `dev${at}` });
    say(5, { channelId: 'ops', id: 'ops0' });
    say(6, { channelId: 'ops', id: 'ops1' });
    say(7, { channelId: 'ops', id: 'ops2' });
    const collected = await run({
      limits,
      channels: { mode: 'specific', channelIds: ['dev', 'ops'] },
    });
    expect(ids(collected)).toEqual(['dev1', 'dev2', 'ops1', 'ops2']);
    expect(collected.leftOut.trimmed.map((channel) => channel.posts)).toEqual([1, 1]);
  });

  test('leave further channels out', async () => {
    server.addChannel('ops', ['rita']);
    server.addChannel('hr', ['rita']);
    const collected = await run({
      limits,
      channels: { mode: 'specific', channelIds: ['dev', 'ops', 'hr'] },
    });
    expect(collected.channels.map((channel) => channel.id)).toEqual(['dev', 'ops']);
    expect(collected.leftOut.excessChannels).toBe(1);
  });

  test.each([
    [[5, 1, 10], 9, [4, 1, 4]],
    [[1, 1], 10, [1, 1]],
    [[], 10, []],
    [[7], 0, [0]],
  ])('shares of %j in %d are %j', (counts, limit, shares) => {
    expect(fairShares(counts, limit)).toEqual(shares);
  });
});

describe('threads', () => {
  test('bring a start that is older than the window as context', async () => {
    say(-100, { id: 'root' });
    say(5, { id: 'reply', rootId: 'root' });
    const collected = await run();
    expect(ids(collected)).toEqual(['reply']);
    expect([...(collected.channels[0]?.roots.keys() ?? [])]).toEqual(['root']);
  });

  test.each<[string, PostInput]>([
    ['deleted', { deleteAt: 1 }],
    ['by a bot', { userId: 'deploybot' }],
    ['a system message', { type: 'system_header_change' }],
  ])('never a start that is %s', async (_, fields) => {
    say(-100, { id: 'root', ...fields });
    say(5, { rootId: 'root' });
    expect((await run()).channels[0]?.roots.size).toBe(0);
  });
});

describe('details', () => {
  test('are names, mentions, reactions, files and pins', async () => {
    server.files.set('f1', 'plan.pdf');
    for (const userId of ['ana', 'rita']) {
      server.reactions.push(create(Reaction, { postId: 'p', userId, emojiName: '+1' }));
    }
    say(1, {
      id: 'p',
      message: 'The Harbour plan, @rita. And @ana.',
      hasReactions: true,
      fileIds: ['f1', 'gone'],
      isPinned: true,
    });
    expect((await run()).channels[0]?.posts[0]).toMatchObject({
      author: { id: 'ana', name: 'Ana Silva', isBot: false },
      mentionsReader: true,
      mentionedIds: ['rita', 'ana'],
      reactions: [{ emoji: '+1', userIds: ['ana', 'rita'] }],
      fileNames: ['plan.pdf', ''],
      pinned: true,
    });
  });

  test('come from the metadata where the server gives it', async () => {
    say(1, {
      hasReactions: true,
      fileIds: ['f1'],
      metadata: create(PostMetadata, {
        reactions: [{ userId: 'rita', emojiName: 'tada' }],
        files: [{ id: 'f1', name: 'a.png' }],
      }),
    });
    const [post] = (await run()).channels[0]?.posts ?? [];
    expect(post?.reactions).toEqual([{ emoji: 'tada', userIds: ['rita'] }]);
    expect(post?.fileNames).toEqual(['a.png']);
    expect(server.calls).not.toContain('getReactions');
    expect(server.calls).not.toContain('getFileInfo');
  });

  test('hide full names where the server does', async () => {
    say(1);
    const display = { teammateNameDisplay: 'full_name', showFullName: false };
    expect((await run({ display })).channels[0]?.posts[0]?.author.name).toBe('ana');
  });

  test('each user is fetched once', async () => {
    for (let at = 0; at < 250; at += 1) say(at);
    await run();
    expect(server.calls.filter((call) => call === 'getUsersByIds')).toHaveLength(1);
  });
});

describe('names of channels', () => {
  test('a direct channel is named by the other person', async () => {
    server.addChannel('dm', ['rita', 'ana'], { type: 'D', name: 'ana__rita', teamId: '' });
    const [channel] = (await run({ channels: { mode: 'specific', channelIds: ['dm'] } })).channels;
    expect(channel).toMatchObject({
      kind: 'direct',
      name: 'Ana Silva',
      teamName: '',
      linkName: '',
    });
  });

  test('a group channel by the others', async () => {
    server.addUser('ben', { firstName: 'Ben' });
    server.addChannel('gm', ['rita', 'ana', 'ben'], { type: 'G', name: 'hash', teamId: '' });
    const [channel] = (await run({ channels: { mode: 'specific', channelIds: ['gm'] } })).channels;
    expect(channel).toMatchObject({ kind: 'group', name: 'Ana Silva, Ben' });
  });

  test('a channel of a team has what links need', async () => {
    const [channel] = (await run()).channels;
    expect(channel).toMatchObject({ kind: 'public', teamName: 'harbour', linkName: 'dev-name' });
  });
});

test('an aborted signal stops it', async () => {
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(
    collect(
      server.api,
      {
        ownerId: 'rita',
        channels: { mode: 'specific', channelIds: ['dev'] },
        window,
        sinceLastRead: false,
        includeBots: false,
        botUserId: 'recapbot',
        display: { teammateNameDisplay: '', showFullName: true },
        limits: wideLimits,
      },
      signal,
    ),
  ).rejects.toThrow('enough');
});

describe('all unreads', () => {
  const all = {
    mode: 'all_unreads',
    includeDirect: true,
    includeMuted: false,
    excludedChannelIds: [],
  } as const;

  /** A channel of the reader's with so many messages, of which some are not read. */
  function unread(id: string, messages: number, mentions = 0, fields = {}): void {
    server.addChannel(id, ['rita', 'ana'], { totalMsgCount: 10 + messages, ...fields });
    Object.assign(server.members.get(`${id}/rita`)!, { msgCount: 10, mentionCount: mentions });
    server.addPost({ channelId: id, userId: 'ana', createAt: from, id: `in-${id}` });
  }

  const channelsOf = async (changes = {}): Promise<string[]> => {
    const collected = await run({ channels: { ...all, ...changes } });
    return collected.channels.map(({ id }) => id);
  };

  beforeEach(() => {
    server.channels.delete('dev');
    server.members.delete('dev/rita');
    unread('few', 1);
    unread('many', 5);
    unread('named', 1, 1);
    unread('read', 0);
    unread('talk', 2, 2, { type: 'D', teamId: '', name: 'rita__ana' });
    unread('muted', 9);
    server.members.get('muted/rita')!.notifyProps.set('mark_unread', 'mention');
  });

  test('are the channels with unread messages, the most urgent first', async () => {
    expect(await channelsOf()).toEqual(['talk', 'named', 'many', 'few']);
  });

  test.each([
    ['without direct ones', { includeDirect: false }, ['named', 'many', 'few']],
    ['with muted ones', { includeMuted: true }, ['talk', 'named', 'muted', 'many', 'few']],
    ['without some', { excludedChannelIds: ['many', 'talk'] }, ['named', 'few']],
  ])('may be chosen %s', async (_name, changes, expected) => {
    expect(await channelsOf(changes)).toEqual(expected);
  });

  test('are cut at the limit of channels, and the rest is counted', async () => {
    const limits = { ...wideLimits, channels: 2 };
    const collected = await run({ channels: all, limits });
    expect(collected.channels.map(({ id }) => id)).toEqual(['talk', 'named']);
    expect(collected.leftOut.excessChannels).toBe(2);
  });

  test('tell how many channels are read', async () => {
    const told: string[] = [];
    await run({ channels: all, progress: (done, total) => told.push(`${done}/${total}`) });
    expect(told).toEqual(['0/4', '1/4', '2/4', '3/4', '4/4']);
  });
});
