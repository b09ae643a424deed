/** Mattermost's Go structs as gob schemas: each name is both the schema and the type of what decoding it yields. */
export { AppError } from './app_error.ts';
export type { AppErrorInput } from './app_error.ts';
export { AuditEventActor, AuditEventData, AuditEventError, AuditRecord } from './audit_record.ts';
export type {
  AuditEventActorInput,
  AuditEventDataInput,
  AuditEventErrorInput,
  AuditRecordInput,
} from './audit_record.ts';
export {
  AutocompleteArg,
  AutocompleteData,
  AutocompleteDynamicListArg,
  AutocompleteListItem,
  AutocompleteStaticListArg,
  AutocompleteTextArg,
} from './autocomplete_data.ts';
export type {
  AutocompleteArgInput,
  AutocompleteDataInput,
  AutocompleteDynamicListArgInput,
  AutocompleteListItemInput,
  AutocompleteStaticListArgInput,
  AutocompleteTextArgInput,
} from './autocomplete_data.ts';
export { Bot, BotPatch } from './bot.ts';
export type { BotInput, BotPatchInput } from './bot.ts';
export { Channel, ChannelBannerInfo, channelTypes } from './channel.ts';
export { ChannelMember } from './channel_member.ts';
export { ChannelStats } from './channel_stats.ts';
export { PluginClusterEvent, PluginClusterEventSendOptions } from './cluster_event.ts';
export type {
  PluginClusterEventInput,
  PluginClusterEventSendOptionsInput,
} from './cluster_event.ts';
export { Command } from './command.ts';
export type { CommandInput } from './command.ts';
export { CommandArgs } from './command_args.ts';
export { CommandResponse } from './command_response.ts';
export type { CommandResponseInput } from './command_response.ts';
export {
  ClusterSettings,
  Config,
  DataRetentionSettings,
  DisplaySettings,
  LocalizationSettings,
  MetricsSettings,
  PrivacySettings,
  ServiceSettings,
  TeamSettings,
} from './config.ts';
export { Context } from './context.ts';
export { Dialog, DialogDateTimeConfig, DialogElement, OpenDialogRequest } from './dialog.ts';
export type {
  DialogDateTimeConfigInput,
  DialogElementInput,
  DialogInput,
  OpenDialogRequestInput,
} from './dialog.ts';
export { Emoji } from './emoji.ts';
export { ErrorString, GoError } from './error_string.ts';
export type { GoErrorInput } from './error_string.ts';
export { FileData } from './file_data.ts';
export type { FileDataInput } from './file_data.ts';
export { FileInfo } from './file_info.ts';
export { HttpHeader, HttpRequest, HttpResponse, UrlText } from './http.ts';
export type { HttpRequestInput } from './http.ts';
export { PluginKVSetOptions } from './kv_set_options.ts';
export type { PluginKVSetOptionsInput } from './kv_set_options.ts';
export { License, LicenseCustomer } from './license.ts';
export {
  MessageAttachment,
  MessageAttachmentField,
  PostAction,
  PostActionIntegration,
  PostActionOptions,
} from './message_attachment.ts';
export type {
  MessageAttachmentFieldInput,
  MessageAttachmentInput,
  PostActionInput,
  PostActionIntegrationInput,
  PostActionOptionsInput,
} from './message_attachment.ts';
export { Permission, permissionIds } from './permission.ts';
export { PluginStatus, pluginStates } from './plugin_status.ts';
export { Post } from './post.ts';
export type { PostInput } from './post.ts';
export { PostList } from './post_list.ts';
export {
  PostAcknowledgement,
  PostEmbed,
  PostImage,
  PostMetadata,
  PostPriority,
  PostTranslation,
} from './post_metadata.ts';
export { Preference } from './preference.ts';
export { Reaction } from './reaction.ts';
export type { ReactionInput } from './reaction.ts';
export { Session } from './session.ts';
export { Status } from './status.ts';
export { Team } from './team.ts';
export { TeamMember } from './team_member.ts';
export { User } from './user.ts';
export type { UserInput } from './user.ts';
export { WebsocketBroadcast } from './websocket_broadcast.ts';
export type { WebsocketBroadcastInput } from './websocket_broadcast.ts';
