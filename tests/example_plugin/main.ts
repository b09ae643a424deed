/** The smallest plugin there is: `/example <words>` answers with the words. docs/protocol.md walks through it. */
import { Console } from 'node:console';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { systemClock } from '../../server/clock.ts';
import { runPlugin, stderrLog } from '../../server/mattermost/index.ts';
import type { Hooks, PluginContext } from '../../server/mattermost/index.ts';

// Standard output belongs to the handshake; and Ctrl-C is meant for the server, which ends its plugins itself.
globalThis.console = new Console(process.stderr, process.stderr);
process.on('SIGINT', () => undefined);

const trigger = 'example';

const running = await runPlugin({
  env: process.env,
  stdout: process.stdout,
  temporaryDirectory: tmpdir(),
  log: stderrLog((line) => process.stderr.write(line)),
  clock: systemClock,
  hooks: ({ api }: PluginContext): Hooks => ({
    onActivate: () => api.registerCommand({ trigger }),
    executeCommand: (_context, { command }) =>
      Promise.resolve({ text: command.slice(trigger.length + 1).trim() }),
  }),
});
const end = await running.ended;
process.exit(end.reason === 'host_left' ? 0 : 1);
