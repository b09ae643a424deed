/** Roles of the default scheme: members, guests, administrators, and who left. */
import { expect, test } from '@jest/globals';
import { Workspace } from './workspace.ts';

test('who may read a channel', () => {
  const { users, teams, channels, permissions } = new Workspace();
  const team = teams.add({ name: 'team' }, 1);
  const channel = channels.add({ name: 'dev', teamId: team.id }, 1);
  const member = users.add({ username: 'member' }, 1);
  const outsider = users.add({ username: 'outsider' }, 1);
  const guest = users.add({ username: 'guest', roles: 'system_guest' }, 1);
  const admin = users.add({ username: 'admin', roles: 'system_user system_admin' }, 1);
  for (const user of [member, outsider, guest]) teams.join(team.id, user, 1);
  for (const user of [member, guest]) channels.join(channel.id, user, 1);
  const may = (userId: string): boolean =>
    permissions.toChannel(userId, channel.id, 'read_channel');
  expect([member, outsider, guest, admin].map(({ id }) => may(id))).toEqual([
    true,
    false,
    true,
    true,
  ]);
  expect(permissions.toTeam(outsider.id, team.id, 'list_team_channels')).toBe(true);
  expect(permissions.toTeam(guest.id, team.id, 'list_team_channels')).toBe(false);
  channels.leave(channel.id, member.id);
  teams.leave(team.id, outsider.id, 2);
  expect(may(member.id)).toBe(false);
  expect(permissions.toTeam(outsider.id, team.id, 'view_team')).toBe(false);
  expect(may('')).toBe(false);
});
