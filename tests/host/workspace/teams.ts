/** The tables `Teams` and `TeamMembers`. */
import { Team, TeamMember } from '../../../server/mattermost/model/index.ts';
import type { User } from '../../../server/mattermost/model/index.ts';
import { create, type Input } from '../../../server/wire/gob/index.ts';
import { notFound } from '../app_failure.ts';
import { newId } from '../ids.ts';
import type { Signals } from './signals.ts';

/** All teams and who is in them. Who left keeps a row with `deleteAt` set. */
export class Teams {
  readonly #signals: Signals;
  readonly #teams = new Map<string, Team>();
  readonly #members = new Map<string, Map<string, TeamMember>>();

  constructor(signals: Signals) {
    this.#signals = signals;
  }

  add(input: Input<typeof Team> & { readonly name: string }, now: number): Team {
    const team = create(Team, {
      type: 'O',
      displayName: input.name,
      ...input,
      id: newId(),
      createAt: now,
      updateAt: now,
    });
    this.#teams.set(team.id, team);
    this.#members.set(team.id, new Map());
    return team;
  }

  /** @throws {AppFailure} 404 when there is no such team. */
  get(id: string): Team {
    const team = this.#teams.get(id);
    if (team === undefined) throw notFound('GetTeam', 'app.team.get.find.app_error', 'the team');
    return team;
  }

  findByName(name: string): Team | undefined {
    for (const team of this.#teams.values()) if (team.name === name) return team;
    return undefined;
  }

  all(): Team[] {
    return [...this.#teams.values()];
  }

  /** Lets a user in, again perhaps. */
  join(teamId: string, user: User, now: number): TeamMember {
    const guest = user.roles.split(' ').includes('system_guest');
    const member = create(TeamMember, {
      teamId,
      userId: user.id,
      createAt: now,
      roles: guest ? 'team_guest' : 'team_user',
      schemeGuest: guest,
      schemeUser: !guest,
    });
    this.#membersOf(teamId).set(user.id, member);
    return member;
  }

  /** Ends a membership; plugins hear of it. */
  leave(teamId: string, userId: string, now: number, actor?: User): void {
    const before = this.#membersOf(teamId).get(userId);
    if (before === undefined || before.deleteAt !== 0) return;
    const member: TeamMember = { ...before, roles: '', deleteAt: now };
    this.#membersOf(teamId).set(userId, member);
    this.#signals.happen({ kind: 'leftTeam', member, ...(actor === undefined ? {} : { actor }) });
  }

  /** The row of a user, of one who left too. */
  member(teamId: string, userId: string): TeamMember | undefined {
    return this.#members.get(teamId)?.get(userId);
  }

  /** The teams that the user is in now. */
  of(userId: string): Team[] {
    return this.all().filter((team) => this.member(team.id, userId)?.deleteAt === 0);
  }

  #membersOf(teamId: string): Map<string, TeamMember> {
    const members = this.#members.get(teamId);
    if (members === undefined) throw notFound('GetTeam', 'app.team.get.find.app_error', 'the team');
    return members;
  }
}
