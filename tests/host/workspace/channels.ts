/** The tables `Channels` and `ChannelMembers`, direct and group channels included. */
import { createHash } from 'node:crypto';
import { Channel, ChannelMember, channelTypes } from '../../../server/mattermost/model/index.ts';
import type { User } from '../../../server/mattermost/model/index.ts';
import { create, type Input } from '../../../server/wire/gob/index.ts';
import { AppFailure, notFound } from '../app_failure.ts';
import { newId } from '../ids.ts';
import type { Signals } from './signals.ts';
import type { Users } from './users.ts';

/** A group channel has at least and at most this many people. */
const groupSize = { least: 3, most: 8 };

/** All channels and who is in them. Records are replaced, never changed in place. */
export class Channels {
  readonly #users: Users;
  readonly #signals: Signals;
  readonly #channels = new Map<string, Channel>();
  readonly #idByName = new Map<string, string>();
  readonly #members = new Map<string, Map<string, ChannelMember>>();
  readonly #channelsOf = new Map<string, Set<string>>();

  constructor(users: Users, signals: Signals) {
    this.#users = users;
    this.#signals = signals;
  }

  /** Adds a public or private channel to a team. */
  add(
    input: Input<typeof Channel> & { readonly name: string; readonly teamId: string },
    now: number,
  ): Channel {
    return this.#insert(
      create(Channel, {
        type: channelTypes.open,
        displayName: input.name,
        ...input,
        id: newId(),
        createAt: input.createAt ?? now,
        updateAt: now,
      }),
    );
  }

  /**
   * The direct channel of two users, made if missing. A user may have one with themself.
   *
   * @throws {AppFailure} 400 when one of them does not exist.
   */
  direct(a: string, b: string, now: number): Channel {
    for (const id of [a, b]) {
      if (this.#users.find(id) === undefined) {
        throw new AppFailure(
          'GetOrCreateDirectChannel',
          'api.channel.create_direct_channel.invalid_user.app_error',
          400,
        );
      }
    }
    const name = a < b ? `${a}__${b}` : `${b}__${a}`;
    return (
      this.find('', name) ??
      this.#insertWith(
        create(Channel, {
          id: newId(),
          name,
          type: channelTypes.direct,
          createAt: now,
          updateAt: now,
        }),
        [...new Set([a, b])],
        now,
      )
    );
  }

  /**
   * The group channel of 3 to 8 users, made if missing.
   *
   * @throws {AppFailure} 400 for another number of users.
   */
  group(userIds: readonly string[], now: number): Channel {
    const ids = [...new Set(userIds)].sort();
    if (ids.length < groupSize.least || ids.length > groupSize.most) {
      throw new AppFailure(
        'CreateGroupChannel',
        'api.channel.create_group.bad_size.app_error',
        400,
      );
    }
    const name = createHash('sha1').update(ids.join('')).digest('hex');
    const displayName = ids
      .map((id) => this.#users.get(id).username)
      .sort()
      .join(', ');
    return (
      this.find('', name) ??
      this.#insertWith(
        create(Channel, {
          id: newId(),
          name,
          displayName,
          type: channelTypes.group,
          createAt: now,
          updateAt: now,
        }),
        ids,
        now,
      )
    );
  }

  /** @throws {AppFailure} 404 when there is no such channel. */
  get(id: string): Channel {
    const channel = this.#channels.get(id);
    if (channel === undefined) {
      throw notFound('GetChannel', 'app.channel.get.existing.app_error', 'the existing channel');
    }
    return channel;
  }

  findById(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  find(teamId: string, name: string): Channel | undefined {
    const id = this.#idByName.get(`${teamId}/${name}`);
    return id === undefined ? undefined : this.#channels.get(id);
  }

  all(): Channel[] {
    return [...this.#channels.values()];
  }

  /** The user's channels by display name; of one team with the direct and group ones, or of all. */
  of(userId: string, teamId: string, includeDeleted: boolean): Channel[] {
    const channels = [...(this.#channelsOf.get(userId) ?? [])].map((id) => this.get(id));
    return channels
      .filter((channel) => teamId === '' || channel.teamId === '' || channel.teamId === teamId)
      .filter((channel) => includeDeleted || channel.deleteAt === 0)
      .sort((a, b) => (a.displayName < b.displayName ? -1 : a.displayName > b.displayName ? 1 : 0));
  }

  /** Replaces a channel's record, keeping name and team. */
  update(id: string, change: Partial<Channel>): Channel {
    const channel: Channel = { ...this.get(id), ...change, id };
    this.#channels.set(id, channel);
    return channel;
  }

  archive(id: string, now: number): Channel {
    const channel = this.update(id, { deleteAt: now, updateAt: now });
    this.#signals.publish({
      event: 'channel_deleted',
      data: { channel_id: id, delete_at: now },
      audience: { teamId: channel.teamId },
    });
    return channel;
  }

  /** Lets a user in; an existing membership stays as it is. */
  join(channelId: string, user: User, now: number, admin = false): ChannelMember {
    const channel = this.get(channelId);
    const existing = this.member(channelId, user.id);
    if (existing !== undefined) return existing;
    const guest = user.roles.split(' ').includes('system_guest');
    const roles = guest
      ? ['channel_guest']
      : admin
        ? ['channel_user', 'channel_admin']
        : ['channel_user'];
    const member = create(ChannelMember, {
      channelId,
      userId: user.id,
      roles: roles.join(' '),
      lastUpdateAt: now,
      lastViewedAt: now,
      msgCount: channel.totalMsgCount,
      msgCountRoot: channel.totalMsgCountRoot,
      notifyProps: new Map([
        ['desktop', 'default'],
        ['email', 'default'],
        ['mark_unread', 'all'],
        ['push', 'default'],
      ]),
      schemeGuest: guest,
      schemeUser: !guest,
      schemeAdmin: admin,
    });
    this.#store(member);
    return member;
  }

  /** Ends a membership; plugins and sockets hear of it. */
  leave(channelId: string, userId: string, actor?: User): void {
    const member = this.member(channelId, userId);
    if (member === undefined) return;
    this.#members.get(channelId)?.delete(userId);
    this.#channelsOf.get(userId)?.delete(channelId);
    this.#signals.happen({
      kind: 'leftChannel',
      member,
      ...(actor === undefined ? {} : { actor }),
    });
    this.#signals.publish({
      event: 'user_removed',
      data: { user_id: userId, remover_id: actor?.id ?? userId },
      audience: { channelId },
    });
  }

  member(channelId: string, userId: string): ChannelMember | undefined {
    return this.#members.get(channelId)?.get(userId);
  }

  members(channelId: string): ChannelMember[] {
    return [...(this.#members.get(channelId)?.values() ?? [])];
  }

  memberships(userId: string): ChannelMember[] {
    return [...(this.#channelsOf.get(userId) ?? [])].flatMap((id) => this.member(id, userId) ?? []);
  }

  /** Replaces a membership's record. */
  updateMember(channelId: string, userId: string, change: Partial<ChannelMember>): ChannelMember {
    const before = this.member(channelId, userId);
    if (before === undefined) {
      throw notFound('UpdateMember', 'app.channel.get_member.missing.app_error', 'the member');
    }
    const member: ChannelMember = { ...before, ...change, channelId, userId };
    this.#store(member);
    return member;
  }

  /** The user has read the channel up to `now`. */
  view(channelId: string, userId: string, now: number): void {
    const channel = this.get(channelId);
    this.updateMember(channelId, userId, {
      lastViewedAt: Math.max(now, channel.lastPostAt),
      msgCount: channel.totalMsgCount,
      msgCountRoot: channel.totalMsgCountRoot,
      mentionCount: 0,
      mentionCountRoot: 0,
      urgentMentionCount: 0,
      lastUpdateAt: now,
    });
  }

  #insertWith(channel: Channel, userIds: readonly string[], now: number): Channel {
    this.#insert(channel);
    for (const id of userIds) this.join(channel.id, this.#users.get(id), now);
    const event = channel.type === channelTypes.direct ? 'direct_added' : 'group_added';
    this.#signals.publish({ event, data: {}, audience: { channelId: channel.id } });
    return channel;
  }

  #insert(channel: Channel): Channel {
    this.#channels.set(channel.id, channel);
    this.#idByName.set(`${channel.teamId}/${channel.name}`, channel.id);
    this.#members.set(channel.id, new Map());
    this.#signals.happen({ kind: 'channelCreated', channel });
    return channel;
  }

  #store(member: ChannelMember): void {
    let members = this.#members.get(member.channelId);
    if (members === undefined)
      this.#members.set(member.channelId, (members = new Map<string, ChannelMember>()));
    members.set(member.userId, member);
    let channels = this.#channelsOf.get(member.userId);
    if (channels === undefined) this.#channelsOf.set(member.userId, (channels = new Set<string>()));
    channels.add(member.channelId);
  }
}
