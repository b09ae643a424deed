/**
 * A plugin of a few lines, built on the same layers as the product: what the embedded host's own tests drive.
 * Started by a host, never by hand; `script_bundle.ts` packs it.
 */
import { Console } from 'node:console';
import { tmpdir } from 'node:os';
import process from 'node:process';
import { systemClock } from '../../server/clock.ts';
import type { DialogInput } from '../../server/mattermost/model/index.ts';
import {
  runPlugin,
  stderrLog,
  type Hooks,
  type PluginContext,
} from '../../server/mattermost/index.ts';

globalThis.console = new Console(process.stderr, process.stderr);
process.on('SIGINT', () => undefined);

/** Events of this plugin on other nodes, newest last. */
const clusterEvents: string[] = [];

/** A dialog with one field, which takes only the word "echo". */
const askForWord: DialogInput = {
  title: 'Say the word',
  elements: [{ displayName: 'Word', name: 'word', type: 'text', helpText: 'It comes back.' }],
  submitLabel: 'Say it',
};

void runPlugin({
  env: process.env,
  stdout: process.stdout,
  temporaryDirectory: tmpdir(),
  log: stderrLog((line) => process.stderr.write(line)),
  clock: systemClock,
  hooks: echoHooks,
}).then(async (running) => {
  const end = await running.ended;
  process.exit(end.reason === 'host_left' ? 0 : 1);
});

function echoHooks({ api, log }: PluginContext): Hooks {
  return {
    onActivate: async () => {
      const config = (await api.loadPluginConfiguration()) as { fail?: string };
      if (config.fail !== undefined) throw new Error(config.fail);
      await api.registerCommand({ trigger: 'echo' });
      log.info('echo is up', { pid: process.pid });
    },
    onDeactivate: async () => {
      await api.kvSet('deactivated', Buffer.from('yes'));
    },
    executeCommand: async (_, { command, triggerId }) => {
      if (command !== '/echo dialog') return { text: command };
      await api.openInteractiveDialog({
        triggerId,
        url: '/plugins/echo/dialog',
        dialog: askForWord,
      });
      return {};
    },
    generateSupportData: () =>
      Promise.resolve([{ filename: 'echo/state.txt', body: Buffer.from('up') }]),
    onPluginClusterEvent: (_, event) => {
      clusterEvents.push(`${event.id}:${Buffer.from(event.data).toString()}`);
      return Promise.resolve();
    },
    serveHttp: async (request, { userId, sourcePluginId }) => {
      const { pathname, search, searchParams } = new URL(request.url);
      switch (pathname) {
        case '/echo':
          return new Response(request.body, { headers: { 'Content-Type': 'text/plain' } });
        case '/now':
          return Response.json({ now: Date.now(), monotonic: performance.now() });
        case '/dialog':
          return Response.json(dialogAnswer(await request.text()));
        case '/press':
          return Response.json({ update: { message: 'pressed' }, ephemeral_text: 'You pressed.' });
        case '/exit':
          return process.exit(3);
        case '/stderr':
          process.stderr.write(`${await request.text()}\n`);
          return Response.json({});
        case '/kv':
          return kv(api, searchParams);
        case '/publish':
          await api.publishPluginClusterEvent(
            { id: 'hello', data: Buffer.from(await request.text()) },
            { sendType: 'reliable' },
          );
          return Response.json({});
        case '/events':
          return Response.json(clusterEvents);
        default: {
          const headers = Object.fromEntries(request.headers);
          const { method } = request;
          const body = await request.text();
          return Response.json({ method, pathname, search, headers, userId, sourcePluginId, body });
        }
      }
    },
  };
}

/** What is wrong with what was typed, if anything. */
function dialogAnswer(body: string): object {
  const { submission } = JSON.parse(body) as { submission: { word: string } };
  return submission.word === 'echo' ? {} : { errors: { word: 'That is not the word.' } };
}

/** Sets the key if there is a value, and says what is stored or what went wrong. */
async function kv(api: PluginContext['api'], query: URLSearchParams): Promise<Response> {
  const key = query.get('key') ?? '';
  const value = query.get('value');
  try {
    if (value !== null) await api.kvSet(key, Buffer.from(value));
    const stored = await api.kvGet(key);
    return Response.json({ value: stored === undefined ? null : Buffer.from(stored).toString() });
  } catch (error) {
    return Response.json({ error: error instanceof Error ? error.message : '' }, { status: 502 });
  }
}
