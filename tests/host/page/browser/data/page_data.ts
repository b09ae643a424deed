/** Asks the server and puts its answers into the state. */
import type { Client4 } from '@mattermost/client';
import type { Channel } from '@mattermost/types/channels';
import type { Post, PostList } from '@mattermost/types/posts';
import { currentUser, type PageAction, type PageStore } from '../state/index.ts';

/** Posts asked for at once. Threads are collapsed: roots come with their counts, replies with their thread. */
const pageSize = 60;

/** The page's side of the REST interface. */
export class PageData {
  readonly client: Client4;
  readonly #store: PageStore;

  constructor(client: Client4, store: PageStore) {
    this.client = client;
    this.#store = store;
  }

  /** Who is signed in, their teams, channels and settings. @throws {ClientError} 401 when nobody is. */
  async loadMe(): Promise<void> {
    const me = await this.client.getMe();
    this.dispatch({ type: 'RECEIVED_ME', data: me });
    const [config, teams, members, preferences] = await Promise.all([
      this.client.getClientConfig(),
      this.client.getMyTeams(),
      this.client.getMyTeamMembers(),
      this.client.getMyPreferences(),
    ]);
    this.dispatch({ type: 'CLIENT_CONFIG_RECEIVED', data: config });
    this.dispatch({ type: 'RECEIVED_TEAMS_LIST', data: teams });
    this.dispatch({ type: 'RECEIVED_MY_TEAM_MEMBERS', data: members });
    this.dispatch({
      type: 'RECEIVED_PREFERENCES',
      // The client's type says what the state makes of the answer; the answer is a list.
      data: Object.values(preferences as unknown as Record<string, never>),
    });
    await this.loadChannels();
  }

  /** The user's channels of all teams, how they are sorted, and the people in direct ones. */
  async loadChannels(): Promise<void> {
    const { teams } = this.#store.getState().entities.teams;
    const lists = await Promise.all(
      Object.keys(teams).map(async (id) => ({
        id,
        channels: await this.client.getMyChannels(id),
        members: await this.client.getMyChannelMembers(id),
        sorted: await this.client.getChannelCategories('me', id),
      })),
    );
    for (const { id, channels, members, sorted } of lists) {
      this.dispatch({ type: 'RECEIVED_CHANNELS', data: channels });
      this.dispatch({ type: 'RECEIVED_MY_CHANNEL_MEMBERS', data: members });
      this.dispatch({ type: 'RECEIVED_CATEGORIES', data: sorted.categories });
      this.dispatch({ type: 'RECEIVED_CATEGORY_ORDER', data: { teamId: id, order: sorted.order } });
    }
    const direct = lists.flatMap(({ channels }) => channels.filter(({ type }) => type === 'D'));
    await this.loadProfiles(direct.flatMap(({ name }) => name.split('__')));
  }

  /** The people with these ids, as far as they are not known. */
  async loadProfiles(ids: readonly string[]): Promise<void> {
    const known = this.#store.getState().entities.users.profiles;
    const missing = [...new Set(ids)].filter((id) => id !== '' && !(id in known));
    if (missing.length === 0) return;
    const data = await this.client.getProfilesByIds(missing);
    this.dispatch({ type: 'RECEIVED_PROFILES_LIST', data });
  }

  /** Opens a channel at its newest posts, which counts as having read them. */
  async openChannel({ id }: Channel): Promise<void> {
    this.dispatch({ type: 'SELECT_CHANNEL', data: id });
    await this.loadNewest(id);
    await this.markRead(id);
  }

  /** The newest posts of a channel. */
  async loadNewest(channelId: string): Promise<void> {
    const list = await this.client.getPosts(channelId, 0, pageSize, true, true);
    await this.receive(list);
    const data = { order: list.order, recent: true, oldest: list.order.length < pageSize };
    this.dispatch({ type: 'RECEIVED_POSTS_IN_CHANNEL', channelId, data });
  }

  /** Posts of a channel older than the oldest that is there. */
  async loadOlder(channelId: string, order: readonly string[]): Promise<void> {
    const last = order.at(-1);
    if (last === undefined) return;
    const list = await this.client.getPostsBefore(channelId, last, 0, pageSize, true, true);
    await this.receive(list);
    const data = {
      order: [...order, ...list.order],
      recent: true,
      oldest: list.order.length < pageSize,
    };
    this.dispatch({ type: 'RECEIVED_POSTS_IN_CHANNEL', channelId, data });
  }

  /**
   * A post and what was said around it.
   *
   * @throws {ClientError} when there is no such post, or it is not for this user.
   */
  async loadAround(postId: string): Promise<Post> {
    const post = await this.client.getPost(postId);
    const rootId = post.root_id === '' ? post.id : post.root_id;
    const [before, after, thread] = await Promise.all([
      this.client.getPostsBefore(post.channel_id, rootId, 0, pageSize / 2, true, true),
      this.client.getPostsAfter(post.channel_id, rootId, 0, pageSize / 2, true, true),
      this.client.getPostThread(rootId),
    ]);
    await Promise.all([before, after, thread].map((list) => this.receive(list)));
    const order = [...after.order, rootId, ...before.order];
    const data = { order, recent: false, oldest: before.order.length < pageSize / 2 };
    this.dispatch({ type: 'RECEIVED_POSTS_IN_CHANNEL', channelId: post.channel_id, data });
    return post;
  }

  /** A root with its replies. */
  async loadThread(rootId: string): Promise<void> {
    await this.receive(await this.client.getPostThread(rootId));
  }

  /** Tells the server that the channel was seen, and the state as well. */
  async markRead(channelId: string): Promise<void> {
    await this.client.viewMyChannel(channelId);
    const member = await this.client.getMyChannelMember(channelId);
    this.dispatch({ type: 'RECEIVED_MY_CHANNEL_MEMBERS', data: [member] });
  }

  /** Sets a preference of the user. */
  async setPreference(category: string, name: string, value: string): Promise<void> {
    const user = currentUser(this.#store.getState());
    if (user === undefined) return;
    const data = [{ user_id: user.id, category, name, value }];
    this.dispatch({ type: 'RECEIVED_PREFERENCES', data });
    await this.client.savePreferences(user.id, data);
  }

  /** Posts with those who wrote them. */
  async receive(list: PostList): Promise<void> {
    await this.loadProfiles(Object.values(list.posts).map(({ user_id }) => user_id));
    this.dispatch({ type: 'RECEIVED_POSTS', data: list });
  }

  /** A post that has just come. */
  async receiveNew(post: Post): Promise<void> {
    await this.loadProfiles([post.user_id]);
    this.dispatch({ type: 'RECEIVED_NEW_POST', data: post });
  }

  dispatch(action: PageAction): void {
    this.#store.dispatch(action);
  }
}
