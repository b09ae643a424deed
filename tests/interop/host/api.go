// The recording API: every method of plugin.API that a TypeScript plugin can call. A call is recorded as JSON and
// answered with the results that the test has set for it, or with zero values.

package main

import (
	"github.com/mattermost/mattermost/server/public/model"
)

func (a *api) EnsureBotUser(bot *model.Bot) (string, error) {
	r := a.call("EnsureBotUser", bot)
	return valueAt[string](r, 0), errorAt(r, 1)
}

func (a *api) GetBot(botUserId string, includeDeleted bool) (*model.Bot, *model.AppError) {
	r := a.call("GetBot", botUserId, includeDeleted)
	return valueAt[*model.Bot](r, 0), appErrorAt(r, 1)
}

func (a *api) CreateBot(bot *model.Bot) (*model.Bot, *model.AppError) {
	r := a.call("CreateBot", bot)
	return valueAt[*model.Bot](r, 0), appErrorAt(r, 1)
}

func (a *api) PatchBot(botUserId string, botPatch *model.BotPatch) (*model.Bot, *model.AppError) {
	r := a.call("PatchBot", botUserId, botPatch)
	return valueAt[*model.Bot](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUser(userID string) (*model.User, *model.AppError) {
	r := a.call("GetUser", userID)
	return valueAt[*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUserByUsername(name string) (*model.User, *model.AppError) {
	r := a.call("GetUserByUsername", name)
	return valueAt[*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUserByEmail(email string) (*model.User, *model.AppError) {
	r := a.call("GetUserByEmail", email)
	return valueAt[*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUsersByIds(userIDs []string) ([]*model.User, *model.AppError) {
	r := a.call("GetUsersByIds", userIDs)
	return valueAt[[]*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUsersByUsernames(usernames []string) ([]*model.User, *model.AppError) {
	r := a.call("GetUsersByUsernames", usernames)
	return valueAt[[]*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUsersInChannel(channelID, sortBy string, page, perPage int) ([]*model.User, *model.AppError) {
	r := a.call("GetUsersInChannel", channelID, sortBy, page, perPage)
	return valueAt[[]*model.User](r, 0), appErrorAt(r, 1)
}

func (a *api) GetTeam(teamID string) (*model.Team, *model.AppError) {
	r := a.call("GetTeam", teamID)
	return valueAt[*model.Team](r, 0), appErrorAt(r, 1)
}

func (a *api) GetTeamByName(name string) (*model.Team, *model.AppError) {
	r := a.call("GetTeamByName", name)
	return valueAt[*model.Team](r, 0), appErrorAt(r, 1)
}

func (a *api) GetTeamsForUser(userID string) ([]*model.Team, *model.AppError) {
	r := a.call("GetTeamsForUser", userID)
	return valueAt[[]*model.Team](r, 0), appErrorAt(r, 1)
}

func (a *api) GetTeamMember(teamID, userID string) (*model.TeamMember, *model.AppError) {
	r := a.call("GetTeamMember", teamID, userID)
	return valueAt[*model.TeamMember](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannel(channelId string) (*model.Channel, *model.AppError) {
	r := a.call("GetChannel", channelId)
	return valueAt[*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelByName(teamID, name string, includeDeleted bool) (*model.Channel, *model.AppError) {
	r := a.call("GetChannelByName", teamID, name, includeDeleted)
	return valueAt[*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetDirectChannel(userId1, userId2 string) (*model.Channel, *model.AppError) {
	r := a.call("GetDirectChannel", userId1, userId2)
	return valueAt[*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetGroupChannel(userIds []string) (*model.Channel, *model.AppError) {
	r := a.call("GetGroupChannel", userIds)
	return valueAt[*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelsForTeamForUser(teamID, userID string, includeDeleted bool) ([]*model.Channel, *model.AppError) {
	r := a.call("GetChannelsForTeamForUser", teamID, userID, includeDeleted)
	return valueAt[[]*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelMember(channelId, userID string) (*model.ChannelMember, *model.AppError) {
	r := a.call("GetChannelMember", channelId, userID)
	return valueAt[*model.ChannelMember](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelMembers(channelId string, page, perPage int) (model.ChannelMembers, *model.AppError) {
	r := a.call("GetChannelMembers", channelId, page, perPage)
	return valueAt[model.ChannelMembers](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelMembersByIds(channelId string, userIds []string) (model.ChannelMembers, *model.AppError) {
	r := a.call("GetChannelMembersByIds", channelId, userIds)
	return valueAt[model.ChannelMembers](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelMembersForUser(teamID, userID string, page, perPage int) ([]*model.ChannelMember, *model.AppError) {
	r := a.call("GetChannelMembersForUser", teamID, userID, page, perPage)
	return valueAt[[]*model.ChannelMember](r, 0), appErrorAt(r, 1)
}

func (a *api) AddChannelMember(channelId, userID string) (*model.ChannelMember, *model.AppError) {
	r := a.call("AddChannelMember", channelId, userID)
	return valueAt[*model.ChannelMember](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPostsForChannel(channelId string, page, perPage int) (*model.PostList, *model.AppError) {
	r := a.call("GetPostsForChannel", channelId, page, perPage)
	return valueAt[*model.PostList](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPostsSince(channelId string, time int64) (*model.PostList, *model.AppError) {
	r := a.call("GetPostsSince", channelId, time)
	return valueAt[*model.PostList](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPostsAfter(channelId, postId string, page, perPage int) (*model.PostList, *model.AppError) {
	r := a.call("GetPostsAfter", channelId, postId, page, perPage)
	return valueAt[*model.PostList](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPostsBefore(channelId, postId string, page, perPage int) (*model.PostList, *model.AppError) {
	r := a.call("GetPostsBefore", channelId, postId, page, perPage)
	return valueAt[*model.PostList](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPostThread(postId string) (*model.PostList, *model.AppError) {
	r := a.call("GetPostThread", postId)
	return valueAt[*model.PostList](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPost(postId string) (*model.Post, *model.AppError) {
	r := a.call("GetPost", postId)
	return valueAt[*model.Post](r, 0), appErrorAt(r, 1)
}

func (a *api) CreatePost(post *model.Post) (*model.Post, *model.AppError) {
	r := a.call("CreatePost", post)
	if r == nil {
		return a.posted(post), nil
	}
	return valueAt[*model.Post](r, 0), appErrorAt(r, 1)
}

func (a *api) UpdatePost(post *model.Post) (*model.Post, *model.AppError) {
	r := a.call("UpdatePost", post)
	return valueAt[*model.Post](r, 0), appErrorAt(r, 1)
}

func (a *api) DeletePost(postId string) *model.AppError {
	r := a.call("DeletePost", postId)
	return appErrorAt(r, 0)
}

func (a *api) SendEphemeralPost(userID string, post *model.Post) *model.Post {
	r := a.call("SendEphemeralPost", userID, post)
	return valueAt[*model.Post](r, 0)
}

func (a *api) UpdateEphemeralPost(userID string, post *model.Post) *model.Post {
	r := a.call("UpdateEphemeralPost", userID, post)
	return valueAt[*model.Post](r, 0)
}

func (a *api) DeleteEphemeralPost(userID, postId string) {
	a.call("DeleteEphemeralPost", userID, postId)
}

func (a *api) GetReactions(postId string) ([]*model.Reaction, *model.AppError) {
	r := a.call("GetReactions", postId)
	return valueAt[[]*model.Reaction](r, 0), appErrorAt(r, 1)
}

func (a *api) AddReaction(reaction *model.Reaction) (*model.Reaction, *model.AppError) {
	r := a.call("AddReaction", reaction)
	return valueAt[*model.Reaction](r, 0), appErrorAt(r, 1)
}

func (a *api) RemoveReaction(reaction *model.Reaction) *model.AppError {
	r := a.call("RemoveReaction", reaction)
	return appErrorAt(r, 0)
}

func (a *api) HasPermissionTo(userID string, permission *model.Permission) bool {
	r := a.call("HasPermissionTo", userID, permission)
	return valueAt[bool](r, 0)
}

func (a *api) HasPermissionToTeam(userID, teamID string, permission *model.Permission) bool {
	r := a.call("HasPermissionToTeam", userID, teamID, permission)
	return valueAt[bool](r, 0)
}

func (a *api) HasPermissionToChannel(userID, channelId string, permission *model.Permission) bool {
	r := a.call("HasPermissionToChannel", userID, channelId, permission)
	return valueAt[bool](r, 0)
}

func (a *api) RolesGrantPermission(roleNames []string, permissionId string) bool {
	r := a.call("RolesGrantPermission", roleNames, permissionId)
	return valueAt[bool](r, 0)
}

func (a *api) GetConfig() *model.Config {
	r := a.call("GetConfig")
	return valueAt[*model.Config](r, 0)
}

func (a *api) GetUnsanitizedConfig() *model.Config {
	r := a.call("GetUnsanitizedConfig")
	return valueAt[*model.Config](r, 0)
}

func (a *api) GetPluginConfig() map[string]any {
	r := a.call("GetPluginConfig")
	return valueAt[map[string]any](r, 0)
}

func (a *api) SavePluginConfig(config map[string]any) *model.AppError {
	r := a.call("SavePluginConfig", config)
	return appErrorAt(r, 0)
}

func (a *api) GetServerVersion() string {
	r := a.call("GetServerVersion")
	return valueAt[string](r, 0)
}

func (a *api) GetDiagnosticId() string {
	r := a.call("GetDiagnosticId")
	return valueAt[string](r, 0)
}

func (a *api) GetTelemetryId() string {
	r := a.call("GetTelemetryId")
	return valueAt[string](r, 0)
}

func (a *api) GetPluginID() string {
	r := a.call("GetPluginID")
	return valueAt[string](r, 0)
}

func (a *api) GetSystemInstallDate() (int64, *model.AppError) {
	r := a.call("GetSystemInstallDate")
	return valueAt[int64](r, 0), appErrorAt(r, 1)
}

func (a *api) GetLicense() *model.License {
	r := a.call("GetLicense")
	return valueAt[*model.License](r, 0)
}

func (a *api) IsEnterpriseReady() bool {
	r := a.call("IsEnterpriseReady")
	return valueAt[bool](r, 0)
}

func (a *api) GetPreferencesForUser(userID string) ([]model.Preference, *model.AppError) {
	r := a.call("GetPreferencesForUser", userID)
	return valueAt[[]model.Preference](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPreferenceForUser(userID, category, name string) (model.Preference, *model.AppError) {
	r := a.call("GetPreferenceForUser", userID, category, name)
	return valueAt[model.Preference](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUserStatus(userID string) (*model.Status, *model.AppError) {
	r := a.call("GetUserStatus", userID)
	return valueAt[*model.Status](r, 0), appErrorAt(r, 1)
}

func (a *api) GetUserStatusesByIds(userIds []string) ([]*model.Status, *model.AppError) {
	r := a.call("GetUserStatusesByIds", userIds)
	return valueAt[[]*model.Status](r, 0), appErrorAt(r, 1)
}

func (a *api) GetSession(sessionID string) (*model.Session, *model.AppError) {
	r := a.call("GetSession", sessionID)
	return valueAt[*model.Session](r, 0), appErrorAt(r, 1)
}

func (a *api) GetFileInfo(fileId string) (*model.FileInfo, *model.AppError) {
	r := a.call("GetFileInfo", fileId)
	return valueAt[*model.FileInfo](r, 0), appErrorAt(r, 1)
}

func (a *api) GetFile(fileId string) ([]byte, *model.AppError) {
	r := a.call("GetFile", fileId)
	return valueAt[[]byte](r, 0), appErrorAt(r, 1)
}

func (a *api) ReadFile(path string) ([]byte, *model.AppError) {
	r := a.call("ReadFile", path)
	return valueAt[[]byte](r, 0), appErrorAt(r, 1)
}

func (a *api) UploadFile(data []byte, channelId string, filename string) (*model.FileInfo, *model.AppError) {
	r := a.call("UploadFile", data, channelId, filename)
	return valueAt[*model.FileInfo](r, 0), appErrorAt(r, 1)
}

func (a *api) RegisterCommand(command *model.Command) error {
	r := a.call("RegisterCommand", command)
	return errorAt(r, 0)
}

func (a *api) UnregisterCommand(teamID, trigger string) error {
	r := a.call("UnregisterCommand", teamID, trigger)
	return errorAt(r, 0)
}

func (a *api) OpenInteractiveDialog(dialog model.OpenDialogRequest) *model.AppError {
	r := a.call("OpenInteractiveDialog", dialog)
	return appErrorAt(r, 0)
}

func (a *api) PublishWebSocketEvent(event string, payload map[string]any, broadcast *model.WebsocketBroadcast) {
	a.call("PublishWebSocketEvent", event, payload, broadcast)
}

func (a *api) PublishPluginClusterEvent(ev model.PluginClusterEvent, opts model.PluginClusterEventSendOptions) error {
	r := a.call("PublishPluginClusterEvent", ev, opts)
	return errorAt(r, 0)
}

func (a *api) GetPluginStatus(id string) (*model.PluginStatus, *model.AppError) {
	r := a.call("GetPluginStatus", id)
	return valueAt[*model.PluginStatus](r, 0), appErrorAt(r, 1)
}

func (a *api) GetBundlePath() (string, error) {
	r := a.call("GetBundlePath")
	return valueAt[string](r, 0), errorAt(r, 1)
}

func (a *api) LogAuditRec(rec *model.AuditRecord) {
	a.call("LogAuditRec", rec)
}

func (a *api) SetProfileImage(userID string, data []byte) *model.AppError {
	r := a.call("SetProfileImage", userID, data)
	return appErrorAt(r, 0)
}

func (a *api) GetTeams() ([]*model.Team, *model.AppError) {
	r := a.call("GetTeams")
	return valueAt[[]*model.Team](r, 0), appErrorAt(r, 1)
}

func (a *api) GetTeamMembersForUser(userID string, page int, perPage int) ([]*model.TeamMember, *model.AppError) {
	r := a.call("GetTeamMembersForUser", userID, page, perPage)
	return valueAt[[]*model.TeamMember](r, 0), appErrorAt(r, 1)
}

func (a *api) GetPublicChannelsForTeam(teamID string, page, perPage int) ([]*model.Channel, *model.AppError) {
	r := a.call("GetPublicChannelsForTeam", teamID, page, perPage)
	return valueAt[[]*model.Channel](r, 0), appErrorAt(r, 1)
}

func (a *api) GetChannelStats(channelId string) (*model.ChannelStats, *model.AppError) {
	r := a.call("GetChannelStats", channelId)
	return valueAt[*model.ChannelStats](r, 0), appErrorAt(r, 1)
}
