/**
 * The embedded Mattermost stand-in: one shared database, one or more nodes, each with plugin processes and an HTTP
 * port of its own. Everything listens on 127.0.0.1.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, type Clock } from '../../server/clock.ts';
import { toError } from '../../server/errors.ts';
import { pluginStates } from '../../server/mattermost/model/index.ts';
import { Faults } from './faults.ts';
import { HostLog } from './host_log.ts';
import { HostNode } from './host_node.ts';
import { HttpServer } from './http/http_server.ts';
import { newId } from './ids.ts';
import { AppFailure } from './app_failure.ts';
import { KeyValueStore } from './kv_store.ts';
import { clientManifest, hasWebapp } from './page/index.ts';
import { unpackBundle, type Manifest } from './plugins/index.ts';
import {
  channelHasBeenCreated,
  onConfigurationChange,
  onPluginClusterEvent,
  userHasBeenDeactivated,
  userHasLeftChannel,
  userHasLeftTeam,
} from './process/index.ts';
import { ServerConfig } from './server_config.ts';
import type { FakePlugin, PageSignIn, SharedServices } from './services.ts';
import { Sessions } from './sign_in/index.ts';
import { Workspace, type Happening } from './workspace/index.ts';

/** What a host is started with. */
export interface HostOptions {
  /** How many nodes. Default 1. */
  readonly nodes?: number;
  /** Port of the first node; a free one when it is taken or not given. */
  readonly port?: number;
  /** With a `SteppedClock` the plugin processes follow it. Default the machine's time. */
  readonly clock?: Clock;
  /** Pause between health checks of a plugin, in milliseconds. Default 30 seconds, as Mattermost has it. */
  readonly healthCheckMs?: number;
  /** How long a plugin has for its handshake line, in milliseconds. Default 3 seconds, as Mattermost has it. */
  readonly startTimeoutMs?: number;
  /**
   * Pause between the server's pings of a plugin's session, in milliseconds, as hashicorp/yamux's keep-alive. Default
   * 30 seconds; 0 sends none, so that a paused plugin keeps its session for as long as that lasts.
   */
  readonly keepAliveMs?: number;
  /** Whether the clocks of plugin processes can be moved. Needs libfaketime. Default false. */
  readonly movableClocks?: boolean;
  /** How the database orders keys. Default `C`. */
  readonly collation?: 'C' | 'en';
  readonly serverVersion?: string;
  readonly strictCsrf?: boolean;
  /** The path below which the site lies, such as `/chat`. Default none. */
  readonly subpath?: string;
  /** Lets the page offer everybody in the workspace to sign in as. Default no. */
  readonly page?: PageSignIn;
}

/** A node with its port. */
interface RunningNode {
  readonly node: HostNode;
  readonly http: HttpServer;
}

/** A running stand-in. */
export class Host {
  readonly workspace = new Workspace();
  readonly config = new ServerConfig();
  readonly sessions = new Sessions();
  readonly log = new HostLog();
  readonly kv: KeyValueStore;
  readonly faults: Faults;
  /** Plugins that live in this process, for others to call by PluginHTTP. */
  readonly fakePlugins = new Map<string, FakePlugin>();
  /** Dialogs that plugins opened, newest last. */
  readonly dialogs: unknown[] = [];
  /** What would have ended a real Mattermost server; `close` throws the first. */
  readonly crashes: Error[] = [];
  readonly #folder: string;
  readonly #services: SharedServices;
  readonly #running: RunningNode[] = [];
  readonly #enabled = new Set<string>();
  #closing: Promise<void> | undefined;

  private constructor(folder: string, options: HostOptions) {
    const clock = options.clock ?? systemClock;
    this.#folder = folder;
    this.kv = new KeyValueStore({ clock, collation: options.collation ?? 'C' });
    this.faults = new Faults(clock);
    this.#services = {
      clock,
      workspace: this.workspace,
      kv: this.kv,
      config: this.config,
      sessions: this.sessions,
      log: this.log,
      faults: this.faults,
      fakePlugins: this.fakePlugins,
      dialogs: this.dialogs,
      serverVersion: options.serverVersion ?? '11.6.0',
      installDate: clock.now(),
      healthCheckMs: options.healthCheckMs ?? 30_000,
      startTimeoutMs: options.startTimeoutMs ?? 3_000,
      keepAliveMs: options.keepAliveMs ?? 30_000,
      movableClocks: options.movableClocks ?? false,
      strictCsrf: options.strictCsrf ?? false,
      subpath: options.subpath ?? '',
      page: options.page,
      triggers: new Map(),
      folder,
      crashed: (error) => {
        this.crashes.push(error);
        this.log.server().error('a real server would have crashed', { error });
      },
      broadcast: (from, pluginId, event, { targetId }) => {
        for (const node of this.nodes) {
          if (node.index === from || (targetId !== '' && targetId !== node.id)) continue;
          this.#notify(node, pluginId, (id) =>
            node.callHook(id, onPluginClusterEvent, { a: { requestId: newId() }, b: event }),
          );
        }
      },
    };
    this.config.onChange(() => this.#configurationChanged());
    this.workspace.signals.onHappening((happening) => this.#happened(happening));
  }

  /** Starts a host with an empty workspace. */
  static async start(options: HostOptions = {}): Promise<Host> {
    const host = new Host(await mkdtemp(join(tmpdir(), 'mattermost_stand_in_')), options);
    for (let index = 0; index < (options.nodes ?? 1); index += 1) {
      const node = new HostNode(index, host.#services);
      const port = index === 0 ? (options.port ?? 0) : 0;
      host.#running.push({ node, http: await HttpServer.listen(node, host.#services, host, port) });
    }
    host.config.setSiteUrl(host.url());
    return host;
  }

  get nodes(): readonly HostNode[] {
    return this.#running.map(({ node }) => node);
  }

  /** @throws {Error} when there is no such node. */
  node(index = 0): HostNode {
    return this.#at(index).node;
  }

  /** Where a node's site is, such as `http://127.0.0.1:8065`; with its path, if it has one. */
  url(index = 0): string {
    return this.#at(index).http.url;
  }

  /** Drops the websockets of all clients, as a network does that goes away. They may come back. */
  dropSockets(): void {
    for (const { http } of this.#running) http.dropSockets();
  }

  isEnabled(id: string): boolean {
    return this.#enabled.has(id);
  }

  /**
   * Installs a bundle, given as bytes or as a path, on every node. An enabled plugin is stopped, replaced and started
   * again; a new one stays disabled.
   *
   * @throws {InstallError} and {AppFailure} 400 for an installed plugin without `force`; nothing has changed then.
   */
  async install(bundle: Uint8Array | string, force = true): Promise<Manifest> {
    const content = typeof bundle === 'string' ? await readFile(bundle) : bundle;
    const staged = await unpackBundle(content, join(this.#folder, 'staged', newId()));
    const { id } = staged.manifest;
    const isInstalled = this.nodes.some((node) => node.plugin(id) !== undefined);
    if (isInstalled && !force) {
      throw new AppFailure('installPlugin', 'app.plugin.install_id.app_error', 400);
    }
    for (const node of this.nodes) {
      await node.remove(id);
      await node.install(staged);
    }
    if (this.#enabled.has(id)) await this.enable(id);
    return staged.manifest;
  }

  /** Enables a plugin on every node. @throws what the first node that fails to start it throws. */
  async enable(id: string): Promise<void> {
    this.#enabled.add(id);
    await Promise.all(this.nodes.map((node) => this.#installed(node, id).activate()));
    await this.#tellClients('plugin_enabled', id);
  }

  async disable(id: string): Promise<void> {
    this.#enabled.delete(id);
    await Promise.all(this.nodes.map((node) => this.#installed(node, id).deactivate()));
    await this.#tellClients('plugin_disabled', id);
  }

  async remove(id: string): Promise<void> {
    if (this.#enabled.has(id)) await this.disable(id);
    await Promise.all(this.nodes.map((node) => node.remove(id)));
  }

  /**
   * Stops everything and leaves nothing behind. May be called twice.
   *
   * @throws {Error} when a plugin did what would have ended a real server.
   */
  async close(): Promise<void> {
    this.#closing ??= this.#close();
    await this.#closing;
    const [crash] = this.crashes;
    if (crash !== undefined) throw crash;
  }

  async #close(): Promise<void> {
    await Promise.all(this.#running.map(({ http }) => http.close()));
    await Promise.all(this.nodes.map((node) => node.close()));
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Clients load or remove the plugin's webapp half. One event does for all nodes. */
  async #tellClients(event: string, id: string): Promise<void> {
    const bundle = this.node().plugin(id)?.bundle;
    if (bundle === undefined || !hasWebapp(bundle.manifest)) return;
    const manifest = await clientManifest(bundle);
    this.workspace.signals.publish({ event, data: { manifest }, audience: {} });
  }

  #at(index: number): RunningNode {
    const running = this.#running[index];
    if (running === undefined) throw new Error(`the host has no node ${String(index)}`);
    return running;
  }

  #installed(node: HostNode, id: string): NonNullable<ReturnType<HostNode['plugin']>> {
    const plugin = node.plugin(id);
    if (plugin === undefined) {
      throw new AppFailure('EnablePlugin', 'app.plugin.not_installed.app_error', 404);
    }
    return plugin;
  }

  /** Running plugins hear of a saved configuration; enabled ones that are down are started again. */
  #configurationChanged(): void {
    for (const node of this.nodes) {
      for (const plugin of node.plugins()) {
        const { id } = plugin.bundle.manifest;
        const isDown = plugin.active === undefined && plugin.state !== pluginStates.starting;
        if (isDown && this.#enabled.has(id)) plugin.activate().catch(() => undefined);
        else this.#notify(node, id, () => node.callHook(id, onConfigurationChange, {}));
      }
    }
  }

  /** In Mattermost the node that handled the change runs the hooks; here the first on which the plugin runs. */
  #happened(happening: Happening): void {
    if (happening.kind === 'userDeactivated') this.sessions.closeAll(happening.user.id);
    const told = new Set<string>();
    for (const node of this.nodes) {
      for (const plugin of node.plugins()) {
        const { id } = plugin.bundle.manifest;
        if (plugin.active === undefined || told.has(id)) continue;
        told.add(id);
        this.#notify(node, id, () => callHappening(node, id, happening));
      }
    }
  }

  /** Calls a hook that nobody waits for, on a plugin that runs. */
  #notify(node: HostNode, id: string, call: (id: string) => Promise<unknown>): void {
    if (node.plugin(id)?.active === undefined) return;
    call(id).catch((error: unknown) =>
      this.log.server(node.index).error('a hook failed', { plugin: id, error: toError(error) }),
    );
  }
}

function callHappening(node: HostNode, id: string, happening: Happening): Promise<unknown> {
  const a = { requestId: newId() };
  switch (happening.kind) {
    case 'channelCreated':
      return node.callHook(id, channelHasBeenCreated, { a, b: happening.channel });
    case 'leftChannel':
      return node.callHook(id, userHasLeftChannel, { a, b: happening.member, c: happening.actor });
    case 'leftTeam':
      return node.callHook(id, userHasLeftTeam, { a, b: happening.member, c: happening.actor });
    case 'userDeactivated':
      return node.callHook(id, userHasBeenDeactivated, { a, b: happening.user });
  }
}
