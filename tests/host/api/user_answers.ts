/** People, bots, teams and permissions. */
import type { Bot, User } from '../../../server/mattermost/model/index.ts';
import { AppFailure, notFound } from '../app_failure.ts';
import type { ApiAnswers } from './answers.ts';
import type { ApiContext } from './context.ts';

type BotKeys = 'ensureBotUser' | 'createBot' | 'patchBot' | 'getBot';
type UserKeys =
  | 'getUser'
  | 'getUserByUsername'
  | 'getUserByEmail'
  | 'getUsersByIds'
  | 'getUsersByUsernames'
  | 'getUsersInChannel'
  | 'getUserStatus'
  | 'getUserStatusesByIds'
  | 'setProfileImage'
  | 'getPreferencesForUser'
  | 'getPreferenceForUser'
  | 'getSession';
type TeamKeys =
  | 'getTeam'
  | 'getTeamByName'
  | 'getTeams'
  | 'getTeamsForUser'
  | 'getTeamMember'
  | 'getTeamMembersForUser';
type PermissionKeys =
  'hasPermissionTo' | 'hasPermissionToTeam' | 'hasPermissionToChannel' | 'rolesGrantPermission';

/** The key under which the server remembers a plugin's bot, in the plugin's own store. */
const botIdKey = 'mmi_botid';

/** What the server answers about bots. */
export function botAnswers(context: ApiContext): Pick<ApiAnswers, BotKeys> {
  const { workspace, now } = context;
  return {
    ensureBotUser: (bot) => ensureBot(context, bot),
    createBot: (bot) => workspace.users.addBot({ ...bot, ownerId: context.manifest.id }, now()),
    patchBot: (userId, { username, displayName, description }) =>
      workspace.users.patchBot(
        userId,
        {
          ...(username === undefined ? {} : { username }),
          ...(displayName === undefined ? {} : { displayName }),
          ...(description === undefined ? {} : { description }),
        },
        now(),
      ),
    getBot: (userId, includeDeleted) => workspace.users.bot(userId, includeDeleted),
  };
}

/** Finds the plugin's bot by the remembered id or by username, or makes it; names are set anew every time. */
function ensureBot({ workspace, kv, manifest, now }: ApiContext, bot: Bot): string {
  const { username, displayName, description } = bot;
  if (username === '') {
    throw new AppFailure('EnsureBotUser', 'model.bot.is_valid.username.app_error', 400);
  }
  const remembered = kv.get(manifest.id, botIdKey, now());
  if (remembered !== undefined) {
    const userId = Buffer.from(remembered).toString();
    if (workspace.users.find(userId) !== undefined) {
      workspace.users.patchBot(userId, { username, displayName, description }, now());
      return userId;
    }
  }
  const existing = workspace.users.findByUsername(username);
  const userId =
    existing?.id ?? workspace.users.addBot({ ...bot, ownerId: manifest.id }, now()).userId;
  // A person of that name is taken as it is, and not remembered as the bot.
  if (workspace.users.isBot(userId)) kv.set(manifest.id, botIdKey, Buffer.from(userId), {}, now());
  return userId;
}

/** What the server answers about users and their preferences. */
export function userAnswers(context: ApiContext): Pick<ApiAnswers, UserKeys> {
  const { workspace, sessions } = context;
  const { users, channels, preferences } = workspace;
  const missing = (id: string): AppFailure => notFound('GetUser', id, 'an existing account');
  return {
    getUser: (id) => users.get(id),
    getUserByUsername: (name) => {
      const user = users.findByUsername(name);
      if (user === undefined) throw missing('app.user.get_by_username.app_error');
      return user;
    },
    getUserByEmail: (email) => {
      const user = users.findByEmail(email);
      if (user === undefined) throw missing('app.user.missing_account.const');
      return user;
    },
    getUsersByIds: (ids) => ids.flatMap((id) => users.find(id) ?? []),
    getUsersByUsernames: (names) => names.flatMap((name) => users.findByUsername(name) ?? []),
    getUsersInChannel: (channelId, sortBy, page, perPage) => {
      if (sortBy !== 'username' && sortBy !== 'status') {
        throw new AppFailure('GetUsersInChannel', 'plugin.api.get_users_in_channel', 500);
      }
      const members = channels.members(channelId).map((member) => users.get(member.userId));
      const key = (user: User): string =>
        sortBy === 'username'
          ? user.username
          : `${rank(users.status(user.id).status)}${user.username}`;
      members.sort((a, b) => (key(a) < key(b) ? -1 : 1));
      return members.slice(page * perPage, (page + 1) * perPage);
    },
    getUserStatus: (id) => users.status(id),
    getUserStatusesByIds: (ids) =>
      ids.filter((id) => users.find(id) !== undefined).map((id) => users.status(id)),
    setProfileImage: (id, data) => setProfileImage(context, id, data),
    getPreferencesForUser: (id) => preferences.of(id),
    getPreferenceForUser: (id, category, name) => preferences.get(id, category, name),
    getSession: (id) => {
      const login = sessions.byId(id);
      if (login === undefined) {
        throw new AppFailure('GetSessionById', 'app.session.get.app_error', 404);
      }
      return login.session;
    },
  };
}

/** The first bytes of the formats that the server decodes: PNG, JPEG, GIF. */
const pictureStarts = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
];

/** Only pictures are taken, told by their first bytes. */
function setProfileImage({ workspace, now }: ApiContext, id: string, data: Uint8Array): void {
  workspace.users.get(id);
  if (!pictureStarts.some((start) => start.every((byte, at) => data[at] === byte))) {
    throw new AppFailure('SetProfileImage', 'api.user.upload_profile_user.decode.app_error', 400);
  }
  workspace.users.setPicture(id, data, now());
}

/** The order of `sortBy` status. */
function rank(status: string): number {
  return ['online', 'away', 'dnd', 'offline'].indexOf(status);
}

/** What the server answers about teams. */
export function teamAnswers({ workspace }: ApiContext): Pick<ApiAnswers, TeamKeys> {
  const { teams } = workspace;
  return {
    getTeam: (id) => teams.get(id),
    getTeamByName: (name) => {
      const team = teams.findByName(name);
      if (team === undefined) {
        throw notFound('GetTeamByName', 'app.team.get_by_name.missing.app_error', 'the team');
      }
      return team;
    },
    getTeams: () => teams.all(),
    getTeamsForUser: (userId) => teams.of(userId),
    getTeamMember: (teamId, userId) => {
      const member = teams.member(teamId, userId);
      if (member === undefined) {
        throw notFound('GetTeamMember', 'app.team.get_member.missing.app_error', 'the team member');
      }
      return member;
    },
    getTeamMembersForUser: (userId, page, perPage) =>
      teams
        .all()
        .flatMap((team) => teams.member(team.id, userId) ?? [])
        .slice(page * perPage, (page + 1) * perPage),
  };
}

/** Who may do what, by the roles of the workspace. */
export function permissionAnswers({ workspace }: ApiContext): Pick<ApiAnswers, PermissionKeys> {
  const { permissions } = workspace;
  return {
    hasPermissionTo: (userId, { id }) => permissions.to(userId, id),
    hasPermissionToTeam: (userId, teamId, { id }) => permissions.toTeam(userId, teamId, id),
    hasPermissionToChannel: (userId, channelId, { id }) =>
      permissions.toChannel(userId, channelId, id),
    rolesGrantPermission: (roles, id) => permissions.rolesGrant(roles, id),
  };
}
