/** A plugin's session against the host's side of the same layers, and every way it can end. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { silentLog } from '../../../../server/log.ts';
import { string } from '../../../../server/wire/gob/index.ts';
import {
  Broker,
  dispense,
  ping,
  PluginSession,
  quit,
  type Dispense,
} from '../../../../server/wire/goplugin/index.ts';
import { OutputStream } from '../../../../server/wire/goplugin/output_stream.ts';
import { RpcClient, rpcHandler } from '../../../../server/wire/netrpc/index.ts';
import type { ByteStream } from '../../../../server/wire/bytes/index.ts';
import { YamuxSession } from '../../../../server/wire/yamux/index.ts';
import { ManualClock, settle } from '../../../support/manual_clock.ts';
import { memoryTransportPair } from '../../../support/memory_transport.ts';
import { RecordingReceiver } from '../../../support/recording_receiver.ts';

const hello = rpcHandler(string, string, (name) => `hello ${name}`);
const onlyHooks: Dispense = (name) =>
  name === 'hooks' ? new Map([['Plugin.Hello', hello]]) : undefined;

/** Everything a host has once it is connected. */
interface Host {
  readonly clock: ManualClock;
  readonly session: YamuxSession;
  readonly control: RpcClient;
  readonly controlStream: ByteStream;
  readonly broker: Broker;
  readonly stdout: RecordingReceiver;
  readonly stderr: RecordingReceiver;
}

const running: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

async function connect(
  served: Dispense = onlyHooks,
  cut: () => number = () => Infinity,
  onQuit: (plugin: PluginSession) => void = () => undefined,
) {
  const clock = new ManualClock();
  const log = silentLog;
  const [near, far] = memoryTransportPair({ cut });
  const [stdout, stderr] = [new OutputStream(), new OutputStream()];
  let quits = 0;
  const plugin: PluginSession = new PluginSession(
    new YamuxSession(far, { role: 'server', log, clock }),
    {
      clock,
      log,
      stdout,
      stderr,
      dispense: served,
      onQuit: () => {
        quits += 1;
        onQuit(plugin);
      },
    },
  );
  const session = new YamuxSession(near, { role: 'client', log, clock });
  const controlStream = await session.open();
  const receivers = [new RecordingReceiver(), new RecordingReceiver()] as const;
  for (const receiver of receivers) (await session.open()).receive(receiver);
  const broker = new Broker(session, { clock, log });
  session.onStream((stream) => broker.offer(stream));
  const control = new RpcClient(controlStream, { clock, log });
  const host: Host = {
    clock,
    session,
    control,
    controlStream,
    broker,
    stdout: receivers[0],
    stderr: receivers[1],
  };
  running.push(async () => {
    const ended = Promise.all([plugin.close(), session.close()]);
    await clock.advance(60_000);
    await ended;
  });
  return { ...host, near, plugin, output: { stdout, stderr }, quits: () => quits };
}

async function hooksOf({ control, broker, clock }: Host): Promise<[RpcClient, ByteStream]> {
  const id = await control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
  const stream = await broker.dial(id);
  return [new RpcClient(stream, { clock, log: silentLog }), stream];
}

describe('the control stream', () => {
  test('answers pings', async () => {
    const { control } = await connect();
    for (let i = 0; i < 3; i += 1) {
      expect(await control.call(ping.method, ping.args, true, ping.reply)).toEqual({});
    }
  });

  test('dispenses by name, on ids of its own from 1', async () => {
    const host = await connect();
    const call = (name: string): Promise<number> =>
      host.control.call(dispense.method, dispense.args, name, dispense.reply);
    await expect(call('nothing')).rejects.toMatchObject({
      code: 'remote',
      message: 'unknown plugin type: nothing',
    });
    expect(await call('hooks')).toBe(1);
    const [hooks] = await hooksOf(host);
    expect(await hooks.call('Plugin.Hello', string, 'host', string)).toBe('hello host');
  });

  test('says why dispensing failed', async () => {
    const { control } = await connect(() => {
      throw new Error('not today');
    });
    const call = control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
    await expect(call).rejects.toMatchObject({ message: 'not today' });
  });

  test('a plugin that was dispensed and not dialled costs nothing but the wait', async () => {
    const host = await connect();
    await host.control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
    await host.clock.advance(5_000);
    const [hooks] = await hooksOf(host);
    expect(await hooks.call('Plugin.Hello', string, 'again', string)).toBe('hello again');
  });

  test('in every cut of the connection', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 30 })), async (cuts) => {
        let at = 0;
        const cut = (): number => cuts[at++ % cuts.length] ?? 1;
        const [hooks] = await hooksOf(await connect(onlyHooks, cut));
        const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
        const greetings = names.map((name) => hooks.call('Plugin.Hello', string, name, string));
        expect(await Promise.all(greetings)).toEqual(names.map((name) => `hello ${name}`));
      }),
      { numRuns: 10 },
    );
  });
});

test('the output streams carry text to the host, apart from each other', async () => {
  const { output, stdout, stderr } = await connect();
  await settle();
  expect(output.stdout.write('out\n')).toBe(true);
  expect(output.stderr.write('err\n')).toBe(true);
  await settle();
  expect([stdout.text(), stderr.text()]).toEqual(['out\n', 'err\n']);
});

describe('the end', () => {
  test('Quit is answered, tells the owner, and leaves the host time to hang up first', async () => {
    const { plugin, control, session, clock, quits } = await connect();
    expect(await control.call(quit.method, quit.args, true, quit.reply)).toEqual({});
    expect(quits()).toBe(1);
    let isClosed = false;
    void plugin.closed.then(() => (isClosed = true));
    await clock.advance(499);
    expect(isClosed).toBe(false);
    await Promise.all([session.close(), clock.advance(100)]);
    expect(await plugin.closed).toBeUndefined();
  });

  test('after Quit the plugin ends by itself if the host does not', async () => {
    const { plugin, control, session, clock } = await connect();
    await control.call(quit.method, quit.args, true, quit.reply);
    await clock.advance(500);
    expect(await plugin.closed).toBeUndefined();
    await clock.advance(10_000);
    expect(await session.closed).toBeUndefined();
  });

  test('Quit is answered even when its owner ends everything at once', async () => {
    const atOnce = (plugin: PluginSession): void => void plugin.close();
    const { control, clock } = await connect(onlyHooks, undefined, atOnce);
    const answer = control.call(quit.method, quit.args, true, quit.reply);
    await clock.advance(10_000);
    expect(await answer).toEqual({});
  });

  test('after Quit the host may tear the connection down as it likes', async () => {
    const { plugin, control, near, clock } = await connect();
    await control.call(quit.method, quit.args, true, quit.reply);
    near.write([new Uint8Array(12).fill(0xff)]);
    await clock.advance(100);
    expect(await plugin.closed).toBeUndefined();
  });

  test('a host that tears it down without asking is an error', async () => {
    const { plugin, near, clock } = await connect();
    await settle();
    near.write([new Uint8Array(12).fill(0xff)]);
    await clock.advance(100);
    expect(await plugin.closed).toBeInstanceOf(Error);
  });

  test('the host closes everything in order, as go-plugin does', async () => {
    const host = await connect();
    await hooksOf(host);
    await host.control.call(quit.method, quit.args, true, quit.reply);
    host.control.close();
    await settle();
    await Promise.all([host.session.close(), host.clock.advance(100)]);
    expect(await host.plugin.closed).toBeUndefined();
  });

  test('the host is gone', async () => {
    const host = await connect();
    const [hooks] = await hooksOf(host);
    await hooks.call('Plugin.Hello', string, 'x', string);
    await Promise.all([host.session.close(), host.clock.advance(100)]);
    expect(await host.plugin.closed).toBeUndefined();
    await expect(host.plugin.broker.dial(1)).rejects.toMatchObject({ code: 'closed' });
  });

  test('the hooks stream ends while the session stays', async () => {
    const host = await connect();
    const [hooks] = await hooksOf(host);
    hooks.close();
    await host.clock.advance(500);
    expect(await host.plugin.closed).toMatchObject({
      code: 'closed',
      message: 'the hooks stream has ended',
    });
  });

  test('the control stream breaks', async () => {
    const { plugin, controlStream, clock } = await connect();
    await settle();
    controlStream.reset();
    await clock.advance(500);
    expect(await plugin.closed).toMatchObject({ code: 'closed' });
  });

  test('bytes that cannot be decoded end it at once', async () => {
    const host = await connect();
    const [, stream] = await hooksOf(host);
    await stream.write(new Uint8Array(50).fill(0x80));
    await host.clock.advance(0);
    expect(await host.plugin.closed).toMatchObject({
      code: 'closed',
      cause: { code: 'protocol' },
    });
  });

  test('close ends it cleanly, twice', async () => {
    const { plugin, clock, session } = await connect();
    const closes = Promise.all([plugin.close(), plugin.close()]);
    await clock.advance(10_000);
    await closes;
    expect(await plugin.closed).toBeUndefined();
    expect(await session.closed).toBeUndefined();
  });
});
