/** The plugin with its real services over a key-value store in memory and a server made of tables. */
import { systemClock } from '../../server/clock.ts';
import type { Clock } from '../../server/clock.ts';
import { apiBase } from '../../server/contract/index.ts';
import { silentLog } from '../../server/log.ts';
import type { Log } from '../../server/log.ts';
import {
  ApiError,
  Config,
  Context,
  permissionIds,
  PluginStatus,
  Team,
  TeamMember,
} from '../../server/mattermost/index.ts';
import type { Api, AuditRecordInput, Hooks, UserInput } from '../../server/mattermost/index.ts';
import { createPlugin } from '../../server/plugin/index.ts';
import { create } from '../../server/wire/gob/index.ts';
import { FakeServer } from './recap/fake_server.ts';
import { MemoryKv } from '../support/memory_kv.ts';

/** Ids of those who are there. */
export const people = {
  owner: 'r'.repeat(26),
  other: 'o'.repeat(26),
  admin: 'a'.repeat(26),
  guest: 'g'.repeat(26),
  deactivated: 'd'.repeat(26),
} as const;

/** The bot. */
export const bot = 'b'.repeat(26);

/** A channel that everybody is in. */
export const town = 't'.repeat(26);

const accounts: Readonly<Record<keyof typeof people, UserInput>> = {
  owner: { roles: 'system_user' },
  other: { roles: 'system_user' },
  admin: { roles: 'system_user system_admin' },
  guest: { roles: 'system_guest' },
  deactivated: { roles: 'system_user', deleteAt: 1 },
};

/** Who sent a request, as the server says. */
export interface From {
  readonly userId?: string;
  readonly sourcePluginId?: string;
}

/** What a world may share with another one, as a process does with the one that takes its place. */
export interface Surroundings {
  readonly clock: Clock;
  readonly server: FakeServer;
  readonly kv: MemoryKv;
}

/** A server with everybody on it. */
export function populated(now: number): FakeServer {
  const server = new FakeServer();
  server.now = now;
  for (const [name, id] of Object.entries(people)) {
    server.addUser(id, { username: name, ...accounts[name as keyof typeof people] });
  }
  server.addUser(bot, { username: 'recapbot', isBot: true, lastPictureUpdate: 1 });
  server.addChannel(town, Object.values(people));
  return server;
}

/** See the head of the file. */
export class PluginWorld {
  readonly clock: Clock;
  readonly server: FakeServer;
  readonly kv: MemoryKv;
  readonly audits: AuditRecordInput[] = [];
  /** Members of the team `harbour`, by user id. */
  readonly teamMembers = new Set<string>();
  readonly hooks: Hooks;
  settings: Record<string, unknown>;
  /** Thrown instead of writing an audit record. */
  auditFailure: ApiError | undefined;
  auditCalls = 0;
  readonly #context = create(Context);
  #isDead = false;

  constructor(
    settings: Record<string, unknown> = {},
    log: Log = silentLog,
    around: Partial<Surroundings> = {},
  ) {
    this.settings = settings;
    this.clock = around.clock ?? systemClock;
    this.kv = around.kv ?? new MemoryKv(this.clock);
    this.server = around.server ?? populated(this.clock.now());
    this.hooks = createPlugin(
      { api: this.#mortal(this.#api()) as Api, log, signal: new AbortController().signal },
      {
        clock: this.clock,
        processFacts: () => ({ residentBytes: 42, longestStallSeconds: 0.01 }),
        readFile: (path) => Promise.resolve(new TextEncoder().encode(path)),
      },
    );
  }

  /** A world whose plugin is active. */
  static async start(
    settings: Record<string, unknown> = {},
    around: Partial<Surroundings> = {},
  ): Promise<PluginWorld> {
    const world = new PluginWorld(settings, silentLog, around);
    await world.configure(settings);
    await world.hooks.onActivate?.();
    return world;
  }

  /** Changes the settings. */
  async configure(settings: Record<string, unknown>): Promise<void> {
    this.settings = settings;
    await this.hooks.onConfigurationChange?.();
  }

  /** Ends the process as a signal does: no call comes back to it, and none takes effect. */
  kill(): void {
    this.#isDead = true;
  }

  /** Stops the plugin, unless it was killed. */
  async stop(): Promise<void> {
    if (this.#isDead) return;
    await this.hooks.onDeactivate?.();
  }

  /** A request to a route of the REST interface. */
  async send(method: string, route: string, from: From, body?: unknown): Promise<Response> {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = new Request(`http://plugin${apiBase}${route}`, { method, ...text });
    const response = await this.hooks.serveHttp?.(request, {
      userId: from.userId,
      sourcePluginId: from.sourcePluginId,
      context: this.#context,
      signal: new AbortController().signal,
    });
    if (response === undefined) throw new Error('the plugin serves no requests');
    return response;
  }

  #mortal(api: Partial<Api>): Partial<Api> {
    const call =
      (method: (...args: unknown[]) => unknown) =>
      (...args: unknown[]): unknown =>
        this.#isDead ? new Promise(() => undefined) : method(...args);
    const methods = Object.entries(api) as [string, (...args: unknown[]) => unknown][];
    return Object.fromEntries(methods.map(([name, method]) => [name, call(method)]));
  }

  #api(): Partial<Api> {
    const { server } = this;
    const none = (method: string): ApiError => new ApiError('not_found', method, 'none');
    return {
      ...server.api,
      ...this.kv.client(),
      loadPluginConfiguration: () => Promise.resolve(this.settings),
      getConfig: () => Promise.resolve(create(Config)),
      getServerVersion: () => Promise.resolve('11.6.0'),
      getPluginStatus: () => Promise.resolve(create(PluginStatus, { version: '1.2.3' })),
      ensureBotUser: () => Promise.resolve(bot),
      registerCommand: () => Promise.resolve(),
      publishWebSocketEvent: () => Promise.resolve(),
      openInteractiveDialog: () => Promise.resolve(),
      updatePost: (post) => server.api.getPost(post.id ?? ''),
      hasPermissionTo: (userId, permission) => {
        const roles = server.users.get(userId)?.roles ?? '';
        return Promise.resolve(
          permission === permissionIds.manageSystem && roles.includes('system_admin'),
        );
      },
      getTeamByName: (name) => {
        if (name !== 'harbour') return Promise.reject(none('GetTeamByName'));
        return Promise.resolve(create(Team, { id: 'team', name }));
      },
      getTeamMember: (teamId, userId) => {
        if (!this.teamMembers.has(userId)) return Promise.reject(none('GetTeamMember'));
        return Promise.resolve(create(TeamMember, { teamId, userId }));
      },
      logAuditRec: (record) => {
        this.auditCalls += 1;
        if (this.auditFailure !== undefined) return Promise.reject(this.auditFailure);
        this.audits.push(record);
        return Promise.resolve();
      },
    };
  }
}

/** A schedule each morning, of the channel that everybody is in. */
export const morning = {
  title: 'Morning',
  recurrence: { type: 'weekly', days_of_week: 127, times_of_day: ['09:00'] },
  channel_ids: [town],
};
