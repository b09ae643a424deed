/** Who may do what: roles of the default scheme, and where a user holds them. */
import type { Channels } from './channels.ts';
import type { Teams } from './teams.ts';
import type { Users } from './users.ts';

const channelGuest = [
  'read_channel',
  'read_channel_content',
  'add_reaction',
  'remove_reaction',
  'upload_file',
  'edit_post',
  'create_post',
  'use_channel_mentions',
];

const channelUser = [
  ...channelGuest,
  'get_public_link',
  'delete_post',
  'use_group_mentions',
  'manage_public_channel_properties',
  'manage_private_channel_properties',
  'manage_public_channel_members',
  'manage_private_channel_members',
  'delete_public_channel',
  'delete_private_channel',
];

const systemGuest = ['create_direct_channel', 'create_group_channel'];

/** What each role of the default scheme grants; the administrator's grants everything. */
const grants: Readonly<Record<string, readonly string[]>> = {
  system_user: [
    ...systemGuest,
    'create_team',
    'list_public_teams',
    'join_public_teams',
    'view_members',
    'create_emojis',
    'delete_emojis',
  ],
  system_guest: systemGuest,
  team_user: [
    'view_team',
    'list_team_channels',
    'join_public_channels',
    'read_public_channel',
    'create_public_channel',
    'create_private_channel',
    'invite_user',
    'add_user_to_team',
  ],
  team_guest: ['view_team'],
  team_admin: [
    'manage_team',
    'manage_team_roles',
    'remove_user_from_team',
    'manage_slash_commands',
  ],
  channel_user: channelUser,
  channel_guest: channelGuest,
  channel_admin: ['manage_channel_roles', 'create_post_public'],
};

/** Answers questions about permissions, as `App.HasPermissionTo…` does. */
export class Permissions {
  readonly #users: Users;
  readonly #teams: Teams;
  readonly #channels: Channels;

  constructor(users: Users, teams: Teams, channels: Channels) {
    this.#users = users;
    this.#teams = teams;
    this.#channels = channels;
  }

  rolesGrant(roles: readonly string[], permission: string): boolean {
    return roles.some(
      (role) => role === 'system_admin' || (grants[role] ?? []).includes(permission),
    );
  }

  to(userId: string, permission: string): boolean {
    const user = this.#users.find(userId);
    return user !== undefined && this.rolesGrant(user.roles.split(' '), permission);
  }

  toTeam(userId: string, teamId: string, permission: string): boolean {
    if (userId === '' || teamId === '') return false;
    const member = this.#teams.member(teamId, userId);
    if (member?.deleteAt === 0 && this.rolesGrant(member.roles.split(' '), permission)) return true;
    return this.to(userId, permission);
  }

  toChannel(userId: string, channelId: string, permission: string): boolean {
    if (userId === '' || channelId === '') return false;
    const member = this.#channels.member(channelId, userId);
    if (member !== undefined && this.rolesGrant(member.roles.split(' '), permission)) return true;
    const channel = this.#channels.findById(channelId);
    if (channel !== undefined && channel.teamId !== '') {
      return this.toTeam(userId, channel.teamId, permission);
    }
    return this.to(userId, permission);
  }
}
