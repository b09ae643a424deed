/** A person or bot with an account. Source: model.User of Mattermost's server/public. */
import { bool, int, map, optional, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer, Input } from '../../wire/gob/index.ts';

/** A user. Times are milliseconds since 1970; secrets such as `password` arrive empty. */
export const User = struct('User', {
  id: string,
  createAt: int,
  updateAt: int,
  /** Not 0 for a deactivated user. */
  deleteAt: int,
  username: string,
  password: string,
  authData: optional(string),
  authService: string,
  email: string,
  emailVerified: bool,
  nickname: string,
  firstName: string,
  lastName: string,
  position: string,
  /** System roles, separated by spaces. */
  roles: string,
  allowMarketing: bool,
  props: map(string, string),
  notifyProps: map(string, string),
  lastPasswordUpdate: int,
  lastPictureUpdate: int,
  failedAttempts: int,
  locale: string,
  /** Keys `useAutomaticTimezone`, `automaticTimezone`, `manualTimezone`; all values are text. */
  timezone: map(string, string),
  mfaActive: bool,
  mfaSecret: string,
  /** Set for a user of a connected workspace. */
  remoteId: optional(string),
  lastActivityAt: int,
  isBot: bool,
  botDescription: string,
  botLastIconUpdate: int,
  termsOfServiceId: string,
  termsOfServiceCreateAt: int,
  disableWelcomeEmail: bool,
  lastLogin: int,
  mfaUsedTimestamps: slice(string),
});
/** A decoded `User`. */
export type User = Infer<typeof User>;
/** What encodes as `User`; absent fields are Go's zero value. */
export type UserInput = Input<typeof User>;
