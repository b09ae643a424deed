/** The few tables of a Mattermost server that recaps read, with the plugin API over them. */
import type { CollectApi } from '../../../server/recap/collect/index.ts';
import {
  ApiError,
  Channel,
  ChannelMember,
  FileInfo,
  Post,
  PostList,
  Preference,
  Team,
  User,
} from '../../../server/mattermost/index.ts';
import type { Api, PostInput, UserInput, Reaction } from '../../../server/mattermost/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import type { Input } from '../../../server/wire/gob/index.ts';

/** The calls that recaps make. */
export type RecapApi = CollectApi &
  Pick<Api, 'getDirectChannel' | 'createPost' | 'getPreferenceForUser'>;

/** See the head of the file. Fields are there for tests to look at and to change. */
export class FakeServer {
  readonly users = new Map<string, User>();
  readonly teams = new Map<string, Team>();
  readonly channels = new Map<string, Channel>();
  readonly members = new Map<string, ChannelMember>();
  readonly posts: Post[] = [];
  readonly reactions: Reaction[] = [];
  /** Values by `user/category/name`. */
  readonly preferences = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** `user/channel` without permission to read. */
  readonly forbidden = new Set<string>();
  /** Names of calls in the order in which they came. */
  readonly calls: string[] = [];
  /** Errors to throw instead of answering, by call. */
  readonly failures = new Map<string, ApiError>();
  now = Date.UTC(2026, 10, 3);

  addUser(id: string, fields: UserInput = {}): User {
    const user = create(User, { id, username: id, firstName: id.toUpperCase(), ...fields });
    this.users.set(id, user);
    return user;
  }

  addChannel(
    id: string,
    memberIds: readonly string[],
    fields: Input<typeof Channel> = {},
  ): Channel {
    const channel = create(Channel, {
      id,
      type: 'O',
      teamId: 'team',
      name: `${id}-name`,
      displayName: `The ${id}`,
      ...fields,
    });
    this.teams.set('team', create(Team, { id: 'team', name: 'harbour' }));
    this.channels.set(id, channel);
    for (const userId of memberIds) {
      this.members.set(`${id}/${userId}`, create(ChannelMember, { channelId: id, userId }));
    }
    return channel;
  }

  addPost(fields: PostInput): Post {
    const id = fields.id ?? `post${this.posts.length}`;
    const post = create(Post, { message: `message of ${id}`, ...fields, id });
    this.posts.push(post);
    return post;
  }

  /** The plugin API. */
  readonly api: RecapApi = {
    getUser: (id) => this.#call('getUser', () => this.#found(this.users.get(id))),
    getPreferenceForUser: (userId, category, name) =>
      this.#call('getPreferenceForUser', () => {
        const value = this.#found(this.preferences.get(`${userId}/${category}/${name}`));
        return create(Preference, { userId, category, name, value });
      }),
    getUsersByIds: (ids) =>
      this.#call('getUsersByIds', () => ids.flatMap((id) => this.users.get(id) ?? [])),
    getUsersByUsernames: (names) =>
      this.#call('getUsersByUsernames', () =>
        [...this.users.values()].filter((user) => names.includes(user.username)),
      ),
    getUsersInChannel: (channelId) =>
      this.#call('getUsersInChannel', () =>
        [...this.users.values()].filter((user) => this.members.has(`${channelId}/${user.id}`)),
      ),
    getTeam: (id) => this.#call('getTeam', () => this.#found(this.teams.get(id))),
    getTeamsForUser: () => this.#call('getTeamsForUser', () => [...this.teams.values()]),
    getChannelsForTeamForUser: (teamId, userId) =>
      this.#call('getChannelsForTeamForUser', () =>
        [...this.channels.values()].filter(
          (channel) =>
            this.members.has(`${channel.id}/${userId}`) &&
            channel.deleteAt === 0 &&
            (channel.teamId === teamId || channel.teamId === ''),
        ),
      ),
    getChannelMembersForUser: (_team, userId, page, perPage) =>
      this.#call('getChannelMembersForUser', () =>
        [...this.members.values()]
          .filter((member) => member.userId === userId)
          .slice(page * perPage, (page + 1) * perPage),
      ),
    getChannel: (id) => this.#call('getChannel', () => this.#found(this.channels.get(id))),
    getChannelMember: (channelId, userId) =>
      this.#call('getChannelMember', () => this.#found(this.members.get(`${channelId}/${userId}`))),
    hasPermissionToChannel: (userId, channelId, permission) =>
      this.#call(`hasPermissionToChannel ${permission}`, () => {
        return !this.forbidden.has(`${userId}/${channelId}`);
      }),
    getPostsForChannel: (channelId, page, perPage) =>
      this.#call('getPostsForChannel', () => this.#page(channelId, page, perPage)),
    getPostsBefore: (channelId, postId, page, perPage) =>
      this.#call('getPostsBefore', () => this.#page(channelId, page, perPage, postId)),
    getPost: (id) =>
      this.#call('getPost', () =>
        this.#found(this.posts.find((post) => post.id === id && post.deleteAt === 0)),
      ),
    getReactions: (id) =>
      this.#call('getReactions', () => this.reactions.filter((each) => each.postId === id)),
    getFileInfo: (id) =>
      this.#call('getFileInfo', () =>
        create(FileInfo, { id, name: this.#found(this.files.get(id)) }),
      ),
    getDirectChannel: (one, two) =>
      this.#call('getDirectChannel', () => create(Channel, { id: `dm-${one}-${two}`, type: 'D' })),
    createPost: (post) =>
      this.#call('createPost', () =>
        this.addPost({
          ...post,
          createAt: this.now,
          id: `sent${this.posts.length}`.padEnd(26, 'x'),
        }),
      ),
  };

  /** Deleted posts come along, although a server leaves them out: nobody may rely on that. */
  #page(channelId: string, page: number, perPage: number, beforeId?: string): PostList {
    const before = this.posts.find((post) => post.id === beforeId)?.createAt ?? Infinity;
    const newestFirst = this.posts
      .filter((post) => post.channelId === channelId && post.createAt < before)
      .sort((a, b) => b.createAt - a.createAt);
    const rows = newestFirst.slice(page * perPage, (page + 1) * perPage);
    return create(PostList, {
      order: rows.map((post) => post.id),
      posts: new Map(rows.map((post) => [post.id, post])),
    });
  }

  #found<T>(value: T | undefined): T {
    if (value === undefined) throw new ApiError('not_found', 'Get', 'not found');
    return value;
  }

  #call<T>(name: string, answer: () => T): Promise<T> {
    this.calls.push(name);
    const failure = this.failures.get(name);
    if (failure !== undefined) return Promise.reject(failure);
    return Promise.resolve().then(answer);
  }
}
