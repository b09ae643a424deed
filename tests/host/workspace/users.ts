/** People and bots: the tables `Users`, `Bots` and `Status`. */
import { Bot, Status, User } from '../../../server/mattermost/model/index.ts';
import type { BotInput, UserInput } from '../../../server/mattermost/model/index.ts';
import { create } from '../../../server/wire/gob/index.ts';
import { AppFailure, notFound } from '../app_failure.ts';
import { newId } from '../ids.ts';
import type { Signals } from './signals.ts';

/** What a new account needs at least. */
export type NewUser = UserInput & { readonly username: string };

/** All accounts. Records are replaced, never changed in place. */
export class Users {
  readonly #signals: Signals;
  readonly #users = new Map<string, User>();
  readonly #idByUsername = new Map<string, string>();
  readonly #bots = new Map<string, Bot>();
  readonly #passwords = new Map<string, string>();
  readonly #statuses = new Map<string, Status>();
  readonly #pictures = new Map<string, Uint8Array>();

  constructor(signals: Signals) {
    this.#signals = signals;
  }

  /**
   * Adds an account. Without a password nobody can log in as it.
   *
   * @throws {AppFailure} 400 when the username is taken.
   */
  add(input: NewUser, now: number, password?: string): User {
    const username = input.username.toLowerCase();
    if (this.#idByUsername.has(username)) {
      throw new AppFailure('CreateUser', 'app.user.save.username_exists.app_error', 400);
    }
    const user = create(User, {
      email: `${username}@example.com`,
      emailVerified: true,
      locale: 'en',
      roles: 'system_user',
      ...input,
      id: input.id ?? newId(),
      username,
      createAt: input.createAt ?? now,
      updateAt: now,
      password: '',
    });
    this.#users.set(user.id, user);
    this.#idByUsername.set(username, user.id);
    if (password !== undefined) this.#passwords.set(user.id, password);
    this.setStatus(user.id, 'offline', now);
    return user;
  }

  /** Adds a bot with its account. */
  addBot(input: BotInput, now: number): Bot {
    const user = this.add(
      {
        username: input.username ?? '',
        firstName: input.displayName,
        email: `${input.username ?? ''}@localhost`,
        isBot: true,
        botDescription: input.description,
      },
      now,
    );
    const bot = create(Bot, {
      ...input,
      userId: user.id,
      username: user.username,
      createAt: now,
      updateAt: now,
    });
    this.#bots.set(user.id, bot);
    return bot;
  }

  /** Changes a bot and its account. */
  patchBot(
    userId: string,
    patch: { username?: string; displayName?: string; description?: string },
    now: number,
  ): Bot {
    const before = this.bot(userId, true);
    const bot: Bot = { ...before, ...patch, updateAt: now };
    this.#bots.set(userId, bot);
    this.update(
      {
        ...this.get(userId),
        username: bot.username,
        firstName: bot.displayName,
        botDescription: bot.description,
      },
      now,
    );
    return bot;
  }

  /** @throws {AppFailure} 404 when there is no such bot. */
  bot(userId: string, includeDeleted: boolean): Bot {
    const bot = this.#bots.get(userId);
    if (bot === undefined || (bot.deleteAt !== 0 && !includeDeleted)) {
      throw notFound('SqlBotStore.Get', 'store.sql_bot.get.missing.app_error', 'the bot');
    }
    return bot;
  }

  isBot(userId: string): boolean {
    return this.#bots.has(userId);
  }

  /** @throws {AppFailure} 404 when there is no such account. */
  get(id: string): User {
    const user = this.#users.get(id);
    if (user === undefined) {
      throw notFound('GetUser', 'app.user.missing_account.const', 'an existing account');
    }
    return user;
  }

  find(id: string): User | undefined {
    return this.#users.get(id);
  }

  findByUsername(username: string): User | undefined {
    const id = this.#idByUsername.get(username.toLowerCase());
    return id === undefined ? undefined : this.#users.get(id);
  }

  findByEmail(email: string): User | undefined {
    for (const user of this.#users.values()) if (user.email === email.toLowerCase()) return user;
    return undefined;
  }

  all(): User[] {
    return [...this.#users.values()];
  }

  /** Replaces an account's record. */
  update(user: User, now: number): User {
    const before = this.get(user.id);
    if (before.username !== user.username) {
      this.#idByUsername.delete(before.username);
      this.#idByUsername.set(user.username, user.id);
    }
    const after: User = { ...user, updateAt: now };
    this.#users.set(user.id, after);
    return after;
  }

  /** Closes or reopens an account; plugins hear of a closed one. */
  setActive(id: string, active: boolean, now: number): User {
    const before = this.get(id);
    const after = this.update({ ...before, deleteAt: active ? 0 : now }, now);
    if (!active && before.deleteAt === 0)
      this.#signals.happen({ kind: 'userDeactivated', user: after });
    return after;
  }

  /** Whether the password is the account's and the account is open. */
  accepts(user: User, password: string): boolean {
    return user.deleteAt === 0 && this.#passwords.get(user.id) === password;
  }

  /** Replaces a user's picture. */
  setPicture(id: string, content: Uint8Array, now: number): void {
    this.update({ ...this.get(id), lastPictureUpdate: now }, now);
    this.#pictures.set(id, content);
  }

  /** The picture that was set; undefined for none. */
  picture(id: string): Uint8Array | undefined {
    return this.#pictures.get(id);
  }

  /** @throws {AppFailure} 404 when nobody has that id. */
  status(userId: string): Status {
    const status = this.#statuses.get(userId);
    if (status === undefined) {
      throw notFound('GetStatus', 'app.status.get.missing.app_error', 'the status');
    }
    return status;
  }

  setStatus(userId: string, status: string, now: number): Status {
    const record = create(Status, { userId, status, lastActivityAt: now });
    this.#statuses.set(userId, record);
    return record;
  }
}
