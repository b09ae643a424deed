/** People: accounts, presence, preferences and sessions. */
import { bytes, int, slice, string } from '../../wire/gob/index.ts';
import { Preference, Session, Status, User } from '../model/index.ts';
import { method } from './method.ts';
import { appErrorOnly, orAppError, presentOrAppError } from './results.ts';

/** Calls about users. */
export interface UserApi {
  /** A user, deactivated ones too; `not_found` when there is none. */
  getUser(userId: string): Promise<User>;
  /** A user by name, without the at sign; `not_found` when there is none. */
  getUserByUsername(username: string): Promise<User>;
  /** A user by email address; `not_found` when there is none. */
  getUserByEmail(email: string): Promise<User>;
  /** Those of the users that exist, in no particular order. */
  getUsersByIds(userIds: readonly string[]): Promise<User[]>;
  /** Those of the users that exist, in no particular order. */
  getUsersByUsernames(usernames: readonly string[]): Promise<User[]>;
  /** A page of a channel's members, sorted by `username` or `status`. */
  getUsersInChannel(
    channelId: string,
    sortBy: 'username' | 'status',
    page: number,
    perPage: number,
  ): Promise<User[]>;
  /** A user's presence; `not_found` for one who was never seen. */
  getUserStatus(userId: string): Promise<Status>;
  /** Presence of several users; those never seen come as offline. */
  getUserStatusesByIds(userIds: readonly string[]): Promise<Status[]>;
  /** Makes a picture (PNG, JPEG or GIF, with the bytes of its file) the one that people see beside a user's name. */
  setProfileImage(userId: string, data: Uint8Array): Promise<void>;
  /** All stored preferences of a user. */
  getPreferencesForUser(userId: string): Promise<Preference[]>;
  /** One preference; `not_found` when the user never set it. */
  getPreferenceForUser(userId: string, category: string, name: string): Promise<Preference>;
  /** A session by id, its token included; `not_found` when it ended. */
  getSession(sessionId: string): Promise<Session>;
}

/** The wire forms of `UserApi`. */
export const userMethods = {
  getUser: method('GetUser', [string], presentOrAppError(User)),
  getUserByUsername: method('GetUserByUsername', [string], presentOrAppError(User)),
  getUserByEmail: method('GetUserByEmail', [string], presentOrAppError(User)),
  getUsersByIds: method('GetUsersByIds', [slice(string)], orAppError(slice(User))),
  getUsersByUsernames: method('GetUsersByUsernames', [slice(string)], orAppError(slice(User))),
  getUsersInChannel: method(
    'GetUsersInChannel',
    [string, string, int, int],
    orAppError(slice(User)),
  ),
  getUserStatus: method('GetUserStatus', [string], presentOrAppError(Status)),
  getUserStatusesByIds: method('GetUserStatusesByIds', [slice(string)], orAppError(slice(Status))),
  setProfileImage: method('SetProfileImage', [string, bytes], appErrorOnly),
  getPreferencesForUser: method('GetPreferencesForUser', [string], orAppError(slice(Preference))),
  getPreferenceForUser: method(
    'GetPreferenceForUser',
    [string, string, string],
    orAppError(Preference),
  ),
  getSession: method('GetSession', [string], presentOrAppError(Session)),
};
