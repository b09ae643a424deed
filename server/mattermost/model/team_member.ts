/** A user's membership of a team. Source: model.TeamMember. */
import { bool, int, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A membership. It stays after leaving, with `deleteAt` set. */
export const TeamMember = struct('TeamMember', {
  teamId: string,
  userId: string,
  roles: string,
  /** Not 0 once the user has left the team. */
  deleteAt: int,
  schemeGuest: bool,
  schemeUser: bool,
  schemeAdmin: bool,
  explicitRoles: string,
  createAt: int,
});
/** A decoded `TeamMember`. */
export type TeamMember = Infer<typeof TeamMember>;
