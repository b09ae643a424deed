/** Which channels the owner of a recap may read, right now. */
import { channelTypes, isApiError, permissionIds } from '../../mattermost/index.ts';
import type { Api, Channel, ChannelMember } from '../../mattermost/index.ts';
import type { CollectedChannelKind } from '../collected.ts';
import { maxGroupMembers } from './limits.ts';
import { People } from './people.ts';
import type { NameDisplay } from './people.ts';

/** The calls that tell whether somebody may read a channel. */
export type ReadingRights = Pick<Api, 'getChannel' | 'getChannelMember' | 'hasPermissionToChannel'>;

/** The calls that access takes. */
export type AccessApi = ReadingRights & Pick<Api, 'getTeam' | 'getUsersInChannel'>;

/** A channel that the owner may read. */
export interface ReadableChannel {
  readonly id: string;
  readonly name: string;
  readonly kind: CollectedChannelKind;
  /** Names of the team and the channel in links; empty for direct and group messages. */
  readonly teamName: string;
  readonly linkName: string;
  /** When the owner last read it, ms since 1970 UTC. */
  readonly lastViewedAt: number;
}

/** Opens channels for one owner; teams are fetched once. */
export class ChannelAccess {
  readonly #api: AccessApi;
  readonly #people: People;
  readonly #ownerId: string;
  readonly #teamNames = new Map<string, string>();

  constructor(api: AccessApi, people: People, ownerId: string) {
    this.#api = api;
    this.#people = people;
    this.#ownerId = ownerId;
  }

  /**
   * The channel, or undefined where the owner may not read it: gone, archived, left, or without permission.
   *
   * @throws {ApiError} when the server could not say.
   */
  async open(channelId: string): Promise<ReadableChannel | undefined> {
    const found = await findReadable(this.#api, this.#ownerId, channelId);
    if (found === undefined) return undefined;
    const { channel, member } = found;
    return { ...(await this.#describe(channel)), lastViewedAt: member.lastViewedAt };
  }

  async #describe(channel: Channel): Promise<Omit<ReadableChannel, 'lastViewedAt'>> {
    const { id } = channel;
    const personal = { id, teamName: '', linkName: '' };
    switch (channel.type) {
      case channelTypes.direct:
        return { ...personal, kind: 'direct', name: await this.#directName(channel) };
      case channelTypes.group:
        return { ...personal, kind: 'group', name: await this.#groupName(channel) };
      default:
        return {
          id,
          kind: channel.type === channelTypes.private ? 'private' : 'public',
          name: channel.displayName,
          teamName: await this.#teamName(channel.teamId),
          linkName: channel.name,
        };
    }
  }

  /** The other person's name; the owner's own in a channel with oneself. */
  async #directName(channel: Channel): Promise<string> {
    const ids = channel.name.split('__');
    const otherId = ids.find((id) => id !== this.#ownerId) ?? this.#ownerId;
    await this.#people.meet([otherId]);
    return this.#people.get(otherId).name;
  }

  async #groupName(channel: Channel): Promise<string> {
    const users = await this.#api.getUsersInChannel(channel.id, 'username', 0, maxGroupMembers);
    const others = users.filter((user) => user.id !== this.#ownerId);
    const names = others.map((user) => this.#people.add(user).name);
    return names.length === 0 ? channel.displayName : names.join(', ');
  }

  async #teamName(teamId: string): Promise<string> {
    const known = this.#teamNames.get(teamId);
    if (known !== undefined) return known;
    const { name } = await this.#api.getTeam(teamId);
    this.#teamNames.set(teamId, name);
    return name;
  }
}

/**
 * One channel as a user sees it, or undefined where the user may not read it.
 *
 * @throws {ApiError} when the server could not say.
 */
export async function openChannel(
  api: AccessApi & Pick<Api, 'getUsersByIds' | 'getUsersByUsernames'>,
  display: NameDisplay,
  userId: string,
  channelId: string,
): Promise<ReadableChannel | undefined> {
  return await new ChannelAccess(api, new People(api, display), userId).open(channelId);
}

/**
 * Those of the channels that a user may not read, now.
 *
 * @throws {ApiError} when the server could not say.
 */
export async function unreadableChannels(
  api: ReadingRights,
  userId: string,
  channelIds: readonly string[],
): Promise<string[]> {
  const unreadable: string[] = [];
  for (const channelId of channelIds) {
    if ((await findReadable(api, userId, channelId)) === undefined) unreadable.push(channelId);
  }
  return unreadable;
}

async function findReadable(
  api: ReadingRights,
  userId: string,
  channelId: string,
): Promise<{ channel: Channel; member: ChannelMember } | undefined> {
  try {
    const member = await api.getChannelMember(channelId, userId);
    const channel = await api.getChannel(channelId);
    if (channel.deleteAt !== 0) return undefined;
    const permission = permissionIds.readChannelContent;
    const mayRead = await api.hasPermissionToChannel(userId, channelId, permission);
    return mayRead ? { channel, member } : undefined;
  } catch (error) {
    if (isApiError(error, 'not_found', 'denied')) return undefined;
    throw error;
  }
}
