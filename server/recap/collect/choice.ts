/** Which channels a recap is to read. */
import { isApiError } from '../../mattermost/index.ts';
import type { Api, Channel, ChannelMember } from '../../mattermost/index.ts';
import { maxMemberPages, memberPageSize } from './limits.ts';

/** How the channels of a recap are chosen. */
export type ChannelChoice =
  | { readonly mode: 'specific'; readonly channelIds: readonly string[] }
  /** Whatever the owner has not read when the recap is made. */
  | {
      readonly mode: 'all_unreads';
      readonly includeDirect: boolean;
      readonly includeMuted: boolean;
      readonly excludedChannelIds: readonly string[];
    };

/** The calls that choosing takes. */
export type ChoiceApi = Pick<
  Api,
  'getTeamsForUser' | 'getChannelsForTeamForUser' | 'getChannelMembersForUser'
>;

/**
 * The ids of the channels to read, the most urgent first: in order of the owner's choice, or of mentions and then of
 * unread messages.
 *
 * @throws {ApiError} when the server could not say.
 */
export async function chosenChannels(
  api: ChoiceApi,
  ownerId: string,
  choice: ChannelChoice,
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (choice.mode === 'specific') return choice.channelIds;
  const channels = await channelsOf(api, ownerId, signal);
  const excluded = new Set(choice.excludedChannelIds);
  const unread: { readonly id: string; readonly mentions: number; readonly messages: number }[] =
    [];
  for (const member of await membershipsOf(api, ownerId, signal)) {
    const channel = channels.get(member.channelId);
    if (channel === undefined || excluded.has(channel.id)) continue;
    if (isDirect(channel) && !choice.includeDirect) continue;
    if (isMuted(member) && !choice.includeMuted) continue;
    // Counted over all messages, replies too: whether the owner collapses threads makes no difference.
    const messages = channel.totalMsgCount - member.msgCount;
    const mentions = member.mentionCount;
    if (messages > 0 || mentions > 0) unread.push({ id: channel.id, mentions, messages });
  }
  unread.sort(
    (a, b) => b.mentions - a.mentions || b.messages - a.messages || (a.id < b.id ? -1 : 1),
  );
  return unread.map(({ id }) => id);
}

/** All channels that a user is in, by id. Direct ones come with each team; who is in no team has none. */
async function channelsOf(
  api: ChoiceApi,
  userId: string,
  signal: AbortSignal,
): Promise<Map<string, Channel>> {
  const channels = new Map<string, Channel>();
  for (const team of await api.getTeamsForUser(userId)) {
    signal.throwIfAborted();
    try {
      for (const channel of await api.getChannelsForTeamForUser(team.id, userId, false)) {
        channels.set(channel.id, channel);
      }
    } catch (error) {
      // A team in which the user has no channel at all.
      if (!isApiError(error, 'not_found')) throw error;
    }
  }
  return channels;
}

/** The server ignores the team that it is asked for. */
async function membershipsOf(
  api: ChoiceApi,
  userId: string,
  signal: AbortSignal,
): Promise<ChannelMember[]> {
  const members: ChannelMember[] = [];
  for (let page = 0; page < maxMemberPages; page += 1) {
    signal.throwIfAborted();
    const rows = await api.getChannelMembersForUser('', userId, page, memberPageSize);
    members.push(...rows);
    if (rows.length < memberPageSize) break;
  }
  return members;
}

function isDirect(channel: Channel): boolean {
  return channel.type === 'D' || channel.type === 'G';
}

/** Mattermost says "mute" by marking a channel unread for mentions only. */
function isMuted(member: ChannelMember): boolean {
  return member.notifyProps.get('mark_unread') === 'mention';
}
