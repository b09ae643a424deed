/**
 * The hooks as the server calls them: arguments and reply of each, by Go name.
 *
 * Written down here on its own, from `client_rpc_generated.go` of Mattermost's server/public, and not taken from
 * the plugin's side: a mistake on one side shows up.
 */
import {
  AppError,
  Channel,
  ChannelMember,
  CommandArgs,
  CommandResponse,
  Context,
  FileData,
  GoError,
  HttpRequest,
  PluginClusterEvent,
  TeamMember,
  User,
} from '../../../server/mattermost/model/index.ts';
import { named, optional, slice, string, struct, uint } from '../../../server/wire/gob/index.ts';
import type { Schema } from '../../../server/wire/gob/index.ts';
import { Empty } from '../../../server/wire/netrpc/index.ts';

/** One hook's wire form. */
export interface HookCall<A extends Schema, R extends Schema> {
  readonly method: string;
  readonly args: A;
  readonly reply: R;
}

function hook<A extends Schema, R extends Schema>(name: string, args: A, reply: R): HookCall<A, R> {
  return { method: `Plugin.${name}`, args, reply };
}

const args = struct;
const errorOnly = struct('Returns', { a: GoError });

/** The names of the hooks a plugin has. */
export const implemented = hook('Implemented', Empty, slice(string));

/** Activates the plugin, which finds the API and the database driver under these broker ids. */
export const onActivate = hook(
  'OnActivate',
  args('Z_OnActivateArgs', { apiMuxId: named('APIMuxId', uint), driverMuxId: uint }),
  errorOnly,
);

/** Tells the plugin that it is about to be ended. */
export const onDeactivate = hook('OnDeactivate', Empty, errorOnly);

/** Tells the plugin that a configuration was saved, its own or the server's. */
export const onConfigurationChange = hook('OnConfigurationChange', Empty, errorOnly);

/** `ServeHTTP` and `ServeMetrics` take the same arguments and answer nothing but errors. */
export const ServeHttpArgs = args('Z_ServeHTTPArgs', {
  responseWriterStream: uint,
  request: HttpRequest,
  context: Context,
  requestBodyStream: uint,
});

/** Has one of the plugin's slash commands answered. */
export const executeCommand = hook(
  'ExecuteCommand',
  args('Z_ExecuteCommandArgs', { a: Context, b: CommandArgs }),
  struct('Z_ExecuteCommandReturns', { a: optional(CommandResponse), b: optional(AppError) }),
);

/** An account was deactivated. */
export const userHasBeenDeactivated = hook(
  'UserHasBeenDeactivated',
  args('Z_UserHasBeenDeactivatedArgs', { a: Context, b: User }),
  Empty,
);

/** Somebody left a channel, or was removed by somebody. */
export const userHasLeftChannel = hook(
  'UserHasLeftChannel',
  args('Z_UserHasLeftChannelArgs', { a: Context, b: ChannelMember, c: optional(User) }),
  Empty,
);

/** Somebody left a team, or was removed by somebody. */
export const userHasLeftTeam = hook(
  'UserHasLeftTeam',
  args('Z_UserHasLeftTeamArgs', { a: Context, b: TeamMember, c: optional(User) }),
  Empty,
);

/** A channel was made. */
export const channelHasBeenCreated = hook(
  'ChannelHasBeenCreated',
  args('Z_ChannelHasBeenCreatedArgs', { a: Context, b: Channel }),
  Empty,
);

/** The plugin on another node sent something. */
export const onPluginClusterEvent = hook(
  'OnPluginClusterEvent',
  args('Z_OnPluginClusterEventArgs', { a: Context, b: PluginClusterEvent }),
  Empty,
);

/** Asks for the plugin's files for a support packet. */
export const generateSupportData = hook(
  'GenerateSupportData',
  args('Z_GenerateSupportDataArgs', { a: Context }),
  struct('Z_GenerateSupportDataReturns', { a: slice(FileData), b: GoError }),
);
