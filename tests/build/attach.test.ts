/** `npm run attach` against a stand-in for the host side of the reattach call. */
import { join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { systemClock } from '../../server/clock.ts';
import { silentLog } from '../../server/log.ts';
import { Broker, dispense } from '../../server/wire/goplugin/index.ts';
import { Empty, RpcClient } from '../../server/wire/netrpc/index.ts';
import { socketTransport, YamuxSession } from '../../server/wire/yamux/index.ts';
import { implemented } from '../host/process/hook_calls.ts';
import { dial, stayOpen } from '../host/process/host_streams.ts';
import { serveLocalMode, startAttach } from '../support/local_mode.ts';
import type { ReattachRequest } from '../support/local_mode.ts';
import { temporaryFolders } from '../support/temporary_folder.ts';

// The source is read, not a bundle: a second or two, on a machine that may be busy with the other tests.
jest.setTimeout(60_000);

const temporaryFolder = temporaryFolders();

/** Does what hashicorp/go-plugin does with a reattach configuration: a probe, then the session; asks for the hooks. */
async function hooksOf(
  address: string,
): Promise<{ names: readonly string[]; close: () => Promise<void> }> {
  const where = { appVersion: 1, network: 'unix', address } as const;
  const probe = await dial(where);
  probe.end();
  const options = { log: silentLog, clock: systemClock };
  const session = new YamuxSession(socketTransport(await dial(where)), {
    role: 'client',
    ...options,
  });
  const broker = new Broker(session, options);
  session.onStream((stream) => broker.offer(stream));
  const control = new RpcClient(await session.open(), { ...options, timeoutMs: Infinity });
  // Its standard output and standard error: the streams that a host opens next.
  for (const stream of [await session.open(), await session.open()]) stayOpen(stream);
  const id = await control.call(dispense.method, dispense.args, 'hooks', dispense.reply);
  const hooks = new RpcClient(await broker.dial(id), { ...options, timeoutMs: Infinity });
  const names = await hooks.call(implemented.method, Empty, {}, implemented.reply);
  return { names, close: () => session.close() };
}

describe('npm run attach', () => {
  test('hands a server the process under the debugger, and takes it back', async () => {
    const socketPath = join(await temporaryFolder(), 'socket');
    const events: string[] = [];
    const requests: ReattachRequest[] = [];
    let attached: Awaited<ReturnType<typeof hooksOf>> | undefined;
    const server = await serveLocalMode(socketPath, {
      reattach: async (request) => {
        requests.push(request);
        events.push('attach');
        attached = await hooksOf(request.PluginReattachConfig.Addr.Name);
      },
      detach: async (id) => {
        events.push(`detach ${id}`);
        if (attached === undefined) throw new Error('Plugin is not found.');
        await attached.close();
      },
    });
    try {
      const program = startAttach(socketPath, ['--inspect=127.0.0.1:0']);
      expect(await program.line()).toContain(
        `uses process ${requests[0]!.PluginReattachConfig.Pid} as`,
      );
      expect(requests[0]).toMatchObject({
        Manifest: { id: 'scheduled-recaps', version: expect.stringMatching(/^\d+\.\d+\.\d+/) },
        PluginReattachConfig: {
          Protocol: 'netrpc',
          ProtocolVersion: 1,
          Addr: { Net: 'unix' },
          Test: true,
        },
      });
      expect(attached?.names).toEqual(expect.arrayContaining(['OnActivate', 'ServeHTTP']));

      const { code, errors } = await program.interrupt();
      expect(await program.line()).toContain('scheduled-recaps is detached');
      expect(code).toBe(0);
      expect(errors).toContain('Debugger listening on ws://127.0.0.1:');
      expect(events).toEqual(['detach scheduled-recaps', 'attach', 'detach scheduled-recaps']);
      expect(() => process.kill(requests[0]!.PluginReattachConfig.Pid, 0)).toThrow('ESRCH');
    } finally {
      await server.stop();
    }
  });

  test('says what is missing where no server answers', async () => {
    const program = startAttach(join(await temporaryFolder(), 'nowhere'), []);
    await expect(program.line()).rejects.toThrow(
      'Set ServiceSettings.EnableLocalMode to true on a server of this machine',
    );
  });
});
