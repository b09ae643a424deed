/** Channels and who is in them. */
import { ChannelStats } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { notFound } from '../app_failure.ts';
import type { ApiAnswers } from './answers.ts';
import type { ApiContext } from './context.ts';

type Keys =
  | 'getChannel'
  | 'getChannelByName'
  | 'getDirectChannel'
  | 'getGroupChannel'
  | 'getChannelsForTeamForUser'
  | 'getPublicChannelsForTeam'
  | 'getChannelStats'
  | 'getChannelMember'
  | 'getChannelMembers'
  | 'getChannelMembersByIds'
  | 'getChannelMembersForUser'
  | 'addChannelMember';

/** What the server answers about channels and their members. */
export function channelAnswers({ workspace, now }: ApiContext): Pick<ApiAnswers, Keys> {
  const { channels, users, posts } = workspace;
  return {
    getChannel: (id) => channels.get(id),
    getChannelByName: (teamId, name, includeDeleted) => {
      const channel = channels.find(teamId, name);
      if (channel === undefined || (channel.deleteAt !== 0 && !includeDeleted)) {
        throw notFound(
          'GetChannelByName',
          'app.channel.get_by_name.missing.app_error',
          'the channel',
        );
      }
      return channel;
    },
    getDirectChannel: (a, b) => channels.direct(a, b, now()),
    getGroupChannel: (userIds) => channels.group(userIds, now()),
    getChannelsForTeamForUser: (teamId, userId, includeDeleted) => {
      const found = channels.of(userId, teamId, includeDeleted);
      if (found.length === 0) {
        const id = 'app.channel.get_channels.not_found.app_error';
        throw notFound('GetChannelsForTeamForUser', id, 'channels');
      }
      return found;
    },
    getPublicChannelsForTeam: (teamId, page, perPage) =>
      channels
        .all()
        .filter(({ teamId: of, type, deleteAt }) => of === teamId && type === 'O' && deleteAt === 0)
        .sort((a, b) => (a.displayName < b.displayName ? -1 : 1))
        .slice(page * perPage, (page + 1) * perPage),
    getChannelStats: (channelId) => {
      channels.get(channelId);
      const members = channels.members(channelId);
      const living = [...posts.newestFirst(channelId)];
      return create(ChannelStats, {
        channelId,
        memberCount: members.length,
        guestCount: members.filter((member) => member.schemeGuest).length,
        pinnedPostCount: living.filter((post) => post.isPinned).length,
        filesCount: living.reduce((sum, post) => sum + post.fileIds.length, 0),
      });
    },
    getChannelMember: (channelId, userId) => {
      const member = channels.member(channelId, userId);
      if (member === undefined) {
        throw notFound(
          'GetChannelMember',
          'app.channel.get_member.missing.app_error',
          'the member',
        );
      }
      return member;
    },
    getChannelMembers: (channelId, page, perPage) =>
      channels.members(channelId).slice(page * perPage, (page + 1) * perPage),
    getChannelMembersByIds: (channelId, userIds) =>
      userIds.flatMap((userId) => channels.member(channelId, userId) ?? []),
    getChannelMembersForUser: (_, userId, page, perPage) =>
      channels.memberships(userId).slice(page * perPage, (page + 1) * perPage),
    addChannelMember: (channelId, userId) => channels.join(channelId, users.get(userId), now()),
  };
}
