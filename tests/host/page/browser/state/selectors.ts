/** Questions to the state. */
import type { Channel } from '@mattermost/types/channels';
import type { UserProfile } from '@mattermost/types/users';
import type { GlobalState } from './types.ts';

/** Languages of the page. */
export const locales: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ja: '日本語',
};

/** The user who is signed in; undefined before that. */
export function currentUser({ entities }: GlobalState): UserProfile | undefined {
  return entities.users.profiles[entities.users.currentUserId];
}

/** The user's language, if the page has it; English otherwise. */
export function currentLocale(state: GlobalState): string {
  const locale = currentUser(state)?.locale ?? 'en';
  return locale in locales ? locale : 'en';
}

/** The channel that is open; undefined for none. */
export function currentChannel({ entities }: GlobalState): Channel | undefined {
  return entities.channels.channels[entities.channels.currentChannelId];
}

/** The value of a preference; undefined when it was never set. */
export function preference(
  { entities }: GlobalState,
  category: string,
  name: string,
): string | undefined {
  return entities.preferences.myPreferences[`${category}--${name}`]?.value;
}

/** Whether times are shown from 0:00 to 23:59. */
export function isMilitaryTime(state: GlobalState): boolean {
  return preference(state, 'display_settings', 'use_military_time') === 'true';
}

/** What a channel is called for the user: the other's name for a direct one. */
export function channelTitle(state: GlobalState, channel: Channel): string {
  if (channel.type !== 'D') return channel.display_name;
  return userTitle(teammate(state, channel)) || channel.display_name;
}

/** The other user of a direct channel; the user where it is one with themself. */
export function teammate({ entities }: GlobalState, channel: Channel): UserProfile | undefined {
  const { currentUserId, profiles } = entities.users;
  const ids = channel.name.split('__');
  return profiles[ids.find((id) => id !== currentUserId) ?? currentUserId];
}

/** A user's full name, or the username where there is none. */
export function userTitle(user: UserProfile | undefined): string {
  if (user === undefined) return '';
  const name = `${user.first_name} ${user.last_name}`.trim();
  return name === '' ? user.username : name;
}

/** Where a channel is, below the site's own address. */
export function channelPath(state: GlobalState, channel: Channel): string {
  const { teams, currentTeamId } = state.entities.teams;
  const team = teams[channel.team_id] ?? teams[currentTeamId];
  const base = `/${team?.name ?? ''}`;
  if (channel.type === 'D') return `${base}/messages/@${teammate(state, channel)?.username ?? ''}`;
  return channel.type === 'G'
    ? `${base}/messages/${channel.name}`
    : `${base}/channels/${channel.name}`;
}

/** How many messages of the channel the user has not seen, and how many of them mention the user. */
export function unreadOf(
  { entities }: GlobalState,
  channelId: string,
): { readonly messages: number; readonly mentions: number } {
  const member = entities.channels.myMembers[channelId];
  const counts = entities.channels.messageCounts[channelId];
  if (member === undefined || counts === undefined) return { messages: 0, mentions: 0 };
  return {
    messages: Math.max(0, counts.root - member.msg_count_root),
    mentions: member.mention_count_root,
  };
}
