/** Who may do what. */
import { bool, slice, string } from '../../wire/gob/index.ts';
import { Permission } from '../model/index.ts';
import { method } from './method.ts';
import { value } from './results.ts';

/** Calls about permissions. A permission is named by its id, such as `permissionIds.readChannel`. */
export interface PermissionApi {
  /** Whether a user has a permission system-wide. False for a user that does not exist. */
  hasPermissionTo(userId: string, permission: string): Promise<boolean>;
  /** Whether a user has a permission in a team, or system-wide. */
  hasPermissionToTeam(userId: string, teamId: string, permission: string): Promise<boolean>;
  /** Whether a user has a permission in a channel, in its team, or system-wide. */
  hasPermissionToChannel(userId: string, channelId: string, permission: string): Promise<boolean>;
  /** Whether any of the roles grants a permission. */
  rolesGrantPermission(roleNames: readonly string[], permission: string): Promise<boolean>;
}

/** The wire forms of `PermissionApi`. The server dereferences the permission: it is always a struct here. */
export const permissionMethods = {
  hasPermissionTo: method('HasPermissionTo', [string, Permission], value(bool)),
  hasPermissionToTeam: method('HasPermissionToTeam', [string, string, Permission], value(bool)),
  hasPermissionToChannel: method(
    'HasPermissionToChannel',
    [string, string, Permission],
    value(bool),
  ),
  rolesGrantPermission: method('RolesGrantPermission', [slice(string), string], value(bool)),
};
