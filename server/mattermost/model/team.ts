/** A team. Source: model.Team. */
import { bool, int, optional, string, struct } from '../../wire/gob/index.ts';
import type { Infer } from '../../wire/gob/index.ts';

/** A team. */
export const Team = struct('Team', {
  id: string,
  createAt: int,
  updateAt: int,
  deleteAt: int,
  displayName: string,
  /** The name in addresses. */
  name: string,
  description: string,
  email: string,
  /** `O` open, `I` invite only. */
  type: string,
  companyName: string,
  allowedDomains: string,
  inviteId: string,
  allowOpenInvite: bool,
  lastTeamIconUpdate: int,
  schemeId: optional(string),
  groupConstrained: optional(bool),
  policyID: optional(string),
  cloudLimitsArchived: bool,
});
/** A decoded `Team`. */
export type Team = Infer<typeof Team>;
