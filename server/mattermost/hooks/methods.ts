/**
 * How each hook travels: the names of net/rpc methods, with arguments and results as the fields A, B, C of a
 * struct, in the order of the Go signature. Source: plugin/client_rpc.go and client_rpc_generated.go.
 */
import { named, optional, slice, string, struct, uint } from '../../wire/gob/index.ts';
import type { Schema } from '../../wire/gob/index.ts';
import { Empty } from '../../wire/netrpc/index.ts';
import { ServeHttpArgs } from '../http/index.ts';
import {
  AppError,
  Channel,
  ChannelMember,
  CommandArgs,
  CommandResponse,
  Context,
  FileData,
  GoError,
  PluginClusterEvent,
  TeamMember,
  User,
} from '../model/index.ts';
import type { Hooks } from './hooks.ts';

/** Go results that are an `error` alone. */
const errorReply = struct('Returns', { a: GoError });

/** Tells which hooks a plugin has: the first call, before `OnActivate`. Not a hook itself. */
export const implementedMethod = {
  name: 'Implemented',
  args: Empty,
  reply: slice(string),
} as const;

/** Every hook as it travels, by its name in `Hooks`. */
export const hookMethods = {
  onActivate: {
    name: 'OnActivate',
    args: struct('Z_OnActivateArgs', {
      /** Broker id under which the server serves the API. */
      apiMuxId: named('APIMuxId', uint),
      /** Broker id under which the server serves its database driver. */
      driverMuxId: uint,
    }),
    reply: errorReply,
  },
  onDeactivate: { name: 'OnDeactivate', args: Empty, reply: errorReply },
  onConfigurationChange: { name: 'OnConfigurationChange', args: Empty, reply: errorReply },
  serveHttp: { name: 'ServeHTTP', args: ServeHttpArgs, reply: Empty },
  serveMetrics: { name: 'ServeMetrics', args: ServeHttpArgs, reply: Empty },
  executeCommand: {
    name: 'ExecuteCommand',
    args: struct('Z_ExecuteCommandArgs', { a: Context, b: CommandArgs }),
    reply: struct('Returns', { a: optional(CommandResponse), b: optional(AppError) }),
  },
  userHasBeenDeactivated: {
    name: 'UserHasBeenDeactivated',
    args: struct('Z_UserHasBeenDeactivatedArgs', { a: Context, b: User }),
    reply: Empty,
  },
  userHasLeftChannel: {
    name: 'UserHasLeftChannel',
    args: struct('Z_UserHasLeftChannelArgs', { a: Context, b: ChannelMember, c: optional(User) }),
    reply: Empty,
  },
  userHasLeftTeam: {
    name: 'UserHasLeftTeam',
    args: struct('Z_UserHasLeftTeamArgs', { a: Context, b: TeamMember, c: optional(User) }),
    reply: Empty,
  },
  channelHasBeenCreated: {
    name: 'ChannelHasBeenCreated',
    args: struct('Z_ChannelHasBeenCreatedArgs', { a: Context, b: Channel }),
    reply: Empty,
  },
  onPluginClusterEvent: {
    name: 'OnPluginClusterEvent',
    args: struct('Z_OnPluginClusterEventArgs', { a: Context, b: PluginClusterEvent }),
    reply: Empty,
  },
  generateSupportData: {
    name: 'GenerateSupportData',
    args: struct('Z_GenerateSupportDataArgs', { a: Context }),
    reply: struct('Returns', { a: slice(FileData), b: GoError }),
  },
} as const satisfies Record<keyof Hooks, { name: string; args: Schema; reply: Schema }>;
