/** Who is who: users fetched in batches, each once for a recap. */
import type { Api, User } from '../../mattermost/index.ts';
import type { Person } from '../collected.ts';
import { userBatch } from './limits.ts';

/** How the server shows people. */
export interface NameDisplay {
  readonly teammateNameDisplay: string;
  /** False where full names are private. */
  readonly showFullName: boolean;
}

/** The users met while collecting one recap. */
export class People {
  readonly #api: Pick<Api, 'getUsersByIds' | 'getUsersByUsernames'>;
  readonly #display: NameDisplay;
  readonly #byId = new Map<string, Person>();
  readonly #byName = new Map<string, Person>();

  constructor(api: Pick<Api, 'getUsersByIds' | 'getUsersByUsernames'>, display: NameDisplay) {
    this.#api = api;
    this.#display = display;
  }

  /** Everybody met so far, by id. */
  get byId(): ReadonlyMap<string, Person> {
    return this.#byId;
  }

  /** Takes a user that was fetched elsewhere. */
  add(user: User): Person {
    const person = toPerson(user, this.#display);
    this.#byId.set(person.id, person);
    this.#byName.set(person.username, person);
    return person;
  }

  /** Fetches those of the users that are not known yet. */
  async meet(userIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(userIds)].filter((id) => !this.#byId.has(id));
    for (let at = 0; at < missing.length; at += userBatch) {
      const batch = missing.slice(at, at + userBatch);
      for (const user of await this.#api.getUsersByIds(batch)) this.add(user);
    }
  }

  /** Fetches those of the users that are not known by name yet. */
  async meetByName(usernames: Iterable<string>, most: number): Promise<void> {
    const missing = [...new Set(usernames)].filter((name) => !this.#byName.has(name));
    if (missing.length === 0) return;
    for (const user of await this.#api.getUsersByUsernames(missing.slice(0, most))) this.add(user);
  }

  /** The person with this id; one that the server no longer knows is called "?". */
  get(userId: string): Person {
    return this.#byId.get(userId) ?? { id: userId, username: '', name: '?', isBot: false };
  }

  /** The person with this user name, if met. */
  byUsername(username: string): Person | undefined {
    return this.#byName.get(username);
  }
}

function toPerson(user: User, display: NameDisplay): Person {
  return {
    id: user.id,
    username: user.username,
    name: displayName(user, display),
    isBot: user.isBot,
  };
}

/** A name in the way that the administrator chose for the whole server. */
function displayName(user: User, display: NameDisplay): string {
  const full = display.showFullName ? `${user.firstName} ${user.lastName}`.trim() : '';
  switch (display.teammateNameDisplay) {
    case 'nickname_full_name':
      return firstOf(user.nickname, full, user.username);
    case 'full_name':
      return firstOf(full, user.username);
    default:
      // Bots have no other name that people know.
      return user.isBot ? firstOf(full, user.username) : user.username;
  }
}

function firstOf(...names: readonly string[]): string {
  return names.find((name) => name.trim() !== '') ?? '';
}
