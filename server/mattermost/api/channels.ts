/** Channels and who is in them. */
import { bool, int, slice, string } from '../../wire/gob/index.ts';
import { Channel, ChannelMember, ChannelStats } from '../model/index.ts';
import { method } from './method.ts';
import { orAppError, presentOrAppError } from './results.ts';

/** Calls about channels. */
export interface ChannelApi {
  /** A channel, archived ones too; `not_found` when there is none. */
  getChannel(channelId: string): Promise<Channel>;
  /** A team's channel by the name in its address; `not_found` when there is none. */
  getChannelByName(teamId: string, name: string, includeDeleted: boolean): Promise<Channel>;
  /** The direct channel of two users; made when it is missing. */
  getDirectChannel(userId1: string, userId2: string): Promise<Channel>;
  /** The group channel of three to eight users; made when it is missing. */
  getGroupChannel(userIds: readonly string[]): Promise<Channel>;
  /** The channels of a team that a user is in, with their direct and group channels. */
  getChannelsForTeamForUser(
    teamId: string,
    userId: string,
    includeDeleted: boolean,
  ): Promise<Channel[]>;
  /** A page of a team's public channels. */
  getPublicChannelsForTeam(teamId: string, page: number, perPage: number): Promise<Channel[]>;
  /** Counts about a channel. */
  getChannelStats(channelId: string): Promise<ChannelStats>;
  /** A membership; `not_found` for who is not in the channel. */
  getChannelMember(channelId: string, userId: string): Promise<ChannelMember>;
  /** A page of a channel's memberships. */
  getChannelMembers(channelId: string, page: number, perPage: number): Promise<ChannelMember[]>;
  /** Those of the users who are in the channel. */
  getChannelMembersByIds(channelId: string, userIds: readonly string[]): Promise<ChannelMember[]>;
  /** A page of a user's memberships. The server ignores the team: channels of every team come. */
  getChannelMembersForUser(
    teamId: string,
    userId: string,
    page: number,
    perPage: number,
  ): Promise<ChannelMember[]>;
  /** Adds a user to a channel; one who is in already is no error. */
  addChannelMember(channelId: string, userId: string): Promise<ChannelMember>;
}

/** The wire forms of `ChannelApi`. */
export const channelMethods = {
  getChannel: method('GetChannel', [string], presentOrAppError(Channel)),
  getChannelByName: method('GetChannelByName', [string, string, bool], presentOrAppError(Channel)),
  getDirectChannel: method('GetDirectChannel', [string, string], presentOrAppError(Channel)),
  getGroupChannel: method('GetGroupChannel', [slice(string)], presentOrAppError(Channel)),
  getChannelsForTeamForUser: method(
    'GetChannelsForTeamForUser',
    [string, string, bool],
    orAppError(slice(Channel)),
  ),
  getPublicChannelsForTeam: method(
    'GetPublicChannelsForTeam',
    [string, int, int],
    orAppError(slice(Channel)),
  ),
  getChannelStats: method('GetChannelStats', [string], presentOrAppError(ChannelStats)),
  getChannelMember: method('GetChannelMember', [string, string], presentOrAppError(ChannelMember)),
  getChannelMembers: method(
    'GetChannelMembers',
    [string, int, int],
    orAppError(slice(ChannelMember)),
  ),
  getChannelMembersByIds: method(
    'GetChannelMembersByIds',
    [string, slice(string)],
    orAppError(slice(ChannelMember)),
  ),
  getChannelMembersForUser: method(
    'GetChannelMembersForUser',
    [string, string, int, int],
    orAppError(slice(ChannelMember)),
  ),
  addChannelMember: method('AddChannelMember', [string, string], presentOrAppError(ChannelMember)),
};
