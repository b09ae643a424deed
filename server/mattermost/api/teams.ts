/** Teams and who is in them. */
import { int, slice, string } from '../../wire/gob/index.ts';
import { Team, TeamMember } from '../model/index.ts';
import { method } from './method.ts';
import { orAppError, presentOrAppError } from './results.ts';

/** Calls about teams. */
export interface TeamApi {
  /** A team, archived ones too; `not_found` when there is none. */
  getTeam(teamId: string): Promise<Team>;
  /** A team by the name in its address; `not_found` when there is none. */
  getTeamByName(name: string): Promise<Team>;
  /** Every team of the server. */
  getTeams(): Promise<Team[]>;
  /** The teams a user is in. */
  getTeamsForUser(userId: string): Promise<Team[]>;
  /** A membership, former ones with `deleteAt` set; `not_found` for who was never in. */
  getTeamMember(teamId: string, userId: string): Promise<TeamMember>;
  /** A page of a user's memberships. */
  getTeamMembersForUser(userId: string, page: number, perPage: number): Promise<TeamMember[]>;
}

/** The wire forms of `TeamApi`. */
export const teamMethods = {
  getTeam: method('GetTeam', [string], presentOrAppError(Team)),
  getTeamByName: method('GetTeamByName', [string], presentOrAppError(Team)),
  getTeams: method('GetTeams', [], orAppError(slice(Team))),
  getTeamsForUser: method('GetTeamsForUser', [string], orAppError(slice(Team))),
  getTeamMember: method('GetTeamMember', [string, string], presentOrAppError(TeamMember)),
  getTeamMembersForUser: method(
    'GetTeamMembersForUser',
    [string, int, int],
    orAppError(slice(TeamMember)),
  ),
};
