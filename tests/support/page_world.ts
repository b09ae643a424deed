/** A small workspace in the stand-in, and windows onto its page. */
import type { Channel, Post, User } from '../../server/mattermost/model/index.ts';
import type { PostInput } from '../../server/mattermost/model/index.ts';
import { Host, type HostOptions } from '../host/index.ts';
import { TestBrowser, type Window } from './browser.ts';

const password = 'secret';

/** Anna and Ben in the channel Dev of the team Team, and Root who administers; Anna is signed in first. */
export class PageWorld {
  readonly host: Host;
  readonly browser: TestBrowser;
  readonly dev: Channel;

  private constructor(host: Host, browser: TestBrowser, dev: Channel) {
    this.host = host;
    this.browser = browser;
    this.dev = dev;
  }

  static async start(options: HostOptions = {}): Promise<PageWorld> {
    const page = { password, username: 'anna' };
    const host = await Host.start({ startTimeoutMs: 30_000, page, ...options });
    const { users, teams, channels } = host.workspace;
    const team = teams.add({ name: 'team', displayName: 'Team' }, 1);
    const dev = channels.add({ name: 'dev', teamId: team.id, displayName: 'Dev' }, 1);
    const random = channels.add({ name: 'random', teamId: team.id, displayName: 'Random' }, 1);
    for (const [username, firstName] of [
      ['anna', 'Anna'],
      ['ben', 'Ben'],
      ['root', 'Root'],
    ] as const) {
      const roles = username === 'root' ? 'system_user system_admin' : 'system_user';
      const user = users.add({ username, firstName, lastName: 'Test', roles }, 1, password);
      teams.join(team.id, user, 1);
      for (const { id } of [dev, random]) channels.join(id, user, 1);
    }
    return new PageWorld(host, await TestBrowser.start(), dev);
  }

  user(username: string): User {
    const user = this.host.workspace.users.findByUsername(username);
    if (user === undefined) throw new Error(`there is no ${username}`);
    return user;
  }

  /** A post in Dev by Ben. */
  say(message: string, more: PostInput = {}): Post {
    const by = { channelId: this.dev.id, userId: this.user('ben').id };
    return this.host.workspace.posts.create({ ...by, message, ...more }, Date.now());
  }

  /** A window of its own, in which the page signs Anna in. */
  open(path = '/'): Promise<Window> {
    return this.browser.open(this.host.url() + path);
  }

  /** Ends everything. */
  async close(): Promise<void> {
    await this.browser.close();
    await this.host.close();
  }
}
