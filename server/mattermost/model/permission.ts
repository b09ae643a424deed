/** A permission. Source: model.Permission. */
import { string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A permission. The server compares `id` alone. */
export const Permission = struct('Permission', {
  id: string,
  name: string,
  description: string,
  scope: string,
});
/** A decoded `Permission`. */
export type Permission = Infer<typeof Permission>;

/** Ids of permissions that plugins commonly ask about; any other id of the server works as well. */
export const permissionIds = {
  manageSystem: 'manage_system',
  sysconsoleReadPlugins: 'sysconsole_read_plugins',
  sysconsoleWritePlugins: 'sysconsole_write_plugins',
  viewTeam: 'view_team',
  listTeamChannels: 'list_team_channels',
  joinPublicChannels: 'join_public_channels',
  readPublicChannel: 'read_public_channel',
  readChannel: 'read_channel',
  readChannelContent: 'read_channel_content',
  createPost: 'create_post',
  useSlashCommands: 'use_slash_commands',
} as const;
