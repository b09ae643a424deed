/** A login. Source: model.Session. */
import { bool, int, map, slice, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';
import { TeamMember } from './team_member.ts';

/** A user's session. */
export const Session = struct('Session', {
  id: string,
  /** A secret: never logged, never sent on. */
  token: string,
  createAt: int,
  /** 0: never. */
  expiresAt: int,
  lastActivityAt: int,
  userId: string,
  deviceId: string,
  roles: string,
  isOAuth: bool,
  expiredNotify: bool,
  props: map(string, string),
  teamMembers: slice(TeamMember),
  local: bool,
});
/** A decoded `Session`. */
export type Session = Infer<typeof Session>;
