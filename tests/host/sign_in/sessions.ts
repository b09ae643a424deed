/** Logins: the table `Sessions`, shared by all nodes. */
import { Session } from '../../../server/mattermost/model/index.ts';
import type { User } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { newId } from '../ids.ts';

/** How long a login lasts, in milliseconds. */
const lifetimeMs = 30 * 24 * 3_600_000;

/** A session with the secret that protects its cookie from other sites. */
export interface Login {
  readonly session: Session;
  readonly csrfToken: string;
}

/** All logins, found by token or id. */
export class Sessions {
  readonly #byToken = new Map<string, Login>();

  open(user: User, now: number): Login {
    const csrfToken = newId();
    const session = create(Session, {
      id: newId(),
      token: newId(),
      userId: user.id,
      roles: user.roles,
      createAt: now,
      lastActivityAt: now,
      expiresAt: now + lifetimeMs,
      props: new Map([['csrf', csrfToken]]),
    });
    const login = { session, csrfToken };
    this.#byToken.set(session.token, login);
    return login;
  }

  close(token: string): void {
    this.#byToken.delete(token);
  }

  /** Ends all logins of a user, as the server does when it closes the account. */
  closeAll(userId: string): void {
    for (const [token, { session }] of this.#byToken) {
      if (session.userId === userId) this.#byToken.delete(token);
    }
  }

  byToken(token: string, now: number): Login | undefined {
    const login = this.#byToken.get(token);
    return login !== undefined && login.session.expiresAt > now ? login : undefined;
  }

  byId(id: string): Login | undefined {
    for (const login of this.#byToken.values()) if (login.session.id === id) return login;
    return undefined;
  }
}
