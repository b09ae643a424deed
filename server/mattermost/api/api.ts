/** The whole plugin API as this project sees it. Source: plugin.API of Mattermost's server/public. */
import { botMethods } from './bots.ts';
import type { BotApi } from './bots.ts';
import { channelMethods } from './channels.ts';
import type { ChannelApi } from './channels.ts';
import { interactionMethods } from './interaction.ts';
import type { InteractionApi } from './interaction.ts';
import { kvMethods } from './kv.ts';
import type { KvApi } from './kv.ts';
import { logMethods } from './logs.ts';
import type { LogApi } from './logs.ts';
import { permissionMethods } from './permissions.ts';
import type { PermissionApi } from './permissions.ts';
import type { PluginHttpApi } from './plugin_http.ts';
import { postMethods } from './posts.ts';
import type { PostApi } from './posts.ts';
import { serverMethods } from './server.ts';
import type { ServerApi } from './server.ts';
import { teamMethods } from './teams.ts';
import type { TeamApi } from './teams.ts';
import { userMethods } from './users.ts';
import type { UserApi } from './users.ts';

/**
 * What a plugin may ask of the server. Every method rejects with `ApiError`. Calls run side by side in any
 * order: await one before the next where order matters.
 *
 * The API acts with the server's own rights: whether a user may see something must be asked with
 * `hasPermissionTo...` first.
 */
export interface Api
  extends
    KvApi,
    BotApi,
    UserApi,
    TeamApi,
    ChannelApi,
    PostApi,
    PermissionApi,
    ServerApi,
    InteractionApi,
    LogApi,
    PluginHttpApi {}

/** Every method of `Api` as it travels, except `pluginHttp`, by its name in `Api`. */
export const apiMethods = {
  ...kvMethods,
  ...botMethods,
  ...userMethods,
  ...teamMethods,
  ...channelMethods,
  ...postMethods,
  ...permissionMethods,
  ...serverMethods,
  ...interactionMethods,
  ...logMethods,
};
