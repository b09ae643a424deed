/** Serving on a real unix socket: the line, the directory, the one connection, and every end. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { systemClock } from '../../../../server/clock.ts';
import { silentLog, type Log } from '../../../../server/log.ts';
import { string } from '../../../../server/wire/gob/index.ts';
import {
  Broker,
  dispense,
  parseHandshake,
  quit,
  servePlugin,
  type PluginServer,
  type ServeOptions,
} from '../../../../server/wire/goplugin/index.ts';
import { listen } from '../../../../server/wire/goplugin/listener.ts';
import { RpcClient, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import { socketTransport, YamuxSession } from '../../../../server/wire/yamux/index.ts';
import { ManualClock, settle } from '../../../support/manual_clock.ts';

const cookie = { name: 'MAGIC', value: 'Open sesame.' };
const clock = systemClock;
const log = silentLog;

let directory = '';
const servers: PluginServer[] = [];
const sockets: Socket[] = [];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'serve-'));
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await server.stop();
  await rm(directory, { recursive: true, force: true });
});

/** Serves one greeting as `hooks`, and keeps what was printed. */
async function serve(options: Partial<ServeOptions> = {}) {
  const printed: string[] = [];
  const server = await servePlugin({
    env: { MAGIC: 'Open sesame.', PLUGIN_PROTOCOL_VERSIONS: '1' },
    cookie,
    appVersion: 1,
    stdout: { write: (line) => printed.push(line) },
    temporaryDirectory: directory,
    log,
    clock,
    dispense: (name) =>
      name === 'hooks'
        ? new Map([['Plugin.Hello', rpcHandler(string, string, (who) => `hello ${who}`)]])
        : undefined,
    ...options,
  });
  servers.push(server);
  return { server, printed, path: server.handshake.address };
}

function dial(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    sockets.push(socket);
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Does what go-plugin's host does once it has the handshake line. */
async function attach(socket: Socket) {
  const session = new YamuxSession(socketTransport(socket), { role: 'client', log, clock });
  const control = new RpcClient(await session.open(), { clock, log });
  await session.open();
  await session.open();
  const broker = new Broker(session, { clock, log });
  session.onStream((stream) => broker.offer(stream));
  const id = await control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
  const hooks = new RpcClient(await broker.dial(id), { clock, log });
  return { session, control, hooks };
}

describe('the handshake', () => {
  test('is one line, printed once the socket answers', async () => {
    const { server, printed, path } = await serve();
    expect(printed).toEqual([`1|1|unix|${path}|netrpc|\n`]);
    expect(parseHandshake(printed.join(''))).toEqual(server.handshake);
    await dial(path);
  });

  test('names a socket that only this user can reach', async () => {
    const { path } = await serve();
    expect(dirname(dirname(path))).toBe(directory);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['too long a directory', (): string => join(directory, 'd'.repeat(100))],
    ['a directory that is not there', (): string => join(directory, 'missing')],
  ])('falls back to a short directory from %s', async (_name, wanted) => {
    if (wanted().length > 100) await mkdir(wanted());
    const { path } = await serve({ temporaryDirectory: wanted() });
    expect(path.startsWith('/tmp/plugin')).toBe(true);
    await dial(path);
  });

  test('goes where the host says', async () => {
    const wanted = join(directory, 'host');
    await mkdir(wanted);
    const { path } = await serve({
      env: { MAGIC: 'Open sesame.', PLUGIN_UNIX_SOCKET_DIR: wanted },
    });
    expect(dirname(dirname(path))).toBe(wanted);
  });

  test('prints nothing to who is no host', async () => {
    const printed: string[] = [];
    const stdout = { write: (line: string) => printed.push(line) };
    await expect(serve({ env: {}, stdout })).rejects.toMatchObject({ code: 'cookie' });
    expect(printed).toEqual([]);
    expect(readdirSync(directory)).toEqual([]);
  });

  test('warns when the host speaks other versions, and lets the host decide', async () => {
    const warnings: string[] = [];
    const warning: Log = { ...silentLog, warn: (message) => warnings.push(message) };
    const env = { MAGIC: 'Open sesame.', PLUGIN_PROTOCOL_VERSIONS: '2,3' };
    const { printed } = await serve({ env, log: warning });
    expect(printed).toHaveLength(1);
    expect(warnings).toHaveLength(1);
  });
});

describe('the connection', () => {
  test('serves the host; the socket is gone once it is there', async () => {
    const { path } = await serve();
    const { hooks } = await attach(await dial(path));
    expect(await hooks.call('Plugin.Hello', string, 'host', string)).toBe('hello host');
    expect(existsSync(path)).toBe(false);
    expect(await readdir(directory)).toEqual([]);
    await expect(dial(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is the only one: a second host is refused or cut off', async () => {
    const { path } = await serve();
    const first = dial(path);
    const refused = dial(path).then(
      (second) => new Promise((resolve) => second.once('close', resolve).resume()),
      () => undefined,
    );
    const { hooks } = await attach(await first);
    await refused;
    expect(await hooks.call('Plugin.Hello', string, 'first', string)).toBe('hello first');
  });

  test('ends when the host is gone', async () => {
    const { server, path } = await serve();
    const socket = await dial(path);
    await attach(socket);
    socket.destroy();
    expect(await server.closed).toBeUndefined();
  });

  test('ends with the cause when the host breaks the protocol', async () => {
    const { server, path } = await serve();
    const socket = await dial(path);
    socket
      .on('error', () => undefined)
      .resume()
      .write(Buffer.alloc(64, 0xff));
    expect(await server.closed).toBeInstanceOf(Error);
  });

  test('ends after Quit once the host hangs up', async () => {
    let quits = 0;
    const { server, path } = await serve({ onQuit: () => (quits += 1) });
    const { control, session } = await attach(await dial(path));
    await control.call(quit.method, quit.args, true, quit.reply);
    await session.close();
    expect(await server.closed).toBeUndefined();
    expect(quits).toBe(1);
  });

  test('that never comes ends a launched plugin', async () => {
    const manual = new ManualClock();
    const { server } = await serve({ clock: manual });
    await manual.advance(60_000);
    expect(await server.closed).toMatchObject({ code: 'no_host' });
    await server.stop();
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('reattach', () => {
  test('outlives probes, and any wait', async () => {
    const manual = new ManualClock();
    const { server, path } = await serve({ mode: 'reattach', clock: manual });
    for (let i = 0; i < 3; i += 1) {
      const probe = await dial(path);
      const closed = new Promise((resolve) => probe.once('close', resolve).resume());
      await settle();
      probe.end();
      await closed;
    }
    await manual.advance(3_600_000);
    const silent = await dial(path);
    const silenced = new Promise((resolve) => silent.once('close', resolve).resume());
    const { hooks, session } = await attach(await dial(path));
    expect(await hooks.call('Plugin.Hello', string, 'again', string)).toBe('hello again');
    expect(existsSync(path)).toBe(false);
    await silenced;
    await session.close();
    expect(await server.closed).toBeUndefined();
  });
});

describe('stop', () => {
  test('before any host, twice: nothing is left', async () => {
    const { server } = await serve();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
    expect(await server.closed).toBeUndefined();
    expect(await readdir(directory)).toEqual([]);
  });

  test('with a host: it sees the end', async () => {
    const { server, path } = await serve();
    const { session } = await attach(await dial(path));
    await server.stop();
    expect(await server.closed).toBeUndefined();
    expect(await session.closed).toBeUndefined();
  });
});

test('listen says where it tried when it works nowhere', async () => {
  const places = ['/proc/nowhere', join(directory, 'd'.repeat(200))];
  const attempt = listen(places, 'launch', clock);
  await expect(attempt).rejects.toMatchObject({ code: 'listen' });
  await expect(attempt).rejects.toThrow('/proc/nowhere');
});
