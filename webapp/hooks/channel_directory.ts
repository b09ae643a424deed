/** The channels that a user may choose from, sorted as the user's own channel lists are. */
import { botUsername } from '../../server/contract/index.ts';
import type { HostCategory, HostChannel, HostTeam, HostUser } from '../host/index.ts';

/** The kinds of channel as people tell them apart. */
export type ChannelKind = 'public' | 'private' | 'direct' | 'group';

/** A channel to choose. */
export interface DirectoryChannel {
  readonly id: string;
  /** As people see it: of a direct message, the other one's name. */
  readonly name: string;
  readonly kind: ChannelKind;
  /** The team's name as people see it; empty for direct and group messages. */
  readonly team: string;
}

/** A heading with channels below it. */
export interface DirectoryGroup {
  readonly id: string;
  /** The team's name, where there are several; empty for direct and group messages. */
  readonly team: string;
  /** The heading as the user or the server named it; `channels`, `favorites` and `direct_messages` are kinds, to be put in words. */
  readonly title: string;
  readonly kind: 'favorites' | 'channels' | 'direct_messages' | 'custom';
  readonly channels: readonly DirectoryChannel[];
}

/** All channels of a user. */
export interface ChannelDirectory {
  readonly byId: ReadonlyMap<string, DirectoryChannel>;
  readonly groups: readonly DirectoryGroup[];
}

/** What a directory is made from. */
export interface DirectorySource {
  readonly ownId: string;
  readonly ownName: string;
  readonly teams: readonly HostTeam[];
  readonly channels: readonly HostChannel[];
  /** Of all teams; of a team without any, all channels are below one heading. */
  readonly categories: readonly HostCategory[];
  readonly people: readonly HostUser[];
  /** `username`, `nickname_full_name` or `full_name`, as the profile has it. */
  readonly nameFormat: string;
}

const kinds: Readonly<Record<string, ChannelKind>> = {
  O: 'public',
  P: 'private',
  D: 'direct',
  G: 'group',
};

/** Whether a channel may be chosen; `other` is the other one of a direct message. */
export function canBeRecapped(channel: HostChannel, other: HostUser | undefined): boolean {
  const kind = kinds[channel.type];
  if (kind === undefined || channel.delete_at > 0) return false;
  return kind !== 'direct' || other?.username !== botUsername;
}

/** Builds the directory: archived channels and the conversation with our own bot are not in it. */
export function buildDirectory(source: DirectorySource): ChannelDirectory {
  const people = new Map(source.people.map((person) => [person.id, person]));
  const teams = new Map(source.teams.map((team) => [team.id, team.display_name]));
  const own = source.ownName;
  const chosen = source.channels.flatMap(
    (channel): { readonly channel: DirectoryChannel; readonly teamId: string }[] => {
      const kind = kinds[channel.type];
      const other = people.get(otherOf(channel, source.ownId));
      if (kind === undefined || !canBeRecapped(channel, other)) return [];
      const team = teams.get(channel.team_id) ?? '';
      const name =
        kind === 'direct' ? personName(other, source.nameFormat) : channelName(channel, own);
      const shown = { id: channel.id, name: name || channel.name, kind, team };
      return [{ channel: shown, teamId: channel.team_id }];
    },
  );
  const byId = new Map(chosen.map(({ channel }) => [channel.id, channel]));
  const groups: DirectoryGroup[] = [];
  const placed = new Set<string>();
  const place = (
    group: Omit<DirectoryGroup, 'channels'>,
    among: readonly DirectoryChannel[],
  ): void => {
    const channels = among.filter(({ id }) => !placed.has(id)).toSorted(byName);
    for (const { id } of channels) placed.add(id);
    if (channels.length > 0) groups.push({ ...group, channels });
  };
  for (const team of source.teams) {
    const name = source.teams.length > 1 ? team.display_name : '';
    for (const category of source.categories.filter(({ team_id: id }) => id === team.id)) {
      // Direct messages have no team: they come once, below a heading of their own.
      const own = category.channel_ids.flatMap((id) => byId.get(id) ?? []).filter(isOfTeam);
      const kind =
        category.type === 'favorites' || category.type === 'custom' ? category.type : 'channels';
      place({ id: category.id, team: name, title: category.display_name, kind }, own);
    }
    const rest = chosen.filter(({ teamId }) => teamId === team.id).map(({ channel }) => channel);
    place({ id: team.id, team: name, title: '', kind: 'channels' }, rest);
  }
  place(
    { id: 'direct', team: '', title: '', kind: 'direct_messages' },
    [...byId.values()].filter((channel) => !isOfTeam(channel)),
  );
  return { byId, groups };
}

/** The groups with those channels only whose name, or whose team's, holds every word of `search`. */
export function searchDirectory(
  { groups }: ChannelDirectory,
  search: string,
): readonly DirectoryGroup[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return groups;
  return groups.flatMap((group) => {
    const channels = group.channels.filter(({ name, team }) => {
      const text = fold(`${name} ${team}`);
      return words.every((word) => text.includes(word));
    });
    return channels.length === 0 ? [] : [{ ...group, channels }];
  });
}

/** A person's name as the profile wants names. */
export function personName(person: HostUser | undefined, nameFormat: string): string {
  if (person === undefined) return '';
  const full = `${person.first_name ?? ''} ${person.last_name ?? ''}`.trim();
  const nickname = nameFormat === 'nickname_full_name' ? (person.nickname ?? '') : '';
  const wanted = nameFormat === 'full_name' || nameFormat === 'nickname_full_name' ? full : '';
  return nickname || wanted || person.username;
}

/** The other one of a direct message; its name holds both ids. */
export function otherOf(channel: HostChannel, ownId: string): string {
  const ids = channel.name.split('__');
  return ids.find((id) => id !== ownId) ?? ownId;
}

/** A group message is named after all its members: the user's own name among them tells nothing. */
function channelName({ type, display_name: name }: HostChannel, ownName: string): string {
  if (type !== 'G') return name;
  return name
    .split(', ')
    .filter((each) => each !== ownName)
    .join(', ');
}

function isOfTeam({ kind }: DirectoryChannel): boolean {
  return kind === 'public' || kind === 'private';
}

function byName(a: DirectoryChannel, b: DirectoryChannel): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true });
}

/** Without case and accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
