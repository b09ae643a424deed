/** One node of a host: its clock, its plugin processes, its commands and its HTTP port. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { PluginStatus, type OpenDialogRequest } from '../../server/mattermost/model/index.ts';
import { create, type Infer, type Input, type Schema } from '../../server/wire/gob/index.ts';
import {
  apiHandlers,
  type CallCounts,
  type InterPluginRequest,
  type InterPluginResponse,
} from './api/index.ts';
import { AppFailure } from './app_failure.ts';
import { ShiftedClock } from './clock.ts';
import { Commands } from './commands.ts';
import { FakeTime, fakeTimeMissing } from './fake_time.ts';
import type { FaultTarget } from './faults.ts';
import { MemorySink } from './http/response_sinks.ts';
import { newId } from './ids.ts';
import { PluginSupervisor, shareBundle, type Bundle } from './plugins/index.ts';
import type { HookCall, PluginProcess, PluginRequest, ResponseSink } from './process/index.ts';
import { PluginProcessError } from './process/index.ts';
import type { FakePlugin, SharedServices } from './services.ts';
import { SteppedClock } from './stepped_clock.ts';
import { dialogJson } from './workspace/index.ts';

/** How long a plugin may take over `OnDeactivate` when the server shuts down, in milliseconds. */
const shutdownDeactivateMs = 10_000;

/** A node. Made and closed by its host. */
export class HostNode {
  readonly index: number;
  readonly id = newId();
  readonly clock: ShiftedClock;
  readonly commands = new Commands();
  /** API calls that this node answered, by Go name. */
  readonly calls: CallCounts = new Map();
  readonly #services: SharedServices;
  readonly #supervisors = new Map<string, PluginSupervisor>();
  readonly #fakeTime: FakeTime | undefined;
  #skewMs = 0;
  #aheadMs = 0;
  #unfollow: () => void = () => undefined;

  constructor(index: number, services: SharedServices) {
    this.index = index;
    this.#services = services;
    this.clock = new ShiftedClock(services.clock);
    const { clock, movableClocks } = services;
    if (clock instanceof SteppedClock) {
      this.#fakeTime = new FakeTime({ monotonic: true });
      this.#unfollow = clock.follow((aheadMs) => {
        this.#aheadMs = aheadMs;
        this.#moveProcesses();
      });
    } else if (movableClocks) this.#fakeTime = new FakeTime({ monotonic: false });
  }

  /**
   * Moves the node's clock, the server's and its plugin processes', `ms` ahead of the host's time.
   *
   * Processes move only on a host with `movableClocks` or a `SteppedClock`, and where libfaketime is installed; the
   * log says so. With a `SteppedClock` their monotonic time moves as well, which must not go back while they run.
   */
  shiftClock(ms: number): void {
    this.clock.shiftTo(ms);
    this.#skewMs = ms;
    this.#moveProcesses();
    const missing =
      this.#fakeTime === undefined ? 'the host has no movable clocks' : fakeTimeMissing();
    if (missing !== undefined) this.#services.log.server(this.index).warn(missing);
  }

  /** The plugin on this node; undefined when it is not installed. */
  plugin(id: string): PluginSupervisor | undefined {
    return this.#supervisors.get(id);
  }

  plugins(): PluginSupervisor[] {
    return [...this.#supervisors.values()];
  }

  /** Puts the files of a bundle in place, for a plugin that is not running here. */
  async install(bundle: Bundle): Promise<void> {
    const { id } = bundle.manifest;
    const folder = join(this.#services.folder, `node${String(this.index)}`, 'plugins', id);
    const installed = await shareBundle(bundle, folder);
    this.#supervisors.set(id, this.#supervise(installed));
  }

  async remove(id: string): Promise<void> {
    const supervisor = this.#supervisors.get(id);
    if (supervisor === undefined) return;
    await supervisor.deactivate();
    this.#supervisors.delete(id);
    await rm(supervisor.bundle.path, { recursive: true, force: true });
  }

  /** `model.PluginStatus` of a plugin here. */
  status(id: string): PluginStatus | undefined {
    const supervisor = this.#supervisors.get(id);
    if (supervisor === undefined) return undefined;
    const { manifest, path } = supervisor.bundle;
    return create(PluginStatus, {
      pluginId: id,
      clusterId: this.id,
      pluginPath: path,
      state: supervisor.state,
      error: supervisor.error,
      name: manifest.name,
      description: manifest.description,
      version: manifest.version,
    });
  }

  /**
   * Calls a hook of a plugin that runs here and has it; undefined when it has not.
   *
   * @throws {PluginProcessError} `inactive` as a rejection, and {RpcError} when the call fails.
   */
  async callHook<A extends Schema, R extends Schema>(
    pluginId: string,
    call: HookCall<A, R>,
    args: Input<A>,
  ): Promise<Infer<R> | undefined> {
    const process = this.active(pluginId);
    if (!process.hookNames.has(call.method.replace('Plugin.', ''))) return undefined;
    return process.call(call, args);
  }

  /** @throws {PluginProcessError} `inactive`. */
  active(pluginId: string): PluginProcess {
    const process = this.#supervisors.get(pluginId)?.active;
    if (process === undefined)
      throw new PluginProcessError('inactive', `${pluginId} is not active`);
    return process;
  }

  /**
   * Hands a request to a plugin. False when the answer is 404: no such plugin, not active, or no such hook.
   *
   * A plugin that fails is answered for with status 500.
   */
  async servePlugin(
    pluginId: string,
    hook: 'ServeHTTP' | 'ServeMetrics',
    request: PluginRequest,
    sink: ResponseSink,
  ): Promise<boolean> {
    const process = this.#supervisors.get(pluginId)?.active;
    if (process?.hookNames.has(hook) !== true) return false;
    try {
      await process.serveHttp(hook, request, sink);
    } catch (error) {
      const log = this.#services.log.server(this.index);
      log.error('Plugin failed to serve a request', {
        error: error instanceof Error ? error : undefined,
      });
      sink.writeHeader(500);
      await sink.write(Buffer.from('500 internal server error\n')).catch(() => undefined);
    }
    return true;
  }

  /** A request to a plugin from inside the server, answered in memory. */
  async callPlugin(pluginId: string, request: PluginRequest): Promise<InterPluginResponse> {
    const sink = new MemorySink();
    const found = await this.servePlugin(pluginId, 'ServeHTTP', request, sink);
    if (!found)
      return { status: 404, headers: new Map(), body: Buffer.from('404 page not found\n') };
    return {
      status: sink.status === 0 ? 200 : sink.status,
      headers: sink.header(),
      body: sink.body,
    };
  }

  /** Stops all plugins as a server does that shuts down. May be called twice. */
  async close(): Promise<void> {
    await Promise.all(
      this.plugins().map(async (supervisor) => {
        supervisor.process?.resume();
        await supervisor.deactivate(shutdownDeactivateMs);
      }),
    );
    this.#unfollow();
    this.#fakeTime?.close();
  }

  #moveProcesses(): void {
    this.#fakeTime?.shiftTo(this.#aheadMs + this.#skewMs);
  }

  #supervise(bundle: Bundle): PluginSupervisor {
    const { log, clock, healthCheckMs, startTimeoutMs, keepAliveMs, crashed } = this.#services;
    const { id } = bundle.manifest;
    return new PluginSupervisor({
      node: this.index,
      bundle,
      log,
      clock,
      healthCheckMs,
      startTimeoutMs,
      keepAliveMs,
      crashed,
      env: () => this.#fakeTime?.env ?? {},
      api: (process) => this.#api(bundle, process),
      deactivated: () => this.commands.unregisterAll(id),
    });
  }

  #api(bundle: Bundle, process: PluginProcess): ReturnType<typeof apiHandlers> {
    const services = this.#services;
    const target: FaultTarget = {
      node: this.index,
      disconnect: () => process.disconnect(),
      kill: () => process.kill(),
      pause: () => process.pause(),
    };
    return apiHandlers(
      {
        ...services,
        node: this.index,
        manifest: bundle.manifest,
        bundlePath: bundle.path,
        commands: this.commands,
        now: () => this.clock.now(),
        sendToOtherNodes: (event, options) =>
          services.broadcast(this.index, bundle.manifest.id, event, options),
        pluginStatus: (id) => this.status(id),
        callPlugin: (request) => this.#interPlugin(bundle.manifest.id, request),
        openDialog: (request) => this.#openDialog(request),
      },
      { faults: services.faults, target, counts: this.calls },
    );
  }

  /** The client of the user who gave rise to the dialog shows it. */
  #openDialog(request: OpenDialogRequest): void {
    const { dialogs, triggers, workspace } = this.#services;
    dialogs.push(request);
    const userId = triggers.get(request.triggerId);
    if (userId === undefined) return;
    triggers.delete(request.triggerId);
    const dialog = JSON.stringify(dialogJson(request));
    workspace.signals.publish({ event: 'open_dialog', data: { dialog }, audience: { userId } });
  }

  /** `PluginHTTP`: the path names the other plugin; the header names the one that asks. */
  async #interPlugin(from: string, request: InterPluginRequest): Promise<InterPluginResponse> {
    const [, id = '', rest = ''] = /^\/?([^/?]+)(.*)$/.exec(request.url) ?? [];
    const headers = new Map([...request.headers].map(([name, values]) => [name, [...values]]));
    headers.set('Mattermost-Plugin-Id', [from]);
    const url = rest.startsWith('/') ? rest : `/${rest}`;
    const fake = this.#services.fakePlugins.get(id);
    if (fake !== undefined) return callFake(fake, { ...request, headers, url });
    if (id === '') throw new AppFailure('PluginHTTP', 'app.plugin.request.app_error', 400);
    return this.callPlugin(id, {
      request: {
        method: request.method,
        url,
        header: headers,
        proto: 'HTTP/1.1',
        protoMajor: 1,
        protoMinor: 1,
        requestURI: request.url,
      },
      context: { requestId: newId(), userAgent: headers.get('User-Agent')?.[0] ?? '' },
      body: Readable.from([request.body]),
    });
  }
}

async function callFake(
  fake: FakePlugin,
  request: InterPluginRequest,
): Promise<InterPluginResponse> {
  const headers = new Headers();
  for (const [name, values] of request.headers) {
    for (const value of values) headers.append(name, value);
  }
  const response = await fake(
    new Request(new URL(request.url, 'http://plugin'), {
      method: request.method,
      headers,
      ...(request.body.length > 0 ? { body: Buffer.from(request.body) } : {}),
    }),
  );
  return {
    status: response.status,
    headers: new Map([...response.headers].map(([name, value]) => [name, [value]])),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
