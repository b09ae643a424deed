/** A plugin run over a real socket, with the test as its server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../../server/clock.ts';
import { silentLog } from '../../../../server/log.ts';
import {
  apiMethods,
  hookMethods,
  implementedMethod,
  runPlugin,
  stderrLog,
} from '../../../../server/mattermost/index.ts';
import type {
  Hooks,
  PluginContext,
  RunningPlugin,
  RunPluginOptions,
} from '../../../../server/mattermost/index.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import type { Infer, Input, Schema } from '../../../../server/wire/gob/index.ts';
import { Broker, dispense, parseHandshake, quit } from '../../../../server/wire/goplugin/index.ts';
import { Empty, RpcClient, RpcServer, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { socketTransport, YamuxSession } from '../../../../server/wire/yamux/index.ts';

const log = silentLog;
const clock = systemClock;
const cookie = { MATTERMOST_PLUGIN: 'Securely message teams, anywhere.' };

let directory = '';
const plugins: RunningPlugin[] = [];
const sockets: Socket[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'run-'));
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const plugin of plugins.splice(0)) await plugin.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Runs a plugin; keeps what it printed and wrote to standard error, and its context. */
async function run(hooks: Hooks, options: Partial<RunPluginOptions> = {}) {
  const printed: string[] = [];
  const stderr: string[] = [];
  const contexts: PluginContext[] = [];
  const plugin = await runPlugin({
    env: cookie,
    stdout: { write: (line) => printed.push(line) },
    temporaryDirectory: directory,
    log: stderrLog((line) => stderr.push(line)),
    clock,
    hooks: (context) => {
      contexts.push(context);
      return hooks;
    },
    ...options,
  });
  plugins.push(plugin);
  const [context] = contexts;
  if (context === undefined) throw new Error('the hooks were not made');
  return { plugin, printed, stderr, context };
}

/** The server of a plugin that has printed its line. */
class Host {
  readonly logged: string[] = [];
  readonly driverDialled: Promise<ByteStream>;
  readonly session: YamuxSession;
  readonly broker: Broker;
  readonly control: RpcClient;
  readonly socket: Socket;
  api: RpcServer | undefined;
  readonly #ids: { apiMuxId: number; driverMuxId: number };
  #hooks: RpcClient | undefined;

  private constructor(socket: Socket, session: YamuxSession, control: RpcClient) {
    this.socket = socket;
    this.session = session;
    this.control = control;
    this.broker = new Broker(session, { clock, log });
    session.onStream((stream) => this.broker.offer(stream));
    this.#ids = { apiMuxId: this.broker.nextId(), driverMuxId: this.broker.nextId() };
    this.driverDialled = this.broker.accept(this.#ids.driverMuxId);
    this.driverDialled.catch(() => undefined);
  }

  static async attach(printed: readonly string[]): Promise<Host> {
    const socket = connect(parseHandshake(printed.join('')).address);
    sockets.push(socket);
    const session = new YamuxSession(socketTransport(socket), { role: 'client', log, clock });
    const control = new RpcClient(await session.open(), { clock, log });
    await session.open();
    await session.open();
    const host = new Host(socket, session, control);
    const id = await control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
    host.#hooks = new RpcClient(await host.broker.dial(id), { clock, log });
    return host;
  }

  /** Accepts the API stream and activates. */
  async activate(): Promise<Infer<typeof hookMethods.onActivate.reply>> {
    void this.broker.accept(this.#ids.apiMuxId).then(
      (stream) => {
        this.api = new RpcServer(stream, this.#methods(), { log });
      },
      () => undefined,
    );
    return this.call(hookMethods.onActivate, this.#ids);
  }

  call<A extends Schema, R extends Schema>(
    { name, args, reply }: { name: string; args: A; reply: R },
    value: Input<A>,
  ): Promise<Infer<R>> {
    if (this.#hooks === undefined) throw new Error('not attached');
    return this.#hooks.call(`Plugin.${name}`, args, value, reply);
  }

  #methods() {
    const line = apiMethods.logInfo;
    const info = rpcHandler(line.args, Empty, (args) => {
      this.logged.push(String(Reflect.get(args, 'a')));
      return {};
    });
    const { args, result } = apiMethods.getServerVersion;
    const version = rpcHandler(args, result.reply, () => ({ a: '11.6.0' }));
    return new Map([
      ['Plugin.GetServerVersion', version],
      ['Plugin.LogInfo', info],
    ]);
  }
}

describe('runPlugin', () => {
  test('prints one line and nothing else, ever', async () => {
    const { printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    expect(printed).toHaveLength(1);
    expect(printed[0]).toMatch(/^1\|1\|unix\|.+\|netrpc\|?\n$/u);
  });

  test('refuses to run without the cookie of a server', async () => {
    await expect(run({}, { env: {} })).rejects.toMatchObject({ code: 'cookie' });
  });

  test('knows nothing but hooks', async () => {
    const { printed } = await run({});
    const host = await Host.attach(printed);
    await expect(
      host.control.call(dispense.method, dispense.args, 'other', dispense.reply),
    ).rejects.toMatchObject({ code: 'remote', message: 'unknown plugin type: other' });
  });
});

describe('activation', () => {
  test('configures first, then activates, with an API that works in both', async () => {
    const order: string[] = [];
    const { printed, context } = await run({
      onConfigurationChange: async () => {
        order.push(`configured on ${await context.api.getServerVersion()}`);
      },
      onActivate: async () => {
        order.push(`activated on ${await context.api.getServerVersion()}`);
      },
    });
    await expect(context.api.getServerVersion()).rejects.toMatchObject({ code: 'unavailable' });
    const host = await Host.attach(printed);
    expect(await host.call(implementedMethod, {})).toEqual(['OnActivate', 'OnConfigurationChange']);
    expect(order).toEqual([]);
    expect(await host.activate()).toEqual({ a: undefined });
    expect(order).toEqual(['configured on 11.6.0', 'activated on 11.6.0']);
  });

  test('goes on when the configuration fails', async () => {
    let activated = false;
    const { printed } = await run({
      onConfigurationChange: () => Promise.reject(new Error('bad setting')),
      onActivate: () => {
        activated = true;
        return Promise.resolve();
      },
    });
    const host = await Host.attach(printed);
    expect(await host.activate()).toEqual({ a: undefined });
    expect(activated).toBe(true);
  });

  test('tells the server why it failed', async () => {
    const { printed } = await run({ onActivate: () => Promise.reject(new Error('no database')) });
    const host = await Host.attach(printed);
    expect(await host.activate()).toEqual({
      a: { type: '*plugin.ErrorString', value: { code: 0, err: 'no database' } },
    });
  });

  test('happens once', async () => {
    const { printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    expect(await host.call(hookMethods.onActivate, { apiMuxId: 9, driverMuxId: 9 })).toMatchObject({
      a: { value: { err: 'the plugin has been activated already' } },
    });
  });

  test('dials the database driver and leaves it alone', async () => {
    const { printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    const driver = await host.driverDialled;
    const heard: unknown[] = [];
    driver.receive({
      data: (chunk) => heard.push(chunk),
      end: () => heard.push('end'),
      error: (error) => heard.push(error),
    });
    await host.call(implementedMethod, {});
    expect(heard).toEqual([]);
    driver.end();
    await driver.closed;
    expect(heard).toEqual(['end']);
  });

  test('moves the log from standard error to the server', async () => {
    const { printed, stderr, context } = await run({});
    context.log.info('early');
    const host = await Host.attach(printed);
    await host.activate();
    context.log.info('late');
    // A call after it on the same stream: by then the line has arrived.
    await context.api.getServerVersion();
    expect(stderr).toEqual(['[INFO] early\n']);
    expect(host.logged).toEqual(['late']);
  });
});

describe('the end', () => {
  test('is host_left when the server asks for it', async () => {
    const { plugin, printed, context } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    await host.control.call(quit.method, quit.args, true, quit.reply);
    await host.session.close();
    expect(await plugin.ended).toEqual({ reason: 'host_left' });
    expect(context.signal.aborted).toBe(true);
  });

  test('is host_left when the server hangs up', async () => {
    const { plugin, printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    await host.session.close();
    expect(await plugin.ended).toEqual({ reason: 'host_left' });
  });

  test('is host_lost when the server talks nonsense', async () => {
    const { plugin, printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    host.socket.write(Buffer.alloc(64, 0xff));
    expect(await plugin.ended).toMatchObject({ reason: 'host_lost' });
  });

  test('is api_lost when the API stream ends and the server stays', async () => {
    const { plugin, printed, stderr, context } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    host.api?.close();
    expect(await plugin.ended).toMatchObject({ reason: 'api_lost' });
    await expect(context.api.getServerVersion()).rejects.toMatchObject({ code: 'unavailable' });
    context.log.error('last words');
    expect(stderr.at(-1)).toBe('[ERROR] last words\n');
  });

  test('comes with stop, which may be called twice', async () => {
    const { plugin, printed } = await run({});
    const host = await Host.attach(printed);
    await host.activate();
    await plugin.stop();
    await plugin.stop();
    expect(await plugin.ended).toEqual({ reason: 'host_left' });
  });

  test('comes with stop also when no server ever came', async () => {
    const { plugin } = await run({});
    await plugin.stop();
    expect(await plugin.ended).toEqual({ reason: 'host_left' });
  });
});
