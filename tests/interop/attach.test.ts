/** `npm run attach`: the source under a debugger in Mattermost's own plugin environment, by its reattach. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { apiBase, pluginId } from '../../server/contract/index.ts';
import { serveLocalMode, startAttach } from '../support/local_mode.ts';
import { describeInterop } from './suite.ts';

const bot = { user_id: 'bot'.padEnd(26, '0'), username: 'recapbot' };

/** What the plugin asks for while it is activated. */
const replies: Readonly<Record<string, readonly unknown[]>> = {
  EnsureBotUser: [bot.user_id, null],
  GetBot: [bot, null],
  GetUser: [{ id: bot.user_id, username: bot.username, is_bot: true }, null],
  GetServerVersion: ['11.6.0'],
  GetConfig: [{ ServiceSettings: { SiteURL: 'https://chat.example', EnableDeveloper: false } }],
  LoadPluginConfiguration: [{}],
};

describeInterop(
  'Attaching to a process under a debugger',
  async (host) => {
    for (const [method, results] of Object.entries(replies)) await host.reply(method, results);
  },
  (suite) => {
    test('the process serves the server, and ends when it is detached', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'recaps-attach-'));
      const socketPath = join(folder, 'socket');
      const { host } = suite;
      let pid = 0;
      const server = await serveLocalMode(socketPath, {
        reattach: async (request) => {
          pid = request.PluginReattachConfig.Pid;
          await host.reattach(request);
        },
        detach: async (id) => {
          await host.deactivate(id);
        },
      });
      try {
        const program = startAttach(socketPath, ['--inspect=127.0.0.1:0']);
        expect(await program.line()).toContain(`uses process ${pid} as ${pluginId}`);
        const address = `${host.url}/plugins/${pluginId}${apiBase}/schedules`;
        expect((await fetch(address)).status).toBe(401);
        expect(await program.interrupt()).toMatchObject({ code: 0 });
        expect(() => process.kill(pid, 0)).toThrow('ESRCH');
      } finally {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
      }
    }, 60_000);
  },
);
