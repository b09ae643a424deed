/** Who may use recaps, by the administrator's setting. */
import type { Configuration } from '../config/index.ts';
import { isApiError } from '../mattermost/index.ts';
import type { Api, Team, User } from '../mattermost/index.ts';
import type { Standing } from '../schedule/index.ts';

/** The calls that it takes. */
export type AccessApi = Pick<Api, 'getUser' | 'getTeamByName' | 'getTeamMember'>;

/** The settings that it depends on. */
export type AccessSettings = Pick<Configuration, 'access' | 'accessTeam'>;

/** The role that makes a guest. */
const guestRole = 'system_guest';

/**
 * Where a user stands, now. While the team of the setting is not there nothing new begins, and what is there goes on: a
 * slip of the pen must not pause the schedules of all. The health panel names it.
 *
 * @throws {ApiError} when the server does not say.
 */
export async function standingOf(
  api: AccessApi,
  { access, accessTeam }: AccessSettings,
  userId: string,
): Promise<Standing> {
  const user = await found(api.getUser(userId));
  if (user === undefined || user.deleteAt !== 0) return 'owner_inactive';
  switch (access) {
    case 'everybody':
      return 'allowed';
    case 'no_guests':
      return isGuest(user) ? 'not_allowed' : 'allowed';
    case 'team': {
      const team = await findTeam(api, accessTeam);
      if (team === undefined) return 'undecided';
      const member = await found(api.getTeamMember(team.id, userId));
      return member?.deleteAt === 0 ? 'allowed' : 'not_allowed';
    }
  }
}

/** The team of that name; undefined where there is none, or only an archived one. */
export async function findTeam(
  api: Pick<AccessApi, 'getTeamByName'>,
  name: string,
): Promise<Team | undefined> {
  const team = name === '' ? undefined : await found(api.getTeamByName(name));
  return team?.deleteAt === 0 ? team : undefined;
}

function isGuest(user: User): boolean {
  return user.roles.split(' ').includes(guestRole);
}

async function found<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isApiError(error, 'not_found', 'invalid')) return undefined;
    throw error;
  }
}
