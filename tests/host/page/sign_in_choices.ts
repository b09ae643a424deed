/** Who the page offers to sign in as. A real server tells nobody; here the sample's people have one password between them. */
import type { SharedServices } from '../services.ts';

/** One person to be. */
export interface SignInChoice {
  readonly username: string;
  readonly name: string;
  /** `admin`, `guest` or `user`. */
  readonly role: string;
}

/** What the page needs in order to sign in without asking. */
export interface SignInChoices {
  readonly people: readonly SignInChoice[];
  /** Everybody's password; empty where the host was not told. */
  readonly password: string;
  /** Who the page signs in at first; empty for nobody. */
  readonly first: string;
}

/** The choices; none where the host was not told a password. */
export function signInChoices({ workspace, page }: SharedServices): SignInChoices {
  if (page === undefined) return { people: [], password: '', first: '' };
  const people = workspace.users
    .all()
    .filter((user) => !user.isBot && user.deleteAt === 0)
    .map(({ username, firstName, lastName, roles }) => ({
      username,
      name: `${firstName} ${lastName}`.trim(),
      role: /system_(admin|guest)/.exec(roles)?.[1] ?? 'user',
    }));
  return { people, password: page.password, first: page.username ?? '' };
}
